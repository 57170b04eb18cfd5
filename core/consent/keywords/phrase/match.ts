import { distance } from '../distance';
import type { Language } from '../languages/language';
import { joined } from '../normalise';
import type { Token } from '../normalise';
import { clauseOf, clausesOf, possible, sentencesOf, spanOf } from './clause';
import type { Clause } from './clause';
import type { Lexicon } from './lexicon';
import { APART } from './readings';
import type { Reading, Step } from './readings';
import { hasAny, isPart, SCOPES } from './roles';
import type { Parts } from './roles';
import type { PhraseCategory } from './rule';
import { ENGLISH, lengthOf } from './passage';
import type { Passage } from './passage';
import { findsIn, hitsOf, unitsOf } from './units';
import type { Hit, Unit } from './units';

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

const USUAL_CONFIDENCE = 0.9;

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
	const { words } = passage;
	let best: PhraseMatch | undefined;
	for (const language of passage.asking()) {
		const parts = passage.partsOf(language.code);
		if (!hasAny(parts, reading.triggers)) continue;
		const hits = passage.hitsOf(language.code);
		const match = matchLanguage(words, { hits, parts }, language, categories, reading, lexicon);
		if (match === undefined || (best !== undefined && !isBetter(match, best))) continue;
		if (reading.isGenerous && !isKnownEnough(words, hits)) continue;
		if (readsAsAnother(passage, language)) continue;
		best = match;
		if (isSurest(best)) break;
	}
	return best;
}

function matchLanguage(
	words: readonly Token[],
	{ hits, parts }: { hits: readonly Hit[]; parts: Parts },
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
	const surroundings = { grammar: language.grammar, hits, message: parts, mayNegate };
	if (parts.has('meaning') && words.some(({ asks }) => asks)) return undefined;
	for (const { rules, triggers, uses, by } of steps) {
		if (!hasAny(parts, triggers)) continue;
		const candidates = rules.filter(
			(rule) => possible(rule, parts) && categories.has(rule.category ?? 'optOut'),
		);
		if (candidates.length === 0) continue;
		const units = unitsOf(
			words,
			hits,
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
