/** A person has n8n run an execution again that stopped in the middle of a list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORLD } from '../../sandbox/settings.ts';
import { Lab } from './lab.ts';
import { SendFlow } from './send-flow.ts';

const lab = await Lab.start('retry');
const { ledger, rules } = lab.sandbox.whatsAppCloud;
const [number] = WORLD.numbers;
assert(number);
rules.change({ strangersReachable: true, ignoresWindow: true });

/** The second row is from a number that Meta does not know, at which the node stops. */
const rows = [
	{ phone: '+4915110000001', number: number.id },
	{ phone: '+4915110000002', number: '404' },
];

const flow = (delivery: Record<string, unknown>) =>
	SendFlow.publish(lab, {
		provider: 'whatsAppCloud',
		parameters: {
			operation: 'sendResponse',
			sender: { __rl: true, mode: 'id', value: '={{ $json.number }}' },
			recipientFrom: 'fields',
			recipientFields: 'phone',
			text: 'Your order is on its way.',
			delivery: { concurrency: 1, ...delivery },
		},
		onError: 'stopWorkflow',
	});

/** How many messages Meta takes, and with which error the execution ends. */
async function countingSends(act: () => Promise<{ error: Record<string, unknown> | undefined }>) {
	const before = ledger.accepted.length;
	const { error } = await act();
	return { sends: ledger.accepted.length - before, error: String(error?.message) };
}

test('Retry sends nothing, and says why', async () => {
	const stopped = await flow({});
	assert.equal((await countingSends(() => stopped.send(rows))).sends, 1);

	const retried = await countingSends(() => stopped.retry());

	assert.equal(retried.sends, 0);
	assert.match(retried.error, /^None of 2 messages can be sent\. n8n runs this execution again/);
});

test('with On Retry: Send it sends what went out as well', async () => {
	const stopped = await flow({ onRetry: 'send' });
	assert.equal((await countingSends(() => stopped.send(rows))).sends, 1);

	assert.equal((await countingSends(() => stopped.retry())).sends, 1);
});
