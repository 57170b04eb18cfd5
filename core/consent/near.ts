import { peel } from './courtesy';
import { MAX_KEYWORD_TOKENS } from './dressed';
import { nearest } from './fuzzy';
import type { NormalisedText, Token } from './normalise';
import { REAL_WORDS } from './real-words';
import type { KeywordEntry, KeywordTable } from './table';

export interface NearMatch {
	/** What was typed. */
	word: string;
	entry: KeywordEntry;
	edits: number;
}

/** The keyword that the message misses by a slip of the finger. */
export function nearMatch({ tokens, truncated }: NormalisedText, table: KeywordTable): NearMatch | undefined {
	if (truncated || tokens.length > MAX_KEYWORD_TOKENS) return undefined;
	for (const peeled of peel(tokens, table.courtesy)) {
		const rest = withoutObject(peeled);
		const word = rest.map((token) => token.text).join('');
		if (rest.length > 2 || rest.some((token) => token.unspaced) || isRealWord(word, rest, table)) continue;
		const found = nearest(word, table.fuzzy);
		if (found === undefined) continue;
		return { word, ...found };
	}
	return undefined;
}

/** "unsubscibe me": the person is no part of the keyword. */
function withoutObject(tokens: readonly Token[]): readonly Token[] {
	return tokens.length === 2 && tokens[1]?.text === 'me' ? tokens.slice(0, 1) : tokens;
}

/** Any three or four letters are a word somewhere: there the list of real words decides alone. */
const SHORT_WORD = 4;

/** A word that somebody meant as it stands: a listed real word, a keyword of any category, a word of a language. */
function isRealWord(word: string, tokens: readonly Token[], table: KeywordTable): boolean {
	if (REAL_WORDS.has(word) || table.byKey.has(word) || table.byCompactKey.has(word)) return true;
	return tokens.length === 1
		? word.length > SHORT_WORD && table.lexicon?.words.has(word) === true
		: tokens.every((token) => token.text.length > 1 && table.lexicon?.words.has(token.text) === true);
}
