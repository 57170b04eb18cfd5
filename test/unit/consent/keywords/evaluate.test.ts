import fc from 'fast-check';
import { evaluateKeywords } from '../../../../core/consent/keywords/evaluate';
import type { KeywordOptions } from '../../../../core/consent/types';

const standard: KeywordOptions = { preset: 'standard', languages: ['en'] };

describe('standard preset', () => {
	test.each([
		['SUBSCRIBE', 'optIn'],
		['YES', 'optIn'],
		['UNSTOP', 'optIn'],
		['START', 'optIn'],
		['CONTINUE', 'optIn'],
		['RESUME', 'optIn'],
		['BEGIN', 'optIn'],
		['STOP', 'optOut'],
		['QUIT', 'optOut'],
		['CANCEL', 'optOut'],
		['END', 'optOut'],
		['UNSUBSCRIBE', 'optOut'],
		['NO', 'optOut'],
		['HELP', 'help'],
		['hello there', 'default'],
		['', 'default'],
	])('%p is %s', (text, category) => {
		expect(evaluateKeywords(text, standard)).toMatchObject({
			category,
			tier: category === 'default' ? 'none' : 'exact',
		});
	});

	test.each([
		'stop',
		' Stop. ',
		'STOP‼️',
		'ＳＴＯＰ',
		's\u200bt\u200bo\u200bp',
		'stóp',
		'“STOP”',
		'🆂🆃🅾🅿',
		'*STOP*',
		'UNSUBSCRİBE',
		'stop stop stop',
	])('%p is an opt-out in any dress', (text) => {
		expect(evaluateKeywords(text, standard)).toMatchObject({ category: 'optOut', confidence: 1 });
	});

	test.each([
		'stop by the shop',
		'bus stop',
		'please cancel my order',
		'the end of the day',
		'no problem',
		'yes that works',
	])('%p is an ordinary sentence', (text) => {
		expect(evaluateKeywords(text, standard).category).toBe('default');
	});
});

describe('own keywords', () => {
	test('replace the default list of their category and no other', () => {
		const options: KeywordOptions = { ...standard, keywords: { optIn: ['JOIN'] } };
		expect(evaluateKeywords('join', options)).toMatchObject({ category: 'optIn', keyword: 'JOIN' });
		expect(evaluateKeywords('SUBSCRIBE', options).category).toBe('default');
		expect(evaluateKeywords('HELP', options).category).toBe('help');
	});

	test('leave the words in force that the law requires', () => {
		const options: KeywordOptions = { ...standard, keywords: { optOut: ['LEAVE'] } };
		expect(evaluateKeywords('leave', options).category).toBe('optOut');
		expect(evaluateKeywords('STOP', options).category).toBe('optOut');
		expect(evaluateKeywords('NO', options).category).toBe('default');
		expect(evaluateKeywords('STOP', { ...options, keepRequiredWords: false }).category).toBe('default');
	});

	test('are all there is in the preset own', () => {
		const options: KeywordOptions = { preset: 'own', keywords: { optOut: ['LEAVE'] } };
		expect(evaluateKeywords('leave', options).category).toBe('optOut');
		expect(evaluateKeywords('HELP', options).category).toBe('default');
	});

	test('form any number of named lists', () => {
		const options: KeywordOptions = {
			...standard,
			keywords: { custom: { hours: ['HOURS', 'opening times'], menu: ['MENU'] } },
		};
		expect(evaluateKeywords('Opening times?', options)).toMatchObject({ category: 'custom', name: 'hours' });
		expect(evaluateKeywords('menu', options)).toMatchObject({
			category: 'custom',
			name: 'menu',
			tier: 'exact',
		});
	});

	test('lose a tie against opt-out', () => {
		const options: KeywordOptions = {
			...standard,
			keywords: { custom: { pause: ['STOP'] }, optIn: ['stop'], help: ['Stop'] },
		};
		expect(evaluateKeywords('stop', options).category).toBe('optOut');
	});
});

describe('consent state', () => {
	test.each([
		['YES', 'pending', 'doubleOptIn'],
		['NO', 'pending', 'optOut'],
		['1', 'pending', 'doubleOptIn'],
		['1', 'none', 'default'],
		['YES', 'optedOut', 'default'],
		['START', 'optedOut', 'optIn'],
		['STOP', 'optedOut', 'optOut'],
		['STOP', 'pending', 'optOut'],
	] as const)('%s while %s is %s', (text, consentState, category) => {
		expect(evaluateKeywords(text, { ...standard, consentState }).category).toBe(category);
	});
});

test('is total on any string', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
			expect(evaluateKeywords(text, standard).explanation).not.toBe('');
		}),
	);
});
