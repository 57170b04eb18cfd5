import type { DeliveryError, JsonObject, JsonValue } from '../events';
import { checked, resultOf, type Check, type Result } from './checks';
import type { Reply } from '../http/ask';
import type { KnownError } from '../http/error-table';
import { compact } from '../lib/json';

/** Whose fault it is: what the account may do, a value of ours, the credential, or the provider itself. */
export type Fault = 'entitlement' | 'field' | 'credential' | 'provider';

/** Whose fault an answer shows that is not a success. */
export type Blame = (error: DeliveryError) => Fault;

export interface ChannelCheck extends Check {
	/** Absent where nothing is wrong. */
	fault?: Fault;
}

/** @param known what the provider's rows say of a code */
export function blameBy(known: (code: string) => KnownError | undefined): Blame {
	return ({ code, cause }) => {
		if (cause === 'credentialInvalid') return 'credential';
		const isNotAllowed = code === 'http.402' || known(code)?.isNotAllowed === true;
		if (cause === 'quotaExhausted' || isNotAllowed) return 'entitlement';
		return cause === 'configurationInvalid' ? 'field' : 'provider';
	};
}

export function withFault(check: Check, fault: Fault): ChannelCheck {
	return check.state === 'ok' ? check : { ...check, fault };
}

/** One thing that was found without asking. */
export function judged(name: string, expected: string, fault: Fault, result: Result): ChannelCheck {
	return withFault(checked(name, expected, result), fault);
}

/** What an answer shows; an answer that failed says itself, by way of `blame`, whose fault it is. */
export function judgeBy(blame: Blame) {
	return (
		name: string,
		expected: string,
		fault: Fault,
		reply: Reply,
		read: (body: unknown) => Result,
	): ChannelCheck =>
		reply.ok
			? judged(name, expected, fault, read(reply.body))
			: judged(name, expected, blame(reply.error), resultOf(reply.error));
}

/** As the suites name a channel, so that it can stand in configurations of others. */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;

export function checkName(name: string | undefined): ChannelCheck[] {
	if (name === undefined) return [];
	const expected = 'a letter, then letters, digits, "_", "." and "-"';
	const nextStep = 'Change the name of the channel: a letter first, then letters, digits, "_", "." or "-".';
	const result: Result = NAME.test(name)
		? { state: 'ok', found: name }
		: { state: 'failed', found: name, nextStep };
	return [judged('Channel name', expected, 'field', result)];
}

const LATER = { state: 'unknown', found: 'not looked at', nextStep: '' } as const;

/**
 * The same checks, where the provider does not take the credential: what it says to that tells nothing about the rest.
 *
 * @param unasked names of checks that look at the credential without asking
 */
export function afterTheCredential(
	checks: readonly ChannelCheck[],
	unasked: readonly string[] = [],
): ChannelCheck[] {
	const isAnswer = ({ name, fault }: ChannelCheck) => fault === 'credential' && !unasked.includes(name);
	const broken = checks.find((check) => isAnswer(check) && check.state === 'failed');
	return checks.map((check) =>
		broken !== undefined && check !== broken && isAnswer(check) ? { ...check, ...LATER } : check,
	);
}

type Judge = (check: ChannelCheck) => boolean;

/** Worst first. */
const FAILED: Judge = ({ state }) => state === 'failed';
const WARNED: Judge = ({ state }) => state === 'warning';
/** Something that the provider keeps from being looked at may be broken. */
const HIDDEN: Judge = ({ state, fault }) => state === 'unknown' && fault === 'provider';

function statusOf(first: ChannelCheck | undefined): 'active' | 'degraded' | 'failed' {
	if (first === undefined) return 'active';
	return first.state === 'failed' ? 'failed' : 'degraded';
}

/** The item of a channel: its state, and the first check that tells why it is not active. */
export function reportOf(
	facts: Readonly<Record<string, JsonValue | undefined>>,
	checks: readonly ChannelCheck[],
	isDoubtful: Judge,
	now: number,
): JsonObject {
	const [first] = [FAILED, WARNED, isDoubtful].flatMap((isBad) => checks.filter(isBad));
	return compact({
		...facts,
		status: statusOf(first),
		firstFailed: first?.name,
		fault: first?.fault,
		nextStep: first?.nextStep,
		checkedAt: new Date(now).toISOString(),
		checks: checks.map((check) => compact({ ...check })),
	});
}

/** The same of checks in which the credential comes first. */
export function channelReport(facts: JsonObject, given: readonly ChannelCheck[], now: number): JsonObject {
	return reportOf(facts, afterTheCredential(given), HIDDEN, now);
}
