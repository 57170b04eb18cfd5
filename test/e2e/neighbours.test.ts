/** Several workflows on one number: each gets what it asks for, whichever of them the provider calls. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credentialOf, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import { type Provider, WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { itemsOf, message, post, Published, startSurroundings, TRIGGER } from './lab.ts';
import { triggerWorkflow } from './trigger-flow.ts';

const lab = await startSurroundings('neighbours');
const { api, sandbox } = lab;
const [customer] = WORLD.customers;
assert(customer);
const credentialIds = { ...lab.credentialIds };

/** Publishes workflows at the same moment. */
async function publish(
	provider: Provider,
	triggers: Record<string, Record<string, unknown>>,
): Promise<Published[]> {
	const stored = await Promise.all(
		Object.entries(triggers).map(async ([name, parameters]) => {
			const credentials = credentialOf(provider, credentialIds);
			return await api.createWorkflow(triggerWorkflow(name, { provider, ...parameters }, credentials));
		}),
	);
	await Promise.all(stored.map((workflow) => api.publish(workflow)));
	return stored.map((workflow) => new Published(api, workflow));
}

/** Waits until n8n has ended what it does about a workflow that was unpublished. */
async function unpublish({ workflow }: Published): Promise<void> {
	await api.unpublish(workflow);
	const url = triggerUrl(api, workflow);
	await eventually(
		async () => (await post(url, '{}')).status === 404 && sandbox.whatsAppCloud.webhook.url !== url,
		`the end of ${workflow.name}`,
		20_000,
	);
}

/** The ids of the events that started a workflow, with the number of times. */
async function eventsOf(published: Published): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	for (const { id } of await published.executions()) {
		for (const event of itemsOf(await api.runData(id), TRIGGER)) {
			const key = [event.kind, event.id, event.status]
				.flatMap((part) => (typeof part === 'string' ? part : []))
				.join(' ');
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	return counts;
}

async function expectOnce(published: readonly Published[], key: string): Promise<void> {
	for (const one of published) {
		await eventually(
			async () => (await eventsOf(one)).get(key) === 1,
			`${key} in ${one.workflow.name}, once: ${JSON.stringify([...(await eventsOf(one))])}`,
			20_000,
		);
	}
}

function customerWrites(text: string, provider: Provider = 'whatsAppCloud'): Promise<string> {
	const { messageId, delivered } = sandbox[provider].customerSends(customer?.phoneNumber ?? '', text);
	return delivered.then(({ state, attempts }) => {
		assert.equal(state, 'taken', JSON.stringify(attempts));
		return messageId;
	});
}

test('workflows that are published at the same moment all get a message, once each', async () => {
	const all = await publish('whatsAppCloud', {
		'Keyword replies': { purpose: 'inbound' },
		'AI agent': { purpose: 'selected', events: ['message'], filters: { messageTypes: ['text'] } },
		Pictures: { purpose: 'selected', events: ['message'], filters: { messageTypes: ['image'] } },
		'Delivery reports': { purpose: 'feedback' },
	});
	const [replies, agent, pictures, reports] = all;
	assert(replies && agent && pictures && reports);

	const id = await customerWrites('Good morning');

	await expectOnce([replies, agent], `message ${id}`);
	assert.equal((await eventsOf(pictures)).size, 0);
	assert.equal((await eventsOf(reports)).size, 0);

	const head = all.find(({ url }) => url === sandbox.whatsAppCloud.webhook.url);
	assert(head, `Meta calls ${sandbox.whatsAppCloud.webhook.url}`);
	await unpublish(head);
	const left = [replies, agent].filter((one) => one !== head);
	const later = await customerWrites('And again');
	await expectOnce(left, `message ${later}`);

	const { id: twice, body } = message('The same again');
	const url = sandbox.whatsAppCloud.webhook.url ?? '';
	assert.equal((await post(url, body)).status, 200);
	assert.equal((await post(url, body)).status, 200);
	await expectOnce(left, `message ${twice}`);
});
