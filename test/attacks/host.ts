/** A server in the place of a provider, or of whoever it sends us to. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Host {
	url: string;
	/** All that it was sent, headers and bodies. */
	heard: string[];
	close(): void;
}

const hosts: Host[] = [];

async function textOf(request: IncomingMessage): Promise<string> {
	return `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${(await buffer(request)).toString()}`;
}

/** Listens until the end of the test. */
export async function host(answer: RequestListener): Promise<Host> {
	const heard: string[] = [];
	const server = createServer((request, response) => {
		void textOf(request).then((text) => {
			heard.push(text);
			answer(request, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const address: AddressInfo | string | null = server.address();
	if (address === null || typeof address === 'string') throw new Error('The host has no port');
	const one = {
		url: `http://localhost:${address.port}`,
		heard,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
	hosts.push(one);
	return one;
}

afterEach(() => {
	for (const one of hosts.splice(0)) one.close();
});
