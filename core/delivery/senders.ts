import type { Entry } from './entry';
import { SenderLane } from './sender-lane';
import { type SenderRates } from '../messages/rates';

/** The senders of a run, and whose turn it is. */
export class Senders<Message> {
	private readonly lanes = new Map<string, SenderLane<Message>>();

	/** Senders with calls to make, the one that had its turn last at the end. */
	private readonly active = new Set<SenderLane<Message>>();

	constructor(
		private readonly ratesOf: (sender: string) => SenderRates,
		private readonly batchSize: number,
	) {}

	get all(): Iterable<SenderLane<Message>> {
		return this.lanes.values();
	}

	of({ job }: Pick<Entry<Message>, 'job'>): SenderLane<Message> {
		let lane = this.lanes.get(job.sender);
		if (lane === undefined) {
			lane = new SenderLane(this.ratesOf(job.sender), this.batchSize);
			this.lanes.set(job.sender, lane);
		}
		return lane;
	}

	queue(entry: Entry<Message>, now: number): void {
		const lane = this.of(entry);
		lane.calls.add(entry, now);
		this.active.add(lane);
	}

	/**
	 * The next call that may go out now, taken out.
	 *
	 * @param isLast whether no more jobs come for now, so that calls need not wait until they are full
	 */
	takeCall(now: number, isLast: boolean): readonly Entry<Message>[] | undefined {
		for (const lane of this.active) {
			const call = lane.calls.next(now, isLast);
			if (call === undefined || lane.readyAt(call.length) > now) continue;
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

	clear(lane: SenderLane<Message>): void {
		lane.calls.clear();
		this.active.delete(lane);
	}
}
