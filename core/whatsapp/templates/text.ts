/** A blank in a text: `{{1}}`, `{{ first_name }}`. */
export const BLANK = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** Characters of the words on either side of a blank. */
const AROUND = 24;

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
	if (text.length <= AROUND) return text;
	const end = text.slice(-AROUND);
	return `…${/^\S*(\s.*)$/.exec(end)?.[1] ?? end}`.replace(/^… …/, '…');
}

/** The first words of what stands behind a blank. */
function startOf(words: string): string {
	const text = calm(words).trimEnd();
	if (text.length <= AROUND) return text;
	const start = text.slice(0, AROUND);
	return `${/^(.*\s)\S*$/.exec(start)?.[1] ?? start}…`.replace(/… …$/, '…');
}

/** The words around the first place of a blank, `Hello ▢, your order …`. */
export function wordsAround(text: string, name: string): string {
	const match = Array.from(text.matchAll(BLANK)).find(([, found]) => found === name);
	if (match === undefined) return '▢';
	const before = text.slice(0, match.index);
	const after = text.slice(match.index + match[0].length);
	return `${endOf(before)}▢${startOf(after)}`;
}
