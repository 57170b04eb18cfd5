import type { Language } from './languages/language';
import { wordsOf } from './languages/words';
import { push } from './memory';
import { normalise } from './normalise';
import type { NormalisedText, Token } from './normalise';

/**
 * Words that surround a keyword without changing it: "please", "now", "thank you", in all active languages.
 */
export interface Courtesy {
	/** Expressions by their first word, longest first. */
	leading: Map<string, string[][]>;
	/** Expressions by their last word, longest first. */
	trailing: Map<string, string[][]>;
	/** Of scripts without spaces, by first and by last character, longest first. */
	prefixes: Map<string, string[]>;
	suffixes: Map<string, string[]>;
}

const LIST_MARK = /^\d$/;
const CODE = /^\d{3,8}$/;
/** "STOP to 12345", "STOP au 36180". */
const TOWARDS = new Set('to au al ao an auf na naar til pe ke a for all'.split(' '));
/** Most words that are taken off one end. */
const MAX_PEELED = 6;

export function buildCourtesy(languages: readonly Language[]): Courtesy {
	const courtesy: Courtesy = {
		leading: new Map(),
		trailing: new Map(),
		prefixes: new Map(),
		suffixes: new Map(),
	};
	for (const language of languages) {
		for (const entry of wordsOf(language, 'politeness')) {
			const { tokens } = normalise(entry);
			const words = tokens.map((token) => token.text);
			if (words.length === 0) continue;
			if (tokens.every((token) => token.unspaced)) {
				const text = words.join('');
				push(courtesy.prefixes, text.charAt(0), text);
				push(courtesy.suffixes, text.charAt(text.length - 1), text);
			} else {
				push(courtesy.leading, words[0] ?? '', words);
				push(courtesy.trailing, words.at(-1) ?? '', words);
			}
		}
	}
	for (const lists of [courtesy.leading, courtesy.trailing, courtesy.prefixes, courtesy.suffixes]) {
		for (const list of lists.values())
			list.sort((a: { length: number }, b: { length: number }) => b.length - a.length);
	}
	return courtesy;
}

/** Where the keyword of a message may begin and end, the least peeled first. */
export interface Peeling {
	tokens: readonly Token[];
	starts: readonly number[];
	ends: readonly number[];
}

/** Longer messages than this are sentences, not a keyword with a please around it. */
const MAX_KEYWORD_TOKENS = 12;

/**
 * What may be the keyword of a message: its words without courtesy at either end.
 * Codes of short numbers count as courtesy behind a keyword ("STOP 12345").
 */
export function peel({ tokens }: NormalisedText, courtesy: Courtesy): Peeling | undefined {
	return tokens.length > MAX_KEYWORD_TOKENS ? undefined : peelTokens(tokens, courtesy);
}

/** The same of one sentence. */
export function peelTokens(tokens: readonly Token[], courtesy: Courtesy): Peeling {
	const ends = [tokens.length];
	for (let end = tokens.length; end > 1 && tokens.length - end < MAX_PEELED;) {
		const length = trailingLength(tokens, end, courtesy);
		if (length === 0 || length >= end) break;
		end -= length;
		ends.push(end);
	}
	const starts = [0];
	for (let start = 0; start < tokens.length - 1 && start < MAX_PEELED;) {
		const length = leadingLength(tokens, start, courtesy);
		if (length === 0 || start + length >= tokens.length) break;
		start += length;
		starts.push(start);
	}
	return { tokens, starts, ends };
}

/** Whether a run of a script without spaces is made of courtesy alone. */
function isCourtesyRun(token: Token | undefined, { prefixes }: Courtesy): boolean {
	if (token?.unspaced !== true) return false;
	let rest = token.text;
	for (let count = 0; count < MAX_PEELED && rest !== ''; count += 1) {
		const prefix = prefixes.get(rest.charAt(0))?.find((start) => rest.startsWith(start));
		if (prefix === undefined) return false;
		rest = rest.slice(prefix.length);
	}
	return rest === '';
}

/** "1. stop" */
function isListMark(token: Token | undefined): boolean {
	return token?.endsClause === true && LIST_MARK.test(token.text);
}

/** How many words from here on are courtesy. */
export function leadingLength(tokens: readonly Token[], start: number, courtesy: Courtesy): number {
	if (isCourtesyRun(tokens[start], courtesy) || isListMark(tokens[start])) return 1;
	const found = courtesy.leading
		.get(tokens[start]?.text ?? '')
		?.find((words) => words.every((word, index) => tokens[start + index]?.text === word));
	return found?.length ?? 0;
}

function trailingLength(tokens: readonly Token[], end: number, courtesy: Courtesy): number {
	const last = tokens[end - 1]?.text ?? '';
	if (CODE.test(last)) return TOWARDS.has(tokens[end - 2]?.text ?? '') ? 2 : 1;
	if (isCourtesyRun(tokens[end - 1], courtesy)) return 1;
	const found = courtesy.trailing
		.get(last)
		?.find((words) => words.every((word, index) => tokens[end - words.length + index]?.text === word));
	return found?.length ?? 0;
}

/** The same for a run of a script without spaces. */
export function* peelRun(text: string, { prefixes, suffixes }: Courtesy): Generator<string> {
	yield* peelEnd(text, suffixes);
	let rest = text;
	for (let count = 0; count < MAX_PEELED; count += 1) {
		const prefix = prefixes.get(rest.charAt(0))?.find((start) => rest.startsWith(start));
		if (prefix === undefined || prefix.length >= rest.length) break;
		rest = rest.slice(prefix.length);
		yield rest;
		yield* peelEnd(rest, suffixes);
	}
}

function* peelEnd(text: string, suffixes: Courtesy['suffixes']): Generator<string> {
	let rest = text;
	for (let count = 0; count < MAX_PEELED; count += 1) {
		const suffix = suffixes.get(rest.charAt(rest.length - 1))?.find((end) => rest.endsWith(end));
		if (suffix === undefined || suffix.length >= rest.length) return;
		rest = rest.slice(0, -suffix.length);
		yield rest;
	}
}
