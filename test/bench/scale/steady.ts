/** A provider that delivers messages at one rate for a long time, each until it is answered 200. */
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { call } from './generator.ts';
import { messageBody } from './payloads.ts';

const FIRST_REPEAT_MS = 1_000;
const LAST_REPEAT_MS = 10_000;
/** n8n in queue mode sometimes misses the end of an execution; the trigger waits ten minutes for it. */
const GIVE_UP_MS = 12 * 60_000;

export interface Delivered {
	/** Ids of all messages. */
	ids: string[];
	/** Ids of those that were never answered 200. */
	givenUp: string[];
	/** Calls by HTTP status; 0 counts those without an answer. */
	answers: Map<number, number>;
}

/** Settles when the last message is answered or given up. */
export async function deliverSteadily(url: string, perSecond: number, seconds: number): Promise<Delivered> {
	const agent = new Agent({ keepAlive: false });
	const ids: string[] = [];
	const givenUp: string[] = [];
	const answers = new Map<number, number>();
	const open = new Set<Promise<void>>();
	const deliver = async (id: string, body: string) => {
		const deadline = performance.now() + GIVE_UP_MS;
		for (let repeat = 1; ; repeat += 1) {
			const status = await call(url, body, agent);
			answers.set(status, (answers.get(status) ?? 0) + 1);
			if (status === 200) return;
			if (performance.now() > deadline) {
				givenUp.push(id);
				return;
			}
			await sleep(Math.min(FIRST_REPEAT_MS * repeat, LAST_REPEAT_MS));
		}
	};
	const start = performance.now();
	for (let each = 0; each < perSecond * seconds; each += 1) {
		const wait = start + (each * 1_000) / perSecond - performance.now();
		if (wait > 0) await sleep(wait);
		const { id, body } = messageBody();
		ids.push(id);
		const delivery = deliver(id, body).finally(() => open.delete(delivery));
		open.add(delivery);
	}
	await Promise.all(open);
	return { ids, givenUp, answers };
}
