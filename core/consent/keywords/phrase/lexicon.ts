import type { Language } from '../languages/language';
import { wordsOf } from '../languages/words';
import { push, remembered } from '../memory';
import type { Token } from '../normalise';
import { foldEntry } from './entry';
import type { EntryWord } from './entry';
import { Expressions } from './expressions';
import type { Form } from './expressions';
import { partSet } from './parts';
import { Known } from './known';
import type { Word } from './known';
import { hasAny, isRole, ROLES } from './roles';
import type { Part } from './roles';
import { Senses } from './senses';
import { buildSpelling } from './spelling';
import type { Spelling } from './spelling';

/** All words of all languages in one index, so that a message is looked up once and not once per language. */
export interface Lexicon {
	languages: readonly Language[];
	/** Whole words. */
	words: ReadonlyMap<string, Form>;
	/** What is known of a word of a message. */
	known: (text: string) => Known;
	/** Words that turn a request round, by language. */
	negations: ReadonlyMap<string, readonly string[]>;
	/** Words of scripts without spaces. */
	inside: ReadonlyMap<string, Form>;
	/** Lengths of those that may begin at a place of a text, shortest first. */
	lengthsInside: (text: string, start: number) => readonly number[];
}

/** Letters that every stem has at least. */
const STEM_KEY = 3;
/** Words whose forms are remembered; people's everyday vocabulary is smaller. */
const REMEMBERED_WORDS = 20_000;

export function buildLexicon(languages: readonly Language[]): Lexicon {
	const words = new Map<string, Form>();
	const stems = new Map<string, Form>();
	const inside = new Map<string, Form>();
	for (const language of languages) {
		for (const role of Object.keys(language.words).filter(isRole)) {
			const parts = partSet(ROLES[role]);
			for (const entry of wordsOf(language, role)) sensesOf(foldEntry(entry))?.add(language.code, parts);
		}
	}

	function sensesOf(entry: readonly EntryWord[]): Senses | undefined {
		const [first, ...rest] = entry;
		if (first === undefined) return undefined;
		if (entry.every(({ unspaced }) => unspaced)) return formIn(inside, textOf(entry)).senses;
		const isStem = first.stem && first.text.length >= STEM_KEY;
		const form = formIn(isStem ? stems : words, first.text);
		if (rest.length === 0) return form.senses;
		form.expressions ??= new Expressions();
		return form.expressions.sensesOf(rest);
	}

	const stemsOf = stemFinder([...stems.values()]);
	for (const form of words.values()) {
		for (const stem of stemsOf(form.text)) addStemSenses(form.senses, stem.senses);
	}
	for (const { expressions } of [...words.values(), ...stems.values()]) expressions?.sort();
	const formsOf = (text: string) => {
		const word = words.get(text);
		return word === undefined ? stemsOf(text) : [word, ...stemsOf(text)];
	};
	const prefixes = prefixesOf(languages);
	let built: Spelling | undefined;
	const spelling = () => (built ??= buildSpelling(words, stems));
	return {
		languages,
		words,
		known: remembered(
			REMEMBERED_WORDS,
			(text) => new Known(text, withoutPrefix(text, prefixes, formsOf), spelling),
		),
		negations: new Map(languages.map((language) => [language.code, negationsOf(language)])),
		inside,
		lengthsInside: lengthFinder([...inside.keys()]),
	};
}

/** The words of a message, looked up once for all that is made of them. */
export function lookedUp(words: readonly Token[], { known }: Lexicon): Word[] {
	return words.map((word) => ({ ...word, known: known(word.text) }));
}

/** Parts that a word keeps for itself, whatever its beginning says. */
const OVERRIDING: readonly Part[] = ['block', 'other', 'idiom', 'split'];

/** A word is what its beginning says, too, unless it is listed as having another sense. */
function addStemSenses(senses: Senses, stem: Senses): void {
	for (const { language, parts } of stem.all) {
		const own = senses.in(language);
		if (own === undefined || hasAny(own, OVERRIDING)) continue;
		senses.add(language, partSet([...parts].filter((part) => !OVERRIDING.includes(part))));
	}
}

function textOf(words: readonly EntryWord[]): string {
	return words.map(({ text }) => text).join('');
}

function formIn(forms: Map<string, Form>, text: string): Form {
	const known = forms.get(text);
	if (known !== undefined) return known;
	const form = { text, senses: new Senses() };
	forms.set(text, form);
	return form;
}

/** Finds the stems that a word begins with, from the longest on. */
function stemFinder(stems: readonly Form[]): (text: string) => Form[] {
	const byKey = new Map<string, Form[]>();
	for (const stem of [...stems].sort((a, b) => b.text.length - a.text.length)) {
		push(byKey, stem.text.slice(0, STEM_KEY), stem);
	}
	return (text) => (byKey.get(text.slice(0, STEM_KEY)) ?? []).filter((stem) => text.startsWith(stem.text));
}

/** Finds the lengths by the first two characters; a word that is one character may begin anything. */
function lengthFinder(words: readonly string[]): (text: string, start: number) => readonly number[] {
	const single = new Set(words.filter(({ length }) => length === 1));
	const lengths = new Map<string, number[]>();
	for (const word of [...words].sort((a, b) => a.length - b.length)) {
		const beginning = word.slice(0, 2);
		if (!lengths.has(beginning) && single.has(word.charAt(0))) push(lengths, beginning, 1);
		if (lengths.get(beginning)?.at(-1) !== word.length) push(lengths, beginning, word.length);
	}
	return (text, start) => lengths.get(text.slice(start, start + 2)) ?? lengths.get(text.charAt(start)) ?? [];
}

function negationsOf(language: Language): string[] {
	const entries = (['not', 'didNot', 'no'] as const).flatMap((role) => wordsOf(language, role));
	const words = entries.map(foldEntry).filter(({ length }) => length === 1);
	return [...new Set(words.map(textOf))];
}

/** From here on scripts write prefixes onto words (Hebrew, Arabic). */
const FIRST_PREFIXED = 0x590;

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

function prefixesOf(languages: readonly Language[]): string[] {
	const prefixes = languages
		.flatMap((language) => language.prefixes ?? [])
		.map((entry) => foldEntry(entry)[0]?.text ?? '');
	return [...new Set(prefixes)].filter(Boolean).sort((a, b) => b.length - a.length);
}
