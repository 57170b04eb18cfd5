/** Several workflows on one number: each gets what it asks for, whichever of them the provider calls. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { Workflow } from '../../sandbox/n8n/api.ts';
import { CREDENTIALS, credentialOf, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import { type Provider, WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { expectNever, expectOnce } from './events.ts';
import { message, post, Published, restart, startSurroundings, TRIGGER } from './lab.ts';
import { triggerWorkflow } from './trigger-flow.ts';

const lab = await startSurroundings('neighbours');
const { api, sandbox } = lab;
const [customer] = WORLD.customers;
assert(customer);

const INBOUND = { purpose: 'inbound' };
const FEEDBACK = { purpose: 'feedback' };

/** Publishes workflows at the same moment, or one after the other. */
async function publish(
	provider: Provider,
	triggers: Record<string, Record<string, unknown>>,
	{ inTurn = false, credentialIds = lab.credentialIds } = {},
): Promise<Published[]> {
	const stored = await Promise.all(
		Object.entries(triggers).map(async ([name, parameters]) => {
			const credentials = credentialOf(provider, credentialIds);
			return await api.createWorkflow(triggerWorkflow(name, { provider, ...parameters }, credentials));
		}),
	);
	if (inTurn) for (const workflow of stored) await api.publish(workflow);
	else await Promise.all(stored.map((workflow) => api.publish(workflow)));
	return stored.map((workflow) => new Published(api, workflow));
}

/** Which of the workflows the provider calls. */
function called(provider: Provider, among: readonly Published[]): Published {
	const calledUrl = sandbox[provider].webhook.url?.replace(/\?.*$/, '');
	const head = among.find(({ url }) => url === calledUrl);
	assert(head, `${provider} calls ${calledUrl}`);
	return head;
}

/** Waits until n8n has ended what it does about a workflow that was unpublished. */
async function unpublish(provider: Provider, { workflow }: Published): Promise<void> {
	await api.unpublish(workflow);
	const url = triggerUrl(api, workflow);
	const isCalled = () => sandbox[provider].webhook.url?.startsWith(url) === true;
	await eventually(
		async () => (await post(url, '{}')).status === 404 && !isCalled(),
		`the end of ${workflow.name}`,
		20_000,
	);
}

async function customerWrites(text: string, provider: Provider = 'whatsAppCloud', numberId?: string) {
	const { messageId, delivered } = sandbox[provider].customerSends(customer?.phoneNumber ?? '', text, {
		numberId,
	});
	const { state, attempts } = await delivered;
	assert.equal(state, 'taken', JSON.stringify(attempts));
	return `message ${messageId}`;
}

async function withDatabase<Result>(act: (database: DatabaseSync) => Result): Promise<Result> {
	const database = new DatabaseSync(join(lab.userFolder, '.n8n/database.sqlite'), { timeout: 5_000 });
	try {
		return await Promise.resolve(act(database));
	} finally {
		database.close();
	}
}

/** Unpublished again after each test that publishes them. */
async function without(provider: Provider, workflows: readonly Published[]): Promise<void> {
	for (const one of workflows) await api.unpublish(one.workflow);
	await eventually(
		async () => {
			const answers = await Promise.all(workflows.map(({ url }) => post(url, '{}')));
			return answers.every(({ status }) => status === 404);
		},
		`the end of all workflows of ${provider}`,
		30_000,
	);
}

test('workflows that are published at the same moment all get their events, once each', async () => {
	const all = await publish('whatsAppCloud', {
		'Keyword replies': INBOUND,
		'AI agent': { purpose: 'selected', events: ['message'], filters: { messageTypes: ['text'] } },
		Pictures: { purpose: 'selected', events: ['message'], filters: { messageTypes: ['image'] } },
		'Delivery reports': FEEDBACK,
	});
	const [replies, agent, pictures, reports] = all;
	assert(replies && agent && pictures && reports);

	const first = await customerWrites('Good morning');
	await expectOnce([replies, agent], first);
	await expectNever([pictures, reports], first);

	const { id, body } = message('The same again');
	const { url } = called('whatsAppCloud', all);
	assert.equal((await post(url, body)).status, 200);
	assert.equal((await post(url, body)).status, 200);
	await expectOnce([replies, agent], `message ${id}`);

	const burst = Array.from({ length: 8 }, (_, index) => message(`Burst ${index}`));
	await Promise.all(burst.map((one) => post(url, one.body)));
	for (const one of burst) await expectOnce([replies, agent], `message ${one.id}`);
	await without('whatsAppCloud', all);
});

test('unpublishing the one that is called, again and again, loses nothing', async () => {
	let left = await publish('whatsAppCloud', { A: INBOUND, B: INBOUND, C: INBOUND }, { inTurn: true });
	assert.equal(called('whatsAppCloud', left).workflow.name, 'C');
	while (left.length > 1) {
		const head = called('whatsAppCloud', left);
		await unpublish('whatsAppCloud', head);
		left = left.filter((one) => one !== head);
		await expectOnce(left, await customerWrites(`${left.length} left`));
	}
	await without('whatsAppCloud', left);
});

test('unpublishing the one that registered first loses nothing', async () => {
	const all = await publish('whatsAppCloud', { A: INBOUND, B: INBOUND, C: INBOUND }, { inTurn: true });
	const [first, ...others] = all;
	assert(first);
	await unpublish('whatsAppCloud', first);
	await expectOnce(others, await customerWrites('Without the first'));
	await without('whatsAppCloud', others);
});

test('workflows on the account and on one of its numbers all hear of that number', async () => {
	const [number, other] = WORLD.numbers;
	assert(number && other);
	const all = await publish(
		'whatsAppCloud',
		{
			'One number': { ...INBOUND, filters: { channelIds: [number.id] } },
			'The account': INBOUND,
			'The number again': { ...INBOUND, filters: { channelIds: [number.id] } },
		},
		{ inTurn: true },
	);
	const [one, account, again] = all;
	assert(one && account && again);
	await expectOnce(all, await customerWrites('To the first number'));
	const toOther = await customerWrites('To the second number', 'whatsAppCloud', other.id);
	await expectOnce([account], toOther);
	await expectNever([one, again], toOther);
	await without('whatsAppCloud', all);
});

test('credentials of one app with other verify tokens share as well', async () => {
	const { type, data } = CREDENTIALS.whatsAppCloud;
	const fields = { ...data(sandbox.whatsAppCloud.baseUrl), verifyToken: 'another-word' };
	const whatsAppCloud = await api.saveCredential({ name: 'The same app', type, data: fields });
	const [one] = await publish('whatsAppCloud', { One: INBOUND });
	const credentialIds = { ...lab.credentialIds, whatsAppCloud };
	const [two] = await publish('whatsAppCloud', { Two: INBOUND }, { credentialIds });
	assert(one && two);
	await expectOnce([one, two], await customerWrites('Both'));
	await unpublish('whatsAppCloud', two);
	await expectOnce([one], await customerWrites('One is left'));
	await without('whatsAppCloud', [one]);
});

test('a test gets the events beside the published workflows', async () => {
	const all = await publish('whatsAppCloud', { A: INBOUND, B: INBOUND }, { inTurn: true });
	const { url } = sandbox.whatsAppCloud.webhook;
	const credentials = credentialOf('whatsAppCloud', lab.credentialIds);
	const draft = await api.createWorkflow(
		triggerWorkflow('Draft', { provider: 'whatsAppCloud', ...INBOUND }, credentials),
	);
	const trying = new Published(api, draft);
	await api.listen(draft.id, TRIGGER);
	assert.equal(sandbox.whatsAppCloud.webhook.url, url);
	await expectOnce([...all, trying], await customerWrites('While you test'));
	await eventually(async () => (await post(testUrl(trying), '{}')).status === 404, 'the end of the test');

	await api.listen(draft.id, TRIGGER);
	await api.stopListening(draft.id);
	await eventually(async () => (await post(testUrl(trying), '{}')).status === 404, 'the end of listening');
	const later = await customerWrites('After the test');
	await expectOnce(all, later);
	await expectNever([trying], later);

	// A published workflow is tested beside itself.
	const [first] = all;
	assert(first);
	await api.listen(first.workflow.id, TRIGGER);
	const both = await customerWrites('Both of one workflow');
	await eventually(async () => (await first.events()).get(both) === 2, 'production and test');
	await without('whatsAppCloud', all);
});

test('a workflow with other triggers beside it remembers its neighbours', async () => {
	const [alone] = await publish('whatsAppCloud', { Alone: INBOUND });
	const credentials = credentialOf('whatsAppCloud', lab.credentialIds);
	const workflow = triggerWorkflow('Among others', { provider: 'whatsAppCloud', ...INBOUND }, credentials);
	const others = (['infobip', 'sinch'] as const).map((provider) => ({
		...triggerWorkflow(provider, { provider, ...INBOUND }, credentialOf(provider, lab.credentialIds))
			.nodes[0],
		name: provider,
	}));
	// n8n saves what the schedule did last with what it has in memory of the whole workflow.
	const schedule = {
		id: 'schedule',
		name: 'Every Two Hours',
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		position: [0, 200],
		parameters: { rule: { interval: [{ field: 'hours', hoursInterval: 2 }] } },
	};
	const nodes = [...workflow.nodes, ...others, schedule];
	const stored = await api.createWorkflow(Workflow.parse({ ...workflow, nodes }));
	await api.publish(stored);
	const among = new Published(api, stored);
	assert(alone);
	assert.equal(called('whatsAppCloud', [alone, among]), among);
	await expectOnce([alone, among], await customerWrites('To both'));
	await without('whatsAppCloud', [alone, among]);
});

function testUrl({ url }: Published): string {
	return url.replace('/webhook/', '/webhook-test/');
}

test('a neighbour that fails makes the call come again, and the others have it once', async () => {
	const all = await publish('whatsAppCloud', { A: INBOUND, B: INBOUND, C: INBOUND }, { inTurn: true });
	const [failing, ...others] = all;
	assert(failing);
	const { id, body } = message('Again, please');
	const { url } = called('whatsAppCloud', all);
	await withDatabase((database) => {
		database.exec(`CREATE TRIGGER refuse BEFORE INSERT ON execution_entity
			WHEN NEW.workflowId = '${failing.workflow.id}'
			BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
	});
	assert.equal((await post(url, body)).status, 503);
	await expectOnce(others, `message ${id}`);
	await withDatabase((database) => {
		database.exec('DROP TRIGGER refuse');
	});
	assert.equal((await post(url, body)).status, 200);
	await expectOnce(all, `message ${id}`);
	await without('whatsAppCloud', all);
});

test('a trigger that was registered by hand keeps the webhook, and the refusal names it', async () => {
	const [byHand] = await publish('whatsAppCloud', { 'Old helpdesk': { ...INBOUND, registration: 'manual' } });
	assert(byHand);
	await sandbox.whatsAppCloud.setWebhook(byHand.url);
	await assert.rejects(
		publish('whatsAppCloud', { Consent: { purpose: 'selected', events: ['consent'] } }),
		/Another webhook is registered: .*Your workflow "Old helpdesk" has it, entered By Hand/,
	);
	await sandbox.whatsAppCloud.setWebhook(undefined);
	await without('whatsAppCloud', [byHand]);
});

for (const provider of ['infobip', 'sinch'] as const) {
	test(`workflows on one account of ${provider} all get their events, once each`, async () => {
		const all = await publish(provider, { A: INBOUND, B: INBOUND, C: INBOUND, Reports: FEEDBACK });
		const reports = all.slice(3);
		let left = all.slice(0, 3);
		const numberId = sandbox[provider].lines.find(({ channel }) => channel === 'whatsapp')?.id;
		const first = await customerWrites('Good morning', provider, numberId);
		await expectOnce(left, first);
		await expectNever(reports, first);

		const head = called(provider, all);
		await unpublish(provider, head);
		left = left.filter((one) => one !== head);
		// A call to the one that leaves is lost where the provider repeats none that was answered 404.
		const later = await eventually(
			() => customerWrites('One has left', provider, numberId).catch(() => undefined),
			'a message that is taken',
		);
		await expectOnce(left, later);
		await without(provider, all);
	});
}

test('n8n dies during a test, and a workflow is gone when it is back', async () => {
	const all = await publish('whatsAppCloud', { A: INBOUND, B: INBOUND, C: INBOUND }, { inTurn: true });
	const [gone, tested, head] = all;
	assert(gone && tested && head);
	await api.listen(tested.workflow.id, TRIGGER);
	lab.n8n.kill();
	await lab.n8n.ended;
	await withDatabase((database) => {
		database.exec('PRAGMA foreign_keys = OFF');
		for (const [table, column] of [
			['webhook_entity', 'workflowId'],
			['workflow_published_version', 'workflowId'],
			['workflow_entity', 'id'],
		]) {
			database.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(gone.workflow.id);
		}
	});
	const { again } = await restart(lab);
	try {
		await expectOnce([tested, head], await customerWrites('Back again'));
		await expectOnce([tested, head], await customerWrites('And again'));
	} finally {
		await again.stop();
	}
});
