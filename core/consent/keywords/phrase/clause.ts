import type { Language } from '../languages/language';
import { hasAny, hasOnly } from './roles';
import type { Part, Parts } from './roles';
import type { Rule } from './rule';
import type { Hit, Unit } from './units';

const MAX_CLAUSES = 8;
/** How far a negation reaches forward to the verb that it turns round. */
const GUARD_REACH = 4;

export interface Clause {
	units: readonly Unit[];
	/** Of all its units, but for things that only name a kind of messages: "appointment reminders". */
	parts: Parts;
}

export function partsOf(units: readonly { parts: Parts }[]): Set<Part> {
	const all = new Set<Part>();
	for (const { parts } of units) for (const part of parts) all.add(part);
	return all;
}

export function clauseOf(units: readonly Unit[]): Clause {
	const isMessage = (unit: Unit | undefined) => unit?.parts.has('message') === true;
	const own = units.filter(
		({ parts }, index) => !(hasOnly(parts, ['other']) && parts.size > 0 && isMessage(units[index + 1])),
	);
	return { units, parts: partsOf(own) };
}

/** Whether a text with these parts can hold the request at all. */
export function possible({ first, second, needs }: Rule, parts: Parts): boolean {
	if (!hasAny(parts, first) || !hasAny(parts, second)) return false;
	return needs?.every((need) => hasAny(parts, need)) ?? true;
}

/** The message by clauses, and as one where every word of it is known: "no, please, no more messages". */
export function clausesOf(units: readonly Unit[]): Clause[] {
	const clauses: Unit[][] = [];
	let current: Unit[] = [];
	const close = () => {
		if (current.length > 0 && clauses.length < MAX_CLAUSES) clauses.push(current);
		current = [];
	};
	for (const [index, unit] of units.entries()) {
		if (unit.parts.has('split')) {
			const next = units[index + 1];
			if (next !== undefined && sharesVerb(current, next))
				current.push({ ...next, parts: new Set(['other']) });
			close();
			continue;
		}
		current.push(unit);
		if (unit.endsClause) close();
	}
	close();
	const plain = clauses.length > 1 && clauses.length < 4 && units.every((unit) => unit.unknown === 0);
	if (plain) clauses.push(units.filter((unit) => !unit.parts.has('split')));
	return clauses.map(clauseOf);
}

/** The message by sentences. */
export function sentencesOf(units: readonly Unit[]): Clause[] {
	const sentences: Unit[][] = [[]];
	for (const unit of units) {
		sentences.at(-1)?.push(unit);
		if (unit.endsSentence && sentences.length < MAX_CLAUSES) sentences.push([]);
	}
	return sentences.filter((sentence) => sentence.length > 0).map(clauseOf);
}

/** "stop texting and driving": two things that one does, said in one breath, are no request. */
function sharesVerb(clause: readonly Unit[], next: Unit): boolean {
	const another = next.unknown > 0 || next.parts.has('other');
	return another && clause.at(-1)?.parts.has('contact') === true;
}

/** Words that give the sentence another sense, and things that one stops or cancels instead of messages. */
const OTHER_MATTERS: readonly Part[] = ['block', 'other'];

interface Span {
	start: number;
	end: number;
}

/** What a rule may look at beside the clause. */
export interface Surroundings {
	grammar: Language['grammar'];
	/** All words of the message, those inside expressions too. */
	hits: readonly Hit[];
	/** Parts of the whole message. */
	message: Parts;
	/** Whether an unknown word may be a misspelt negation, which would turn the request round. */
	mayNegate: (unit: Unit) => boolean;
}

function partsWithin({ units }: Clause, hits: readonly Hit[]): Parts {
	const [first, last] = [units[0], units.at(-1)];
	return partsOf(hits.filter(({ from, to }) => from >= (first?.from ?? 0) && to <= (last?.to ?? 0)));
}

/** Where the clause makes the request, by index of its units. */
export function spanOf(
	rule: Rule,
	clause: Clause,
	{ grammar, hits, message, mayNegate }: Surroundings,
): Span | undefined {
	const { units, parts } = clause;
	if (rule.company !== undefined && !hasAny(partsWithin(clause, hits), rule.company)) return undefined;
	if (rule.unlessElsewhere !== undefined && hasAny(message, rule.unlessElsewhere)) return undefined;
	const { refuses = OTHER_MATTERS, without } = rule;
	if (rule.unlessAsked && isAsked(clause)) return undefined;
	if (!possible(rule, parts) || hasAny(parts, refuses) || hasAny(parts, without)) return undefined;
	const reach = (rule.gap ?? 0) + 1;
	for (const [first, verb] of units.entries()) {
		if (!hasAny(verb.parts, rule.first)) continue;
		if (rule.unlessNegated && isNegated(units, first, grammar, mayNegate)) continue;
		if (rule.standsLast && !standsLast(units, first)) continue;
		const low = rule.ordered && grammar.verbFirst ? first : Math.max(0, first - reach);
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

function isNegated(
	units: readonly Unit[],
	verb: number,
	{ negationFollows }: Language['grammar'],
	mayNegate: (unit: Unit) => boolean,
): boolean {
	const around = [...units.slice(Math.max(0, verb - 2), verb), ...units.slice(verb + 1, verb + 2)];
	if (around.some(mayNegate)) return true;
	return negatedBefore(units, verb) || (negationFollows && negatedAfter(units, verb));
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
	return negation === after[0] || hasAny(after[0]?.parts ?? new Set(), ['fill', 'me']);
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
