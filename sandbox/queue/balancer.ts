/** What stands in front of n8n's processes: calls of webhooks go to the webhook processors in turn, everything else to main. */
import { once } from 'node:events';
import {
	createServer,
	get,
	type IncomingMessage,
	request as call,
	type Server as HttpServer,
	type ServerResponse,
} from 'node:http';
import { connect } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from '../n8n/processes.ts';

const HOST = '127.0.0.1';
const CHECK_EVERY_MS = 300;
const CHECK_LIMIT_MS = 2_000;

/**
 * n8n keeps an isolate of about 25 MB for each call that it has not answered: without a bound, processors that come behind take
 * gigabytes, are slower for it, and do not recover while providers repeat.
 */
const BOUNDS = { inFlight: 40, waitMs: 3_000 } as const;

/** What webhook processors answer. Test URLs are main's. */
const OF_WEBHOOKS = /^\/(?:webhook|webhook-waiting|form|form-waiting)\//;

export interface BalancerOptions {
	port: number;
	/** Port of n8n's main process. */
	main: number;
	/** Ports of the webhook processors. */
	webhooks: readonly number[];
	/** Calls that one webhook processor has at a time, and how long others wait for their turn before they are answered 503. */
	bounds?: { inFlight: number; waitMs: number };
}

interface Target {
	port: number;
	/** As its readiness check said last: a starting webhook processor takes calls, and answers 404. */
	isReady: boolean;
	/** Calls that it has not answered. */
	inFlight: number;
}

/**
 * Sends the call on with its headers and body as they came, and the answer back. False where nobody took the connection. A caller
 * who hangs up ends it for main alone: a webhook processor works on, so that the call counts until its answer.
 */
function handOn(
	request: IncomingMessage,
	body: Buffer,
	response: ServerResponse,
	port: number,
	isOfWebhooks: boolean,
): Promise<boolean> {
	return new Promise((resolve) => {
		const { method, url: path, rawHeaders: headers } = request;
		const onward = call({ host: HOST, port, method, path, headers, agent: false, setHost: false });
		onward.once('response', (answer) => {
			if (response.destroyed) {
				answer.resume().once('close', () => {
					resolve(true);
				});
				return;
			}
			response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
			pipeline(answer, response, () => {
				resolve(true);
			});
		});
		onward.once('error', (error) => {
			const wasTaken = !hasCode(error, 'ECONNREFUSED');
			// The process may have done its work and died: whether to call again is up to the caller.
			if (wasTaken && !response.headersSent) response.writeHead(502).end();
			resolve(wasTaken);
		});
		if (!isOfWebhooks) response.once('close', () => onward.destroy());
		onward.end(body);
	});
}

/** The editor's lasting connection; it ends on both sides when one ends it. */
function handOnUpgrade(
	{ method, url, rawHeaders }: IncomingMessage,
	socket: Duplex,
	head: Buffer,
	port: number,
): void {
	const onward = connect(port, HOST, () => {
		const headers = rawHeaders.map((text, index) => text + (index % 2 === 0 ? ': ' : '\r\n')).join('');
		onward.write(`${method} ${url} HTTP/1.1\r\n${headers}\r\n`);
		onward.write(head);
	});
	socket.pipe(onward).pipe(socket);
	for (const [from, to] of [
		[socket, onward],
		[onward, socket],
	] as const) {
		from.once('error', () => to.destroy());
		from.once('close', () => to.destroy());
	}
}

export class Balancer {
	readonly #server: HttpServer;
	readonly #main: number;
	readonly #webhooks: readonly Target[];
	/** The connections that are no calls any more, and that the server has let go of. */
	readonly #upgraded = new Set<Duplex>();
	/** Calls that wait until a processor has room, in the order in which they came. */
	readonly #waiting = new Set<() => void>();
	readonly #bounds: { inFlight: number; waitMs: number };
	#turn = 0;
	readonly #closed = new AbortController();

	private constructor({ main, webhooks, bounds = BOUNDS }: BalancerOptions) {
		this.#bounds = bounds;
		this.#main = main;
		this.#webhooks = webhooks.map((port) => ({ port, isReady: false, inFlight: 0 }));
		this.#server = createServer((request, response) => void this.#answer(request, response));
		this.#server.on('upgrade', (request, socket, head) => {
			this.#upgraded.add(socket);
			socket.once('close', () => this.#upgraded.delete(socket));
			handOnUpgrade(request, socket, head, this.#main);
		});
	}

	/** Listens once it knows who is ready. */
	static async start(options: BalancerOptions): Promise<Balancer> {
		const balancer = new Balancer(options);
		await balancer.#check();
		void balancer.#checkOn().catch((error: unknown) => {
			if (!balancer.#closed.signal.aborted) throw error;
		});
		balancer.#server.listen(options.port, HOST);
		await once(balancer.#server, 'listening');
		return balancer;
	}

	/** Without a slash at the end. */
	get url(): string {
		const address = this.#server.address();
		if (address === null || typeof address === 'string') throw new Error('The balancer does not listen');
		return `http://${HOST}:${address.port}`;
	}

	async close(): Promise<void> {
		this.#closed.abort();
		this.#server.closeAllConnections();
		for (const socket of this.#upgraded) socket.destroy();
		this.#server.close();
		await once(this.#server, 'close');
	}

	async #checkOn(): Promise<void> {
		const { signal } = this.#closed;
		for (;;) {
			await sleep(CHECK_EVERY_MS, undefined, { signal, ref: false });
			await this.#check();
		}
	}

	async #check(): Promise<void> {
		await Promise.all(
			this.#webhooks.map(async (target) => {
				target.isReady = await isReady(target.port);
			}),
		);
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		let body: Buffer;
		try {
			body = await buffer(request);
		} catch (error) {
			if (request.complete) throw error;
			// The caller hung up in the middle of its call, so that there is nobody to answer.
			return;
		}
		const isTaken = OF_WEBHOOKS.test(request.url ?? '/')
			? await this.#process(request, body, response)
			: await handOn(request, body, response, this.#main, false);
		if (!isTaken) response.writeHead(503, { 'Retry-After': '1' }).end('No process of n8n is ready');
	}

	/** False where no webhook processor is ready, or has room in time. */
	async #process(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<boolean> {
		const until = performance.now() + this.#bounds.waitMs;
		do {
			for (const target of this.#processors()) {
				// A caller who waited too long is not there any more, and comes again.
				if (response.destroyed) {
					this.#wakeNext();
					return true;
				}
				target.inFlight += 1;
				const wasTaken = await handOn(request, body, response, target.port, true);
				target.inFlight -= 1;
				this.#wakeNext();
				if (wasTaken) return true;
				target.isReady = false;
			}
		} while (this.#webhooks.some((target) => target.isReady) && (await this.#room(until)));
		return false;
	}

	#wakeNext(): void {
		this.#waiting.values().next().value?.();
	}

	/** Waits until a processor may have room. False when the time is over. */
	#room(until: number): Promise<boolean> {
		return new Promise((resolve) => {
			const settle = (isFree: boolean) => {
				clearTimeout(timer);
				this.#waiting.delete(wake);
				resolve(isFree);
			};
			const wake = () => {
				settle(true);
			};
			const timer = setTimeout(settle, Math.max(until - performance.now(), 0), false);
			this.#waiting.add(wake);
		});
	}

	/** Those that have room, in the order in which they are to be tried. */
	#processors(): Target[] {
		this.#turn += 1;
		const first = this.#turn % this.#webhooks.length;
		return [...this.#webhooks.slice(first), ...this.#webhooks.slice(0, first)].filter(
			({ isReady, inFlight }) => isReady && inFlight < this.#bounds.inFlight,
		);
	}
}

async function isReady(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const check = get(
			{ host: HOST, port, path: '/healthz/readiness', agent: false, timeout: CHECK_LIMIT_MS },
			(answer) => {
				answer.resume();
				resolve(answer.statusCode === 200);
			},
		);
		check.once('timeout', () => check.destroy());
		check.once('error', () => {
			resolve(false);
		});
	});
}
