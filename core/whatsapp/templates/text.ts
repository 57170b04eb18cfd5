/** A blank in a text: `{{1}}`, `{{ first_name }}`. */
export const BLANK = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** Characters of a blank's label: as many as n8n shows of a field's. */
export const MOST_OF_LABEL = 26;

/** How many of them may stand before the blank. */
const BEFORE = 16;

/** What WhatsApp shows as bold, italic, struck through or code, and the signs of quotes and lists that begin a line. */
const MARKED = /(?<![\p{L}\p{N}])(```|[*_~`])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu;
const LINE_SIGN = /^[>*-] /gm;

/** A text without WhatsApp's marks, which stand inside each other as well. */
function unmarked(text: string): string {
	const plain = text.replace(MARKED, '$2');
	return plain === text ? text.replace(LINE_SIGN, '') : unmarked(plain);
}

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
	const text = calm(unmarked(words)).trimEnd();
	if (text.length <= most) return text;
	const start = text.slice(0, most);
	return `${/^(.*\s)\S*$/.exec(start)?.[1] ?? start}…`.replace(/… …$/, '…');
}

/**
 * The words around the first place of a blank, `Hello ▢, your order …`.
 *
 * @param most characters, give or take two
 */
export function wordsAround(marked: string, name: string, most = MOST_OF_LABEL): string {
	const text = unmarked(marked);
	const match = Array.from(text.matchAll(BLANK)).find(([, found]) => found === name);
	if (match === undefined) return '▢';
	const before = endOf(text.slice(0, match.index));
	const after = text.slice(match.index + match[0].length);
	return `${before}▢${firstWords(after, most - before.length)}`;
}
