/**
 * All templates published at the same moment on one WhatsApp number, and some of them on Infobip and Sinch as well: each gets what it
 * asks for, once. What the stand-ins sent is the measure.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Workflow, type StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { type Provider, WORLD } from '../../sandbox/settings.ts';
import type { CustomerMessage } from '../../sandbox/shared/inbound.ts';
import type { WebhookDelivery } from '../../sandbox/shared/ledger.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { itemsOf, restart, startSurroundings } from '../e2e/lab.ts';
import { readTemplate, TEMPLATES } from './files.ts';
import { credentialChooser } from './lab.ts';
import { NodeTypes } from './node-types.ts';
import { startOutsideSystem } from '../e2e/outside.ts';
import { postgresCredential, startDatabase } from './postgres.ts';

/** What a template asks for: all messages, only those with words in them (text and taps), statuses, or all of it. */
type Wish = 'messages' | 'words' | 'statuses' | 'everything';

const WISHES: Record<Provider, Record<string, Wish>> = {
	whatsAppCloud: {
		'ai-agent': 'words',
		'ask-and-wait': 'messages',
		broadcast: 'statuses',
		'consent-at-scale': 'everything',
		'consent-record': 'messages',
		'delivery-reports': 'statuses',
		'double-opt-in': 'messages',
		'external-service-bridge': 'messages',
		'keyword-campaigns': 'messages',
		'keyword-replies': 'messages',
		'messaging-report': 'everything',
		outbox: 'statuses',
		'receive-once': 'messages',
		'sms-fallback': 'statuses',
		'tracked-links': 'messages',
	},
	infobip: {
		'ai-agent': 'words',
		'consent-at-scale': 'everything',
		'consent-record': 'messages',
		'delivery-reports': 'statuses',
		'keyword-replies': 'messages',
		'messaging-report': 'everything',
		'receive-once': 'messages',
	},
	sinch: {
		'ai-agent': 'words',
		'consent-at-scale': 'everything',
		'consent-record': 'messages',
		'delivery-reports': 'statuses',
		'keyword-replies': 'messages',
		'messaging-report': 'everything',
		'receive-once': 'messages',
	},
};
const PROVIDERS = ['whatsAppCloud', 'infobip', 'sinch'] as const;
const UNFINISHED = ['new', 'running'];
const [ana, ben, chloe] = WORLD.customers;
assert(ana && ben && chloe);
/** The consent record goes by the number, whoever carries the message: after a STOP nothing more is answered. */
const CUSTOMERS = { whatsAppCloud: ana, infobip: ben, sinch: chloe };

interface Listener {
	template: string;
	provider: Provider;
	workflow: StoredWorkflow;
	trigger: string;
}

const lab = await startSurroundings('together');
const { api, sandbox } = lab;
const types = await NodeTypes.of(api);
/** What templates call besides providers refuses everything at once. */
const outside = await startOutsideSystem(() => ({ status: 401, body: { error: { message: 'Not here' } } }));
const choose = await credentialChooser(lab, types, {
	httpBasicAuth: { user: 'none', password: 'none' },
	httpHeaderAuth: { name: 'X-Key', value: 'none' },
	openAiApi: { apiKey: 'none', url: `${outside.url}/v1` },
	...postgresCredential(await startDatabase()),
	smtp: { host: '127.0.0.1', port: '9', user: '', password: '' },
});

/** The same workflow for another provider: as imported once more, with the provider changed wherever it is named. */
function changedTo(provider: Provider, workflow: Workflow): Workflow {
	const changed = Workflow.parse(JSON.parse(JSON.stringify(workflow).replaceAll('whatsAppCloud', provider)));
	const nodes = changed.nodes.map((node) =>
		node.webhookId === undefined ? node : { ...node, webhookId: randomUUID() },
	);
	return { ...changed, id: randomUUID().slice(-12), name: `${workflow.name} (${provider})`, nodes };
}

function providerOf(parameters: Record<string, unknown>): Provider | undefined {
	return PROVIDERS.find((provider) => provider === (parameters.provider ?? 'whatsAppCloud'));
}

const listeners: Listener[] = [];
/** A workflow that others call has to be there before them. */
const called: StoredWorkflow[] = [];

async function store(template: string, workflow: Workflow): Promise<void> {
	const stored = await api.createWorkflow(choose(workflow));
	const own = stored.nodes.flatMap(({ name, type, parameters }) => {
		const provider = type === `${PACKAGE}.messagingTrigger` ? providerOf(parameters) : undefined;
		return provider === undefined ? [] : [{ template, provider, workflow: stored, trigger: name }];
	});
	listeners.push(...own);
	if (own.length === 0 && stored.nodes.some(({ type }) => type.endsWith('.executeWorkflowTrigger'))) {
		called.push(stored);
	}
}

/** They have triggers of several providers, or that ask for different things, in several files: their own tests have them side by side. */
const APART = ['conversations', 'preference-page'];
/** Stands in for another file of its template, at the same URLs. */
const INSTEAD = 'at-scale.workflow.json';

for (const template of (await readdir(TEMPLATES)).filter((name) => !name.includes('.'))) {
	if (APART.includes(template)) continue;
	const files = [...(await readTemplate(template))].filter(([file]) => file !== INSTEAD);
	const workflows = files.map(([, workflow]) => workflow);
	for (const workflow of workflows) await store(template, workflow);
	for (const provider of ['infobip', 'sinch'] as const) {
		// The consent records listen to all three by themselves.
		if (template.startsWith('consent-') || WISHES[provider][template] === undefined) continue;
		for (const workflow of workflows) {
			if (workflow.nodes.some(({ type }) => type === `${PACKAGE}.messagingTrigger`)) {
				await store(template, changedTo(provider, workflow));
			}
		}
	}
}
for (const workflow of called) await api.publish(workflow);
const published = [...new Set(listeners.map(({ workflow }) => workflow))];
for (const { id, nodes } of published) {
	if (!nodes.some(({ name }) => name === 'Set Up')) continue;
	const executionId = await api.run(id, 'Set Up');
	await eventually(async () => !UNFINISHED.includes((await api.execution(executionId)).status), 'the tables');
}
await Promise.all(published.map((workflow) => api.publish(workflow)));

/** The messages that got a location of the customer's, which has no words. */
const places = new Set<string | undefined>();

function isWanted(wish: Wish | undefined, { about, messageId }: WebhookDelivery): boolean {
	switch (wish) {
		case 'messages':
			return about === 'message';
		case 'words':
			return about === 'message' && !places.has(messageId);
		case 'statuses':
			return about !== 'message';
		case 'everything':
			return true;
		case undefined:
			return false;
	}
}

/** What a listener is to have got, by what the provider sent. */
function dueTo({ provider, template }: Listener): string[] {
	const wish = WISHES[provider][template];
	return sandbox[provider].ledger.deliveries
		.filter((delivery) => isWanted(wish, delivery))
		.map(({ about, messageId }) => `${about === 'message' ? about : 'status'} ${messageId}`)
		.sort();
}

/** The trigger's events, by executions, which do not change any more. */
const eventsOf = new Map<string, string[]>();

async function events(executionId: string, trigger: string): Promise<string[]> {
	const key = `${executionId} ${trigger}`;
	const known = eventsOf.get(key);
	if (known) return known;
	const read = itemsOf(await api.runData(executionId), trigger).map(({ kind, id, messageId }) =>
		[kind, kind === 'status' ? messageId : id].join(' '),
	);
	eventsOf.set(key, read);
	return read;
}

async function got({ workflow, trigger }: Listener): Promise<string[]> {
	const executions = await api.executions(workflow.id);
	assert.ok(executions.length < 100, 'more executions than n8n gives at once');
	const lists = await Promise.all(executions.map(({ id }) => events(id, trigger)));
	return lists.flat().sort();
}

async function isAtWork(): Promise<boolean> {
	if (PROVIDERS.some((provider) => sandbox[provider].ledger.isWaiting)) return true;
	for (const { id } of published) {
		if ((await api.executions(id)).some(({ status }) => UNFINISHED.includes(status))) return true;
	}
	return false;
}

const sent = () => PROVIDERS.map((provider) => sandbox[provider].ledger.counts.deliveries).join();

/** Waits until nothing runs, no webhook is on its way, and none follows. */
async function idle(): Promise<void> {
	await eventually(
		async () => {
			const before = sent();
			await sleep(700);
			return !(await isAtWork()) && sent() === before;
		},
		'the end of all executions',
		120_000,
	);
}

async function expectExactly(): Promise<void> {
	await idle();
	const name = ({ template, provider }: Listener) => `${template} on ${provider}`;
	const there = await Promise.all(listeners.map(async (one) => [name(one), await got(one)] as const));
	const due = listeners.map((one) => [name(one), dueTo(one)] as const);
	assert.deepEqual(Object.fromEntries(there), Object.fromEntries(due));
}

async function customerSends(provider: Provider, message: string | CustomerMessage): Promise<string> {
	const { phoneNumber } = CUSTOMERS[provider];
	const numberId = sandbox[provider].lines.find(({ channel }) => channel === 'whatsapp')?.id;
	const { messageId, delivered } = sandbox[provider].customerSends(phoneNumber, message, { numberId });
	const { state, attempts } = await delivered;
	assert.equal(state, 'taken', JSON.stringify(attempts));
	return messageId;
}

/** Any message that the business sent to this provider's customers. */
async function anAnswer(provider: Provider): Promise<string> {
	const { id } = await eventually(() => sandbox[provider].ledger.accepted[0], 'an answer', 30_000);
	return id;
}

test('every template that a provider starts has a wish', () => {
	for (const provider of PROVIDERS) {
		const there = listeners.filter((one) => one.provider === provider).map(({ template }) => template);
		assert.deepEqual(there.sort(), Object.keys(WISHES[provider]));
	}
	assert.equal(Object.keys(WISHES.whatsAppCloud).length, 15);
});

for (const provider of PROVIDERS) {
	test(`a message over ${provider}, and the statuses of what it is answered with`, async () => {
		await customerSends(provider, 'Good morning');
		await expectExactly();
		const statuses = sandbox[provider].ledger.deliveries.filter(({ about }) => about !== 'message');
		assert.ok(statuses.length > 0, 'no status came');
	});

	test(`a tap over ${provider}`, async () => {
		const replyToId = await anAnswer(provider);
		const tapped = { kind: 'button', id: 'yes', title: 'Yes' } as const;
		await customerSends(provider, { type: 'tap', text: 'Yes', replyToId, tapped });
		await expectExactly();
	});

	test(`a STOP over ${provider}`, async () => {
		await customerSends(provider, 'STOP');
		await expectExactly();
	});
}

test('a location, which not all of them ask for', async () => {
	const replyToId = await anAnswer('whatsAppCloud');
	const place = { latitude: 52.52, longitude: 13.405 };
	const tapped = { kind: 'place', place } as const;
	places.add(await customerSends('whatsAppCloud', { type: 'tap', text: '', replyToId, tapped }));
	await expectExactly();
});

test('a restart of n8n registers nothing anew and loses nothing', async () => {
	const urls = PROVIDERS.map((provider) => sandbox[provider].webhook.url);
	const calls = PROVIDERS.map((provider) => sandbox[provider].ledger.calls.length);
	const { again } = await restart(lab, 'stop');
	after(() => again.stop());
	for (const [index, provider] of PROVIDERS.entries()) {
		const changes = sandbox[provider].ledger.calls
			.slice(calls[index])
			.filter(({ method, path }) => method !== 'GET' && !path.includes('token'));
		assert.deepEqual(changes, []);
	}
	assert.deepEqual(
		PROVIDERS.map((provider) => sandbox[provider].webhook.url),
		urls,
	);
	await customerSends('whatsAppCloud', 'Are you back?');
	await expectExactly();
});
