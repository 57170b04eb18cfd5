import type { Language } from '../languages/language';
import { joined } from '../normalise';
import type { NormalisedText, Token } from '../normalise';
import { clausesOf, possible, spanOf } from './clause';
import type { Grammar } from './clause';
import { bitsOf } from './parts';
import type { Lexicon } from './lexicon';
import { hitsOf, partsPresent, read } from './read';
import type { Hit } from './read';
import type { PhraseCategory } from './requests/request';
import { RULES } from './rules';
import type { Rule } from './rules';
import { unitsOf } from './units';
import type { Unit } from './units';

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

const ME = bitsOf('me');
const PROMOTION = bitsOf('promotion');
const MESSAGE = bitsOf('message');
const JOIN = bitsOf('join');
const COMPLAINT = bitsOf('complaint');
const IDIOM = bitsOf('idiom');

/** Parts that can make a request without another. */
const ALONE = RULES.reduce((bits, { first, second, single }) => (single ? bits | (first & second) : bits), 0);

/** Every request has one of these. */
const TRIGGERS = RULES.reduce((bits, { first, second }) => bits | ((first & ME) === 0 ? first : second), 0);
const SUREST = Math.max(...RULES.map(({ confidence }) => confidence));

/** Expressions that ask for something else swallow words that a request is made of, so each kind is read apart. */
const READINGS: readonly { rules: readonly Rule[]; ignored: number; whole: boolean }[] = [
	{
		rules: RULES.filter(
			({ category, second }) => category === 'optOut' && (second & (COMPLAINT | IDIOM)) === 0,
		),
		ignored: JOIN | COMPLAINT | IDIOM,
		whole: false,
	},
	{ rules: RULES.filter(({ second }) => second === IDIOM), ignored: JOIN | COMPLAINT, whole: true },
	{ rules: RULES.filter(({ second }) => second === COMPLAINT), ignored: JOIN | IDIOM, whole: true },
	{ rules: RULES.filter(({ category }) => category !== 'optOut'), ignored: COMPLAINT | IDIOM, whole: true },
];

/** Finds a request made in words of one's own. */
export function matchPhrase(
	text: NormalisedText,
	lexicon: Lexicon,
	categories: ReadonlySet<PhraseCategory>,
): PhraseMatch | undefined {
	const tokens = text.spoken;
	if (tokens.length === 0 || lengthOf(tokens) > MAX_LENGTH) return undefined;
	const finds = read(tokens, lexicon);
	const present = partsPresent(finds, lexicon);
	const wanted = languagesWithRequest(present);
	if (wanted.length === 0) return undefined;

	const english = lexicon.languages.findIndex(({ code }) => code === ENGLISH);
	const hits = hitsOf(finds, [...wanted, english], lexicon);
	let best: PhraseMatch | undefined;
	for (const number of wanted) {
		const language = lexicon.languages[number];
		const found = hits[number];
		if (language === undefined || found === undefined) continue;
		const match = matchLanguage(tokens, found, present[number] ?? 0, language, categories);
		if (match === undefined || (best !== undefined && !better(match, best))) continue;
		if (number !== english && readsAsEnglish(tokens, found, hits[english] ?? [])) continue;
		best = { ...match, language: language.code };
		if (isSurest(best)) break;
	}
	return best;
}

function lengthOf(tokens: readonly Token[]): number {
	let length = tokens.length - 1;
	for (const token of tokens) length += token.text.length;
	return length;
}

/** Numbers of the languages in which the message has all parts of some request. */
function languagesWithRequest(present: Int32Array): number[] {
	const wanted: number[] = [];
	for (let number = 0; number < present.length; number += 1) {
		const bits = present[number] ?? 0;
		if ((bits & (bits - 1)) === 0 && (bits & ALONE) === 0) continue;
		if ((bits & TRIGGERS) !== 0 && RULES.some((rule) => possible(rule, bits))) wanted.push(number);
	}
	return wanted;
}

const ENGLISH = 'en';

function matchLanguage(
	tokens: readonly Token[],
	found: readonly Hit[],
	present: number,
	language: Language,
	categories: ReadonlySet<PhraseCategory>,
): Omit<PhraseMatch, 'language'> | undefined {
	for (const { rules, ignored, whole } of READINGS) {
		const candidates = rules.filter((rule) => categories.has(rule.category) && possible(rule, present));
		if (candidates.length === 0) continue;
		const match = matchUnits(unitsOf(tokens, found, ignored), candidates, tokens, whole, language.grammar);
		if (match !== undefined) return match;
	}
	return undefined;
}

/** Unaccented words of one language are often English ones; who explains more of the message has it. */
function readsAsEnglish(tokens: readonly Token[], found: readonly Hit[], english: readonly Hit[]): boolean {
	return wordsExplained(tokens, english) >= wordsExplained(tokens, found);
}

function wordsExplained(tokens: readonly Token[], found: readonly Hit[]): number {
	return unitsOf(tokens, found, 0).reduce((sum, unit) => sum + (unit.bits === 0 ? 0 : unit.words), 0);
}

/** Opt-out wins over the rest; between languages the surer reading does. */
function better(match: Omit<PhraseMatch, 'language'>, than: PhraseMatch): boolean {
	if (match.category !== than.category) return match.category === 'optOut';
	return match.confidence > than.confidence;
}

/** No reading in another language could win over it. */
function isSurest({ category, confidence }: PhraseMatch): boolean {
	return category === 'optOut' && confidence === SUREST;
}

function matchUnits(
	units: readonly Unit[],
	rules: readonly Rule[],
	tokens: readonly Token[],
	whole: boolean,
	grammar: Grammar,
): Omit<PhraseMatch, 'language'> | undefined {
	const clauses = whole ? [] : clausesOf(units);
	for (const rule of rules) {
		for (const clause of rule.whole || whole ? [units] : clauses) {
			const span = spanOf(rule, clause, grammar);
			if (span === undefined) continue;
			return {
				category: rule.category,
				words: joined(tokens).slice(clause[span.start]?.from, clause[span.end]?.to),
				marketing: refusesMarketing(clause),
				confidence: rule.confidence,
				because: rule.because,
			};
		}
	}
	return undefined;
}

function refusesMarketing(clause: readonly Unit[]): boolean {
	const messages = clause.filter((unit) => (unit.bits & MESSAGE) !== 0);
	return messages.length > 0 && messages.every((unit) => (unit.bits & PROMOTION) !== 0);
}
