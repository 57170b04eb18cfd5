import type { OperationFailure } from '../../../operations/contract';
import { fieldFailure } from '../../../operations/input';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Allowance {
	count: number;
	spanMs: number;
	/** `ten registrations in 72 hours`. */
	inWords: string;
}

/** Meta, Register a number; Display names; Template management. */
export const ALLOWANCES = {
	registration: { count: 10, spanMs: 72 * HOUR_MS, inWords: 'ten registrations of a number in 72 hours' },
	deregistration: {
		count: 10,
		spanMs: 72 * HOUR_MS,
		inWords: 'ten deregistrations of a number in 72 hours',
	},
	displayName: { count: 10, spanMs: 30 * DAY_MS, inWords: 'ten changes of a display name in 30 days' },
	templateEdit: { count: 10, spanMs: 30 * DAY_MS, inWords: 'ten edits of an approved template in 30 days' },
	templateEditOfADay: { count: 1, spanMs: DAY_MS, inWords: 'one edit of an approved template in 24 hours' },
	templateCreation: { count: 100, spanMs: HOUR_MS, inWords: '100 new templates of an account in an hour' },
} as const satisfies Record<string, Allowance>;

/**
 * Why one more try is not made: it would be refused and, where registrations are counted, would block the number.
 *
 * @param earlier tries as the workflow noted them; without them nothing is known and nothing refused
 */
export function tooMany(
	allowance: Allowance,
	field: string,
	earlier: readonly number[] | undefined,
	now: number,
): OperationFailure | undefined {
	const { count, spanMs, inWords } = allowance;
	const recent = (earlier ?? []).filter((time) => time > now - spanMs && time <= now).sort((a, b) => a - b);
	const oldestThatCounts = recent.at(-count);
	if (oldestThatCounts === undefined) return undefined;
	const free = new Date(oldestThatCounts + spanMs).toISOString();
	return fieldFailure(
		field,
		`Meta allows ${inWords}, and they are used up`,
		`Run the node again after ${free}.`,
	);
}

const NAME_HOLDS_MS = 14 * DAY_MS;

/** An approved display name has to be registered within 14 days (Meta, Display names). */
export function approvedTooLongAgo(
	approvedAt: string | undefined,
	now: number,
): OperationFailure | undefined {
	if (approvedAt === undefined || Date.parse(approvedAt) + NAME_HOLDS_MS > now) return undefined;
	return fieldFailure(
		'nameApprovedAt',
		'The display name was approved more than 14 days ago, so registering does not bring it into use any more',
		'Request the display name again with "Number: Request Display Name", and register within 14 days of its approval.',
	);
}
