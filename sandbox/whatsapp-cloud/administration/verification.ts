import type { GraphCall } from '../operations.ts';
import { textAt } from '../parameters.ts';
import { check } from '../requirements.ts';
import type { Rules } from '../rules.ts';
import { Attempts } from './attempts.ts';
import { adminError } from './errors.ts';
import type { NumberRecord } from './number-record.ts';

const MINUTE_MS = 60_000;
const CODE_MS = 10 * MINUTE_MS;
/** The sandbox's own: Meta publishes no figures. */
const REQUESTS = { count: 5, spanMs: 60 * MINUTE_MS };
const WRONG_CODES = 5;
const SUCCESS = { success: true } as const;

/** A code that is on its way to a number. */
interface Sent {
	at: number;
	wrong: number;
}

/** `POST /{phone number}/request_code` and `/verify_code` (Meta, Business phone numbers). */
export class Verification {
	readonly #rules: Rules;
	readonly #requests = new Attempts(REQUESTS.count, REQUESTS.spanMs);
	readonly #sent = new Map<string, Sent>();

	constructor(rules: Rules) {
		this.#rules = rules;
	}

	clear(): void {
		this.#requests.clear();
		this.#sent.clear();
	}

	request({ line, verification, isOnBusinessApp }: NumberRecord, { parameters, receivedAt }: GraphCall) {
		check(parameters, [
			{ path: ['code_method'], kind: 'choice', required: true, choices: ['sms', 'voice'] },
			{ path: ['language'], kind: 'text', required: true, pattern: /^[a-z]{2}_[A-Z]{2}$/ },
		]);
		if (verification === 'VERIFIED') throw adminError('codeNotSent', 'The phone number is verified already.');
		if (isOnBusinessApp) throw adminError('codeNotSent', 'The phone number is in use in the app.');
		if (!this.#requests.take(line.id, receivedAt)) {
			throw adminError('codeNotSent', 'You have requested too many codes. Try again in an hour.');
		}
		this.#sent.set(line.id, { at: receivedAt, wrong: 0 });
		return SUCCESS;
	}

	/** The code is that of the rules, so that a test knows it. */
	verify(record: NumberRecord, { parameters, receivedAt }: GraphCall) {
		check(parameters, [{ path: ['code'], kind: 'text', required: true, pattern: /^\d{3}-?\d{3}$/ }]);
		const { id } = record.line;
		const sent = this.#sent.get(id);
		if (!sent || receivedAt - sent.at > CODE_MS) {
			throw adminError('codeWrong', 'The code has expired. Request another one.');
		}
		if (textAt(parameters, 'code')?.replace('-', '') !== this.#rules.values.verificationCode) {
			sent.wrong += 1;
			if (sent.wrong >= WRONG_CODES) this.#sent.delete(id);
			throw adminError('codeWrong', 'The code you entered is not correct.');
		}
		this.#sent.delete(id);
		record.verification = 'VERIFIED';
		return SUCCESS;
	}
}
