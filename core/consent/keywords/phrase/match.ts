import { textBetween } from '../normalise';
import type { Clause } from './clause';
import type { Interpretation } from './interpretation';
import type { Lexicon } from './lexicon';
import type { Passage } from './passage';
import type { Reading } from './readings';
import { isKnownEnough, readsAsAnother } from './rivals';
import type { PhraseCategory, Rule } from './rule';
import { scopeOf } from './scope';
import { spanOf } from './span';
import type { Span } from './span';

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

function matchPassage(
	passage: Passage,
	lexicon: Lexicon,
	categories: ReadonlySet<PhraseCategory>,
	reading: Reading,
): PhraseMatch | undefined {
	let best: PhraseMatch | undefined;
	for (const interpretation of passage.asking) {
		const match = matchLanguage(interpretation, lexicon, categories, reading);
		if (match === undefined || (best !== undefined && !isBetter(match, best))) continue;
		if (reading.isGenerous && !isKnownEnough(interpretation)) continue;
		if (readsAsAnother(interpretation, passage.finds)) continue;
		best = match;
		if (isSurest(best)) break;
	}
	return best;
}

function matchLanguage(
	interpretation: Interpretation,
	{ negations }: Lexicon,
	categories: ReadonlySet<PhraseCategory>,
	reading: Reading,
): PhraseMatch | undefined {
	const attempts = interpretation.parts.attempts.get(reading);
	if (attempts === undefined) return undefined;
	const { language } = interpretation;
	const negating = reading.isGenerous ? [] : (negations.get(language.code) ?? []);
	for (const { rule, ignored, by } of attempts) {
		if (!categories.has(categoryOf(rule))) continue;
		const stretches = interpretation.stretches(ignored);
		for (const clause of rule.wholeMessage ? stretches.message : stretches[by]) {
			const span = spanOf(rule, clause, interpretation, negating);
			if (span !== undefined) return matchOf(rule, clause, span, interpretation);
		}
	}
	return undefined;
}

function categoryOf({ category = 'optOut' }: Rule): PhraseCategory {
	return category;
}

function matchOf(
	rule: Rule,
	{ units }: Clause,
	{ start, end }: Span,
	{ words, language }: Interpretation,
): PhraseMatch {
	const scope = rule.scope ?? scopeOf(units);
	return {
		category: categoryOf(rule),
		language: language.code,
		words: textBetween(words, units[start]?.from, units[end]?.to),
		...(scope !== undefined && { scope }),
		confidence: rule.confidence ?? USUAL_CONFIDENCE,
		because: rule.because,
	};
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
