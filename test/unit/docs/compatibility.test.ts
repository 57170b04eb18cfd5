import { rowsOf, tableOf, withTable } from '../../compatibility/page';

const PAGE = `# Title

| n8n           | Starts | Loads |
| ------------- | ------ | ----- |
| 1.85, Node 20 | ok     | ok    |

After it.
`;

test('the rows of a page are found by their names', () => {
	expect([...rowsOf(PAGE)]).toEqual([['1.85, Node 20', { Starts: 'ok', Loads: 'ok' }]]);
	expect(rowsOf('# No table\n').size).toBe(0);
});

test('a table takes the place of the one before, with an empty cell where nothing is known', () => {
	const rows = new Map([...rowsOf(PAGE), ['2.1, Node 20', { Starts: 'ok' }]]);
	const page = withTable(PAGE, tableOf(rows, ['Starts', 'Loads']));
	expect(page.split('\n')).toEqual([
		'# Title',
		'',
		'| n8n | Starts | Loads |',
		'| --- | --- | --- |',
		'| 1.85, Node 20 | ok | ok |',
		'| 2.1, Node 20 | ok |  |',
		'',
		'After it.',
		'',
	]);
	expect([...rowsOf(page).keys()]).toEqual(['1.85, Node 20', '2.1, Node 20']);
});

test('a page without a table is not overwritten', () => {
	expect(() => withTable('# No table\n', '')).toThrow('no table');
});
