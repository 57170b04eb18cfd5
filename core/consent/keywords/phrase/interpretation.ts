import type { Language } from '../languages/language';
import type { Token } from '../normalise';
import { clauseOf, clausesOf, sentencesOf } from './clause';
import type { Clause } from './clause';
import type { Hit } from './finds';
import type { Word } from './known';
import { partsOf } from './parts';
import type { PartSet } from './parts';
import { hasAny } from './roles';
import type { Part } from './roles';
import { unitsOf } from './units';
import type { Unit } from './units';

const NONE: readonly Part[] = [];

/**
 * What one language makes of a passage. Everything is worked out when it is first asked for, and kept: a passage is
 * read for more than one kind of request.
 */
export class Interpretation {
	readonly language: Language;
	readonly words: readonly Word[];
	/** What is found of the language. */
	readonly hits: readonly Hit[];
	/** Of all words that the language knows, those inside expressions too. */
	readonly parts: PartSet;
	#explained: number | undefined;
	#whole: Stretches | undefined;
	readonly #stretches = new Map<readonly Part[], Stretches>();

	constructor(language: Language, words: readonly Word[], hits: readonly Hit[]) {
		this.language = language;
		this.words = words;
		this.hits = hits;
		this.parts = partsOf(hits);
	}

	/** How many of the words the language explains. */
	get explained(): number {
		this.#explained ??= explainedIn(this.whole.units);
		return this.#explained;
	}

	/** The passage cut up, with all that is found. */
	get whole(): Stretches {
		this.#whole ??= new Stretches(unitsOf(this.words, this.hits, NONE));
		return this.#whole;
	}

	/** The passage cut up, without expressions that are nothing but these parts. */
	stretches(ignored: readonly Part[]): Stretches {
		if (!hasAny(this.parts, ignored)) return this.whole;
		const known = this.#stretches.get(ignored);
		if (known !== undefined) return known;
		const stretches = new Stretches(unitsOf(this.words, this.hits, ignored));
		this.#stretches.set(ignored, stretches);
		return stretches;
	}
}

/** A passage by what a rule is held against. */
export class Stretches {
	#clause: readonly Clause[] | undefined;
	#sentence: readonly Clause[] | undefined;
	#message: readonly Clause[] | undefined;

	readonly units: readonly Unit[];

	constructor(units: readonly Unit[]) {
		this.units = units;
	}

	get clause(): readonly Clause[] {
		this.#clause ??= clausesOf(this.units);
		return this.#clause;
	}

	get sentence(): readonly Clause[] {
		this.#sentence ??= sentencesOf(this.units);
		return this.#sentence;
	}

	get message(): readonly Clause[] {
		this.#message ??= [clauseOf(this.units)];
		return this.#message;
	}
}

/** How many of the words are explained by what is found of a language. */
export function explainedBy(words: readonly Token[], hits: readonly Hit[]): number {
	return explainedIn(unitsOf(words, hits, NONE));
}

function explainedIn(units: readonly Unit[]): number {
	return units.reduce((sum, unit) => sum + (unit.parts.size === 0 ? 0 : unit.words), 0);
}
