import type { Language } from '../languages/language';
import { joined } from '../normalise';
import type { NormalisedText, Token } from '../normalise';
import { clauseOf, clausesOf, partsOf, possible, spanOf } from './clause';
import type { Lexicon } from './lexicon';
import { ASKING } from './requests/asking';
import { ENDING } from './requests/ending';
import { COMPLAINTS, IDIOMS, LEAVING } from './requests/leaving';
import { hasAny } from './roles';
import type { Part } from './roles';
import type { PhraseCategory, Rule } from './rule';
import { hitsByLanguage, unitsOf } from './units';
import type { Hit, Unit } from './units';

export interface PhraseMatch {
	category: PhraseCategory;
	language: string;
	/** The words of the message that make the request, folded. */
	words: string;
	/** Whether only advertising is refused. */
	marketing: boolean;
	confidence: number;
	because: string;
}

/** Longer messages tell stories; a request is short. */
const MAX_LENGTH = 220;
const ENGLISH = 'en';
const USUAL_CONFIDENCE = 0.9;

interface Reading {
	rules: readonly Rule[];
	ignored: readonly Part[];
	/** Whether the message is read as one clause. */
	whole: boolean;
}

/** Expressions that ask for something else swallow words that a request is made of, so each kind is read apart. */
const READINGS: readonly Reading[] = [
	{ rules: [...LEAVING, ...ENDING], ignored: ['join', 'complaint', 'idiom'], whole: false },
	{ rules: IDIOMS, ignored: ['join', 'complaint'], whole: true },
	{ rules: COMPLAINTS, ignored: ['join', 'idiom'], whole: true },
	{ rules: ASKING, ignored: ['complaint', 'idiom'], whole: true },
];

/** Every request has one of these: its first word, or its second where anybody's text has the first. */
const TRIGGERS = [
	...new Set(
		READINGS.flatMap(({ rules }) => rules).flatMap(({ first, second }) =>
			first.includes('me') ? second : first,
		),
	),
];

/** Finds a request made in words of one's own. */
export function matchPhrase(
	text: NormalisedText,
	lexicon: Lexicon,
	categories: ReadonlySet<PhraseCategory>,
): PhraseMatch | undefined {
	const words = text.spoken;
	if ((words.at(-1)?.to ?? Infinity) > MAX_LENGTH) return undefined;
	const hits = hitsByLanguage(words, lexicon);
	let best: PhraseMatch | undefined;
	for (const language of lexicon.languages) {
		const found = hits.get(language.code);
		const match = found && matchLanguage(words, found, language, categories);
		if (match === undefined || (best !== undefined && !isBetter(match, best))) continue;
		if (language.code !== ENGLISH && readsAsEnglish(words, found ?? [], hits.get(ENGLISH) ?? [])) continue;
		best = match;
		if (isSurest(best)) break;
	}
	return best;
}

function matchLanguage(
	words: readonly Token[],
	found: readonly Hit[],
	language: Language,
	categories: ReadonlySet<PhraseCategory>,
): PhraseMatch | undefined {
	const parts = partsOf(found);
	if (!hasAny(parts, TRIGGERS)) return undefined;
	for (const { rules, ignored, whole } of READINGS) {
		const candidates = rules.filter(
			(rule) => possible(rule, parts) && categories.has(rule.category ?? 'optOut'),
		);
		if (candidates.length === 0) continue;
		const units = unitsOf(words, found, ignored);
		const message = clauseOf(units);
		const clauses = whole ? [message] : clausesOf(units);
		for (const rule of candidates) {
			for (const clause of rule.wholeMessage ? [message] : clauses) {
				const span = spanOf(rule, clause, language.grammar);
				if (span === undefined) continue;
				return {
					category: rule.category ?? 'optOut',
					language: language.code,
					words: joined(words).slice(clause.units[span.start]?.from, clause.units[span.end]?.to),
					marketing: refusesMarketing(clause.units),
					confidence: rule.confidence ?? USUAL_CONFIDENCE,
					because: rule.because,
				};
			}
		}
	}
	return undefined;
}

/** Unaccented words of one language are often English ones; who explains more of the message has it. */
function readsAsEnglish(words: readonly Token[], found: readonly Hit[], english: readonly Hit[]): boolean {
	return wordsExplained(words, english) >= wordsExplained(words, found);
}

function wordsExplained(words: readonly Token[], found: readonly Hit[]): number {
	return unitsOf(words, found, []).reduce((sum, unit) => sum + (unit.parts.size === 0 ? 0 : unit.words), 0);
}

/** Opt-out wins over the rest; between languages the surer reading does. */
function isBetter(match: PhraseMatch, than: PhraseMatch): boolean {
	if (match.category !== than.category) return match.category === 'optOut';
	return match.confidence > than.confidence;
}

/** No reading in another language could win over it. */
function isSurest({ category, confidence }: PhraseMatch): boolean {
	return category === 'optOut' && confidence === USUAL_CONFIDENCE;
}

function refusesMarketing(units: readonly Unit[]): boolean {
	const messages = units.filter(({ parts }) => parts.has('message'));
	return messages.length > 0 && messages.every(({ parts }) => parts.has('promotion'));
}
