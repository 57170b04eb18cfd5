import { numberIn } from '../../../core/questions/numbers';

test.each<[string, number | undefined]>([
	['4', 4],
	['we are 4 people', 4],
	['-2,5', -2.5],
	['about 1 234 567 kg', 1_234_567],
	['1.234,56 €', 1234.56],
	['$1,234.56', 1234.56],
	["12'000", 12_000],
	['1.234.567', 1_234_567],
	['3.5', 3.5],
	['٣٤', 34],
	['۱۲٫۵', 12.5],
	['１２', 12],
	['four', undefined],
	['4 or 5', undefined],
	['', undefined],
	// More than a thousand for some, a little more than one for others.
	['1.234', undefined],
	['1,234', undefined],
])('%s', (text, expected) => {
	expect(numberIn(text, {})).toBe(expected);
});

test.each<[string, number, number, number | undefined]>([
	['1.234', 100, 2000, 1234],
	['1.234', 0, 10, 1.234],
	['12', 1, 10, undefined],
	['-1', 0, 10, undefined],
])('%s between %d and %d', (text, least, most, expected) => {
	expect(numberIn(text, { least, most })).toBe(expected);
});
