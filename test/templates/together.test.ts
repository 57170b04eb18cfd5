/** All templates that a WhatsApp message or status starts, published at once on one number: each gets what it asks for, once. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { type StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { CREDENTIALS, PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { itemsOf, startSurroundings } from '../e2e/lab.ts';
import { readTemplate, TEMPLATES } from './files.ts';
import { NodeTypes, nodeOf, type WorkflowNode } from './node-types.ts';

/** A Messaging Trigger for WhatsApp, and the kinds of events that its panel lets through. */
interface Listener {
	template: string;
	workflow: StoredWorkflow;
	trigger: WorkflowNode;
	kinds: readonly string[];
	messageTypes: readonly unknown[];
}

const lab = await startSurroundings('together');
const { api, sandbox } = lab;
const types = await NodeTypes.of(api);
const [customer] = WORLD.customers;
assert(customer);

const chosen = new Map<string, { id: string; name: string }>();
for (const provider of ['whatsAppCloud', 'infobip', 'sinch'] as const) {
	const { type, name } = CREDENTIALS[provider];
	chosen.set(type, { id: lab.credentialIds[provider], name });
}

/** The services of templates: they refuse everything at once. */
const service = createServer((request, response) => {
	request.resume();
	response.writeHead(401, { 'Content-Type': 'application/json' }).end('{"error":{"message":"Not here"}}');
});
service.listen(0, '127.0.0.1');
await once(service, 'listening');
after(() => service.close());

async function credentialOf(type: string): Promise<{ id: string; name: string }> {
	const known = chosen.get(type);
	if (known) return known;
	const address = service.address();
	const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`;
	const data = type === 'openAiApi' ? { apiKey: 'none', url } : { name: 'X-Key', value: 'none' };
	const made = { id: await api.saveCredential({ name: type, type, data }), name: type };
	chosen.set(type, made);
	return made;
}

async function withCredentials(node: WorkflowNode): Promise<WorkflowNode> {
	const names = types.credentialTypes(node);
	const entries = await Promise.all(names.map(async (type) => [type, await credentialOf(type)] as const));
	return entries.length === 0 ? node : { ...node, credentials: Object.fromEntries(entries) };
}

const KINDS: Record<string, readonly string[]> = { inbound: ['message', 'consent'], feedback: ['status'] };

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function listenerOf(template: string, workflow: StoredWorkflow, trigger: WorkflowNode): Listener {
	const { purpose, events, filters } = trigger.parameters;
	const kinds = KINDS[String(purpose)] ?? listOf(events).map(String);
	const messageTypes =
		typeof filters === 'object' && filters !== null && 'messageTypes' in filters
			? listOf(filters.messageTypes)
			: [];
	return { template, workflow, trigger, kinds, messageTypes };
}

const listeners: Listener[] = [];
const published: StoredWorkflow[] = [];
for (const template of (await readdir(TEMPLATES)).filter((name) => !name.includes('.'))) {
	for (const workflow of (await readTemplate(template)).values()) {
		const nodes: WorkflowNode[] = [];
		for (const node of workflow.nodes) nodes.push(await withCredentials(node));
		const stored = await api.createWorkflow({ ...workflow, nodes });
		const triggers = stored.nodes.filter(
			({ type, parameters }) =>
				type === `${PACKAGE}.messagingTrigger` &&
				(parameters.provider ?? 'whatsAppCloud') === 'whatsAppCloud',
		);
		listeners.push(...triggers.map((trigger) => listenerOf(template, stored, trigger)));
		// A workflow that others call has to be there before them.
		if (triggers.length > 0) published.push(stored);
		else if (stored.nodes.some(({ type }) => type.endsWith('executeWorkflowTrigger')))
			await api.publish(stored);
	}
}
await Promise.all(published.map((workflow) => api.publish(workflow)));

/** How often an event started a workflow through this trigger. */
async function starts({ workflow, trigger }: Listener, isIt: (event: Record<string, unknown>) => boolean) {
	let count = 0;
	for (const { id } of await api.executions(workflow.id)) {
		count += itemsOf(await api.runData(id), trigger.name).filter(isIt).length;
	}
	return count;
}

async function expectExactly(
	wants: (listener: Listener) => boolean,
	isIt: (event: Record<string, unknown>) => boolean,
	what: string,
): Promise<void> {
	for (const listener of listeners.filter(wants)) {
		await eventually(
			async () => (await starts(listener, isIt)) === 1,
			`${what} in ${listener.template}, once`,
			60_000,
		);
	}
	for (const listener of listeners) {
		assert.equal(await starts(listener, isIt), wants(listener) ? 1 : 0, `${what} in ${listener.template}`);
	}
}

const wantsMessage =
	(type: string) =>
	({ kinds, messageTypes }: Listener) =>
		kinds.includes('message') && (messageTypes.length === 0 || messageTypes.includes(type));

async function customerSends(message: Parameters<typeof sandbox.whatsAppCloud.customerSends>[1]) {
	assert(customer);
	const { messageId, delivered } = sandbox.whatsAppCloud.customerSends(customer.phoneNumber, message);
	const { state, attempts } = await delivered;
	assert.equal(state, 'taken', JSON.stringify(attempts));
	return messageId;
}

test('ten templates and more share the number', () => {
	const names = new Set(listeners.map(({ template }) => template));
	assert.ok(names.size >= 10, [...names].join(', '));
	assert.ok(listeners.every(({ trigger }) => nodeOf(trigger).disabled !== true));
});

test('a message, and the statuses of what it is answered with', async () => {
	const id = await customerSends('Good morning');
	await expectExactly(wantsMessage('text'), (event) => event.id === id, 'the message');

	const answer = await eventually(() => sandbox.whatsAppCloud.ledger.accepted[0], 'an answer', 30_000);
	await expectExactly(
		({ kinds }) => kinds.includes('status'),
		(event) => event.id === answer.id && event.status === 'delivered',
		'the status',
	);
});

test('a tap', async () => {
	const [answer] = sandbox.whatsAppCloud.ledger.accepted;
	assert(answer);
	const tapped = { kind: 'button', id: 'yes', title: 'Yes' } as const;
	const id = await customerSends({ type: 'tap', text: 'Yes', replyToId: answer.id, tapped });
	await expectExactly(wantsMessage('buttonReply'), (event) => event.id === id, 'the tap');
});

test('a STOP', async () => {
	const id = await customerSends('STOP');
	await expectExactly(wantsMessage('text'), (event) => event.id === id, 'the STOP');
});
