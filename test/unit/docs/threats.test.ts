/** Each threat of docs/security.md leads to a test that is there. */
import { existsSync, readFileSync } from 'node:fs';

const PAGE = readFileSync('docs/security.md', 'utf8');
const ROW = /^\|[^\n]*\|$/gm;
const CELL = /`(test\/[^`]+\.test\.ts)`(?: › ([^|]+?))?\s*\|/;

const section = PAGE.slice(
	PAGE.indexOf('## Who could want what'),
	PAGE.indexOf('## Who may start a workflow'),
);
const rows = [...section.matchAll(ROW)]
	.map(([row]) => row)
	.filter((row) => !/^\|[\s|-]+\|$/.test(row) && !row.startsWith('| Wants'));

test('there are threats', () => {
	expect(rows.length).toBeGreaterThan(15);
});

test.each(rows)('%s', (row) => {
	const [, file = '', name] = CELL.exec(row) ?? [];
	expect(file).not.toBe('');
	expect(existsSync(file)).toBe(true);
	if (name !== undefined) expect(readFileSync(file, 'utf8')).toContain(name);
});
