import { randomDigits } from '../../shared/identifiers.ts';
import type { Directory } from '../directory.ts';
import { invalidParameter, unknownObject } from '../errors.ts';
import type { GraphCall, Operation } from '../operations.ts';
import { textAt } from '../parameters.ts';
import { check } from '../requirements.ts';
import type { Rules } from '../rules.ts';
import type { Subscriptions } from '../subscriptions.ts';
import { checkName, Names } from './names.ts';
import { lineOf, newNumber, type NumberRecord } from './number-record.ts';
import { Registration } from './registration.ts';
import type { Reviews } from './reviews.ts';
import { Verification } from './verification.ts';

interface Surroundings {
	directory: Directory;
	reviews: Reviews;
	rules: Rules;
	subscriptions: Subscriptions;
	now: () => number;
}

/** The life of a number: added, code requested, verified, registered, given up. */
export class Numbers {
	readonly #around: Surroundings;
	readonly #names: Names;
	readonly #registration: Registration;
	readonly #verification: Verification;

	constructor(around: Surroundings) {
		const { directory, now, reviews, rules } = around;
		this.#around = around;
		this.#names = new Names(reviews, rules, now);
		this.#registration = new Registration(directory, this.#names, rules);
		this.#verification = new Verification(rules);
	}

	clear(): void {
		this.#names.clear();
		this.#registration.clear();
		this.#verification.clear();
	}

	operations(): Operation[] {
		const edge = (name: string, run: (record: NumberRecord, call: GraphCall) => unknown): Operation => ({
			on: 'number',
			edge: name,
			method: 'POST',
			run: (call) => run(this.#record(call), call),
		});
		return [
			{ on: 'account', edge: 'phone_numbers', method: 'POST', run: (call) => this.#create(call) },
			{ on: 'number', method: 'POST', run: (call) => this.#change(this.#record(call), call) },
			edge('request_code', (record, call) => this.#verification.request(record, call)),
			edge('verify_code', (record, call) => this.#verification.verify(record, call)),
			edge('register', (record, call) => this.#registration.register(record, call)),
			edge('deregister', (record, call) => this.#registration.deregister(record, call)),
		];
	}

	#record({ method, id }: GraphCall): NumberRecord {
		const record = this.#around.directory.record(id);
		if (!record) throw unknownObject(method, id);
		return record;
	}

	/** `POST /{account}/phone_numbers`: country code and number go apart and without `+` (Meta, Business phone numbers). */
	#create({ id: accountId, parameters }: GraphCall) {
		check(parameters, [
			{ path: ['cc'], kind: 'text', required: true, pattern: /^[1-9]\d{0,2}$/ },
			{ path: ['phone_number'], kind: 'text', required: true, pattern: /^\d{4,14}$/ },
			{ path: ['verified_name'], kind: 'text', required: true },
			{ path: ['migrate_phone_number'], kind: 'flag' },
			{ path: ['preverified_id'], kind: 'text', pattern: /^\d+$/ },
		]);
		const name = textAt(parameters, 'verified_name') ?? '';
		checkName(name, 'verified_name');
		const phoneNumber = `+${textAt(parameters, 'cc')}${textAt(parameters, 'phone_number')}`;
		this.#checkRoom(accountId, phoneNumber, parameters.migrate_phone_number);
		const record = newNumber(lineOf(randomDigits(15), phoneNumber, name), accountId);
		if (textAt(parameters, 'preverified_id') !== undefined) record.verification = 'VERIFIED';
		this.#around.directory.add(record);
		this.#names.reviewFirst(record);
		return { id: record.line.id };
	}

	#checkRoom(accountId: string, phoneNumber: string, migrates: unknown): void {
		const { directory, rules } = this.#around;
		const same = directory.records.filter(({ line }) => line.phoneNumber === phoneNumber);
		const isMigration = String(migrates) === 'true';
		if (same.some((record) => record.accountId === accountId || !isMigration)) {
			throw invalidParameter('The phone number belongs to a WhatsApp Business account already.');
		}
		const { length } = directory.records.filter((record) => record.accountId === accountId);
		if (length >= rules.values.numbersPerAccount) {
			throw invalidParameter('The account has as many phone numbers as it may have.');
		}
	}

	/** `POST /{phone number}` sets a PIN, asks for a display name or overrides the webhook. */
	#change(record: NumberRecord, call: GraphCall): unknown {
		const { reviews, subscriptions } = this.#around;
		const { caller, parameters } = call;
		const name = textAt(parameters, 'new_display_name');
		if (name !== undefined) return this.#names.request(record, name);
		if (parameters.pin === undefined) return subscriptions.overrideNumber(call, record.accountId);
		const answer = this.#registration.setPin(record, call);
		reviews.announceNumber('security', 'PIN_CHANGED', record, {
			event: 'PIN_CHANGED',
			requester: caller?.app.id,
		});
		return answer;
	}
}
