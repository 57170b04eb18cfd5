import { union } from './parts';
import { REQUESTING } from './readings';
import { hasAny } from './roles';
import type { Parts } from './roles';

interface Sense {
	/** Code of the language. */
	language: string;
	parts: Parts;
}

/** What a word or expression does in a request, in each language that knows it. */
export class Senses {
	readonly #byLanguage = new Map<string, Parts>();
	#requesting: readonly Sense[] | undefined;

	/** Those that requests are made of. */
	get requesting(): readonly Sense[] {
		this.#requesting ??= [...this.#byLanguage]
			.map(([language, parts]) => ({ language, parts }))
			.filter(({ parts }) => hasAny(parts, REQUESTING));
		return this.#requesting;
	}

	/** Codes of the languages that know it. */
	get languages(): Iterable<string> {
		return this.#byLanguage.keys();
	}

	get isEmpty(): boolean {
		return this.#byLanguage.size === 0;
	}

	in(language: string): Parts | undefined {
		return this.#byLanguage.get(language);
	}

	isKnownIn(language: string): boolean {
		return this.#byLanguage.has(language);
	}

	add(language: string, parts: Parts): void {
		const known = this.#byLanguage.get(language);
		this.#byLanguage.set(language, known === undefined ? parts : union(known, parts));
		this.#requesting = undefined;
	}
}
