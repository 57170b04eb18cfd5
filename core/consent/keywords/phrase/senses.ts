import type { PartSet } from './parts';
import { REQUESTING } from './readings';
import { hasAny } from './roles';

/** What a word or expression does in a request in one language. */
export interface Sense {
	/** Code of the language. */
	language: string;
	parts: PartSet;
}

/** The same in each language that knows it. */
export class Senses {
	readonly #all: Sense[];
	#byLanguage: Map<string, PartSet> | undefined;
	#requesting: readonly Sense[] | undefined;

	constructor(all: readonly Sense[] = []) {
		this.#all = [...all];
	}

	get all(): readonly Sense[] {
		return this.#all;
	}

	/** Those that requests are made of. */
	get requesting(): readonly Sense[] {
		this.#requesting ??= this.#all.filter(({ parts }) => hasAny(parts, REQUESTING));
		return this.#requesting;
	}

	in(language: string): PartSet | undefined {
		this.#byLanguage ??= firstOfEach(this.#all);
		return this.#byLanguage.get(language);
	}

	isKnownIn(language: string): boolean {
		return this.in(language) !== undefined;
	}

	add(language: string, parts: PartSet): void {
		const at = this.#all.findIndex((sense) => sense.language === language);
		const known = this.#all[at];
		if (known === undefined) this.#all.push({ language, parts });
		else this.#all[at] = { language, parts: known.parts.with(parts) };
		this.#byLanguage = undefined;
		this.#requesting = undefined;
	}
}

function firstOfEach(senses: readonly Sense[]): Map<string, PartSet> {
	return new Map(senses.toReversed().map(({ language, parts }) => [language, parts]));
}
