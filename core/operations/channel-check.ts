import type { JsonObject, JsonValue } from '../events';
import { judged, type Check, type Result } from './checks';
import { compact } from '../lib/json';

/** As the suites name a channel, so that it can stand in configurations of others. */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;

export function checkName(name: string | undefined): Check[] {
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
export function afterTheCredential(checks: readonly Check[], unasked: readonly string[] = []): Check[] {
	const isAnswer = ({ name, fault }: Check) => fault === 'credential' && !unasked.includes(name);
	const broken = checks.find((check) => isAnswer(check) && check.state === 'failed');
	return checks.map((check) =>
		broken !== undefined && check !== broken && isAnswer(check) ? { ...check, ...LATER } : check,
	);
}

type Judge = (check: Check) => boolean;

/** Worst first. */
const FAILED: Judge = ({ state }) => state === 'failed';
const WARNED: Judge = ({ state }) => state === 'warning';
/** Something that the provider keeps from being looked at may be broken. */
const HIDDEN: Judge = ({ state, fault }) => state === 'unknown' && fault === 'provider';

function statusOf(first: Check | undefined): 'active' | 'degraded' | 'failed' {
	if (first === undefined) return 'active';
	return first.state === 'failed' ? 'failed' : 'degraded';
}

/** The item of a channel: its state, and the first check that tells why it is not active. */
export function reportOf(
	facts: Readonly<Record<string, JsonValue | undefined>>,
	checks: readonly Check[],
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
export function channelReport(facts: JsonObject, given: readonly Check[], now: number): JsonObject {
	return reportOf(facts, afterTheCredential(given), HIDDEN, now);
}
