import type { Clause } from './clause';
import type { Hit } from './finds';
import type { Interpretation } from './interpretation';
import { isNegated } from './negation';
import { partsOf } from './parts';
import { hasAny } from './roles';
import type { Part, Parts } from './roles';
import { isPossible } from './rule';
import type { Rule } from './rule';
import type { Unit } from './units';

/** Words that give the sentence another sense, and things that one stops or cancels instead of messages. */
const OTHER_MATTERS: readonly Part[] = ['block', 'other'];

export interface Span {
	start: number;
	end: number;
}

function partsWithin({ units }: Clause, hits: readonly Hit[]): Parts {
	const [first, last] = [units[0], units.at(-1)];
	return partsOf(hits.filter(({ from, to }) => from >= (first?.from ?? 0) && to <= (last?.to ?? 0)));
}

/**
 * Where the clause makes the request, by index of its units.
 *
 * @param negations words of which an unknown one may be a misspelt form
 */
export function spanOf(
	rule: Rule,
	clause: Clause,
	interpretation: Interpretation,
	negations: readonly string[],
): Span | undefined {
	const { hits, parts: ofMessage, language } = interpretation;
	const { units, parts } = clause;
	const { refuses = OTHER_MATTERS, without, company } = rule;
	if (!isPossible(rule, parts) || hasAny(parts, refuses) || hasAny(parts, without)) return undefined;
	if (company !== undefined && !hasAny(partsWithin(clause, hits), company)) return undefined;
	if (hasAny(ofMessage, rule.unlessElsewhere)) return undefined;
	if (rule.unlessAsked && isAsked(clause)) return undefined;
	const reach = (rule.gap ?? 0) + 1;
	for (const [first, verb] of units.entries()) {
		if (!hasAny(verb.parts, rule.first)) continue;
		if (rule.unlessNegated && isNegated(units, first, interpretation, negations)) continue;
		if (rule.standsLast && !standsLast(units, first)) continue;
		const low = rule.ordered && language.grammar.verbFirst ? first : Math.max(0, first - reach);
		const high = Math.min(units.length - 1, first + reach);
		for (let second = low; second <= high; second += 1) {
			if (second === first && !rule.oneWord) continue;
			if (!hasAny(units[second]?.parts ?? new Set(), rule.second)) continue;
			if (rule.objectApart && !hasObject(rule, units, second)) continue;
			const span = { start: Math.min(first, second), end: Math.max(first, second) };
			if (isPlain(rule, units, span)) return span;
		}
	}
	return undefined;
}

/** "Where do I sign up?", but not "could you add me again, please?". */
function isAsked({ units, parts }: Clause): boolean {
	return parts.has('question') || (units.some(({ asks }) => asks) && !parts.has('courtesy'));
}

/** A clause of its own at the end, with nothing but courtesy behind it. */
function standsLast(units: readonly Unit[], index: number): boolean {
	const before = units[index - 1];
	return before?.endsClause === true && units.slice(index + 1).every((unit) => unit.parts.has('courtesy'));
}

function hasObject({ needs = [] }: Rule, units: readonly Unit[], verb: number): boolean {
	const others = partsOf(units.filter((_, index) => index !== verb));
	return needs.every((need) => hasAny(others, need));
}

function isPlain(rule: Rule, units: readonly Unit[], { start, end }: Span): boolean {
	const unknown = { before: 0, between: 0, after: 0 };
	for (const [index, unit] of units.entries()) {
		const where = index < start ? 'before' : index > end ? 'after' : 'between';
		unknown[where] += unit.unknown;
		if (rule.wholeMessage && where !== 'between' && !unit.parts.has('courtesy')) return false;
	}
	return (
		unknown.before <= rule.unknown.before &&
		unknown.between <= rule.unknown.between &&
		unknown.after <= rule.unknown.after
	);
}
