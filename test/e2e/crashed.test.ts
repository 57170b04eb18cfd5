/** What became of a message whose execution was under way when n8n was killed, as docs/providers.md tells it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { itemsOf, Lab, message, restart, TRIGGER } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

/** The template's trigger with a node behind it that takes its time. */
function slowly(template: Workflow): Workflow {
	const nodes = template.nodes.filter(({ name }) => name === TRIGGER);
	const parameters = { resume: 'timeInterval', amount: 4, unit: 'seconds' };
	const pause = { id: 'pause', name: 'Pause', type: 'n8n-nodes-base.wait', typeVersion: 1.1 };
	return {
		...template,
		nodes: [...nodes, { ...pause, position: [240, 0], parameters }],
		connections: { [TRIGGER]: { main: [[{ node: 'Pause', type: 'main', index: 0 }]] } },
	};
}

/** n8n recovers from its event log what was under way, where a node is named there. */
async function isPausing(): Promise<boolean> {
	const log = await readFile(join(lab.userFolder, '.n8n/n8nEventLog.log'), 'utf8');
	return /n8n\.node\.started.*"Pause"/.test(log);
}

const lab = await Lab.start('crashed', slowly);

test('it is kept as crashed with its message, and can be run again', async () => {
	const { id, body } = message('STOP');
	assert.equal((await lab.post(body)).status, 200);
	await eventually(isPausing, 'the pause in the event log');
	const { again } = await restart(lab);
	try {
		const crashed = await eventually(
			async () => (await lab.executions()).find(({ status }) => status === 'crashed'),
			'a crashed execution',
			30_000,
		);
		await lab.api.retry(crashed.id);
		const [retried] = await lab.executions();
		assert.deepEqual([retried?.status, retried?.id === crashed.id], ['success', false]);
		const run = await lab.runOf(id);
		assert.equal(itemsOf(run, 'Pause')[0]?.id, id);
	} finally {
		await again.stop();
	}
});
