/**
 * Remembers with which events a workflow failed, so that an event that makes it fail takes no others along, and is not
 * executed for ever.
 */

/** After so many failures an event is given up: what the workflow cannot do three times it will not do the tenth time. */
const MOST_FAILURES = 3;

/** The oldest give way. A key is some 100 bytes long. */
const MOST_KEYS = 10_000;

interface Keyed {
	eventKey: string;
}

export class FailedEvents {
	private readonly failures = new Map<string, number>();

	constructor(private readonly maxKeys: number = MOST_KEYS) {}

	/** Which events of a call go into an execution now: one that failed before goes alone, and the others have to come again. */
	choose<Event extends Keyed>(events: readonly Event[]): { events: readonly Event[]; isAlone: boolean } {
		const failed = events.find(({ eventKey }) => this.failures.has(eventKey));
		return failed === undefined ? { events, isAlone: false } : { events: [failed], isAlone: true };
	}

	/** The workflow failed with these events. Gives those that are given up with that. */
	record<Event extends Keyed>(events: readonly Event[]): Event[] {
		const givenUp = events.filter(({ eventKey }) => {
			const count = (this.failures.get(eventKey) ?? 0) + 1;
			this.failures.delete(eventKey);
			if (count < MOST_FAILURES) this.failures.set(eventKey, count);
			return count >= MOST_FAILURES;
		});
		for (const key of this.failures.keys()) {
			if (this.failures.size <= this.maxKeys) break;
			this.failures.delete(key);
		}
		return givenUp;
	}

	/** The workflow came to its end with these events. */
	forget(events: readonly Keyed[]): void {
		for (const { eventKey } of events) this.failures.delete(eventKey);
	}
}
