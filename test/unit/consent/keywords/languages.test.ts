import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LANGUAGES } from '../../../../core/consent/keywords/languages';
import { languageSchema } from '../../../../core/consent/keywords/languages/language';
import type { Language } from '../../../../core/consent/keywords/languages/language';
import { keyOf } from '../../../../core/consent/keywords/normalise';

const folder = join(__dirname, '../../../../core/consent/keywords/languages');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

function listsOf({ keywords, shortWords = [], answers, prefixes = [], words }: Language) {
	return Object.entries({
		...Object.fromEntries(
			Object.entries(keywords).flatMap(([category, lists]) => [
				[`${category}.documented`, lists.documented],
				[`${category}.translated`, lists.translated],
			]),
		),
		shortWords,
		...answers,
		prefixes,
		...words,
	});
}

const keysOf = ({ documented, translated }: Language['keywords']['optOut']) =>
	[...documented, ...translated].map(keyOf);
const shared = (list: string[], other: string[]) => list.filter((key) => other.includes(key));

test('every file is in use, English first and the others by code', () => {
	const [first, ...others] = LANGUAGES.map(({ code }) => `${code}.json`);
	expect(first).toBe('en.json');
	expect(others).toEqual(files.filter((name) => name !== 'en.json').sort());
	expect(LANGUAGES.length).toBeGreaterThanOrEqual(30);
});

describe.each(files)('%s', (file) => {
	const language = languageSchema.parse(JSON.parse(textOf(file)));

	test('has one line a word', () => {
		expect(textOf(file)).toBe(`${JSON.stringify(JSON.parse(textOf(file)), null, '\t')}\n`);
	});

	test('is named after its code', () => {
		expect(basename(file, '.json')).toBe(language.code);
	});

	test('has words in every category', () => {
		const { keywords, answers } = language;
		for (const list of Object.values(keywords)) expect(keysOf(list)).not.toEqual([]);
		expect(answers.confirm).not.toEqual([]);
		expect(answers.refuse).not.toEqual([]);
	});

	test('has no word twice in a list', () => {
		for (const [name, list] of listsOf(language)) {
			expect([name, list.filter((word, index) => list.indexOf(word) !== index)]).toEqual([name, []]);
		}
	});

	test('has no word that means two things', () => {
		const { keywords, answers } = language;
		expect(shared(keysOf(keywords.optIn), keysOf(keywords.optOut))).toEqual([]);
		expect(shared(keysOf(keywords.help), keysOf(keywords.optOut))).toEqual([]);
		expect(shared(answers.confirm.map(keyOf), answers.refuse.map(keyOf))).toEqual([]);
	});

	test('keeps the English words in its replies', () => {
		const { optedIn, confirmOptIn, optedOut, confirmOptOut, help } = language.replies ?? {
			...LANGUAGES[0]?.replies,
		};
		for (const text of [optedIn, confirmOptIn, confirmOptOut, help]) expect(text).toContain('STOP');
		for (const text of [optedOut, help]) expect(text).toContain('START');
	});
});
