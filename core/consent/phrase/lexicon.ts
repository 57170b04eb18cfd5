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

interface Expression {
	/** Words after the first; a trailing `*` has become `stem`. */
	rest: { text: string; stem: boolean }[];
	senses: Senses;
}

interface Form {
	text: string;
	senses: Senses;
	/** Expressions that begin with this form, longest first. */
	expressions: Expression[];
}

/**
 * All words of all languages in one index, so that a message is looked up once and not once per language.
 */
export interface Lexicon {
	languages: readonly Language[];
	/** Whole words. */
	words: Map<string, Form>;
	/** Beginnings of words by their first two letters, longest first. */
	stems: Map<string, Form[]>;
	/** Words of scripts without spaces by their first character, longest first. */
	inside: Map<string, Form[]>;
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

const STEM_KEY = 2;
const byLength = (a: { text: string }, b: { text: string }) => b.text.length - a.text.length;

class LexiconBuilder {
	private readonly words = new Map<string, Form>();
	private readonly stems = new Map<string, Form[]>();
	private readonly inside = new Map<string, Form[]>();

	constructor(private readonly languages: readonly Language[]) {}

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
		for (const form of [...this.words.values(), ...[...this.stems.values()].flat()]) {
			form.expressions.sort((a, b) => b.rest.length - a.rest.length || lettersIn(b) - lettersIn(a));
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
				addSense(formIn(this.inside, text, text.slice(0, 1)).senses, language, bits);
				continue;
			}
			const form = first.stem
				? formIn(this.stems, first.text, first.text.slice(0, STEM_KEY))
				: this.wordForm(first.text);
			if (rest.length === 0) addSense(form.senses, language, bits);
			else addSense(expressionOf(form, rest).senses, language, bits);
		}
	}

	private wordForm(text: string): Form {
		const known = this.words.get(text);
		if (known !== undefined) return known;
		const form: Form = { text, senses: [], expressions: [] };
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

function formIn(index: Map<string, Form[]>, text: string, key: string): Form {
	const bucket = index.get(key) ?? [];
	index.set(key, bucket);
	const known = bucket.find((form) => form.text === text);
	if (known !== undefined) return known;
	const form: Form = { text, senses: [], expressions: [] };
	bucket.push(form);
	return form;
}

function expressionOf(form: Form, rest: Expression['rest']): Expression {
	const same = form.expressions.find(
		(expression) =>
			expression.rest.length === rest.length &&
			expression.rest.every(
				(word, index) => word.text === rest[index]?.text && word.stem === rest[index]?.stem,
			),
	);
	if (same !== undefined) return same;
	const expression: Expression = { rest, senses: [] };
	form.expressions.push(expression);
	return expression;
}

export function buildLexicon(languages: readonly Language[]): Lexicon {
	return new LexiconBuilder(languages).build();
}
