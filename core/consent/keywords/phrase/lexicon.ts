import type { Language } from '../languages/language';
import { wordsOf } from '../languages/words';
import { remembered } from '../memory';
import { normalise } from '../normalise';
import { hasAny, isRole, ROLES } from './roles';
import type { Part, Parts } from './roles';

/** What a word or expression does in a request, by code of each language that knows it. */
export type Senses = Map<string, Parts>;

export interface Expression {
	/** Words after the first; a trailing `*` has become `stem`. */
	rest: { text: string; stem: boolean }[];
	senses: Senses;
}

export interface Form {
	text: string;
	senses: Senses;
	/** Expressions that begin with this form, by their second word. */
	byNext: Map<string, Expression[]>;
	/** Those whose second word is the beginning of one, surest first, and the same by its first letter. */
	byNextStem: Expression[];
	byNextLetter: Map<string, Expression[]>;
}

/** All words of all languages in one index, so that a message is looked up once and not once per language. */
export interface Lexicon {
	languages: readonly Language[];
	/** Whole words. */
	words: Map<string, Form>;
	/** What a word can be: itself, then its beginnings from the longest on. */
	formsOf: (text: string) => readonly Form[];
	/** Words that turn a request round, by language. */
	negations: ReadonlyMap<string, readonly string[]>;
	/** Words of scripts without spaces, and the lengths that they have by their first character, shortest first. */
	inside: Map<string, Form>;
	lengthsInside: ReadonlyMap<string, readonly number[]>;
}

/** Letters that every stem has at least. */
const STEM_KEY = 3;
/** Words whose forms are remembered; people's everyday vocabulary is smaller. */
const REMEMBERED_WORDS = 20_000;
/** From here on scripts write prefixes onto words (Hebrew, Arabic). */
const FIRST_PREFIXED = 0x590;

/** Parts that a word keeps for itself, whatever its beginning says. */
const OVERRIDING = ['block', 'other', 'idiom', 'split'] as const satisfies Part[];
const isOverriding: ReadonlySet<Part> = new Set(OVERRIDING);

export function buildLexicon(languages: readonly Language[]): Lexicon {
	const words = new Map<string, Form>();
	const stems = new Map<string, Form[]>();
	const inside = new Map<string, Form>();
	for (const language of languages) {
		for (const role of Object.keys(language.words).filter(isRole)) {
			const parts: Parts = new Set(ROLES[role]);
			for (const entry of wordsOf(language, role)) add(entry, language.code, parts);
		}
	}

	function add(entry: string, language: string, parts: Parts): void {
		const folded = foldEntry(entry);
		const [first, ...rest] = folded;
		if (first === undefined) return;
		if (folded.every(({ unspaced }) => unspaced)) {
			addSense(formIn(inside, folded.map(({ text }) => text).join('')).senses, language, parts);
			return;
		}
		const isStem = first.stem && first.text.length >= STEM_KEY;
		const form = isStem ? stemForm(first.text) : formIn(words, first.text);
		addSense(rest.length === 0 ? form.senses : expressionOf(form, rest).senses, language, parts);
	}

	function stemForm(text: string): Form {
		const key = text.slice(0, STEM_KEY);
		const siblings = stems.get(key) ?? [];
		stems.set(key, siblings);
		const known = siblings.find((form) => form.text === text);
		if (known !== undefined) return known;
		const form = newForm(text);
		siblings.push(form);
		return form;
	}

	const stemsOf = (text: string) =>
		(stems.get(text.slice(0, STEM_KEY)) ?? []).filter((stem) => text.startsWith(stem.text));
	for (const forms of stems.values()) forms.sort((a, b) => b.text.length - a.text.length);
	for (const form of words.values()) {
		for (const stem of stemsOf(form.text)) addStemSenses(form, stem);
	}
	for (const { byNextStem, byNextLetter } of [...words.values(), ...[...stems.values()].flat()]) {
		byNextStem.sort(surerFirst);
		for (const expression of byNextStem) {
			const letter = expression.rest[0]?.text.charAt(0) ?? '';
			const known = byNextLetter.get(letter);
			if (known === undefined) byNextLetter.set(letter, [expression]);
			else known.push(expression);
		}
	}
	const plainFormsOf = (text: string) => {
		const word = words.get(text);
		return word === undefined ? stemsOf(text) : [word, ...stemsOf(text)];
	};
	const prefixes = prefixesOf(languages);
	return {
		languages,
		words,
		formsOf: remembered(REMEMBERED_WORDS, (text) => withoutPrefix(text, prefixes, plainFormsOf)),
		negations: new Map(languages.map((language) => [language.code, negationsOf(language)])),
		inside,
		lengthsInside: lengthsOf([...inside.keys()]),
	};
}

function lengthsOf(words: readonly string[]): Map<string, number[]> {
	const lengths = new Map<string, number[]>();
	for (const word of [...words].sort((a, b) => a.length - b.length)) {
		const first = word.charAt(0);
		const known = lengths.get(first) ?? [];
		if (known.at(-1) !== word.length) lengths.set(first, [...known, word.length]);
	}
	return lengths;
}

function negationsOf(language: Language): string[] {
	const entries = (['not', 'didNot', 'no'] as const).flatMap((role) => wordsOf(language, role));
	return [
		...new Set(
			entries.map(foldEntry).flatMap(([word, ...rest]) => (word && rest.length === 0 ? [word.text] : [])),
		),
	];
}

/** The forms of a word as it stands, otherwise of what follows a prefix that is written onto it, longest first. */
function withoutPrefix(
	text: string,
	prefixes: readonly string[],
	formsOf: (text: string) => readonly Form[],
): readonly Form[] {
	const whole = formsOf(text);
	if (whole.length > 0 || text.charCodeAt(0) < FIRST_PREFIXED) return whole;
	return (
		prefixes
			.filter((prefix) => text.length > prefix.length + 1 && text.startsWith(prefix))
			.map((prefix) => formsOf(text.slice(prefix.length)))
			.find((forms) => forms.length > 0) ?? whole
	);
}

function newForm(text: string): Form {
	return { text, senses: new Map(), byNext: new Map(), byNextStem: [], byNextLetter: new Map() };
}

function formIn(forms: Map<string, Form>, text: string): Form {
	const form = forms.get(text) ?? newForm(text);
	forms.set(text, form);
	return form;
}

function addSense(senses: Senses, language: string, parts: Parts): void {
	const known = senses.get(language);
	senses.set(language, known === undefined ? parts : new Set([...known, ...parts]));
}

/** A word is what its beginning says, too, unless it is listed as having another sense. */
function addStemSenses({ senses }: Form, stem: Form): void {
	for (const [language, parts] of stem.senses) {
		const own = senses.get(language);
		if (own === undefined || hasAny(own, OVERRIDING)) continue;
		addSense(senses, language, new Set([...parts].filter((part) => !isOverriding.has(part))));
	}
}

function foldEntry(entry: string): { text: string; stem: boolean; unspaced: boolean }[] {
	return entry.split(' ').flatMap((word) =>
		normalise(word).tokens.map(({ text, unspaced }, index, { length }) => ({
			text,
			stem: word.endsWith('*') && index === length - 1,
			unspaced,
		})),
	);
}

function prefixesOf(languages: readonly Language[]): string[] {
	const prefixes = languages
		.flatMap((language) => language.prefixes ?? [])
		.map((entry) => foldEntry(entry)[0]?.text ?? '');
	return [...new Set(prefixes)].filter(Boolean).sort((a, b) => b.length - a.length);
}

function expressionOf({ byNext, byNextStem }: Form, rest: Expression['rest']): Expression {
	const [next] = rest;
	const siblings = next === undefined || next.stem ? byNextStem : (byNext.get(next.text) ?? []);
	const same = siblings.find(
		(expression) =>
			expression.rest.length === rest.length &&
			expression.rest.every(
				({ text, stem }, index) => text === rest[index]?.text && stem === rest[index].stem,
			),
	);
	if (same !== undefined) return same;
	const expression: Expression = { rest, senses: new Map() };
	siblings.push(expression);
	if (next !== undefined && !next.stem) byNext.set(next.text, siblings.sort(surerFirst));
	return expression;
}

/** "mesaj atmayın*" before "mesaj atma*": the more that is fixed, the surer the sense. */
function surerFirst(a: Expression, b: Expression): number {
	const letters = ({ rest }: Expression) =>
		rest.reduce((sum, word) => sum + word.text.length + (word.stem ? 0 : 0.5), 0);
	return letters(b) - letters(a);
}
