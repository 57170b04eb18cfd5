import type { Token } from '../normalise';
import type { Expressions, Form } from './expressions';
import { Senses } from './senses';
import type { Correction, KnownWord, Spelling } from './spelling';

/** A word of a message with what the lexicon knows of it. */
export interface Word extends Token {
	known: Known;
}

/** What a word of a message can be: itself, then its beginnings from the longest on. What slips make of it is worked out when it is asked for. */
export class Known {
	readonly text: string;
	/** What it does by itself, more than once in a language that has several of its forms. */
	readonly senses: Senses;
	/** What may begin with it. */
	readonly expressions: readonly Expressions[];
	/** Whether no language has it. */
	readonly isUnknown: boolean;
	readonly #spelling: () => Spelling;
	#listed: { word: KnownWord | undefined } | undefined;
	#corrections: readonly Correction[] | undefined;
	#near: readonly KnownWord[] | undefined;

	constructor(text: string, forms: readonly Form[], spelling: () => Spelling) {
		this.senses = new Senses(forms.flatMap(({ senses }) => senses.all));
		this.expressions = forms.flatMap(({ expressions }) => expressions ?? []);
		this.isUnknown = forms.length === 0;
		this.text = text;
		this.#spelling = spelling;
	}

	/** The word as it stands in the lexicon, be it in an expression alone. */
	get listed(): KnownWord | undefined {
		this.#listed ??= { word: this.#spelling().word(this.text) };
		return this.#listed.word;
	}

	/** The nearest words on which a request can hang. */
	get corrections(): readonly Correction[] {
		this.#corrections ??= this.#spelling().corrections(this.text);
		return this.#corrections;
	}

	/** All words of the lexicon that are a slip away. */
	get near(): readonly KnownWord[] {
		this.#near ??= this.#spelling().near(this.text);
		return this.#near;
	}

	/** Whether the language has it, be it as part of an expression. */
	isOf(language: string): boolean {
		return this.listed?.languages.has(language) === true || this.senses.isKnownIn(language);
	}
}
