import { dateIn } from '../../../core/questions/dates';

/** A Monday, late in the evening in Dublin and already Tuesday in Tokyo. */
const now = Date.parse('2026-11-30T23:30:00Z');
const dublin = { now, timeZone: 'Europe/Dublin', dayFirst: true };

test.each<[string, string | undefined]>([
	['2026-12-24', '2026-12-24'],
	['on 24.12.2026 please', '2026-12-24'],
	['24/12/26', '2026-12-24'],
	['24.12.', '2026-12-24'],
	['3.4.', '2027-04-03'],
	['29.2.2027', undefined],
	['31.4.', undefined],
	['24 December', '2026-12-24'],
	['December 24th, 2027', '2027-12-24'],
	['am 24. Dezember', '2026-12-24'],
	['le 1er mars', '2027-03-01'],
	['24 декабря', '2026-12-24'],
	['24 de diciembre de 2026', '2026-12-24'],
	['2026年12月24日', '2026-12-24'],
	['today', '2026-11-30'],
	['Tomorrow!', '2026-12-01'],
	['mañana', '2026-12-01'],
	['übermorgen', '2026-12-02'],
	['Friday', '2026-12-04'],
	['next Monday', '2026-12-07'],
	['vendredi', '2026-12-04'],
	['at 10:30', undefined],
	['soon', undefined],
	['', undefined],
])('%s', (text, expected) => {
	expect(dateIn(text, dublin)).toBe(expected);
});

test('the month comes first in the US', () => {
	expect(dateIn('3/4/2027', { ...dublin, dayFirst: false })).toBe('2027-03-04');
});

test('today is the day of the person', () => {
	expect(dateIn('today', { ...dublin, timeZone: 'Asia/Tokyo' })).toBe('2026-12-01');
});
