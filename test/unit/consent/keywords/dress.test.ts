import fc from 'fast-check';
import { PRESET_KEYWORDS } from '../../../../core/consent/keywords/entries';
import { evaluateKeywords } from '../../../../core/consent/keywords/evaluate';
import type { KeywordOptions } from '../../../../core/consent/types';

const all: KeywordOptions = { preset: 'standard', languages: 'all', fuzzyOptOut: true };
const lists = PRESET_KEYWORDS.standard;
const keywords = (['optIn', 'optOut', 'help'] as const).flatMap((category) =>
	lists[category].map((keyword) => ({ category, keyword })),
);

const fullWidth = (text: string) =>
	text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
const randomCase = (text: string, bits: number) =>
	[...text].map((letter, index) => ((bits >> index) & 1 ? letter.toLowerCase() : letter)).join('');
const DRESSES: ((text: string) => string)[] = [
	fullWidth,
	(text) => [...text].join('\u200b'),
	(text) => `\ufeff${text}\u200f`,
	(text) => text.replace(/[AEIOU]/, (vowel) => `${vowel}\u0301`),
	(text) => `“${text}”`,
	(text) => `*${text}*!!!`,
	(text) => `${text} 🙏😡`,
	(text) => `✋ ${text} ✋️`,
	(text) => `  ${text}\n`,
	(text) => `>${text}`,
	(text) => `${text}\u00a0.`,
	(text) => `${text}${'😀'.repeat(200)}`,
	(text) => [...text].map((letter) => String.fromCodePoint(0x1d5d4 + letter.charCodeAt(0) - 65)).join(''),
];

/** Below a quoted line, a line of emoji is an answer of its own. */
const isAnswered = (text: string) => /^\s*>.*\n.*🙏/su.test(text);

test('any dress of a keyword leaves its category', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...keywords),
			fc.nat(),
			fc.array(fc.constantFrom(...DRESSES), { maxLength: 3 }),
			({ category, keyword }, bits, dresses) => {
				// Mathematical letters exist for capitals only, so that dress comes before the change of case.
				const [sans, ...others] = [dresses.includes(DRESSES.at(-1) ?? String), ...dresses];
				const start = sans ? keyword : randomCase(keyword, bits);
				const dressed = others
					.sort((a, b) => DRESSES.indexOf(b) - DRESSES.indexOf(a))
					.reduce((text, dress) => (dress === DRESSES.at(-1) ? dress(keyword) : dress(text)), start);
				fc.pre(!isAnswered(dressed));
				expect([dressed, evaluateKeywords(dressed, all).category]).toEqual([dressed, category]);
			},
		),
	);
});

test.each([
	's t o p',
	'\ufeff  >STOP\n\u200f',
	'S.T.O.P.',
	'S-T-O-P',
	'stoppp',
	'st0p',
	'$top',
	'ЅТОР',
	'STOP STOP STOP',
	'please stop',
	'STOP thanks',
	'STOP 12345',
	'STOP to 40404',
	'un-subscribe',
	'stop, quit, cancel',
	'Stop.\nSent from my iPhone',
	'1. stop',
])('%p is an opt-out', (text) => {
	expect(evaluateKeywords(text, all)).toMatchObject({ category: 'optOut', tier: 'normalised' });
});

test('opt-out wins over every other list that has its word', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...lists.optOut),
			fc.subarray(['optIn', 'help', 'doubleOptIn']),
			(word, categories) => {
				const own = Object.fromEntries(categories.map((category) => [category, [word]]));
				const options: KeywordOptions = {
					...all,
					languages: ['en'],
					keywords: { ...own, custom: { mine: [word] } },
				};
				expect(evaluateKeywords(word, options).category).toBe('optOut');
			},
		),
	);
});

test('every string has an answer', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
			const match = evaluateKeywords(text, all);
			expect(match.explanation).not.toBe('');
			expect(match.confidence).toBeGreaterThanOrEqual(0);
			expect(match.confidence).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 200 },
	);
});

/** Generous beside the half millisecond that these take, tight beside the seconds of anything super-linear. */
const LIMIT_MS = 100;

test.each(
	[
		'a\u0301\u0316',
		'\u0316\u0301',
		'\ufdfa',
		'退订',
		'ยกเลิก',
		'stop text me no more ',
		'请',
		'>\n',
		'“',
		'removed a x ',
		'가'.normalize('NFD'),
		'لا ',
		'!?.,',
		"'",
		'\ud800',
	].map((piece) => [piece]),
)('ten thousand characters of %j take no time', (piece) => {
	const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
	evaluateKeywords(text, all);
	const start = performance.now();
	evaluateKeywords(text, all);
	expect(performance.now() - start).toBeLessThan(LIMIT_MS);
});

describe('languages', () => {
	test.each([
		['BAJA', 'es'],
		['désabonner', 'fr'],
		['ABMELDEN', 'de'],
		['descadastrar', 'pt-BR'],
		['СТОП', 'ru'],
		['配信停止', 'ja'],
		['退订', 'zh-Hans'],
		['退訂', 'zh-Hant'],
		['수신거부', 'ko'],
		['إلغاء الاشتراك', 'ar'],
		['הסר', 'he'],
	])('%s counts in %s and beside any other', (text, language) => {
		expect(evaluateKeywords(text, { preset: 'standard', languages: [language] }).category).toBe('optOut');
		expect(evaluateKeywords(text, all).category).toBe('optOut');
		expect(evaluateKeywords('STOP', { preset: 'standard', languages: [language] }).category).toBe('optOut');
	});

	test.each([
		['pt', 'descadastrar'],
		['fr-CA', 'arrêt'],
		['zh', '退订'],
		['no', 'avmeld'],
	])('%s stands for its nearest relative', (language, text) => {
		expect(evaluateKeywords(text, { preset: 'standard', languages: [language] }).category).toBe('optOut');
	});

	test.each([
		['T', 'zh'],
		['0000', 'zh'],
		['TC', 'vi'],
		['uit', 'nl'],
		['Fin', 'fr'],
	])('the short word %p is certain only where %s is named', (text, language) => {
		expect(evaluateKeywords(text, { ...all, languages: [language] }).category).toBe('optOut');
		expect(evaluateKeywords(text, all)).toMatchObject({ category: 'fuzzyOptOut', tier: 'fuzzy' });
		expect(evaluateKeywords(text, { ...all, fuzzyOptOut: false }).category).toBe('default');
	});

	test.each(['N', 'T?', 't...', 'T T', 'T.T', '1000', '00000', 'see you, tc'])(
		'%p is no short word',
		(text) => {
			expect(evaluateKeywords(text, all).category).toBe('default');
		},
	);

	test('answers count only while a double opt-in is pending', () => {
		const options: KeywordOptions = { preset: 'carrier', languages: 'all' };
		expect(evaluateKeywords('sí', { ...options, consentState: 'pending' }).category).toBe('doubleOptIn');
		expect(evaluateKeywords('sí', options).category).toBe('default');
		expect(evaluateKeywords('YES', options).category).toBe('default');
		expect(evaluateKeywords('NO', options).category).toBe('default');
	});
});
