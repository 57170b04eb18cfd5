/** When nothing is to go out, by the clock of the recipient. */
export interface QuietHours {
	/** Minutes since midnight. Beginning and end that are equal mean no quiet hours. An end before the beginning is the next day's. */
	fromMinute: number;
	untilMinute: number;
	/** Days on which nothing goes out at all: 0 is Sunday. */
	days: ReadonlySet<number>;
}

export const WEEKDAYS = [
	'sunday',
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
] as const;

export type QuietHoursResult =
	{ ok: true; hours: QuietHours } | { ok: false; field: 'from' | 'until' | 'days'; message: string };

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;
/** Offsets change on quarters of an hour only. */
const QUARTER_MS = 15 * MINUTE_MS;
/** Whatever is not over by then never is. */
const LONGEST_MS = 8 * DAY_MS;

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

function minuteOf(clock: string): number | undefined {
	const [, hour, minute] = CLOCK.exec(clock.trim()) ?? [];
	return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

/** Quiet hours as people write them: `20:00` until `8:00`, and days. */
export function readQuietHours(from: string, until: string, days: readonly string[] = []): QuietHoursResult {
	const fromMinute = minuteOf(from);
	if (fromMinute === undefined) return notAClock('from', from);
	const untilMinute = minuteOf(until);
	if (untilMinute === undefined) return notAClock('until', until);
	const wrong = days.find((day) => !WEEKDAYS.some((weekday) => weekday === day.toLowerCase()));
	if (wrong !== undefined)
		return { ok: false, field: 'days', message: `"${wrong}" is not a day of the week` };
	const numbers = days.map((day) => WEEKDAYS.findIndex((weekday) => weekday === day.toLowerCase()));
	return { ok: true, hours: { fromMinute, untilMinute, days: new Set(numbers) } };
}

function notAClock(field: 'from' | 'until', value: string): QuietHoursResult {
	return { ok: false, field, message: `"${value}" is not a time of day such as 20:00` };
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone and quarter of an hour: a run of messages asks for the same few over and over, and `Intl` is slow. */
const offsets = new Map<string, Map<number, number>>();
const MOST_QUARTERS = 500;

/** Whether this is the name of a time zone, `Europe/Berlin`. */
export function isZone(zone: string): boolean {
	try {
		formatOf(zone);
		return true;
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}

function formatOf(zone: string): Intl.DateTimeFormat {
	let format = formats.get(zone);
	if (format === undefined) {
		format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
		formats.set(zone, format);
	}
	return format;
}

const OFFSET = /([+-])(\d{2}):(\d{2})/;

function readOffset(zone: string, at: number): number {
	const name = formatOf(zone)
		.formatToParts(at)
		.find(({ type }) => type === 'timeZoneName')?.value;
	const [, sign, hours, minutes] = OFFSET.exec(name ?? '') ?? [];
	if (sign === undefined) return 0;
	const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
	return sign === '-' ? -size : size;
}

/** Milliseconds that the clocks of a zone are ahead of UTC. */
export function offsetAt(zone: string, at: number): number {
	const quarter = Math.floor(at / QUARTER_MS);
	const ofZone = offsets.get(zone) ?? new Map<number, number>();
	offsets.set(zone, ofZone);
	let offset = ofZone.get(quarter);
	if (offset === undefined) {
		if (ofZone.size >= MOST_QUARTERS) ofZone.clear();
		offset = readOffset(zone, at);
		ofZone.set(quarter, offset);
	}
	return offset;
}

/** Minutes of the local clock until the quiet ends, as far as this day says; 0 where it is not quiet. */
function quietMinutes({ fromMinute, untilMinute, days }: QuietHours, local: number): number {
	const minute = Math.floor((local % DAY_MS) / MINUTE_MS);
	if (days.has(new Date(local).getUTCDay())) return DAY_MINUTES - minute;
	if (fromMinute < untilMinute) {
		return minute >= fromMinute && minute < untilMinute ? untilMinute - minute : 0;
	}
	if (fromMinute === untilMinute) return 0;
	if (minute >= fromMinute) return DAY_MINUTES - minute;
	return minute < untilMinute ? untilMinute - minute : 0;
}

/** The first quarter of an hour after `from` at which the clocks of the zone are put forward or back. */
function clockChange(zone: string, from: number, until: number): number {
	let before = Math.floor(from / QUARTER_MS);
	let after = Math.ceil(until / QUARTER_MS);
	const offset = offsetAt(zone, from);
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (offsetAt(zone, middle * QUARTER_MS) === offset) before = middle;
		else after = middle;
	}
	return after * QUARTER_MS;
}

/** The next time at which the quiet may be over; the same time where it is not quiet. */
function quietUntil(hours: QuietHours, zone: string, at: number): number {
	const offset = offsetAt(zone, at);
	const local = at + offset;
	const minutes = quietMinutes(hours, local);
	if (minutes === 0) return at;
	const end = at - (local % MINUTE_MS) + minutes * MINUTE_MS;
	return offsetAt(zone, end) === offset ? end : clockChange(zone, at, end);
}

export type Quiet = { quiet: false } | { quiet: true; /** Absent where it never ends. */ resumeAt?: string };

/** Whether it is quiet in any of the zones, and when it will be in none. */
export function quietAt(hours: QuietHours, zones: readonly string[], now: number): Quiet {
	let at = now;
	for (;;) {
		const later = zones.reduce((latest, zone) => Math.max(latest, quietUntil(hours, zone, at)), at);
		if (later === at) break;
		if (later - now > LONGEST_MS) return { quiet: true };
		at = later;
	}
	return at === now ? { quiet: false } : { quiet: true, resumeAt: new Date(at).toISOString() };
}
