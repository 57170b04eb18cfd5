import { digits } from '../../shared/identifiers.ts';
import type { Timers } from '../../shared/timers.ts';
import type { Place } from '../apps.ts';
import type { Rules } from '../rules.ts';
import type { NumberRecord } from './number-record.ts';

/** Posts a webhook about an account or a number. */
export type Announce = (field: string, about: string, value: object, place: Place) => void;

/** Meta's reviews, which take a while and end with a webhook. */
export class Reviews {
	readonly #timers: Timers;
	readonly #rules: Rules;
	readonly announce: Announce;

	constructor(timers: Timers, rules: Rules, announce: Announce) {
		this.#timers = timers;
		this.#rules = rules;
		this.announce = announce;
	}

	/** Decides when the review is over. */
	begin(decide: () => void): void {
		this.#timers.after(this.#rules.values.reviewMs, decide);
	}

	/** `display_phone_number` is all that tells numbers apart in these webhooks. */
	announceNumber(field: string, about: string, { line, accountId }: NumberRecord, value: object): void {
		const display_phone_number = digits(line.phoneNumber);
		this.announce(field, about, { display_phone_number, ...value }, { accountId });
	}
}
