import type { NormalisedText } from '../normalise';
import { bitsOf } from './lexicon';
import type { Lexicon } from './lexicon';
import { RULES } from './rules';
import type { PhraseCategory, Rule } from './rules';
import { read, unitsOf } from './tag';
import type { Unit } from './tag';

export interface PhraseMatch {
	category: Rule['category'];
	language: string;
	/** The words of the message that make the request, folded. */
	words: string;
	/** Whether only advertising is refused. */
	marketing: boolean;
	confidence: number;
	because: string;
}

/** Longer messages are letters, not requests: two full SMS in the 7-bit alphabet. */
const MAX_LENGTH = 320;
const MAX_CLAUSES = 12;

const SPLIT = bitsOf('split');
const NOT = bitsOf('not');
const NO = bitsOf('no');
const PROMOTION = bitsOf('promotion');
const MESSAGE = bitsOf('message');
const WANT = bitsOf('want');
const MORE = bitsOf('more');
const FILL = bitsOf('fill');
const ME = bitsOf('me');
const JOIN = bitsOf('join');
const COMPLAINT = bitsOf('complaint');
/** How far a negation reaches forward to the verb that it turns round. */
const GUARD_REACH = 4;

/** Finds a request made in words of one's own. */
export function matchPhrase(
	text: NormalisedText,
	lexicon: Lexicon,
	categories: ReadonlySet<PhraseCategory>,
): PhraseMatch | undefined {
	const { tokens, key } = text;
	if (tokens.length === 0 || key.length > MAX_LENGTH) return undefined;
	const { present, hits } = read(tokens, lexicon);
	let best: PhraseMatch | undefined;
	for (let number = 0; number < present.length; number += 1) {
		const bits = present[number] ?? 0;
		const found = hits[number];
		const rules = RULES.filter((rule) => categories.has(rule.category) && possible(rule, bits));
		if (found === undefined || rules.length === 0) continue;
		const language = lexicon.languages[number];
		const match =
			matchLanguage(
				unitsOf(tokens, found, JOIN | COMPLAINT),
				rules.filter(isOptOut),
				key,
				language?.negationFollows,
			) ??
			matchLanguage(
				unitsOf(tokens, found, COMPLAINT),
				rules.filter((rule) => !isOptOut(rule)),
				key,
				false,
			);
		if (match === undefined) continue;
		if (best === undefined || better(match, best)) {
			best = { ...match, language: language?.code ?? '' };
		}
	}
	return best;
}

function possible(rule: Rule, bits: number): boolean {
	return (
		(rule.first & bits) !== 0 && (rule.second & bits) !== 0 && (rule.needs === 0 || (rule.needs & bits) !== 0)
	);
}

function isOptOut(rule: Rule): boolean {
	return rule.category === 'optOut';
}

/** Opt-out wins over the rest; between languages the surer reading does. */
function better(match: Omit<PhraseMatch, 'language'>, than: PhraseMatch): boolean {
	if (match.category !== than.category) return match.category === 'optOut';
	return match.confidence > than.confidence;
}

function matchLanguage(
	units: readonly Unit[],
	rules: readonly Rule[],
	key: string,
	negationFollows = false,
): Omit<PhraseMatch, 'language'> | undefined {
	const clauses = clausesOf(units);
	for (const rule of rules) {
		const candidates = rule.category === 'optOut' ? clauses : [units];
		for (const clause of candidates) {
			const span = spanOf(rule, clause, negationFollows);
			if (span === undefined) continue;
			const bits = clause.reduce((all, unit) => all | unit.bits, 0);
			return {
				category: rule.category,
				words: key.slice(clause[span.start]?.from, clause[span.end]?.to),
				marketing:
					(bits & PROMOTION) !== 0 &&
					clause.every((unit) => (unit.bits & MESSAGE) === 0 || (unit.bits & PROMOTION) !== 0),
				confidence: rule.confidence,
				because: rule.because,
			};
		}
	}
	return undefined;
}

function clausesOf(units: readonly Unit[]): Unit[][] {
	const clauses: Unit[][] = [];
	let current: Unit[] = [];
	const close = () => {
		if (current.length > 0 && clauses.length < MAX_CLAUSES) clauses.push(current);
		current = [];
	};
	for (const unit of units) {
		if ((unit.bits & SPLIT) !== 0) {
			close();
			continue;
		}
		current.push(unit);
		if (unit.endsClause) close();
	}
	close();
	if (clauses.length > 1) clauses.push([...units].filter((unit) => (unit.bits & SPLIT) === 0));
	return clauses;
}

interface Span {
	start: number;
	end: number;
}

function spanOf(rule: Rule, clause: readonly Unit[], negationFollows: boolean): Span | undefined {
	const bits = clause.reduce((all, unit) => all | unit.bits, 0);
	if (!possible(rule, bits) || (rule.without & bits) !== 0) return undefined;
	for (let first = 0; first < clause.length; first += 1) {
		if (((clause[first]?.bits ?? 0) & rule.first) === 0) continue;
		if (rule.guarded && (negated(clause, first) || (negationFollows && negatedAfter(clause, first))))
			continue;
		const low = Math.max(0, first - rule.gap - 1);
		const high = Math.min(clause.length - 1, first + rule.gap + 1);
		for (let second = rule.ordered ? first : low; second <= high; second += 1) {
			if (((clause[second]?.bits ?? 0) & rule.second) === 0) continue;
			if (second === first && !rule.single) continue;
			const span = { start: Math.min(first, second), end: Math.max(first, second) };
			if (plainEnough(rule, clause, span)) return span;
		}
	}
	return undefined;
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
	clause.forEach((unit, index) => {
		const where = index < start ? 'before' : index > end ? 'after' : 'between';
		unknown[where] += unit.unknown;
	});
	return (
		unknown.before <= rule.unknown.before &&
		unknown.between <= rule.unknown.between &&
		unknown.after <= rule.unknown.after
	);
}
