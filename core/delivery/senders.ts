import type { Entry } from './settlement';
import { SenderLane } from './sender-lane';
import type { SenderPace } from './sender-pace';

/** The senders of a run, and whose turn it is. */
export class Senders<Payload> {
	private readonly lanes = new Map<string, SenderLane<Payload>>();

	/** Senders with calls to make, the one that had its turn last at the end. */
	private readonly active = new Set<SenderLane<Payload>>();

	constructor(
		private readonly paceOf: (sender: string) => SenderPace,
		private readonly batchSize: number,
	) {}

	get all(): Iterable<SenderLane<Payload>> {
		return this.lanes.values();
	}

	of({ job }: Pick<Entry<Payload>, 'job'>): SenderLane<Payload> {
		let lane = this.lanes.get(job.sender);
		if (lane === undefined) {
			lane = new SenderLane(this.paceOf(job.sender), this.batchSize);
			this.lanes.set(job.sender, lane);
		}
		return lane;
	}

	queue(entry: Entry<Payload>, now: number): void {
		const lane = this.of(entry);
		lane.calls.add(entry, now);
		this.active.add(lane);
	}

	/**
	 * The next call that may go out now, taken out.
	 *
	 * @param isLast whether no more jobs come for now, so that calls need not wait until they are full
	 */
	takeCall(now: number, isLast: boolean): readonly Entry<Payload>[] | undefined {
		for (const lane of this.active) {
			const call = lane.calls.next(now, isLast);
			if (call === undefined || !lane.isReady(call.length, now)) continue;
			lane.take(call, now);
			this.active.delete(lane);
			if (!lane.calls.isEmpty) this.active.add(lane);
			return call;
		}
		return undefined;
	}

	/** When the next call may go out. */
	nextAt(now: number): number {
		let at = Infinity;
		for (const lane of this.active) {
			const call = lane.calls.next(now, true);
			if (call !== undefined) at = Math.min(at, lane.readyAt(call.length));
		}
		return at;
	}

	clear(lane: SenderLane<Payload>): void {
		lane.clear();
		this.active.delete(lane);
	}
}
