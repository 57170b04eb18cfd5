import fc from 'fast-check';
import { dayIn, timeFromEpoch, timeFromIso } from '../../../core/lib/time';

test.each<[unknown, string | undefined]>([
	['1697043223', '2023-10-11T16:53:43.000Z'],
	[1731705721, '2024-11-15T21:22:01.000Z'],
	['1697043223123', '2023-10-11T16:53:43.123Z'],
	[1697043223123, '2023-10-11T16:53:43.123Z'],
	['1697043223.5', '2023-10-11T16:53:43.500Z'],
	['0', undefined],
	[-1, undefined],
	['-1697043223', undefined],
	['169704322312', undefined],
	['1697043223123456', undefined],
	[Number.NaN, undefined],
	[Number.POSITIVE_INFINITY, undefined],
	['2023-10-11T16:53:43Z', undefined],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
	[{}, undefined],
])('timeFromEpoch(%p) is %p', (value, expected) => {
	expect(timeFromEpoch(value)).toBe(expected);
});

test.each<[unknown, string | undefined]>([
	['2024-05-01T10:00:00Z', '2024-05-01T10:00:00.000Z'],
	['2024-05-01T10:00:00.123+0000', '2024-05-01T10:00:00.123Z'],
	['2024-05-01T10:00:00.000-0300', '2024-05-01T13:00:00.000Z'],
	['2024-05-01T10:00:00+05:30', '2024-05-01T04:30:00.000Z'],
	['2024-05-01T10:00:00+02', '2024-05-01T08:00:00.000Z'],
	['2024-05-01 10:00:00.5z', '2024-05-01T10:00:00.500Z'],
	['2024-05-01T10:00:00.123456789Z', '2024-05-01T10:00:00.123Z'],
	['2024-05-01T10:00Z', '2024-05-01T10:00:00.000Z'],
	['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
	['2023-02-29T00:00:00Z', undefined],
	['2024-02-31T00:00:00Z', undefined],
	['2024-13-01T00:00:00Z', undefined],
	['2024-05-01T25:00:00Z', undefined],
	['2024-05-01T10:00:00', undefined],
	['2024-05-01', undefined],
	['yesterday', undefined],
	['', undefined],
	[1714557600, undefined],
	[null, undefined],
])('timeFromIso(%p) is %p', (value, expected) => {
	expect(timeFromIso(value)).toBe(expected);
});

test('a time without zone is UTC only where the caller says so', () => {
	expect(timeFromIso('2024-05-01T10:00:00.123456789', 'utc')).toBe('2024-05-01T10:00:00.123Z');
	expect(timeFromIso('2024-05-01T10:00:00-03:00', 'utc')).toBe('2024-05-01T13:00:00.000Z');
});

test('a time of JavaScript comes back as it was', () => {
	const min = new Date('1980-01-01');
	const max = new Date('2099-12-31');
	fc.assert(
		fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
			expect(timeFromIso(date.toISOString())).toBe(date.toISOString());
			expect(timeFromEpoch(Math.floor(date.getTime() / 1000))).toBe(
				`${date.toISOString().slice(0, 19)}.000Z`,
			);
		}),
	);
});

test('no value makes them throw', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			timeFromEpoch(value);
			timeFromIso(value);
		}),
	);
});

test.each([
	['Pacific/Auckland', '2027-01-01'],
	['UTC', '2026-12-31'],
	['America/Los_Angeles', '2026-12-31'],
])('the day of a moment in %s', (timeZone, day) => {
	expect(dayIn(Date.parse('2026-12-31T12:30:00Z'), timeZone)).toBe(day);
});
