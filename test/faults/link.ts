/** The network between two parties: it hands HTTP calls on, as badly as it is told to. */
import { once } from 'node:events';
import {
	createServer,
	type IncomingMessage,
	request as call,
	type Server as HttpServer,
	type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

const HOST = '127.0.0.1';

/** What becomes of a call on its way. */
export interface Fate {
	/** In words, for the count. */
	name: string;
	/** Until the call arrives. */
	delayMs?: number;
	/** Until its answer arrives. */
	answerDelayMs?: number;
	/** Where the connection breaks: the call arrives by half, or it arrives whole and its answer does by half. */
	cut?: 'call' | 'answer';
}

const WELL: Fate = { name: 'as always' };

export class Link {
	/** What becomes of calls, one after the other and then from the beginning. None: all goes well. */
	fates: readonly Fate[] = [];
	readonly port: number;
	readonly #server: HttpServer;
	readonly #targetPort: () => number;
	readonly #counts = new Map<string, number>();
	#turn = 0;

	private constructor(server: HttpServer, port: number, targetPort: () => number) {
		this.#server = server;
		this.#targetPort = targetPort;
		this.port = port;
		server.on('request', (request: IncomingMessage, response: ServerResponse) => {
			void this.#carry(request, response);
		});
	}

	/** @param targetPort on loopback, asked at each call */
	static async open(targetPort: () => number): Promise<Link> {
		const server = createServer();
		server.listen(0, HOST);
		await once(server, 'listening');
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('The link has no port');
		return new Link(server, address.port, targetPort);
	}

	/** Without a slash at the end. */
	get url(): string {
		return `http://${HOST}:${this.port}`;
	}

	/** The same address on this side of the link. */
	through(url: string): string {
		const { pathname, search } = new URL(url);
		return `${this.url}${pathname}${search}`;
	}

	/** How many calls had each fate since the last time that somebody asked. */
	takeCounts(): Map<string, number> {
		const counts = new Map(this.#counts);
		this.#counts.clear();
		return counts;
	}

	/** From now on nobody is there: connections break, and new ones are refused. */
	async down(): Promise<void> {
		this.#server.closeAllConnections();
		if (!this.#server.listening) return;
		this.#server.close();
		await once(this.#server, 'close');
	}

	async up(): Promise<void> {
		if (this.#server.listening) return;
		this.#server.listen(this.port, HOST);
		await once(this.#server, 'listening');
	}

	#next(): Fate {
		this.#turn += 1;
		const fate = this.fates[this.#turn % this.fates.length] ?? WELL;
		this.#counts.set(fate.name, (this.#counts.get(fate.name) ?? 0) + 1);
		return fate;
	}

	async #carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
		let body: Buffer;
		try {
			body = await buffer(request);
		} catch (error) {
			if (request.complete) throw error;
			// The caller hung up in the middle of its call.
			return;
		}
		const fate = this.#next();
		await sleep(fate.delayMs ?? 0);
		const { method, url: path, rawHeaders: headers } = request;
		const to = { host: HOST, port: this.#targetPort(), method, path, headers, agent: false, setHost: false };
		const onward = call(to);
		onward.once('error', () => response.destroy());
		onward.once('response', (answer) => {
			void bringBack(answer, response, fate);
		});
		if (fate.cut !== 'call') {
			onward.end(body);
			return;
		}
		onward.write(body.subarray(0, body.length / 2), () => {
			onward.destroy();
			response.destroy();
		});
	}
}

async function bringBack(answer: IncomingMessage, response: ServerResponse, fate: Fate): Promise<void> {
	let body: Buffer;
	try {
		body = await buffer(answer);
	} catch (error) {
		if (answer.complete) throw error;
		// Who answered died in the middle of it.
		response.destroy();
		return;
	}
	await sleep(fate.answerDelayMs ?? 0);
	response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
	if (fate.cut === 'answer') response.write(body.subarray(0, body.length / 2), () => response.destroy());
	else response.end(body);
}
