import { distance } from '../distance';
import type { Language } from '../languages/language';
import { joined } from '../normalise';
import type { Token } from '../normalise';
import { clauseOf, clausesOf, partsOf, possible, sentencesOf, spanOf } from './clause';
import type { Clause } from './clause';
import type { Lexicon, Senses } from './lexicon';
import { ASKING, COMING_BACK } from './requests/asking';
import { ENDING } from './requests/ending';
import { COMPLAINTS, IDIOMS, IDIOMS_ABOUT_MESSAGES, LEAVING } from './requests/leaving';
import { LIKELY } from './requests/likely';
import { hasAny, isPart, SCOPES } from './roles';
import type { Part } from './roles';
import type { PhraseCategory, Rule } from './rule';
import { lengthOf } from './passage';
import type { Passage } from './passage';
import { findsIn, hitsOf, unitsOf } from './units';
import type { Find, Hit, Unit } from './units';

export interface PhraseMatch {
	category: PhraseCategory;
	language: string;
	/** The words of the message that make the request, folded. */
	words: string;
	/** The kind of messages that is refused or asked for, where the message names one. */
	scope?: string;
	confidence: number;
	because: string;
}

const ENGLISH = 'en';
const USUAL_CONFIDENCE = 0.9;

/** Parts of expressions that swallow the words of other requests, so each kind is read apart. */
const APART: readonly Part[] = [
	'join',
	'complaint',
	'idiom',
	'undo',
	'goOn',
	'mistake',
	'asksWhat',
	'hint',
	'wrongPerson',
	'threat',
];

interface Step {
	rules: readonly Rule[];
	/** Those of `APART` that the rules are about. */
	uses: readonly Part[];
	/** How much of the message a rule is held against. */
	by: 'clause' | 'sentence' | 'message';
}

/** What a message is read for, in this order. */
export interface Reading {
	steps: readonly Step[];
	/** Whether it asks instead of acting. */
	isGenerous: boolean;
	/** Every request has one of these. */
	triggers: readonly Part[];
	/** The languages in which a word has one of them, worked out once. */
	known: WeakMap<Senses, readonly string[]>;
}

/** Parts that anybody's text has. */
const USUAL: readonly Part[] = ['me', 'no', 'not', 'more', 'want', 'again', 'courtesy', 'fill'];

function readingOf(isGenerous: boolean, steps: Step[]): Reading {
	// The first thing that a rule asks for and that is not usual.
	const triggerOf = ({ first, second, needs = [] }: Rule) =>
		[first, second, ...needs].find((parts) => !parts.some((part) => USUAL.includes(part))) ?? first;
	return {
		steps,
		isGenerous,
		triggers: steps.flatMap(({ rules }) => rules).flatMap(triggerOf),
		known: new WeakMap(),
	};
}

/** Has the words of an opt-out in it, so it is read before them. */
export const BACK = readingOf(false, [
	{ rules: COMING_BACK, uses: ['undo', 'goOn', 'mistake'], by: 'message' },
]);

/** May opt out by itself, so it must not be wrong. */
export const SURE = readingOf(false, [
	{ rules: [...LEAVING, ...ENDING], uses: [], by: 'clause' },
	{ rules: IDIOMS, uses: ['idiom'], by: 'message' },
	{ rules: IDIOMS_ABOUT_MESSAGES, uses: ['idiom'], by: 'sentence' },
	{ rules: COMPLAINTS, uses: ['complaint'], by: 'message' },
	{ rules: ASKING, uses: ['join', 'asksWhat'], by: 'message' },
]);

/** Leads to a question, so it may be generous. */
export const GENEROUS = readingOf(true, [
	{ rules: LIKELY.requests, uses: [], by: 'sentence' },
	{ rules: LIKELY.hints, uses: ['idiom', 'hint', 'wrongPerson', 'threat'], by: 'sentence' },
]);

/** Finds a request made in words of one's own. */
export function matchPhrase(
	passages: readonly Passage[],
	lexicon: Lexicon,
	categories: ReadonlySet<PhraseCategory>,
	reading: Reading,
): PhraseMatch | undefined {
	let best: PhraseMatch | undefined;
	for (const passage of passages) {
		const match = matchPassage(passage, lexicon, categories, reading);
		if (match !== undefined && (best === undefined || isBetter(match, best))) best = match;
	}
	return best;
}

/** Of a message in two languages each one knows some words; the one that it is in knows most. */
const LEAST_KNOWN = 0.4;

function isKnownEnough(words: readonly Token[], hits: readonly Hit[]): boolean {
	const known = unitsOf(words, hits, []).reduce(
		(sum, { parts, from, to }) => sum + (parts.size > 0 ? to - from : 0),
		0,
	);
	return known >= LEAST_KNOWN * lengthOf(words);
}

function matchPassage(
	passage: Passage,
	lexicon: Lexicon,
	categories: ReadonlySet<PhraseCategory>,
	reading: Reading,
): PhraseMatch | undefined {
	const { words, finds } = passage;
	const codes = languagesOf(finds, reading);
	let best: PhraseMatch | undefined;
	for (const language of lexicon.languages) {
		if (!codes.has(language.code)) continue;
		const hits = passage.hitsOf(language.code);
		if (language.code !== ENGLISH && wordsOf(hits) <= passage.explainedBy(ENGLISH)) continue;
		const match = matchLanguage(words, hits, language, categories, reading, lexicon);
		if (match === undefined || (best !== undefined && !isBetter(match, best))) continue;
		if (reading.isGenerous && !isKnownEnough(words, hits)) continue;
		if (readsAsAnother(passage, language)) continue;
		best = match;
		if (isSurest(best)) break;
	}
	return best;
}

/** At most so many words are explained by them. */
function wordsOf(hits: readonly Hit[]): number {
	return hits.reduce((sum, { words }) => sum + words, 0);
}

/** The languages in which the message can hold a request at all. */
function languagesOf(finds: readonly Find[], { triggers, known }: Reading): Set<string> {
	const codes = new Set<string>();
	for (const { senses } of finds) {
		const own =
			known.get(senses) ?? [...senses].filter(([, parts]) => hasAny(parts, triggers)).map(([code]) => code);
		known.set(senses, own);
		for (const code of own) codes.add(code);
	}
	return codes;
}

function matchLanguage(
	words: readonly Token[],
	found: readonly Hit[],
	language: Language,
	categories: ReadonlySet<PhraseCategory>,
	{ steps, isGenerous }: Reading,
	{ negations }: Lexicon,
): PhraseMatch | undefined {
	const negating = isGenerous ? [] : (negations.get(language.code) ?? []);
	const mayNegate = ({ unknown, parts: { size }, from, to }: Unit) => {
		const text = unknown > 0 && size === 0 ? textOf(words, from, to) : '';
		return (
			text !== '' && text.length <= LONGEST_NEGATION && negating.some((word) => distance(text, word, 1) <= 1)
		);
	};
	const parts = partsOf(found);
	const surroundings = { grammar: language.grammar, hits: found, message: parts, mayNegate };
	for (const { rules, uses, by } of steps) {
		const candidates = rules.filter(
			(rule) =>
				possible(rule, parts) &&
				categories.has(rule.category ?? 'optOut') &&
				!(parts.has('meaning') && words.some(({ asks }) => asks)),
		);
		if (candidates.length === 0) continue;
		const units = unitsOf(
			words,
			found,
			APART.filter((part) => !uses.includes(part)),
		);
		const message = clauseOf(units);
		const stretches: Record<Step['by'], () => readonly Clause[]> = {
			clause: () => clausesOf(units),
			sentence: () => sentencesOf(units),
			message: () => [message],
		};
		const clauses = stretches[by]();
		for (const rule of candidates) {
			for (const clause of rule.wholeMessage ? [message] : clauses) {
				const span = spanOf(rule, clause, surroundings);
				if (span === undefined) continue;
				const scope = rule.scope ?? scopeOf(clause.units);
				return {
					category: rule.category ?? 'optOut',
					language: language.code,
					words: textOf(words, clause.units[span.start]?.from, clause.units[span.end]?.to),
					...(scope !== undefined && { scope }),
					confidence: rule.confidence ?? USUAL_CONFIDENCE,
					because: rule.because,
				};
			}
		}
	}
	return undefined;
}

/** Longer words are not a negation with a slip in it. */
const LONGEST_NEGATION = 7;

function textOf(words: readonly Token[], from = 0, to = Infinity): string {
	const start = words[0]?.from ?? 0;
	return joined(words).slice(from - start, to - start);
}

/** Words by which another language must explain more of a message to be the one that it is in. */
const CLEARLY_MORE = 2;

/** Unaccented words of one language are often those of another; who explains more of the message has it. */
function readsAsAnother({ finds, explainedBy }: Passage, { code }: Language): boolean {
	const own = explainedBy(code);
	if (code !== ENGLISH && explainedBy(ENGLISH) >= own) return true;
	const counts = new Map<string, number>();
	for (const { senses, words } of finds) {
		for (const other of senses.keys()) counts.set(other, (counts.get(other) ?? 0) + words);
	}
	return [...counts].some(
		([other, most]) =>
			other !== code && most >= own + CLEARLY_MORE && explainedBy(other) >= own + CLEARLY_MORE,
	);
}

const ORDER: readonly PhraseCategory[] = ['optOut', 'optIn', 'help'];

/** Opt-out wins over the rest; between languages the surer reading does. */
function isBetter(match: PhraseMatch, than: PhraseMatch): boolean {
	if (match.category !== than.category) {
		return ORDER.indexOf(match.category) < ORDER.indexOf(than.category);
	}
	return match.confidence > than.confidence;
}

/** No reading in another language could win over it. */
function isSurest({ category, confidence }: PhraseMatch): boolean {
	return category === 'optOut' && confidence === USUAL_CONFIDENCE;
}

/** The one kind of messages that is named, and no other message beside it: "no more surveys", "promotional texts". */
export function scopeOf(units: readonly Unit[]): string | undefined {
	const isMessage = ({ parts }: Unit) => parts.has('message');
	const kinds = units.map(({ parts }) =>
		Object.entries(SCOPES).flatMap(([part, scope]) => (isPart(part) && parts.has(part) ? [scope] : [])),
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
	return scopeOf(unitsOf(words, hitsOf(language, findsIn(words, lexicon)), APART));
}
