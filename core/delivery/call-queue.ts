import type { Entry } from './settlement';

/** How long a call that is not full waits for more of its kind. */
const FILL_MS = 1000;

/** Jobs of one sender that could go out, gathered to calls. */
export class CallQueue<Payload> {
	/** Calls that wait for no more messages. */
	private readonly full: Entry<Payload>[][] = [];

	/** By batch key, in the order in which they were begun. */
	private readonly filling = new Map<string, { since: number; entries: Entry<Payload>[] }>();

	constructor(private readonly callSize: number) {}

	get isEmpty(): boolean {
		return this.full.length === 0 && this.filling.size === 0;
	}

	add(entry: Entry<Payload>, now: number): void {
		const { batchKey } = entry.job;
		if (batchKey === undefined || this.callSize === 1) {
			this.full.push([entry]);
			return;
		}
		const call = this.filling.get(batchKey);
		if (call === undefined) {
			this.filling.set(batchKey, { since: now, entries: [entry] });
			return;
		}
		call.entries.push(entry);
		if (call.entries.length < this.callSize) return;
		this.filling.delete(batchKey);
		this.full.push(call.entries);
	}

	/**
	 * The call to make next.
	 *
	 * @param isLast whether no more jobs come for now, so that waiting for them makes no sense
	 */
	next(now: number, isLast: boolean): readonly Entry<Payload>[] | undefined {
		const [oldest] = this.filling.values();
		if (oldest !== undefined && oldest.since + FILL_MS <= now) return oldest.entries;
		return this.full[0] ?? (isLast ? oldest?.entries : undefined);
	}

	remove(call: readonly Entry<Payload>[]): void {
		if (call === this.full[0]) {
			this.full.shift();
			return;
		}
		const batchKey = call[0]?.job.batchKey;
		if (batchKey !== undefined) this.filling.delete(batchKey);
	}

	clear(): void {
		this.full.length = 0;
		this.filling.clear();
	}
}
