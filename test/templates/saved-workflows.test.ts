/** Workflows that people saved with an earlier version of the package mean the same with this one. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { readTemplate, SAVED } from './files.ts';
import { TemplateLab } from './lab.ts';
import { lint, WORKFLOW_RULES } from './lint.ts';
import { NodeTypes } from './node-types.ts';

const lab = await TemplateLab.start('keyword-replies', { from: SAVED });
const types = await NodeTypes.of(lab.api);

test('a saved keyword reply answers STOP', async () => {
	const before = (await lab.phone()).length;
	await lab.customerWrites('STOP');
	const reply = await lab.eventually(async () => (await lab.phone())[before], 'an answer to STOP');
	assert.match(reply.text, /^You are unsubscribed/);
});

for (const name of await readdir(SAVED)) {
	const files = await readTemplate(name, SAVED);
	const siblings = [...files.values()];
	for (const [file, workflow] of files) {
		test(`${name}/${file}: the panels have every field and choice of it`, () => {
			assert.deepEqual(lint({ workflow, siblings }, types, WORKFLOW_RULES), []);
		});
		if (name === lab.name) continue;
		test(`${name}/${file}: n8n takes it as it is`, async () => {
			const stored = await lab.api.createWorkflow(workflow);
			assert.deepEqual(
				stored.nodes.map(({ name: node, parameters }) => ({ node, parameters })),
				workflow.nodes.map(({ name: node, parameters }) => ({ node, parameters })),
			);
		});
	}
}
