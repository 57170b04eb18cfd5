/** A blank in a text: `{{1}}`, `{{ first_name }}`. */
export const BLANK = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** Characters of the words around a blank: as many as n8n shows of a field's label, and how many of them may stand before. */
const AROUND = 26;
const BEFORE = 16;

/** The names of a text's blanks, each once; positions in their order. */
export function blankNames(text: string): string[] {
	const names = new Set(Array.from(text.matchAll(BLANK), ([, name = '']) => name));
	return [...names].sort((one, other) => (Number(one) || 0) - (Number(other) || 0));
}

function calm(words: string): string {
	return words.replace(BLANK, '…').replace(/\s+/g, ' ');
}

/** The last words of what stands before a blank. */
function endOf(words: string): string {
	const text = calm(words).trimStart();
	if (text.length <= BEFORE) return text;
	const end = text.slice(-BEFORE);
	return `…${/^\S*(\s.*)$/.exec(end)?.[1] ?? end}`.replace(/^… …/, '…');
}

/** The first words of what stands behind a blank, or of a text at all. */
export function firstWords(words: string, most: number): string {
	const text = calm(words).trimEnd();
	if (text.length <= most) return text;
	const start = text.slice(0, most);
	return `${/^(.*\s)\S*$/.exec(start)?.[1] ?? start}…`.replace(/… …$/, '…');
}

/** The words around the first place of a blank, `Hello ▢, your order …`. */
export function wordsAround(text: string, name: string): string {
	const match = Array.from(text.matchAll(BLANK)).find(([, found]) => found === name);
	if (match === undefined) return '▢';
	const before = endOf(text.slice(0, match.index));
	const after = text.slice(match.index + match[0].length);
	return `${before}▢${firstWords(after, AROUND - before.length)}`;
}
