/** The tables of templates/README.md are those that the templates create, column by column. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const TEMPLATES = join(__dirname, '../../../templates');

const Workflow = z.object({
	nodes: z.array(
		z.object({
			type: z.string(),
			parameters: z.object({
				tableName: z.string().optional(),
				columns: z
					.object({ column: z.array(z.object({ name: z.string() })) })
					.optional()
					.catch(undefined),
			}),
		}),
	),
});

const created = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('workflow.json'))
	.flatMap((file) => {
		const { nodes } = Workflow.parse(JSON.parse(readFileSync(join(TEMPLATES, file), 'utf8')));
		return nodes.flatMap(({ parameters: { tableName, columns } }) =>
			tableName === undefined || columns === undefined
				? []
				: [{ file, table: tableName, columns: columns.column.map(({ name }) => name) }],
		);
	});

/** Names in the first column of the first table below a heading. */
function listed(table: string): string[] {
	const page = readFileSync(join(TEMPLATES, 'README.md'), 'utf8');
	const [, section = ''] = page.split(`### \`${table}\``);
	const rows = section.split('\n\n').find((block) => block.startsWith('|')) ?? '';
	return [...rows.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name ?? '');
}

test.each(['messaging_contacts', 'messaging_sends', 'messaging_conversations', 'messaging_timeline'])(
	'the page has the columns of %s, in their order',
	(table) => {
		const places = created.filter((one) => one.table === table);
		expect(places.length).toBeGreaterThanOrEqual(3);
		for (const { file, columns } of places)
			expect({ file, columns }).toEqual({ file, columns: listed(table) });
	},
);

test('the page has the columns that messaging_audit has more than messaging_contacts', () => {
	const places = created.filter(({ table }) => table === 'messaging_audit');
	expect(places.length).toBeGreaterThan(3);
	const contacts = listed('messaging_contacts');
	for (const { file, columns } of places) {
		const more = columns.filter((name) => !contacts.includes(name));
		expect({ file, more }).toEqual({ file, more: listed('messaging_audit') });
		expect(columns.filter((name) => !more.includes(name))).toEqual(contacts);
	}
});

test('a table is made alike wherever it is made', () => {
	for (const table of new Set(created.map((one) => one.table))) {
		const ways = created.filter((one) => one.table === table).map(({ columns }) => columns.join());
		expect({ table, ways: new Set(ways).size }).toEqual({ table, ways: 1 });
	}
});
