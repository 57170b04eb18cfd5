import type { Directory } from '../directory.ts';
import { invalidParameter } from '../errors.ts';
import type { GraphCall } from '../operations.ts';
import { textAt } from '../parameters.ts';
import { check, type Rule } from '../requirements.ts';
import type { Rules } from '../rules.ts';
import { Attempts } from './attempts.ts';
import { adminError } from './errors.ts';
import type { Names } from './names.ts';
import type { NumberRecord } from './number-record.ts';
import { Pins } from './pins.ts';

const SPAN_MS = 72 * 60 * 60 * 1_000;
const PIN: Rule = { path: ['pin'], kind: 'text', required: true, pattern: /^\d{6}$/ };
/** Meta, Register a number. */
const REGIONS = ['au', 'id', 'in', 'jp', 'sg', 'kr', 'de', 'ch', 'gb', 'br', 'bh', 'za', 'ae', 'ca'];
const SUCCESS = { success: true } as const;

/** `POST /{phone number}/register` and `/deregister`, and the PIN (Meta, Register a number; Business phone numbers). */
export class Registration {
	readonly #directory: Directory;
	readonly #names: Names;
	readonly #pins: Pins;
	/** Ten of each within 72 hours; one more blocks the number for as long. */
	readonly #attempts = { register: new Attempts(10, SPAN_MS), deregister: new Attempts(10, SPAN_MS) };
	/** Milliseconds since 1970, by the id of the number. */
	readonly #blockedUntil = new Map<string, number>();

	constructor(directory: Directory, names: Names, rules: Rules) {
		this.#directory = directory;
		this.#names = names;
		this.#pins = new Pins(rules);
	}

	clear(): void {
		this.#pins.clear();
		this.#blockedUntil.clear();
		for (const attempts of Object.values(this.#attempts)) attempts.clear();
	}

	/** With a `backup` it brings a number over from the on-premises API (Meta, Migrate from On-Premises API to Cloud API). */
	register(record: NumberRecord, { parameters, receivedAt }: GraphCall) {
		check(parameters, [
			{ path: ['messaging_product'], kind: 'choice', required: true, choices: ['whatsapp'] },
			PIN,
			{ path: ['data_localization_region'], kind: 'choice', choices: REGIONS },
			{ path: ['backup'], kind: 'object' },
		]);
		const { backup } = parameters;
		if (backup !== undefined && (!textAt(backup, 'data') || !textAt(backup, 'password'))) {
			throw invalidParameter("The parameters backup['data'] and backup['password'] are required.");
		}
		this.#count('register', record, receivedAt);
		const isElsewhere = record.platform === 'NOT_APPLICABLE' && record.verification !== 'VERIFIED';
		if (isElsewhere) throw adminError('notVerified');
		this.#pins.check(record, textAt(parameters, 'pin') ?? '', receivedAt);
		const region = textAt(parameters, 'data_localization_region')?.toUpperCase();
		if (record.platform !== 'CLOUD_API') record.region = region;
		record.platform = 'CLOUD_API';
		record.throughput = record.throughput === 'HIGH' ? 'HIGH' : 'STANDARD';
		record.onboardedAt = receivedAt;
		this.#names.takeIntoUse(record);
		this.#leaveOther(record);
		if (record.accountId === this.#directory.ownAccount.id) this.#directory.show(record.line);
		return SUCCESS;
	}

	deregister(record: NumberRecord, { receivedAt }: GraphCall) {
		if (record.isOnBusinessApp) {
			throw invalidParameter('A phone number that is in use in the WhatsApp Business app stays registered.');
		}
		if (record.platform === 'NOT_APPLICABLE') throw adminError('notRegistered');
		this.#count('deregister', record, receivedAt);
		record.platform = 'NOT_APPLICABLE';
		record.throughput = 'NOT_APPLICABLE';
		record.region = undefined;
		return SUCCESS;
	}

	/** Without the old PIN; it cannot be taken away. */
	setPin(record: NumberRecord, { parameters }: GraphCall) {
		check(parameters, [PIN]);
		record.pin = textAt(parameters, 'pin');
		return SUCCESS;
	}

	#count(what: 'register' | 'deregister', { line }: NumberRecord, at: number): void {
		const isBlocked = at < (this.#blockedUntil.get(line.id) ?? -Infinity);
		if (!isBlocked && this.#attempts[what].take(line.id, at)) return;
		if (!isBlocked) this.#blockedUntil.set(line.id, at + SPAN_MS);
		throw adminError('tooManyRegistrations');
	}

	/** A number is registered in one account only: in another it is marked as migrated. */
	#leaveOther({ line }: NumberRecord): void {
		const others = this.#directory.records.filter(
			(other) => other.line !== line && other.line.phoneNumber === line.phoneNumber,
		);
		for (const other of others) Object.assign(other, { platform: 'NOT_APPLICABLE', standing: 'MIGRATED' });
	}
}
