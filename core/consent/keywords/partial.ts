/** Words of custom lists that count beside other words: "oat latte?" holds LATTE. */
import type { PartialMatch } from '../types';
import type { KeywordEntry } from './entries';
import { joined, normalise } from './normalise';
import type { Token } from './normalise';

export interface PartialKeyword {
	entry: KeywordEntry;
	where: PartialMatch;
	/** The folded keyword, with a space on each side on which another word has to end. */
	key: string;
}

/** Scripts without spaces have no end of a word that could be seen. */
function edge(token: Token | undefined): string {
	return token?.unspaced === true ? '' : ' ';
}

export function partialKeywords(entries: readonly KeywordEntry[]): PartialKeyword[] {
	return entries.flatMap((entry) => {
		const { tokens } = normalise(entry.keyword);
		if (entry.partial === undefined || tokens.length === 0) return [];
		const key = `${edge(tokens[0])}${joined(tokens)}${edge(tokens.at(-1))}`;
		return [{ entry, where: entry.partial, key }];
	});
}

/** The first keyword that the message begins with or holds, as its list asks for. */
export function partialMatch(
	tokens: readonly Token[],
	keywords: readonly PartialKeyword[],
): KeywordEntry | undefined {
	if (keywords.length === 0) return undefined;
	const words = ` ${joined(tokens)} `;
	const isThere = ({ key, where }: PartialKeyword) =>
		where === 'contains' ? words.includes(key) : words.startsWith(key) || words.startsWith(` ${key}`);
	return keywords.find(isThere)?.entry;
}
