import { evaluateKeywords } from '../../../../core/consent/keywords/evaluate';
import { oneScript } from '../../../../core/consent/keywords/lookalikes';

const categoryOf = (text: string) =>
	evaluateKeywords(text, { preset: 'standard', languages: 'all', fuzzyOptOut: true }).category;

/** STOP in alphabets and letterings; each letter of it in one of them. */
const STOPS = [
	'STOP',
	'ЅТОР',
	'ՏТՕР',
	'ՏΤΟΡ',
	'ᏚᎢОᏢ',
	'𝐒𝐓𝐎𝐏',
	'𝕊𝕋𝕆ℙ',
	'ＳＴＯＰ',
	'ⓈⓉⓄⓅ',
	'🅢🅣🅞🅟',
	'ꓢꓔꓳꓑ',
].map((word) => [...word]);

test('STOP is STOP in every mixture of alphabets', () => {
	const mixtures = STOPS.flatMap((first) =>
		STOPS.flatMap((second) =>
			STOPS.flatMap((third) => STOPS.map((last) => [first[0], second[1], third[2], last[3]].join(''))),
		),
	);
	expect(mixtures).toHaveLength(STOPS.length ** 4);
	expect(mixtures.filter((text) => categoryOf(text) !== 'optOut')).toEqual([]);
});

test.each([
	['привет', 'привет'],
	['пpивeт', 'привет'],
	['cтоп', 'стоп'],
	['καλημέρa'.normalize('NFD').replace('\u0301', ''), 'καλημερα'],
	['բարև', 'բարև'],
	['ᎣᏏᏲ'.toLowerCase(), 'ᎣᏏᏲ'.toLowerCase()],
	['hello', 'hello'],
	['st0p', 'st0p'],
])('%s is read as %s', (word, folded) => {
	expect(oneScript(word)).toBe(folded);
});

test.each([
	'Cпасибо за заказ',
	'нe надо торопиться',
	'оставьте у двеpи',
	'Ευχαpιστώ πολύ',
	'շնորհակալություն',
])('%s asks for nothing', (text) => {
	expect(categoryOf(text)).toBe('default');
});
