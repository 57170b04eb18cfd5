import type { Token } from '../normalise';
import { findsIn, hitsOf } from './finds';
import { lookedUp } from './lexicon';
import type { Lexicon } from './lexicon';
import { APART } from './readings';
import { isPart, SCOPES } from './roles';
import { unitsOf } from './units';
import type { Unit } from './units';

const KINDS = Object.entries(SCOPES).flatMap(([part, scope]) => (isPart(part) ? [{ part, scope }] : []));

/** The one kind of messages that is named, and no other message beside it: "no more surveys", "promotional texts". */
export function scopeOf(units: readonly Unit[]): string | undefined {
	const isMessage = ({ parts }: Unit) => parts.has('message');
	const kinds = units.map(({ parts }) =>
		KINDS.flatMap(({ part, scope }) => (parts.has(part) ? [scope] : [])),
	);
	const named = new Set(kinds.flat());
	const isOther = units.some(
		(unit, index) =>
			isMessage(unit) &&
			kinds[index]?.length === 0 &&
			(kinds[index - 1] ?? []).length + (kinds[index + 1] ?? []).length === 0,
	);
	return named.size === 1 && !isOther ? [...named][0] : undefined;
}

/** The same of words in a language that is known. */
export function scopeOfWords(
	words: readonly Token[],
	lexicon: Lexicon,
	language: string,
): string | undefined {
	return scopeOf(unitsOf(words, hitsOf(language, findsIn(lookedUp(words, lexicon), lexicon)), APART));
}
