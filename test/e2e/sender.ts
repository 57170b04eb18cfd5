/** Sends a queue of webhooks as Meta does: many at a time, and each again, with growing delays, until it is answered 200. */
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { Answer } from './lab.ts';

/** One webhook on its way. The same message may have several. */
export interface Delivery {
	messageId: string;
	body: string;
	attempts: Attempt[];
}

/** Times are `performance.now()`. */
interface Attempt {
	startedAt: number;
	endedAt: number;
	/** HTTP status; 0 where the connection was refused, broke off or was too slow. */
	status: number;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

export interface SenderOptions {
	post: (body: string) => Promise<Answer>;
	/** How many calls are open at a time at most. */
	concurrency: number;
	/** How long a single webhook may take with all its repetitions. */
	patienceMs: number;
	/** Told after each 200 how many there were. */
	onTaken?: (count: number) => void;
}

async function attempt(post: SenderOptions['post'], delivery: Delivery): Promise<boolean> {
	const startedAt = performance.now();
	const status = await post(delivery.body).then(
		(answer) => answer.status,
		(failure: unknown) => {
			if (axios.isAxiosError(failure)) return 0;
			throw failure;
		},
	);
	delivery.attempts.push({ startedAt, endedAt: performance.now(), status });
	return status === 200;
}

/** Rejects when a webhook was not answered 200 within the patience. */
export async function sendAll(deliveries: readonly Delivery[], options: SenderOptions): Promise<void> {
	const queue = deliveries.values();
	let taken = 0;
	const work = async () => {
		for (const delivery of queue) {
			const giveUpAt = performance.now() + options.patienceMs;
			let delay = FIRST_RETRY_MS;
			while (!(await attempt(options.post, delivery))) {
				if (performance.now() > giveUpAt) {
					const answers = delivery.attempts.map(({ status }) => status).join(', ');
					throw new Error(`${delivery.messageId} was never taken. Answers: ${answers}`);
				}
				await sleep(delay);
				delay = Math.min(delay * 2, LONGEST_RETRY_MS);
			}
			taken += 1;
			options.onTaken?.(taken);
		}
	};
	await Promise.all(Array.from({ length: options.concurrency }, work));
}

/** Whether n8n had the delivery in its hands in that time without having answered before. */
export function wasInFlight({ attempts }: Delivery, from: number, until: number): boolean {
	return attempts.some(({ startedAt, endedAt }) => startedAt <= until && endedAt >= from);
}

/** When the delivery was answered 200; never, for one that was not. */
export function takenAt({ attempts }: Delivery): number {
	return attempts.find(({ status }) => status === 200)?.endedAt ?? Infinity;
}
