const MILLISECONDS_FROM = 1e12;
const SECONDS_BELOW = 1e11;
const LAST_FOUR_DIGIT_YEAR = Date.UTC(10_000, 0, 1);

function toIso(milliseconds: number): string | undefined {
	return milliseconds > 0 && milliseconds < LAST_FOUR_DIGIT_YEAR
		? new Date(milliseconds).toISOString()
		: undefined;
}

/**
 * Time since 1970 as ISO 8601 in UTC. Seconds are the rule; a value of 13 digits is milliseconds, which
 * some senders write into the same field. Both as number and as text.
 *
 * @returns `undefined` for anything that is not such a time, zero included
 */
export function timeFromEpoch(value: unknown): string | undefined {
	if (typeof value === 'string' && !/^\d+(\.\d+)?$/.test(value)) return undefined;
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const time = Number(value);
	if (time >= MILLISECONDS_FROM) return toIso(time);
	return time < SECONDS_BELOW ? toIso(time * 1000) : undefined;
}

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,](\d{1,9}))?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** `+0000` and `-03` to the form that every JavaScript engine reads. */
function toOffset(zone: string): string {
	if (zone.toUpperCase() === 'Z') return 'Z';
	const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
	return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/**
 * A written time with its offset (`2024-05-01T10:00:00.123+0000`, `…Z`, `…-03:00`) as ISO 8601 in UTC, cut
 * to milliseconds.
 *
 * @param withoutZone what a time without offset means: nothing (the default), or UTC where the provider
 * says so
 * @returns `undefined` for anything that is not such a time, dates outside the calendar included
 */
export function timeFromIso(value: unknown, withoutZone: 'invalid' | 'utc' = 'invalid'): string | undefined {
	const match = typeof value === 'string' ? ISO.exec(value.trim()) : null;
	if (match === null) return undefined;
	const [, day = '', minutes = '', seconds = ':00', fraction = '', zone] = match;
	if (zone === undefined && withoutZone === 'invalid') return undefined;
	const midnight = Date.parse(`${day}T00:00:00Z`);
	// JavaScript turns February 31 into March 2 instead of refusing it.
	if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
	return toIso(
		Date.parse(`${day}T${minutes}${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${toOffset(zone ?? 'Z')}`),
	);
}

/** The day of a moment, `YYYY-MM-DD`, where the clocks show this zone. */
export function dayIn(time: number, timeZone: string): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(time);
}
