/** Looks at memory and queue of n8n in queue mode again and again. */
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { QueueMode } from '../../../sandbox/queue/queue-mode.ts';
import { memoryOf } from './processes.ts';
import { jobsIn, processesOf } from './setups.ts';
import type { Sample } from './trend.ts';

const LOOK_EVERY_MS = 10_000;
const MEGABYTE = 1_024 * 1_024;

/** Makes n8n's processes tell of their heap. */
export const METRICS = { N8N_METRICS: 'true' };

export interface Watched {
	/** Megabytes by process: what it holds in memory. */
	memory: Map<string, Sample[]>;
	/** Megabytes by process of n8n: the used part of its heap. It falls with each collection. */
	heap: Map<string, Sample[]>;
	/** Executions that waited for a worker. */
	waiting: Sample[];
}

const UNAVAILABLE = 503;

/** Undefined where n8n answers nothing at all, since it waits for its database. */
async function heapOf(port: number): Promise<number | undefined> {
	const { data, status } = await axios.get<string>(`http://127.0.0.1:${port}/metrics`, {
		responseType: 'text',
		proxy: false,
		validateStatus: null,
	});
	if (status === UNAVAILABLE) return undefined;
	const bytes = /^\w*nodejs_heap_size_used_bytes(?:\{[^}]*\})? (\S+)$/m.exec(data)?.[1];
	if (bytes === undefined) throw new Error(`Port ${port} does not tell of its heap`);
	return Number(bytes) / MEGABYTE;
}

export class Watch {
	readonly #queue: QueueMode;
	readonly #start = performance.now();
	readonly #ended = Promise.withResolvers<undefined>();
	readonly #watched: Watched = { memory: new Map(), heap: new Map(), waiting: [] };
	readonly #looking: Promise<void>;
	#isOver = false;

	constructor(queue: QueueMode) {
		this.#queue = queue;
		this.#looking = this.#lookOn();
		// A look that failed is thrown by stop().
		this.#looking.catch(() => undefined);
	}

	/** Ends it; gives what it saw. */
	async stop(): Promise<Watched> {
		this.#isOver = true;
		this.#ended.resolve(undefined);
		await this.#looking;
		return this.#watched;
	}

	async #lookOn(): Promise<void> {
		while (!this.#isOver) {
			await this.#look();
			await Promise.race([this.#ended.promise, sleep(LOOK_EVERY_MS, undefined, { ref: false })]);
		}
	}

	async #look(): Promise<void> {
		const { main, webhooks, workers, redis } = this.#queue;
		const seconds = (performance.now() - this.#start) / 1_000;
		const add = (to: Map<string, Sample[]>, name: string, value: number) =>
			to.set(name, [...(to.get(name) ?? []), { seconds, value }]);
		for (const [name, mb] of await memoryOf(processesOf(this.#queue))) add(this.#watched.memory, name, mb);
		for (const { name, port } of [main, ...webhooks, ...workers]) {
			const heap = await heapOf(port);
			if (heap !== undefined) add(this.#watched.heap, name, heap);
		}
		this.#watched.waiting.push({ seconds, value: await jobsIn(redis, 'wait') });
	}
}
