import type { Language } from '../languages/language';
import { wordsOf } from '../languages/words';
import { normalise } from '../normalise';
import { bitsOf } from './parts';
import { isRole, ROLES } from './roles';

/** The parts that one form has in each language that knows it: language number, bits, language number, bits, … */
export type Senses = number[];

export interface Expression {
	/** Words after the first; a trailing `*` has become `stem`. */
	rest: { text: string; stem: boolean }[];
	senses: Senses;
	/** The senses without parts that decide nothing. */
	decisive: Senses;
}

export interface Form {
	text: string;
	senses: Senses;
	decisive: Senses;
	/** Expressions that begin with this form, longest first, by their second word; under `''` if that is a stem. */
	expressions: Map<string, Expression[]>;
}

/** Words of scripts without spaces, letter by letter. */
export interface Branch {
	form?: Form;
	next: Map<number, Branch>;
}

/**
 * All words of all languages in one index, so that a message is looked up once and not once per language.
 */
export interface Lexicon {
	languages: readonly Language[];
	/** Whole words. */
	words: Map<string, Form>;
	/** Beginnings of words by their first letters, longest first. */
	stems: Map<number, Form[]>;
	inside: Branch;
	/** Prefixes written onto the next word, longest first. */
	prefixes: string[];
	memory: Memory;
}

/** What a word of a message is in the lexicon. */
export interface KnownWord {
	/** The word itself, then its beginnings from the longest on. */
	forms: readonly Form[];
	/** Forms that expressions begin with. */
	leading: readonly Form[];
}

/** Working memory of reading: changes no answer. */
interface Memory {
	words: Map<string, KnownWord>;
	/** Parts found per language in the message that is being read. */
	present: Int32Array;
}

/** "mesaj atmayın*" before "mesaj atma*": the more that is fixed, the surer the sense. */
function lettersIn({ rest }: Expression): number {
	return rest.reduce((sum, word) => sum + word.text.length + (word.stem ? 0 : 0.5), 0);
}

/** Letters that every stem has at least. */
const STEM_KEY = 3;

/** The first letters as one number; different ones may share it. */
export function stemKey(text: string): number {
	return (text.charCodeAt(0) << 20) ^ (text.charCodeAt(1) << 10) ^ text.charCodeAt(2);
}

/** Words with none of these parts only surround a request. */
const DECISIVE = ~bitsOf('fill', 'common', 'block', 'other', 'split', 'deny');
const OVERRIDING = bitsOf('block', 'other', 'idiom', 'split');

function addSense(senses: Senses, language: number, bits: number): void {
	for (let index = 0; index < senses.length; index += 2) {
		if (senses[index] !== language) continue;
		senses[index + 1] = (senses[index + 1] ?? 0) | bits;
		return;
	}
	senses.push(language, bits);
}

function decide(form: Pick<Form, 'senses' | 'decisive'>): void {
	for (let index = 0; index < form.senses.length; index += 2) {
		const bits = (form.senses[index + 1] ?? 0) & DECISIVE;
		if (bits !== 0) form.decisive.push(form.senses[index] ?? 0, bits);
	}
}

function newForm(text: string): Form {
	return { text, senses: [], decisive: [], expressions: new Map() };
}

class LexiconBuilder {
	private readonly words = new Map<string, Form>();
	private readonly stems = new Map<number, Form[]>();
	private readonly inside: Branch = { next: new Map() };
	private readonly forms: Form[] = [];
	private readonly languages: readonly Language[];

	constructor(languages: readonly Language[]) {
		this.languages = languages;
	}

	build(): Lexicon {
		this.languages.forEach((language, number) => {
			for (const role of Object.keys(language.words).filter(isRole)) {
				this.addList(wordsOf(language, role), number, bitsOf(...ROLES[role]));
			}
		});
		for (const stems of this.stems.values()) stems.sort((a, b) => b.text.length - a.text.length);
		for (const form of this.words.values()) this.addStemSenses(form);
		for (const form of this.forms) {
			decide(form);
			for (const expressions of form.expressions.values()) {
				expressions.forEach(decide);
				expressions.sort((a, b) => b.rest.length - a.rest.length || lettersIn(b) - lettersIn(a));
			}
		}
		const { languages, words, stems, inside } = this;
		const memory = { words: new Map(), present: new Int32Array(languages.length) };
		return { languages, words, stems, inside, prefixes: prefixesOf(languages), memory };
	}

	private addList(list: readonly string[], language: number, bits: number): void {
		for (const entry of list) {
			const words = foldEntry(entry);
			const [first, ...rest] = words;
			if (first === undefined) continue;
			if (words.every((word) => word.unspaced)) {
				addSense(this.insideForm(words.map((word) => word.text).join('')).senses, language, bits);
				continue;
			}
			const form =
				first.stem && first.text.length >= STEM_KEY ? this.stemForm(first.text) : this.wordForm(first.text);
			addSense(rest.length === 0 ? form.senses : expressionOf(form, rest).senses, language, bits);
		}
	}

	/** A word is what its beginning says, too, unless it is listed as having another sense. */
	private addStemSenses(form: Form): void {
		for (const stem of this.stems.get(stemKey(form.text)) ?? []) {
			if (!form.text.startsWith(stem.text)) continue;
			for (let index = 0; index < stem.senses.length; index += 2) {
				const language = stem.senses[index] ?? 0;
				const own = form.senses.indexOf(language);
				if (own < 0 || own % 2 !== 0 || ((form.senses[own + 1] ?? 0) & OVERRIDING) !== 0) continue;
				addSense(form.senses, language, (stem.senses[index + 1] ?? 0) & ~OVERRIDING);
			}
		}
	}

	private register(text: string): Form {
		const form = newForm(text);
		this.forms.push(form);
		return form;
	}

	private wordForm(text: string): Form {
		const known = this.words.get(text) ?? this.register(text);
		this.words.set(text, known);
		return known;
	}

	private stemForm(text: string): Form {
		const bucket = this.stems.get(stemKey(text)) ?? [];
		this.stems.set(stemKey(text), bucket);
		const known = bucket.find((form) => form.text === text);
		if (known !== undefined) return known;
		const form = this.register(text);
		bucket.push(form);
		return form;
	}

	private insideForm(text: string): Form {
		let branch = this.inside;
		for (let index = 0; index < text.length; index += 1) {
			const unit = text.charCodeAt(index);
			const next = branch.next.get(unit) ?? { next: new Map() };
			branch.next.set(unit, next);
			branch = next;
		}
		return (branch.form ??= this.register(text));
	}
}

function prefixesOf(languages: readonly Language[]): string[] {
	const prefixes = languages.flatMap((language) =>
		(language.prefixes ?? []).map((entry) => foldEntry(entry)[0]?.text ?? ''),
	);
	return [...new Set(prefixes)].filter(Boolean).sort((a, b) => b.length - a.length);
}

function foldEntry(entry: string): { text: string; stem: boolean; unspaced: boolean }[] {
	return entry.split(' ').flatMap((word) => {
		const { tokens } = normalise(word);
		return tokens.map((token, index) => ({
			text: token.text,
			stem: word.endsWith('*') && index === tokens.length - 1,
			unspaced: token.unspaced,
		}));
	});
}

function expressionOf(form: Form, rest: Expression['rest']): Expression {
	const [second] = rest;
	const key = second === undefined || second.stem ? '' : second.text;
	const siblings = form.expressions.get(key) ?? [];
	form.expressions.set(key, siblings);
	const same = siblings.find(
		(expression) =>
			expression.rest.length === rest.length &&
			expression.rest.every(
				(word, index) => word.text === rest[index]?.text && word.stem === rest[index].stem,
			),
	);
	if (same !== undefined) return same;
	const expression: Expression = { rest, senses: [], decisive: [] };
	siblings.push(expression);
	return expression;
}

export function buildLexicon(languages: readonly Language[]): Lexicon {
	return new LexiconBuilder(languages).build();
}
