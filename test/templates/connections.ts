/** Work over several connections to a database at once, in an order that is the same at every run. */

/** The same numbers at every run, from 0 to below 1. */
export function numbersFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
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
