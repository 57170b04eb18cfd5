import { entriesOf, ROLES } from '../languages/language';
import type { Language, Role } from '../languages/language';
import { normalise } from '../normalise';
import { romanise } from '../romanise';

/** What a word may do in a request. Each is one bit, so that what a clause holds is one number. */
const PARTS = [
	'stop',
	'contact',
	'send',
	'message',
	'promotion',
	'not',
	'no',
	'deny',
	'common',
	'more',
	'want',
	'get',
	'remove',
	'leave',
	'me',
	'list',
	'number',
	'unsubscribe',
	'revoke',
	'consent',
	'fused',
	'idiom',
	'complaint',
	'block',
	'other',
	'split',
	'fill',
	'courtesy',
	'join',
	'again',
	'help',
] as const;
export type Part = (typeof PARTS)[number];

export function bitsOf(...parts: readonly Part[]): number {
	return parts.reduce((bits, part) => bits | (1 << PARTS.indexOf(part)), 0);
}

/** The parts that one form has in each language that knows it: language number, bits, language number, bits, … */
type Senses = number[];

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

/**
 * All words of all languages in one index, so that a message is looked up once and not once per language.
 */
export interface Lexicon {
	languages: readonly Language[];
	/** Whole words. */
	words: Map<string, Form>;
	/** Beginnings of words by their first two letters, longest first. */
	stems: Map<number, Form[]>;
	/** Words of scripts without spaces by their first code unit, longest first. */
	inside: Map<number, Form[]>;
	/** Prefixes written onto the next word, longest first. */
	prefixes: string[];
}

function addSense(senses: Senses, language: number, bits: number): void {
	for (let index = 0; index < senses.length; index += 2) {
		if (senses[index] === language) {
			senses[index + 1] = (senses[index + 1] ?? 0) | bits;
			return;
		}
	}
	senses.push(language, bits);
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

function decide(form: Pick<Form, 'senses' | 'decisive'>): void {
	for (let index = 0; index < form.senses.length; index += 2) {
		const bits = (form.senses[index + 1] ?? 0) & DECISIVE;
		if (bits !== 0) form.decisive.push(form.senses[index] ?? 0, bits);
	}
}

const byLength = (a: { text: string }, b: { text: string }) => b.text.length - a.text.length;

class LexiconBuilder {
	private readonly words = new Map<string, Form>();
	private readonly stems = new Map<number, Form[]>();
	private readonly inside = new Map<number, Form[]>();

	private readonly languages: readonly Language[];

	constructor(languages: readonly Language[]) {
		this.languages = languages;
	}

	build(): Lexicon {
		this.languages.forEach((language, number) => {
			for (const [role, list] of Object.entries(language.words)) {
				if (!isRole(role)) continue;
				this.addList(list, number, bitsOf(...ROLES[role]));
				if (language.romanised !== undefined) {
					this.addList(romanise(list, language.romanised), number, bitsOf(...ROLES[role]));
				}
			}
		});
		for (const forms of [...this.stems.values(), ...this.inside.values()]) forms.sort(byLength);
		for (const form of this.words.values()) this.addStemSenses(form);
		for (const form of [
			...this.words.values(),
			...[...this.stems.values(), ...this.inside.values()].flat(),
		]) {
			decide(form);
			for (const expressions of form.expressions.values()) {
				expressions.forEach(decide);
				expressions.sort((a, b) => b.rest.length - a.rest.length || lettersIn(b) - lettersIn(a));
			}
		}
		const prefixes = new Set(
			this.languages.flatMap((language) =>
				entriesOf(language.prefixes).map((entry) => foldEntry(entry)[0]?.text ?? ''),
			),
		);
		return {
			languages: this.languages,
			words: this.words,
			stems: this.stems,
			inside: this.inside,
			prefixes: [...prefixes].filter(Boolean).sort((a, b) => b.length - a.length),
		};
	}

	private addList(list: string, language: number, bits: number): void {
		for (const entry of entriesOf(list)) {
			const words = foldEntry(entry);
			const [first, ...rest] = words;
			if (first === undefined) continue;
			if (words.every((word) => word.unspaced)) {
				const text = words.map((word) => word.text).join('');
				addSense(formIn(this.inside, text, text.charCodeAt(0)).senses, language, bits);
				continue;
			}
			const form =
				first.stem && first.text.length >= STEM_KEY
					? formIn(this.stems, first.text, stemKey(first.text))
					: this.wordForm(first.text);
			if (rest.length === 0) addSense(form.senses, language, bits);
			else addSense(expressionOf(form, rest).senses, language, bits);
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

	private wordForm(text: string): Form {
		const known = this.words.get(text);
		if (known !== undefined) return known;
		const form: Form = { text, senses: [], decisive: [], expressions: new Map() };
		this.words.set(text, form);
		return form;
	}
}

function isRole(key: string): key is Role {
	return key in ROLES;
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

function formIn(index: Map<number, Form[]>, text: string, key: number): Form {
	const bucket = index.get(key) ?? [];
	index.set(key, bucket);
	const known = bucket.find((form) => form.text === text);
	if (known !== undefined) return known;
	const form: Form = { text, senses: [], decisive: [], expressions: new Map() };
	bucket.push(form);
	return form;
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
