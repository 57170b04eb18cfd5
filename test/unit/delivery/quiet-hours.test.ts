import { getCountries } from 'libphonenumber-js/min';
import fc from 'fast-check';
import { zonesOfCountry } from '../../../core/delivery/zones';
import {
	isZone,
	quietAt,
	readQuietHours,
	WEEKDAYS,
	type QuietHours,
} from '../../../core/delivery/quiet-hours';

function hours(from: string, until: string, days: string[] = []): QuietHours {
	const result = readQuietHours(from, until, days);
	if (!result.ok) throw new Error(result.message);
	return result.hours;
}

const NIGHT = hours('20:00', '08:00');

test.each<[string, QuietHours, string[], string, string | undefined]>([
	['by day', NIGHT, ['Europe/Berlin'], '2026-11-21T12:00:00Z', undefined],
	['in the evening', NIGHT, ['Europe/Berlin'], '2026-11-21T19:00:00Z', '2026-11-22T07:00:00.000Z'],
	['in the morning', NIGHT, ['Europe/Berlin'], '2026-11-21T06:59:59.999Z', '2026-11-21T07:00:00.000Z'],
	['at the end', NIGHT, ['Europe/Berlin'], '2026-11-21T07:00:00Z', undefined],
	['half an hour off', NIGHT, ['Asia/Kolkata'], '2026-11-21T14:30:00Z', '2026-11-22T02:30:00.000Z'],
	['within a day', hours('12:00', '14:00'), ['UTC'], '2026-11-21T13:00:00Z', '2026-11-21T14:00:00.000Z'],
	['no hours at all', hours('8:00', '8:00'), ['UTC'], '2026-11-21T08:00:00Z', undefined],
	[
		'a weekend',
		hours('20:00', '08:00', ['saturday', 'Sunday']),
		['Europe/Berlin'],
		'2026-11-21T12:00:00Z',
		'2026-11-23T07:00:00.000Z',
	],
	[
		'the night in which clocks go forward is an hour shorter',
		NIGHT,
		['Europe/Berlin'],
		'2026-03-28T19:00:00Z',
		'2026-03-29T06:00:00.000Z',
	],
	[
		'the night in which clocks go back is an hour longer',
		NIGHT,
		['Europe/Berlin'],
		'2026-10-24T18:00:00Z',
		'2026-10-25T07:00:00.000Z',
	],
	[
		'an end that the clocks leave out',
		hours('20:00', '02:30'),
		['Europe/Berlin'],
		'2026-03-28T19:00:00Z',
		'2026-03-29T01:00:00.000Z',
	],
	[
		'an hour that comes twice',
		hours('20:00', '02:30'),
		['Europe/Berlin'],
		'2026-10-25T01:10:00Z',
		'2026-10-25T01:30:00.000Z',
	],
	[
		'a country of several clocks: until the last one wakes',
		NIGHT,
		['America/New_York', 'America/Los_Angeles'],
		'2026-11-21T13:30:00Z',
		'2026-11-21T16:00:00.000Z',
	],
	[
		'… and from when the first one sleeps',
		NIGHT,
		['America/New_York', 'America/Los_Angeles'],
		'2026-11-22T01:00:00Z',
		'2026-11-22T16:00:00.000Z',
	],
	[
		'a day that one of the zones has and the other has not yet',
		hours('0:00', '0:00', ['sunday']),
		['Pacific/Auckland', 'Pacific/Honolulu'],
		'2026-11-21T12:00:00Z',
		'2026-11-23T10:00:00.000Z',
	],
])('%s', (_name, quiet, zones, now, resumeAt) => {
	expect(quietAt(quiet, zones, Date.parse(now))).toEqual(
		resumeAt === undefined ? { quiet: false } : { quiet: true, resumeAt },
	);
});

test('quiet hours without an end', () => {
	expect(quietAt(hours('0:00', '0:00', [...WEEKDAYS]), ['UTC'], 0)).toEqual({ quiet: true });
});

const walls = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows, by another way than the code. */
function wall(zone: string, at: number) {
	const format =
		walls.get(zone) ??
		new Intl.DateTimeFormat('en-US', {
			...{ timeZone: zone, hourCycle: 'h23', weekday: 'long', hour: 'numeric', minute: 'numeric' },
		});
	walls.set(zone, format);
	const parts = format.formatToParts(at);
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
	return { day: part('weekday').toLowerCase(), minute: Number(part('hour')) * 60 + Number(part('minute')) };
}

function isQuiet({ fromMinute, untilMinute, days }: QuietHours, zone: string, at: number): boolean {
	const { day, minute } = wall(zone, at);
	if (days.has(WEEKDAYS.findIndex((weekday) => weekday === day))) return true;
	return fromMinute <= untilMinute
		? minute >= fromMinute && minute < untilMinute
		: minute >= fromMinute || minute < untilMinute;
}

test('agrees with the clock on the wall, in all zones, around changes of the clocks too', () => {
	const zones = [...new Set(getCountries().flatMap(zonesOfCountry))];
	const minuteOfDay = fc.integer({ min: 0, max: 1439 });
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.constantFrom(...zones), { minLength: 1, maxLength: 3 }),
			fc.record({ fromMinute: minuteOfDay, untilMinute: minuteOfDay }),
			fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 3 }),
			fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 }),
			(someZones, range, days, minute) => {
				const quiet: QuietHours = { ...range, days: new Set(days) };
				const now = minute * 60_000;
				const anywhere = (at: number) => someZones.some((zone) => isQuiet(quiet, zone, at));
				const answer = quietAt(quiet, someZones, now);
				expect(answer.quiet).toBe(anywhere(now));
				if (!answer.quiet || answer.resumeAt === undefined) return;
				const resumeAt = Date.parse(answer.resumeAt);
				expect(anywhere(resumeAt)).toBe(false);
				// Looked at every so often, the time between is quiet throughout.
				for (let at = now; at < resumeAt; at += 17 * 60_000) expect(anywhere(at)).toBe(true);
				expect(anywhere(resumeAt - 60_000)).toBe(true);
			},
		),
		{ numRuns: 200 },
	);
}, 60_000);

test.each([
	['25:00', '08:00', [], 'from', '"25:00" is not a time of day such as 20:00'],
	['20:00', 'eight', [], 'until', '"eight" is not a time of day such as 20:00'],
	['20:00', '08:00', ['Caturday'], 'days', '"Caturday" is not a day of the week'],
])('%s to %s on %j is refused', (from, until, days, field, message) => {
	expect(readQuietHours(from, until, days)).toEqual({ ok: false, field, message });
});

test.each([
	['Europe/Berlin', true],
	['UTC', true],
	['Europe/Bern', false],
	['', false],
])('"%s" is a time zone: %s', (zone, expected) => {
	expect(isZone(zone)).toBe(expected);
});
