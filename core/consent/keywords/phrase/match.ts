import type { Language } from '../languages/language';
import { joined } from '../normalise';
import type { NormalisedText, Token } from '../normalise';
import { clauseOf, clausesOf, partsOf, possible, spanOf } from './clause';
import type { Lexicon, Senses } from './lexicon';
import { ASKING } from './requests/asking';
import { ENDING } from './requests/ending';
import { COMPLAINTS, IDIOMS, LEAVING } from './requests/leaving';
import { hasAny } from './roles';
import type { Part } from './roles';
import type { PhraseCategory, Rule } from './rule';
import { findsIn, hitsOf, unitsOf } from './units';
import type { Find, Hit, Unit } from './units';

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

/** Parts that anybody's text has. */
const USUAL: readonly Part[] = ['me', 'no', 'not', 'more', 'want', 'again', 'courtesy'];

/** Every request has one of these: the first thing that its rule asks for and that is not usual. */
const TRIGGERS = READINGS.flatMap(({ rules }) => rules).flatMap(
	({ first, second, needs = [] }) =>
		[first, second, ...needs].find((parts) => !parts.some((part) => USUAL.includes(part))) ?? first,
);

/** Finds a request made in words of one's own. */
export function matchPhrase(
	text: NormalisedText,
	lexicon: Lexicon,
	categories: ReadonlySet<PhraseCategory>,
): PhraseMatch | undefined {
	const words = text.spoken;
	if ((words.at(-1)?.to ?? Infinity) > MAX_LENGTH) return undefined;
	const finds = findsIn(words, lexicon);
	const codes = languagesOf(finds);
	let best: PhraseMatch | undefined;
	for (const language of lexicon.languages) {
		if (!codes.has(language.code)) continue;
		const hits = hitsOf(language.code, finds);
		const match = matchLanguage(words, hits, language, categories);
		if (match === undefined || (best !== undefined && !isBetter(match, best))) continue;
		if (language.code !== ENGLISH && readsAsEnglish(words, hits, hitsOf(ENGLISH, finds))) continue;
		best = match;
		if (isSurest(best)) break;
	}
	return best;
}

/** The languages in which the message can hold a request at all. */
function languagesOf(finds: readonly Find[]): Set<string> {
	const codes = new Set<string>();
	for (const { senses } of finds) for (const code of requesting(senses)) codes.add(code);
	return codes;
}

const known = new WeakMap<Senses, readonly string[]>();

/** The languages in which a word can be what a request hangs on. */
function requesting(senses: Senses): readonly string[] {
	const codes =
		known.get(senses) ?? [...senses].filter(([, parts]) => hasAny(parts, TRIGGERS)).map(([code]) => code);
	known.set(senses, codes);
	return codes;
}

function matchLanguage(
	words: readonly Token[],
	found: readonly Hit[],
	language: Language,
	categories: ReadonlySet<PhraseCategory>,
): PhraseMatch | undefined {
	const parts = partsOf(found);
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
