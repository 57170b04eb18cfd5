import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { Fate } from '../link.ts';

/** Longer than the time-out of a send, so that its outcome is seen. */
const SLOW_MS = 45_000;

const slow = (name: string, delayMs: number, answerDelayMs: number): Fate => ({
	name,
	delayMs,
	answerDelayMs,
});

/** `patienceMs` is how long the caller waits for an answer. */
function fatesOf(patienceMs: number): Fate[] {
	const late = slow('answered when nobody waited any more', 500, patienceMs + 2_000);
	return [
		slow('a second late', 500, 500),
		slow('four seconds late', 2_000, 2_000),
		{ name: 'cut in the middle of the call', delayMs: 1_000, cut: 'call' },
		slow('a second late', 500, 500),
		slow('four seconds late', 3_000, 1_000),
		{ name: 'cut in the middle of the answer', delayMs: 500, cut: 'answer' },
		slow('a second late', 1_000, 0),
		late,
		slow('a second late', 0, 1_000),
		slow('four seconds late', 1_000, 3_000),
	];
}

export const slowNetwork: Fault = {
	name: 'Slow network, three of ten connections cut or too late',
	strike: async ({ links: { toN8n, toProvider }, note }) => {
		toN8n.takeCounts();
		toProvider.takeCounts();
		// The provider waits ten seconds for n8n, and Messaging Send thirty for the provider.
		toN8n.fates = fatesOf(10_000);
		toProvider.fates = fatesOf(30_000);
		await sleep(SLOW_MS);
		toN8n.fates = [];
		toProvider.fates = [];
		for (const [whose, link] of [
			['the provider', toN8n],
			['n8n', toProvider],
		] as const) {
			const counts = [...link.takeCounts()].map(([name, count]) => `${name} × ${count}`);
			if (counts.length > 0) note(`calls of ${whose}: ${counts.join(', ')}`);
		}
	},
};
