import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { itemsOf, Lab, message } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

const [number, otherNumber] = WORLD.numbers;
const [customer] = WORLD.customers;
assert(number && otherNumber && customer);

/** The template with other settings: one number, failed statuses as well, and failures on the node's error output. */
function withSettings(workflow: Workflow): Workflow {
	const nodes = workflow.nodes.map((node) => {
		if (node.name === 'Messaging Trigger') {
			const filters = { channelIds: [number?.id], statuses: ['failed'] };
			return {
				...node,
				parameters: { ...node.parameters, purpose: 'selected', events: ['message', 'status'], filters },
			};
		}
		return node.name === 'Messaging Send' ? { ...node, onError: 'continueErrorOutput' } : node;
	});
	return { ...workflow, nodes };
}

const lab = await Lab.start('settings', withSettings);
const { faults, ledger } = lab.sandbox.whatsAppCloud;

// Opens the customer's window: an answer that fails outside of it would start an execution through its status.
const opening = lab.sandbox.whatsAppCloud.customerSends(customer.phoneNumber, 'START');
await lab.runOf(opening.messageId);

test('messages to another number are answered 200 and start nothing', async () => {
	const started = await lab.executionsStartedBy(async () => {
		assert.equal((await lab.post(message('STOP', otherNumber.id).body)).status, 200);
	});

	assert.equal(started, 0);
});

test('of a delivery for two numbers, the messages of the chosen one pass', async () => {
	const wanted = message('STOP');
	const unwanted = message('STOP', otherNumber.id);
	const both: { entry: unknown[] } = JSON.parse(unwanted.body);
	const added: { entry: unknown[] } = JSON.parse(wanted.body);
	both.entry.push(...added.entry);

	assert.equal((await lab.post(JSON.stringify(both))).status, 200);

	const items = itemsOf(await lab.runOf(wanted.id), 'Messaging Trigger');
	assert.deepEqual(
		items.map((item) => item.id),
		[wanted.id],
	);
});

test('a failed status starts an execution with what Meta said about it', async () => {
	faults.set('undeliverable');
	const before = ledger.accepted.length;
	lab.sandbox.whatsAppCloud.customerSends(customer.phoneNumber, 'STOP');
	const reply = await eventually(() => ledger.accepted[before], 'the reply', 15_000);

	const event = await eventually(
		async () => {
			for (const { id } of await lab.executions()) {
				const items = itemsOf(await lab.api.runData(id), 'Messaging Trigger');
				const found = items.find((item) => item.messageId === reply.id);
				if (found) return found;
			}
			return undefined;
		},
		'an execution for the failed status',
		15_000,
	);

	assert.equal(event.kind, 'status');
	assert.equal(event.status, 'failed');
	assert.match(JSON.stringify(event.error), /"code":"131026".*recipientUnreachable/);
});

test('a refused send leaves by the error output with its input and what Meta said', async () => {
	faults.set('permissionMissing', 'always');
	const { messageId } = lab.sandbox.whatsAppCloud.customerSends(customer.phoneNumber, 'STOP');

	const run = await lab.runOf(messageId);

	assert.equal(run.error, undefined);
	const outputs = run.runData['Messaging Send']?.[0]?.data?.main ?? [];
	assert.deepEqual(
		outputs.map((items) => items?.length ?? 0),
		[0, 0, 1],
	);
	const [failed] = itemsOf(run, 'Messaging Send');
	assert.equal(failed?.id, messageId);
	assert.match(JSON.stringify(failed.error), /"code":"200".*"cause":"configurationInvalid"/);
});
