/** Cells padded as prettier pads them, so that what is generated is formatted already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = head.map((_, column) =>
		Math.max(3, ...[head, ...rows].map((row) => widthOf(row[column] ?? ''))),
	);
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const padded = (row: readonly string[]) =>
		line(widths.map((width, column) => padTo(width, row[column] ?? '')));
	return [padded(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(padded)].join('\n');
}

/** Emoji take two columns. */
function widthOf(text: string): number {
	return [...text].reduce((width, sign) => width + (/\p{Emoji_Presentation}/u.test(sign) ? 2 : 1), 0);
}

function padTo(width: number, text: string): string {
	return text + ' '.repeat(width - widthOf(text));
}

const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
	[/\*|(?<!\w)_|_(?!\w)|~/g, '\\$&'],
	[/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g, '[$2]($1)'],
	[/<\/?b>/g, '**'],
	[/\s+/g, ' '],
];

/** What a label of the editor says, for a cell of a table. */
export function cellText(label: string): string {
	return REPLACEMENTS.reduce((text, [pattern, by]) => text.replace(pattern, by), label)
		.replaceAll('|', '\\|')
		.trim();
}

/** As it is typed. A pipe in a cell is escaped in code too. */
export function code(text: string): string {
	return `\`${text.replaceAll('|', '\\|')}\``;
}

/** Text with a full stop at its end. */
export function sentence(text: string): string {
	return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}

export function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.slice(-1).join()}`;
}

/** Blocks of a page, an empty line between them. Empty ones are left out. */
export function page(...blocks: readonly string[]): string {
	return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
