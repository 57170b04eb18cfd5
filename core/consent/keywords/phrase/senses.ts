import { union } from './parts';
import { TRIGGERS } from './readings';
import { hasAny } from './roles';
import type { Parts } from './roles';

/** What a word or expression does in a request, in each language that knows it. */
export class Senses {
	readonly #byLanguage = new Map<string, Parts>();
	/** Codes of the languages in which it has a part that every request has one of. */
	readonly asking: string[] = [];

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
		if (hasAny(parts, TRIGGERS) && !this.asking.includes(language)) this.asking.push(language);
	}
}
