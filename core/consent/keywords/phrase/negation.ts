import { distance } from '../distance';
import { textBetween } from '../normalise';
import { hasAny } from './roles';
import type { Interpretation } from './interpretation';
import type { Unit } from './units';

/** How far a negation reaches forward to the verb that it turns round. */
const GUARD_REACH = 4;

/**
 * Whether a negation turns round what the verb asks for: "don't stop sending".
 *
 * @param negations words of which an unknown one beside the verb may be a misspelt form
 */
export function isNegated(
	units: readonly Unit[],
	verb: number,
	interpretation: Interpretation,
	negations: readonly string[],
): boolean {
	const around = [...units.slice(Math.max(0, verb - 2), verb), ...units.slice(verb + 1, verb + 2)];
	if (around.some((unit) => mayNegate(unit, interpretation, negations))) return true;
	const { negationFollows } = interpretation.language.grammar;
	return negatedBefore(units, verb) || (negationFollows && negatedAfter(units, verb));
}

/** Longer words are not a negation with a slip in it. */
const LONGEST_NEGATION = 7;

function mayNegate(
	{ unknown, parts, from, to }: Unit,
	{ words }: Interpretation,
	negations: readonly string[],
): boolean {
	if (unknown === 0 || parts.size > 0 || to - from > LONGEST_NEGATION) return false;
	const text = textBetween(words, from, to);
	return negations.some((word) => distance(text, word, 1) <= 1);
}

function negatedBefore(units: readonly Unit[], verb: number): boolean {
	const start = Math.max(0, verb - GUARD_REACH);
	return units.slice(start, verb).some((unit, at) => {
		if (!hasAny(unit.parts, ['not', 'deny'])) return false;
		const isNear = verb - (start + at) <= 2;
		return isNear || units.slice(start + at, verb).some(({ parts }) => parts.has('want'));
	});
}

/** "hört nicht auf", "arrêtez pas", but not "abmelden, nicht mehr schreiben". */
function negatedAfter(units: readonly Unit[], verb: number): boolean {
	const after = units.slice(verb + 1, verb + 3);
	const negation = after.find(({ parts }) => hasAny(parts, ['not', 'deny', 'no']));
	if (negation === undefined || negation.parts.has('more')) return false;
	return negation === after[0] || (after[0] !== undefined && hasAny(after[0].parts, ['fill', 'me']));
}
