import { bitsOf } from './parts';
import type { Rule } from './rules';
import type { Unit } from './units';

const MAX_CLAUSES = 8;
/** How far a negation reaches forward to the verb that it turns round. */
const GUARD_REACH = 4;

const SPLIT = bitsOf('split');
const NOT = bitsOf('not', 'deny');
const NO = bitsOf('no');
const MORE = bitsOf('more');
const WANT = bitsOf('want');
const FILL = bitsOf('fill');
const COURTESY = bitsOf('courtesy');
const ME = bitsOf('me');
const CONTACT = bitsOf('contact');
const OTHER = bitsOf('other');

export interface Grammar {
	verbFirst: boolean;
	negationFollows: boolean;
}

/** Whether a text with these parts can hold the request at all. */
export function possible(rule: Rule, bits: number): boolean {
	return (
		(rule.first & bits) !== 0 && (rule.second & bits) !== 0 && rule.needs.every((need) => (need & bits) !== 0)
	);
}

/** The message by clauses, and as one where every word of it is known: "no, please, no more messages". */
export function clausesOf(units: readonly Unit[]): (readonly Unit[])[] {
	const clauses: Unit[][] = [];
	let current: Unit[] = [];
	const close = () => {
		if (current.length > 0 && clauses.length < MAX_CLAUSES) clauses.push(current);
		current = [];
	};
	for (const [index, unit] of units.entries()) {
		if ((unit.bits & SPLIT) !== 0) {
			const next = units[index + 1];
			if (next !== undefined && sharesVerb(current, next)) current.push({ ...next, bits: OTHER });
			close();
			continue;
		}
		current.push(unit);
		if (unit.endsClause) close();
	}
	close();
	const plain = clauses.length > 1 && clauses.length < 4 && units.every((unit) => unit.unknown === 0);
	return plain ? [...clauses, units.filter((unit) => (unit.bits & SPLIT) === 0)] : clauses;
}

/** "stop texting and driving": two things that one does, said in one breath, are no request. */
function sharesVerb(clause: readonly Unit[], next: Unit): boolean {
	const another = next.unknown > 0 || (next.bits & OTHER) !== 0;
	return another && ((clause.at(-1)?.bits ?? 0) & CONTACT) !== 0;
}

interface Span {
	start: number;
	end: number;
}

export function spanOf(
	rule: Rule,
	clause: readonly Unit[],
	{ verbFirst, negationFollows }: Grammar,
): Span | undefined {
	const bits = clause.reduce((all, unit) => all | unit.bits, 0);
	if (!possible(rule, bits) || (rule.without & bits) !== 0) return undefined;
	const ordered = rule.ordered && verbFirst;
	for (let first = 0; first < clause.length; first += 1) {
		if (((clause[first]?.bits ?? 0) & rule.first) === 0) continue;
		if (rule.guarded && (negated(clause, first) || (negationFollows && negatedAfter(clause, first))))
			continue;
		const low = Math.max(0, first - rule.gap - 1);
		const high = Math.min(clause.length - 1, first + rule.gap + 1);
		for (let second = ordered ? first : low; second <= high; second += 1) {
			if (((clause[second]?.bits ?? 0) & rule.second) === 0) continue;
			if (second === first && !rule.single) continue;
			const span = { start: Math.min(first, second), end: Math.max(first, second) };
			if (rule.last && !standsLast(clause, first)) continue;
			if (rule.apart && !hasObject(rule, clause, second)) continue;
			if (plainEnough(rule, clause, span)) return span;
		}
	}
	return undefined;
}

/** A clause of its own at the end, with nothing but courtesy behind it. */
function standsLast(clause: readonly Unit[], index: number): boolean {
	const before = clause[index - 1];
	return before?.endsClause === true && clause.slice(index + 1).every((unit) => (unit.bits & COURTESY) !== 0);
}

function hasObject(rule: Rule, clause: readonly Unit[], verb: number): boolean {
	const others = clause.reduce((all, unit, index) => (index === verb ? all : all | unit.bits), 0);
	return rule.needs.every((need) => (need & others) !== 0);
}

function negated(clause: readonly Unit[], verb: number): boolean {
	for (let index = Math.max(0, verb - GUARD_REACH); index < verb; index += 1) {
		const bits = clause[index]?.bits ?? 0;
		if ((bits & NOT) === 0) continue;
		const near = verb - index <= 2;
		const wish = clause.slice(index, verb).some((unit) => (unit.bits & WANT) !== 0);
		if (near || wish) return true;
	}
	return false;
}

/** "hört nicht auf", "arrêtez pas", but not "abmelden, nicht mehr schreiben". */
function negatedAfter(clause: readonly Unit[], verb: number): boolean {
	const after = clause.slice(verb + 1, verb + 3);
	const negation = after.findIndex((unit) => (unit.bits & (NOT | NO)) !== 0);
	if (negation < 0 || ((after[negation]?.bits ?? 0) & MORE) !== 0) return false;
	return negation === 0 || ((after[0]?.bits ?? 0) & (FILL | ME)) !== 0;
}

function plainEnough(rule: Rule, clause: readonly Unit[], { start, end }: Span): boolean {
	const unknown = { before: 0, between: 0, after: 0 };
	for (const [index, unit] of clause.entries()) {
		const where = index < start ? 'before' : index > end ? 'after' : 'between';
		unknown[where] += unit.unknown;
		if (rule.whole && where !== 'between' && (unit.bits & COURTESY) === 0) return false;
	}
	return (
		unknown.before <= rule.unknown.before &&
		unknown.between <= rule.unknown.between &&
		unknown.after <= rule.unknown.after
	);
}
