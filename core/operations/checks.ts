import type { DeliveryError } from '../events';
import type { Reply } from '../http/ask';
import type { KnownError } from '../http/error-table';

/** Whose fault it is: what the account may do, a value of ours, the credential, or the provider itself. */
export type Fault = 'entitlement' | 'field' | 'credential' | 'provider';

/** One thing that has to be right for a channel to work. */
export interface Check {
	name: string;
	/** `unknown`: it could not be looked at, which says nothing about whether it is right. */
	state: 'ok' | 'warning' | 'failed' | 'unknown';
	found: string;
	expected: string;
	/** What to do, in one or two sentences; empty where nothing is to be done. */
	nextStep: string;
	link?: string;
	/** Absent where nothing is wrong. */
	fault?: Fault;
}

export interface Result {
	state: Check['state'];
	found: string;
	nextStep?: string;
	link?: string;
}

/** Whose fault an answer shows that is not a success. */
export type Blame = (error: DeliveryError) => Fault;

/** @param known what the provider's rows say of a code */
export function blameBy(known: (code: string) => KnownError | undefined): Blame {
	return ({ code, cause }) => {
		if (cause === 'credentialInvalid') return 'credential';
		const isNotAllowed = code === 'http.402' || known(code)?.isNotAllowed === true;
		if (cause === 'quotaExhausted' || isNotAllowed) return 'entitlement';
		return cause === 'configurationInvalid' ? 'field' : 'provider';
	};
}

/** A fault of credential or set-up is a finding; anything else only means that nobody could look. */
export function resultOf({ title, detail, advice, cause }: DeliveryError): Result {
	const isFinding = cause === 'credentialInvalid' || cause === 'configurationInvalid';
	const found = detail === '' ? title : `${title}: ${detail}`;
	return { state: isFinding ? 'failed' : 'unknown', found, nextStep: advice };
}

/** One thing that was looked at, and whose fault it is where it is not right. */
export function judged(
	name: string,
	expected: string,
	fault: Fault,
	{ nextStep = '', ...result }: Result,
): Check {
	const check = { name, ...result, expected, nextStep };
	return check.state === 'ok' ? check : { ...check, fault };
}

/** What an answer shows; an answer that failed says itself, by way of `blame`, whose fault it is. */
export function judgeBy(blame: Blame) {
	return (
		name: string,
		expected: string,
		fault: Fault,
		reply: Reply,
		read: (body: unknown) => Result,
	): Check =>
		reply.ok
			? judged(name, expected, fault, read(reply.body))
			: judged(name, expected, blame(reply.error), resultOf(reply.error));
}
