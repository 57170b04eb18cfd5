import type { Language } from '../languages/language';
import { wordsOf } from '../languages/words';
import { normalise } from '../normalise';
import { hasAny, isRole, ROLES } from './roles';
import type { Part, Parts } from './roles';

/** What a word or expression does in a request, once for each language that knows it. */
export type Senses = { language: string; parts: Parts }[];

export interface Expression {
	/** Words after the first; a trailing `*` has become `stem`. */
	rest: { text: string; stem: boolean }[];
	senses: Senses;
}

export interface Form {
	text: string;
	senses: Senses;
	/** Expressions that begin with this form; of two of one length the surer one first. */
	expressions: Expression[];
}

/** All words of all languages in one index, so that a message is looked up once and not once per language. */
export interface Lexicon {
	languages: readonly Language[];
	/** Whole words. */
	words: Map<string, Form>;
	/** Beginnings of words by their first letters, longest first. */
	stems: Map<string, Form[]>;
	/** Words of scripts without spaces, and the length of the longest. */
	inside: Map<string, Form>;
	longestInside: number;
	/** Prefixes written onto the next word, longest first. */
	prefixes: readonly string[];
}

/** Letters that every stem has at least. */
const STEM_KEY = 3;

/** The word itself, then its beginnings from the longest on. */
export function formsOf(text: string, { words, stems }: Pick<Lexicon, 'words' | 'stems'>): Form[] {
	const word = words.get(text);
	const forms = word === undefined ? [] : [word];
	for (const stem of stems.get(text.slice(0, STEM_KEY)) ?? []) {
		if (text.startsWith(stem.text)) forms.push(stem);
	}
	return forms;
}

/** Parts that a word keeps for itself, whatever its beginning says. */
const OVERRIDING = ['block', 'other', 'idiom', 'split'] as const satisfies Part[];

export function buildLexicon(languages: readonly Language[]): Lexicon {
	const words = new Map<string, Form>();
	const stems = new Map<string, Form[]>();
	const inside = new Map<string, Form>();
	for (const language of languages) {
		for (const role of Object.keys(language.words).filter(isRole)) {
			for (const entry of wordsOf(language, role)) add(entry, language.code, ROLES[role]);
		}
	}

	function add(entry: string, language: string, parts: readonly Part[]): void {
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

	for (const forms of stems.values()) forms.sort((a, b) => b.text.length - a.text.length);
	for (const form of words.values()) {
		for (const stem of formsOf(form.text, { words: new Map(), stems })) addStemSenses(form, stem);
	}
	for (const { expressions } of [...words.values(), ...[...stems.values()].flat()])
		expressions.sort(surerFirst);
	return {
		languages,
		words,
		stems,
		inside,
		longestInside: Math.max(0, ...[...inside.keys()].map((text) => text.length)),
		prefixes: prefixesOf(languages),
	};
}

function newForm(text: string): Form {
	return { text, senses: [], expressions: [] };
}

function formIn(forms: Map<string, Form>, text: string): Form {
	const form = forms.get(text) ?? newForm(text);
	forms.set(text, form);
	return form;
}

function addSense(senses: Senses, language: string, parts: Iterable<Part>): void {
	const known = senses.find((sense) => sense.language === language);
	if (known === undefined) senses.push({ language, parts: new Set(parts) });
	else known.parts = new Set([...known.parts, ...parts]);
}

/** A word is what its beginning says, too, unless it is listed as having another sense. */
function addStemSenses({ senses }: Form, stem: Form): void {
	for (const { language, parts } of stem.senses) {
		const own = senses.find((sense) => sense.language === language);
		if (own === undefined || hasAny(own.parts, OVERRIDING)) continue;
		addSense(
			senses,
			language,
			[...parts].filter((part) => !hasAny(new Set([part]), OVERRIDING)),
		);
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

function expressionOf(form: Form, rest: Expression['rest']): Expression {
	const same = form.expressions.find(
		(expression) =>
			expression.rest.length === rest.length &&
			expression.rest.every(
				({ text, stem }, index) => text === rest[index]?.text && stem === rest[index].stem,
			),
	);
	if (same !== undefined) return same;
	const expression: Expression = { rest, senses: [] };
	form.expressions.push(expression);
	return expression;
}

/** "mesaj atmayın*" before "mesaj atma*": the more that is fixed, the surer the sense. */
function surerFirst(a: Expression, b: Expression): number {
	const secondIsStem = ({ rest }: Expression) => Number(rest[0]?.stem ?? false);
	const letters = ({ rest }: Expression) =>
		rest.reduce((sum, word) => sum + word.text.length + (word.stem ? 0 : 0.5), 0);
	return secondIsStem(a) - secondIsStem(b) || letters(b) - letters(a);
}
