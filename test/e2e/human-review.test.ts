/** An AI agent whose tool waits for a manager's word on WhatsApp: Messaging Send among n8n's Human review tools. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { addWorkflow, credentialOf, PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { startSurroundings } from './lab.ts';
import { startModel, type ModelRequest, type Turn } from './model.ts';
import { nodeOf } from './nodes.ts';
import { lastQuestion, tap } from './question-flow.ts';
import { triggerWorkflow } from './trigger-flow.ts';

const HUMAN_REVIEW = `${PACKAGE}.messagingSendHitlTool`;
const NUMBER = { __rl: true, mode: 'id', value: WORLD.numbers[0]?.id ?? '' };
const [customer = '', manager = ''] = WORLD.customers.map(({ phoneNumber }) => phoneNumber);
const REFUND = 'Your refund of 40 is on its way';

/** Wants to write to the customer, and says what became of it. */
function refunds({ messages }: ModelRequest): Turn {
	const last = messages.at(-1);
	if (last?.role === 'tool') return `It ended: ${last.content}`;
	return { tool: 'Tell_Customer', input: { toolParameters: { text: REFUND }, hitlParameters: {} } };
}

const model = await startModel(refunds);
const lab = await startSurroundings('human-review');
const { api, sandbox, credentialIds } = lab;
const { ledger } = sandbox.whatsAppCloud;
const credentials = credentialOf('whatsAppCloud', credentialIds);
const openAi = await api.saveCredential({
	name: 'Stand-in',
	type: 'openAiApi',
	data: { apiKey: 'key-of-the-stand-in', url: model.url },
});

const node = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>) => ({
	...nodeOf(name, type, typeVersion, parameters),
	webhookId: randomUUID(),
	...(type.startsWith(PACKAGE) && { credentials }),
	...(type.endsWith('lmChatOpenAi') && { credentials: { openAiApi: { id: openAi, name: 'Stand-in' } } }),
});

const PATH = 'refund';

function agentWorkflow(options: Record<string, unknown>): Workflow {
	const to = { provider: 'whatsAppCloud', sender: NUMBER, recipientFrom: 'value' };
	return {
		id: randomUUID(),
		name: 'Refunds',
		settings: { executionOrder: 'v1' },
		nodes: [
			node('Start', 'n8n-nodes-base.webhook', 2, {
				httpMethod: 'POST',
				path: PATH,
				responseMode: 'onReceived',
			}),
			node('Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
				promptType: 'define',
				text: 'Somebody wants their money back.',
				options: { enableStreaming: false },
			}),
			node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3, {
				model: { __rl: true, mode: 'list', value: 'gpt-5-mini' },
				responsesApiEnabled: false,
				options: {},
			}),
			node('Tell Customer', `${PACKAGE}.messagingSendTool`, 1, {
				...to,
				descriptionType: 'manual',
				toolDescription: 'Writes to the customer.',
				operation: 'sendResponse',
				to: customer,
				messageType: 'text',
				text: "={{ $fromAI('text', 'What to write', 'string') }}",
				permission: { consentState: 'optedIn' },
				options: {},
			}),
			// As n8n adds it to an agent: the operation is hidden, and the message has n8n's own preset.
			node('Manager Approves', HUMAN_REVIEW, 1, {
				...to,
				message: '=The agent wants to run {{ $tool.name }}: {{ $tool.parameters.text }}',
				operation: 'sendAndWait',
				responseType: 'approval',
				to: manager,
				permission: { consentState: 'optedIn' },
				options,
			}),
		],
		connections: {
			Start: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			'Tell Customer': { ai_tool: [[{ node: 'Manager Approves', type: 'ai_tool', index: 0 }]] },
			'Manager Approves': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

const workflow = await addWorkflow(api, agentWorkflow({}));
await addWorkflow(
	api,
	triggerWorkflow('Listens', { provider: 'whatsAppCloud', purpose: 'inbound' }, credentials),
);

const textsTo = (to: string) =>
	ledger.accepted.filter((sent) => sent.to.replace('+', '') === to.slice(1)).map(({ text }) => text);

/** The agent begins; gives the execution once it waits for the manager. */
async function begin(): Promise<string> {
	const before = new Set((await api.executions(workflow.id)).map(({ id }) => id));
	await axios.post(`${lab.n8n.url}/webhook/${PATH}`, {}, { proxy: false });
	return await eventually(
		async () =>
			(await api.executions(workflow.id)).find(({ id, status }) => !before.has(id) && status === 'waiting')
				?.id,
		'the wait for the manager',
		30_000,
	);
}

/** What the agent says in the end. */
async function said(id: string): Promise<string> {
	await eventually(async () => (await api.execution(id)).status === 'success', 'the end', 30_000);
	const { runData } = await api.runData(id);
	const [item] = runData.Agent?.at(-1)?.data?.main?.[0] ?? [];
	return z.object({ output: z.string() }).parse(item?.json).output;
}

test('n8n offers the node among its Human review tools', async () => {
	const Type = z.object({ name: z.string(), outputs: z.unknown(), codex: z.unknown() });
	const types = z.array(Type).parse(await api.nodeTypes());
	const own = types.find(({ name }) => name === HUMAN_REVIEW);
	assert.match(JSON.stringify(own?.outputs), /Human review/);
	assert.match(JSON.stringify(own?.codex), /Human in the Loop/);
});

test('the tool runs when the manager approves by a tap', async () => {
	const id = await begin();
	assert.deepEqual(textsTo(customer), []);
	const question = await lastQuestion(sandbox, manager);
	assert.match(question.text, new RegExp(`Tell_?.?Customer.*${REFUND}`, 's'));
	await tap(sandbox, manager, question, 'Approve');
	assert.match(await said(id), /accepted/);
	assert.deepEqual(textsTo(customer), [REFUND]);
});

test('the agent learns that the manager declines', async () => {
	const id = await begin();
	await tap(sandbox, manager, await lastQuestion(sandbox, manager), 'Decline');
	assert.match(await said(id), /rejected|reviewed/);
	assert.deepEqual(textsTo(customer), [REFUND]);
});
