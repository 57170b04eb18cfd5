/** What does not fit is asked again, as often as is allowed, over WhatsApp and over a gateway of one's own. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import { addWorkflow, PACKAGE, withCredentials } from '../../sandbox/n8n/set-up.ts';
import type { StoredWorkflow, Workflow } from '../../sandbox/n8n/api.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { askTemplate, KEPT_HERE } from './ask-template.ts';
import { startSurroundings } from './lab.ts';
import { startOutsideSystem } from './outside.ts';

const [ana = ''] = WORLD.customers.map(({ phoneNumber }) => phoneNumber);
const TOKEN = 'mDk3sY7qWv0pZ8tR2xLc';
const QUESTION = 'How many of you will come?';
const AGAIN = 'Please write a number, such as 4';

const gateway = await startOutsideSystem(() => ({ body: { id: randomUUID() } }));
const lab = await startSurroundings('ask-again');
const { api, sandbox, credentialIds } = lab;
const { ledger } = sandbox.whatsAppCloud;

const ASK = {
	message: QUESTION,
	responseType: 'number',
	validation: { tries: 2, again: AGAIN },
	permission: { consentState: 'optedIn' },
	options: { keepQuestionWith: KEPT_HERE },
};

/** Where people write over each provider, what they were sent, and the workflow that asks. */
interface Way {
	workflow: StoredWorkflow;
	path: string;
	texts(): string[];
	writes(text: string): Promise<unknown>;
}

async function overWhatsApp(): Promise<Way> {
	const path = 'ask-whatsapp';
	const sender = { __rl: true, mode: 'id', value: WORLD.numbers[0]?.id };
	const template = await askTemplate(path, { Ask: { ...ASK, sender } });
	const workflow = await addWorkflow(api, withCredentials(template, credentialIds));
	return {
		workflow,
		path,
		texts: () => ledger.accepted.map(({ text }) => text),
		writes: async (text) => {
			assert.equal((await sandbox.whatsAppCloud.customerSends(ana, text).delivered).state, 'taken');
		},
	};
}

function withGateway(workflow: Workflow, id: string): Workflow {
	const credentials = { customMessagingApi: { id, name: 'Gateway' } };
	const nodes = workflow.nodes.map((node) =>
		node.parameters.provider === 'custom' ? { ...node, credentials } : node,
	);
	return { ...workflow, nodes };
}

async function overGateway(): Promise<Way> {
	const path = 'ask-gateway';
	const credential = await api.saveCredential({
		name: 'Gateway',
		type: 'customMessagingApi',
		data: {
			baseUrl: gateway.url,
			authentication: 'none',
			webhookAuthentication: 'urlToken',
			webhookUrlToken: TOKEN,
		},
	});
	const provider = 'custom';
	const request = {
		path: '/messages',
		body: { to: '{{ to }}', text: '{{ text }}' },
		answer: { messageId: 'id' },
	};
	const mapping = { message: { id: 'ref', from: 'sender | e164', to: "'Harbour'", text: 'content' } };
	const template = await askTemplate(path, {
		Ask: {
			...ASK,
			provider,
			request: 'own',
			ownRequest: JSON.stringify(request),
			sender: { __rl: true, mode: 'id', value: 'Harbour' },
		},
		'Messaging Trigger': {
			provider,
			purpose: 'selected',
			events: ['message'],
			mapping: 'own',
			ownMapping: JSON.stringify(mapping),
		},
		'Hand Over Answer': { provider },
	});
	const workflow = await addWorkflow(api, withGateway(withCredentials(template, credentialIds), credential));
	const url = `${api.webhookUrl(workflow, `${PACKAGE}.messagingTrigger`, 'webhook')}?token=${TOKEN}`;
	return {
		workflow,
		path,
		texts: () => gateway.calls.map(({ body }) => z.string().parse(body.text)),
		writes: (content) => axios.post(url, { ref: randomUUID(), sender: ana, content }, { proxy: false }),
	};
}

/** Asks; gives the execution that waits. */
async function ask({ path, workflow }: Way): Promise<string> {
	const before = new Set((await api.executions(workflow.id)).map(({ id }) => id));
	await axios.post(`${lab.n8n.url}/webhook/${path}`, { to: ana }, { proxy: false });
	return await eventually(
		async () =>
			(await api.executions(workflow.id)).find(({ id, status }) => !before.has(id) && status === 'waiting')
				?.id,
		'the wait',
		30_000,
	);
}

/** At which output it left, and what it holds of the answer. */
async function outcome(id: string): Promise<[output: number, data: unknown]> {
	await eventually(async () => (await api.execution(id)).status === 'success', 'its end', 30_000);
	const main = (await api.runData(id)).runData.Ask?.at(-1)?.data?.main ?? [];
	const at = main.findIndex((items) => (items ?? []).length > 0);
	return [at, main[at]?.[0]?.json.data];
}

async function rowOf(executionId: string): Promise<Record<string, unknown> | undefined> {
	const table = await api.findDataTable('messaging_questions');
	return table && (await api.rows(table)).find((row) => row.executionId === executionId);
}

for (const [name, open] of [
	['WhatsApp', overWhatsApp],
	['a gateway of one’s own', overGateway],
] as const) {
	test(`over ${name}`, async (t) => {
		const way = await open();

		await t.test('an unfit reply is asked again, and the next one answers', async () => {
			const id = await ask(way);
			assert.equal(way.texts().at(-1), QUESTION);
			await way.writes('a few');
			await eventually(() => way.texts().at(-1) === AGAIN, 'the repeated question', 30_000);
			await eventually(async () => (await rowOf(id))?.tries === 1, 'the counted try', 30_000);
			await way.writes('4');
			const [output, data] = await outcome(id);
			assert.deepEqual([output, z.object({ number: z.number() }).parse(data).number], [1, 4]);
		});

		await t.test('after the last try the item leaves at No Answer', async () => {
			const id = await ask(way);
			await way.writes('a few');
			await eventually(async () => (await rowOf(id))?.tries === 1, 'the counted try', 30_000);
			const sent = way.texts().length;
			await way.writes('I said a few');
			const [output, data] = await outcome(id);
			assert.deepEqual([output, z.object({ outcome: z.string() }).parse(data).outcome], [0, 'gaveUp']);
			assert.equal(way.texts().length, sent);
		});
	});
}
