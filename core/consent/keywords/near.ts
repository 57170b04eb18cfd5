import type { Peeling } from './courtesy';
import { nearest } from './fuzzy';
import { joined } from './normalise';
import type { Token } from './normalise';
import { REAL_WORDS } from './real-words';
import type { KeywordEntry, KeywordTable } from './table';

export interface NearMatch {
	/** What was typed. */
	word: string;
	entry: KeywordEntry;
	edits: number;
}

/** A keyword that was typed with a space in it. */
const MAX_WORDS = 2;

/** The keyword that the message misses by a slip of the finger. */
export function nearMatch({ tokens, starts, ends }: Peeling, table: KeywordTable): NearMatch | undefined {
	for (const start of starts) {
		for (const end of ends) {
			if (start >= end || end - start > MAX_WORDS) continue;
			const rest = withoutObject(tokens.slice(start, end));
			const word = joined(rest, 0, rest.length, '');
			if (rest.some((token) => token.unspaced) || isRealWord(word, rest, table)) continue;
			const found = nearest(word, table.fuzzy);
			if (found !== undefined) return { word, ...found };
		}
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
