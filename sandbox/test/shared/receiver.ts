import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const MessagesValue = z.object({
	metadata: z.object({ phone_number_id: z.string() }),
	contacts: z.array(z.object({ wa_id: z.string(), user_id: z.string() })).optional(),
	messages: z.array(z.record(z.unknown())).optional(),
	statuses: z.array(z.object({ id: z.string(), status: z.string() }).passthrough()).optional(),
});
const Payload = z.object({
	entry: z.tuple([z.object({ id: z.string(), changes: z.tuple([z.object({ value: MessagesValue })]) })]),
});

/** One webhook as it came. */
export interface Received {
	headers: IncomingHttpHeaders;
	raw: Buffer;
	at: number;
	/** HTTP status that it was answered with; 0 where the socket was destroyed. */
	answered: number;
}

/** A webhook endpoint on loopback. Answers each POST with the next of `answers`, then with 200; 0 destroys the socket. */
export class Receiver {
	readonly received: Received[] = [];
	readonly handshakes: URLSearchParams[] = [];
	answers: number[] = [];
	/** Which methods n8n would name to a browser; undefined where it is no n8n. */
	methods: string | undefined;
	/** What a handshake is answered with. */
	onHandshake: (query: URLSearchParams) => { status: number; body: string } = (query) => ({
		status: 200,
		body: query.get('hub.challenge') ?? '',
	});
	readonly #server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (request.method === 'GET') {
				const query = new URL(request.url ?? '', 'http://localhost').searchParams;
				this.handshakes.push(query);
				const { status, body } = this.onHandshake(query);
				response.writeHead(status).end(body);
				return;
			}
			if (request.method === 'OPTIONS') {
				const allowed = this.methods && { 'Access-Control-Allow-Methods': this.methods };
				response.writeHead(204, { ...allowed }).end();
				return;
			}
			const answered = this.answers.shift() ?? 200;
			this.received.push({
				headers: request.headers,
				raw: Buffer.concat(chunks),
				at: performance.now(),
				answered,
			});
			if (answered === 0) request.socket.destroy();
			else response.writeHead(answered).end(answered === 200 ? '' : 'not now');
		});
	});
	#url = '';

	get url(): string {
		return this.#url;
	}

	async start(): Promise<void> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		const address = this.#server.address();
		if (address === null || typeof address === 'string') throw new Error('The receiver has no port');
		this.#url = `http://127.0.0.1:${address.port}/webhook`;
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		this.#server.close();
		await once(this.#server, 'close');
	}

	/** The statuses of one message in the order in which they came. */
	statusesOf(messageId: string) {
		return this.received
			.flatMap((received) => valueOf(received).statuses ?? [])
			.filter(({ id }) => id === messageId);
	}
}

export function valueOf({ raw }: Received) {
	return Payload.parse(JSON.parse(raw.toString())).entry[0].changes[0].value;
}

export function isSignedWith({ headers, raw }: Received, secret: string): boolean {
	const expected = createHmac('sha256', secret).update(raw).digest('hex');
	return headers['x-hub-signature-256'] === `sha256=${expected}`;
}

/** Waits until `found` gives something other than undefined or false. */
export async function eventually<T>(
	found: () => T | undefined | false | Promise<T | undefined | false>,
	what: string,
	withinMs = 10_000,
): Promise<T> {
	const deadline = performance.now() + withinMs;
	for (;;) {
		const result = await found();
		if (result !== undefined && result !== false) return result;
		if (performance.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
