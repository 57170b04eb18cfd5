import type { EntryWord } from './entry';
import { Senses } from './senses';

export interface Expression {
	/** Words after the first. */
	rest: readonly EntryWord[];
	senses: Senses;
}

/** A word, or the beginning of one. */
export interface Form {
	text: string;
	senses: Senses;
	/** Those that begin with it. */
	expressions?: Expressions;
}

const NONE: readonly Expression[] = [];

/** Expressions that begin with the same word. */
export class Expressions {
	/** Those whose second word is a whole one, by that word. */
	readonly #bySecond = new Map<string, Expression[]>();
	/** Those whose second word is the beginning of one, by its first letter. */
	readonly #byLetter = new Map<string, Expression[]>();

	/** Those that may go on with this word, whole second words first. */
	goingOnWith(word: string): readonly Expression[] {
		const whole = this.#bySecond.get(word) ?? NONE;
		const begun = this.#byLetter.get(word.charAt(0)) ?? NONE;
		if (begun.length === 0) return whole;
		return whole.length === 0 ? begun : [...whole, ...begun];
	}

	/** What the expression with these further words does, nothing yet if it is new. */
	sensesOf(rest: readonly EntryWord[]): Senses {
		const siblings = this.#siblingsOf(rest);
		const known = siblings.find((expression) => isSame(expression.rest, rest));
		if (known !== undefined) return known.senses;
		const expression = { rest, senses: new Senses() };
		siblings.push(expression);
		return expression.senses;
	}

	#siblingsOf([second]: readonly EntryWord[]): Expression[] {
		const { text = '', stem = true } = second ?? {};
		const lists = stem ? this.#byLetter : this.#bySecond;
		const key = stem ? text.charAt(0) : text;
		const siblings = lists.get(key) ?? [];
		lists.set(key, siblings);
		return siblings;
	}

	all(): Expression[] {
		return [...this.#bySecond.values(), ...this.#byLetter.values()].flat();
	}

	/** Puts the surest ones first, once all are there. */
	sort(): void {
		for (const lists of [this.#bySecond, this.#byLetter])
			for (const list of lists.values()) list.sort(surerFirst);
	}
}

function isSame(a: readonly EntryWord[], b: readonly EntryWord[]): boolean {
	return (
		a.length === b.length && a.every(({ text, stem }, at) => text === b[at]?.text && stem === b[at].stem)
	);
}

/** "mesaj atmayın*" before "mesaj atma*": the more that is fixed, the surer the sense. */
function surerFirst(a: Expression, b: Expression): number {
	return lettersOf(b) - lettersOf(a);
}

function lettersOf({ rest }: Expression): number {
	return rest.reduce((sum, word) => sum + word.text.length + (word.stem ? 0 : 0.5), 0);
}
