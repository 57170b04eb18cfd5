import { invalidParameter } from '../errors.ts';
import type { Rules } from '../rules.ts';
import { Attempts } from './attempts.ts';
import type { NumberRecord } from './number-record.ts';
import type { Reviews } from './reviews.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** An approved name has to be registered within 14 days (Meta, Display names). */
const HOLDS_MS = 14 * DAY_MS;
/** Names of Meta's own products are none of a business's. */
const OF_META = /whatsapp|facebook|instagram/i;
const SUCCESS = { success: true } as const;

/** Throws Meta's error where a display name has not 2 to 75 characters. */
export function checkName(name: string, parameter: string): void {
	const { length } = [...name];
	if (length < 2 || length > 75) {
		throw invalidParameter(`Param ${parameter} must be from 2 to 75 characters long.`);
	}
}

/** Display names and their review (Meta, Display names). */
export class Names {
	readonly #reviews: Reviews;
	readonly #rules: Rules;
	readonly #now: () => number;
	readonly #requests = new Attempts(10, 30 * DAY_MS);

	constructor(reviews: Reviews, rules: Rules, now: () => number) {
		this.#reviews = reviews;
		this.#rules = rules;
		this.#now = now;
	}

	clear(): void {
		this.#requests.clear();
	}

	/** The name with which a number was added. */
	reviewFirst(record: NumberRecord): void {
		this.#review(record, record.verifiedName, (isApproved) => {
			if (record.nameStatus === 'PENDING_REVIEW') record.nameStatus = isApproved ? 'APPROVED' : 'DECLINED';
		});
	}

	/** `POST /{phone number}?new_display_name=`. */
	request(record: NumberRecord, name: string) {
		checkName(name, 'new_display_name');
		if (!this.#requests.take(record.line.id, this.#now())) {
			throw invalidParameter('The display name can be changed 10 times within 30 days.');
		}
		const wanted: NonNullable<NumberRecord['newName']> = {
			name,
			status: 'PENDING_REVIEW',
			approvedAt: undefined,
		};
		record.newName = wanted;
		this.#review(record, name, (isApproved) => {
			wanted.status = isApproved ? 'APPROVED' : 'DECLINED';
			if (!isApproved) return;
			wanted.approvedAt = this.#now();
			// A number without an approved name has one from here on.
			record.nameStatus = 'APPROVED';
		});
		return SUCCESS;
	}

	/** Registering brings an approved name into use, and does nothing for one that waits for its review. */
	takeIntoUse(record: NumberRecord): void {
		const { newName } = record;
		if (newName?.approvedAt === undefined) return;
		if (this.#now() - newName.approvedAt > HOLDS_MS) newName.status = 'EXPIRED';
		else {
			record.verifiedName = newName.name;
			record.newName = undefined;
		}
	}

	#review(record: NumberRecord, name: string, settle: (isApproved: boolean) => void): void {
		this.#reviews.begin(() => {
			const isApproved = !OF_META.test(name) && !this.#rules.values.declinedNames.includes(name);
			settle(isApproved);
			const decision = isApproved ? 'APPROVED' : 'REJECTED';
			this.#reviews.announceNumber('phone_number_name_update', decision, record, {
				decision,
				requested_verified_name: name,
				rejection_reason: isApproved ? null : 'NAME_NOT_ALLOWED',
			});
		});
	}
}
