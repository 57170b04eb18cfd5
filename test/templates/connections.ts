/** Work over several connections to a database at once, in an order that is the same at every run. */

import type { Random } from '../bench/noise.ts';

export function shuffled<T>(list: readonly T[], random: Random): T[] {
	return list
		.map((one) => ({ one, by: random() }))
		.sort((a, b) => a.by - b.by)
		.map(({ one }) => one);
}

/** Works through tasks, so many at a time, each over a connection of its own. */
export async function together(tasks: readonly (() => Promise<unknown>)[], connections = 8): Promise<void> {
	const queue = [...tasks];
	const work = async () => {
		for (let task = queue.shift(); task; task = queue.shift()) await task();
	};
	await Promise.all(Array.from({ length: connections }, work));
}
