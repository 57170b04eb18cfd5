/** The matrix as Markdown, in a page that keeps the rows of versions that were not tried this time. */

/** Results by the title of their column. */
export type Row = Readonly<Record<string, string>>;

const cellsOf = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

const isRow = (line: string) => line.startsWith('|');

/** The rows of the first table of a page, by their first cell. */
export function rowsOf(page: string): Map<string, Row> {
	const lines = page.split('\n');
	const start = lines.findIndex(isRow);
	if (start < 0) return new Map();
	const end = lines.findIndex((line, index) => index > start && !isRow(line));
	const [head = '', , ...body] = lines.slice(start, end < 0 ? undefined : end);
	const [, ...titles] = cellsOf(head);
	return new Map(
		body.map((line) => {
			const [name = '', ...cells] = cellsOf(line);
			return [name, Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? '']))];
		}),
	);
}

/** @param titles of the columns after the first, which has the names of the rows */
export function tableOf(rows: ReadonlyMap<string, Row>, titles: readonly string[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [
		line(['n8n', ...titles]),
		line(['---', ...titles.map(() => '---')]),
		...[...rows].map(([name, row]) => line([name, ...titles.map((title) => row[title] ?? '')])),
	].join('\n');
}

/** The page with another first table. */
export function withTable(page: string, table: string): string {
	const lines = page.split('\n');
	const start = lines.findIndex(isRow);
	if (start < 0) throw new Error('The page has no table');
	const end = lines.findIndex((line, index) => index > start && !isRow(line));
	return [...lines.slice(0, start), table, ...(end < 0 ? [] : lines.slice(end))].join('\n');
}
