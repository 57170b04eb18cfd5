import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A person has to be able to read a workflow in a minute. */
const MOST = 20;
const MOST_OF_STARTERS = 12;
/** Keeps the one-time code out of the items. */
const WITHOUT_CODE = 1;
const STARTERS = ['channel-health-check', 'double-opt-in', 'keyword-replies', 'register-number'];
const NOTE = 'n8n-nodes-base.stickyNote';

const TEMPLATES = join(__dirname, '../../../templates');

const Workflow = z.object({ nodes: z.array(z.object({ name: z.string(), type: z.string() })) });

const files = readdirSync(TEMPLATES, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap(({ name }) =>
		readdirSync(join(TEMPLATES, name))
			.filter((file) => file.endsWith('workflow.json'))
			.map((file) => [name, file] as const),
	);

test('the templates are found', () => {
	expect(files.map(([template]) => template)).toEqual(expect.arrayContaining(STARTERS));
});

test.each(files)('%s/%s is small enough to be read', (template, file) => {
	const { nodes } = Workflow.parse(JSON.parse(readFileSync(join(TEMPLATES, template, file), 'utf8')));
	const counted = nodes.filter(({ type }) => type !== NOTE);
	const most = STARTERS.includes(template) ? MOST_OF_STARTERS : MOST;
	expect(counted.length).toBeLessThanOrEqual(template === 'register-number' ? most + WITHOUT_CODE : most);
});
