/** Calls webhooks at a fixed rate, whether they are answered or not, as a provider does. */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { signature } from '../../../sandbox/whatsapp-cloud/signature.ts';
import { WORLD } from '../../../sandbox/settings.ts';
import { percentile } from '../load.ts';
import { rateOf } from './knee.ts';

const ANSWER_LIMIT_MS = 30_000;

export interface Stream {
	/** Called in turn. */
	urls: readonly string[];
	body: () => string;
	perSecond: number;
	seconds: number;
}

export interface Streamed {
	calls: number;
	offered: number;
	/** Calls a second that were answered 200. */
	answered: number;
	/** From the moment at which a call was due to its answer, in milliseconds. */
	p50: number;
	p95: number;
	p99: number;
	/** Calls by what else they were answered with; 0 for no answer within half a minute. */
	refused: Map<number, number>;
	/** How late calls left, in milliseconds: 95th percentile. A generator that is the bottleneck shows here. */
	lateMs: number;
	/** The share of a core that this process took meanwhile. */
	ownCpu: number;
}

/** Status of the answer; 0 for none within half a minute. */
export function call(url: string, body: string, agent: Agent): Promise<number> {
	return new Promise((resolve) => {
		const post = request(url, {
			method: 'POST',
			agent,
			timeout: ANSWER_LIMIT_MS,
			headers: {
				'Content-Type': 'application/json',
				'Content-Length': Buffer.byteLength(body),
				'X-Hub-Signature-256': signature(Buffer.from(body), WORLD.appSecret),
			},
		});
		post.once('response', (answer) => {
			answer.resume();
			answer.once('end', () => {
				resolve(answer.statusCode ?? 0);
			});
		});
		post.once('timeout', () => post.destroy());
		post.once('error', () => {
			resolve(0);
		});
		post.end(body);
	});
}

/** Calls at equal distances, and waits for all answers. */
export async function stream({ urls, body, perSecond, seconds }: Stream): Promise<Streamed> {
	const calls = Math.max(1, Math.round(perSecond * seconds));
	const agent = new Agent({ keepAlive: true });
	const latencies: number[] = [];
	const answeredAt: number[] = [];
	const late: number[] = [];
	const refused = new Map<number, number>();
	const cpuBefore = process.cpuUsage();
	const start = performance.now();
	const pending: Promise<void>[] = [];
	const send = async (due: number, url: string) => {
		late.push(performance.now() - due);
		const status = await call(url, body(), agent);
		if (status === 200) {
			latencies.push(performance.now() - due);
			answeredAt.push(performance.now());
		} else refused.set(status, (refused.get(status) ?? 0) + 1);
	};
	for (let each = 0; each < calls; each += 1) {
		const due = start + (each * 1_000) / perSecond;
		const wait = due - performance.now();
		if (wait > 0) await sleep(wait);
		pending.push(send(due, urls[each % urls.length] ?? ''));
	}
	await Promise.all(pending);
	const { user, system } = process.cpuUsage(cpuBefore);
	const elapsed = performance.now() - start;
	agent.destroy();
	return {
		calls,
		offered: perSecond,
		// What was refused was not answered, whatever the rate of the others; and what comes at once after a pause is no rate.
		answered: (Math.min(perSecond, rateOf(answeredAt)) * answeredAt.length) / calls,
		p50: percentile(latencies, 0.5),
		p95: percentile(latencies, 0.95),
		p99: percentile(latencies, 0.99),
		refused,
		lateMs: percentile(late, 0.95),
		ownCpu: (user + system) / 1_000 / elapsed,
	};
}
