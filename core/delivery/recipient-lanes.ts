import { DueList } from './due-list';
import type { Entry } from './settlement';

interface Lane<Payload> {
	/** The first one is at work, the others wait until it is settled. */
	entries: Entry<Payload>[];
	isFlying: boolean;
}

/** Keeps the order of each recipient's messages: only the first that is not settled may be ready or under way. */
export class RecipientLanes<Payload> {
	private readonly lanes = new Map<string, Lane<Payload>>();

	private readonly due = new DueList<Entry<Payload>>();

	/** Entries that are not settled. */
	size = 0;

	/**
	 * @param readyAt when the first message of a recipient may go out
	 * @param release takes a message whose turn it is
	 */
	constructor(
		private readonly readyAt: (entry: Entry<Payload>) => number,
		private readonly release: (entry: Entry<Payload>, now: number) => void,
	) {}

	get nextAt(): number {
		return this.due.nextAt;
	}

	add(entry: Entry<Payload>, now: number): void {
		this.size += 1;
		const lane = this.lanes.get(entry.job.recipient);
		if (lane !== undefined) {
			lane.entries.push(entry);
			return;
		}
		this.lanes.set(entry.job.recipient, { entries: [entry], isFlying: false });
		this.advance(entry, now);
	}

	/** The entry has gone out. */
	takeOff({ job }: Entry<Payload>): void {
		const lane = this.lanes.get(job.recipient);
		if (lane !== undefined) lane.isFlying = true;
	}

	/** The entry came back and stays first in its lane. */
	putBack(entry: Entry<Payload>, now: number): void {
		const lane = this.lanes.get(entry.job.recipient);
		if (lane !== undefined) lane.isFlying = false;
		this.advance(entry, now);
	}

	/** The entry that went out is settled; the next one of its recipient has its turn. */
	finish({ job }: Entry<Payload>, now: number): void {
		const lane = this.lanes.get(job.recipient);
		if (lane === undefined) return;
		this.size -= 1;
		lane.isFlying = false;
		lane.entries.shift();
		this.turnTo(job.recipient, lane, now);
	}

	/** Releases one message whose time has come. */
	releaseDue(now: number): boolean {
		const entry = this.due.takeDue(now);
		if (entry === undefined) return false;
		// Those that were dropped meanwhile are still in the list.
		if (this.lanes.get(entry.job.recipient)?.entries[0] === entry) this.advance(entry, now);
		return true;
	}

	/** Takes out what matches and is not under way. */
	drop(matches: (entry: Entry<Payload>) => boolean, now: number): Entry<Payload>[] {
		const dropped: Entry<Payload>[] = [];
		for (const [recipient, lane] of this.lanes) {
			const [first] = lane.entries;
			lane.entries = lane.entries.filter((entry) => {
				const stays = (lane.isFlying && entry === first) || !matches(entry);
				if (!stays) dropped.push(entry);
				return stays;
			});
			if (lane.entries[0] !== first) this.turnTo(recipient, lane, now);
		}
		this.size -= dropped.length;
		return dropped;
	}

	private turnTo(recipient: string, lane: Lane<Payload>, now: number): void {
		const [next] = lane.entries;
		if (next === undefined) this.lanes.delete(recipient);
		else this.advance(next, now);
	}

	private advance(entry: Entry<Payload>, now: number): void {
		const at = this.readyAt(entry);
		if (at > now) this.due.add(at, entry);
		else this.release(entry, now);
	}
}
