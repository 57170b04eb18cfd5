/**
 * Lets the events of a burst share an execution: while one execution is being taken over, whatever arrives joins the next
 * one, as a database's group commit does. Alone, an event starts its own execution at once.
 */

export type Turn<Item> =
	/** Take these items over, the caller's own first, and say what became of it. */
	| { role: 'leader'; items: Item[]; settle: (isTaken: boolean) => void }
	/** Somebody else is to take the items over, and will or will not. */
	| { role: 'follower'; isTaken: Promise<boolean> };

interface Batch<Item> {
	items: Item[];
	isOpen: boolean;
	settled: Promise<boolean>;
	settle: (isTaken: boolean) => void;
}

function openBatch<Item>(items: readonly Item[]): Batch<Item> {
	let settle: (isTaken: boolean) => void = () => undefined;
	const settled = new Promise<boolean>((resolve) => {
		settle = resolve;
	});
	return { items: [...items], isOpen: true, settled, settle };
}

export class BurstGate<Item> {
	private last: Batch<Item> | undefined;

	/**
	 * @param maxItems a batch that has as many takes no more, so that a burst cannot grow into one huge execution
	 * @param patience resolves when a batch has waited long enough for the one before it: one that is stuck holds up
	 * nobody for longer
	 */
	constructor(
		private readonly maxItems: number,
		private readonly patience: () => Promise<void>,
	) {}

	/** Waits for its turn to lead. Whoever leads must settle, or nobody after it ever gets a turn. */
	async join(items: readonly Item[]): Promise<Turn<Item>> {
		const before = this.last;
		if (before?.isOpen && before.items.length + items.length <= this.maxItems) {
			before.items.push(...items);
			return { role: 'follower', isTaken: before.settled };
		}
		const batch = openBatch(items);
		this.last = batch;
		if (before) await Promise.race([before.settled, this.patience()]);
		batch.isOpen = false;
		return {
			role: 'leader',
			items: batch.items,
			settle: (isTaken) => {
				if (this.last === batch) this.last = undefined;
				batch.settle(isTaken);
			},
		};
	}
}
