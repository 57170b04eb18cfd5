import { evaluateKeywords } from '../../../../core/consent/keywords/evaluate';
import type { KeywordOptions, PartialMatch } from '../../../../core/consent/types';

const asking = (match: PartialMatch | undefined, ...words: string[]): KeywordOptions => ({
	preset: 'standard',
	fuzzyOptOut: true,
	keywords: { custom: { menu: words }, ...(match && { customMatch: { menu: match } }) },
});

const OUTPUT_BY_MATCH: [text: string, whole: string, firstWord: string, contains: string][] = [
	['Latte, please!', 'custom', 'custom', 'custom'],
	['oat latte?', 'default', 'default', 'custom'],
	['LATTE for two', 'default', 'custom', 'custom'],
	['one latté and a cake', 'default', 'default', 'custom'],
	['do you sell lattes', 'default', 'default', 'default'],
	['the flatlatte one', 'default', 'default', 'default'],
	['아이스라떼 주세요', 'default', 'default', 'custom'],
	['拿铁一杯', 'default', 'custom', 'custom'],
	['来一杯拿铁', 'default', 'default', 'custom'],
];

test.each(OUTPUT_BY_MATCH)(
	'"%s" is %s, by the first word %s, by any %s',
	(text, whole, firstWord, contains) => {
		const words = ['LATTE', '라떼', '拿铁'];
		const category = (match?: PartialMatch) => evaluateKeywords(text, asking(match, ...words)).category;
		expect([category(), category('firstWord'), category('contains')]).toEqual([whole, firstWord, contains]);
	},
);

test.each([
	['please stop texting me about latte', 'optOut'],
	['I thought I unsubscribed from the latte list', 'fuzzyOptOut'],
	['STOP', 'optOut'],
])('"%s" with a contained word is %s all the same', (text, category) => {
	expect(evaluateKeywords(text, asking('contains', 'LATTE', 'STOP')).category).toBe(category);
});

test('a word of several words has to stand together', () => {
	const options = asking('contains', 'opening times');
	expect(evaluateKeywords('what are your opening times today', options).category).toBe('custom');
	expect(evaluateKeywords('opening at what times', options).category).toBe('default');
});

test('the match names list and word, and says how it was found', () => {
	expect(evaluateKeywords('an oat latte', asking('contains', 'Latte'))).toEqual({
		category: 'custom',
		name: 'menu',
		keyword: 'Latte',
		tier: 'phrase',
		confidence: 0.8,
		explanation: 'The message contains the "menu" keyword LATTE.',
	});
});

test('of two lists the first one wins, unless the message is nothing but a word of the second', () => {
	const options: KeywordOptions = {
		preset: 'own',
		keywords: {
			custom: { drinks: ['latte'], food: ['cake'] },
			customMatch: { drinks: 'contains', food: 'contains' },
		},
	};
	expect(evaluateKeywords('cake and a latte', options).name).toBe('drinks');
	expect(evaluateKeywords('cake', options).name).toBe('food');
});

test.each(['constructor', '__proto__', ''])('a list may be called "%s"', (name) => {
	const options: KeywordOptions = {
		preset: 'own',
		keywords: { custom: Object.fromEntries([[name, ['latte', '']]]) },
	};
	expect(evaluateKeywords('an oat latte', options).category).toBe('default');
});
