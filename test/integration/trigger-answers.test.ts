import { createHash } from 'node:crypto';
import express from 'express';
import { questionName, writeReference } from '../../core';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { deliver, startWebhookServer, type WebhookServer } from './webhook-server';

type Answer = [status: number, body: unknown];

const TAKEN: Answer = [200, { outcome: 'answered' }];
const BUSY: Answer = [409, { code: 409, message: 'The execution "7" is running already.' }];
const OVER: Answer = [200, '<html>No action required</html>'];

/** n8n's side of executions that wait: what it answers, in turn, and the calls that it got. */
const n8n: { answers: Answer[]; calls: { url: string; body: unknown }[] } = { answers: [], calls: [] };
const app = express();
app.use(express.json());
app.post('/webhook-waiting/:execution/:node', (request, response) => {
	n8n.calls.push({ url: request.originalUrl, body: request.body });
	const [status, body] = n8n.answers.shift() ?? TAKEN;
	response.status(status).send(body);
});
const server = app.listen(0, '127.0.0.1');
let trigger: WebhookServer;

beforeAll(async () => {
	if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	trigger = await startWebhookServer(new MessagingTrigger(), {
		parameters: { provider: 'whatsAppCloud', registration: 'manual', purpose: 'inbound' },
		waitingBaseUrl: `http://127.0.0.1:${port}/webhook-waiting`,
	});
});
afterAll(async () => {
	await trigger.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
	n8n.answers = [];
	n8n.calls = [];
	trigger.executions = [];
	trigger.log = [];
});

const MINUTE_MS = 60_000;
let serial = 0;

/** A tap on the button of a question, as Meta delivers it; its payload is the one before the reference. */
function tap(askedAgoMs = 0): string {
	const reply = { id: `yes${referenceOf(askedAgoMs)}`, title: 'Approve' };
	return delivery({ type: 'button_reply', button_reply: reply });
}

/** A flow that was filled in; its token is the reference. */
function filledIn(answers: object): string {
	const response = JSON.stringify({ ...answers, flow_token: referenceOf(0) });
	return delivery({ type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: response } });
}

function referenceOf(askedAgoMs: number): string {
	return writeReference({
		executionId: '7',
		nodeId: 'ask',
		question: questionName(0, Date.now() - askedAgoMs),
		signature: 'ab'.repeat(32),
	});
}

function delivery(interactive: object): string {
	serial += 1;
	const message = {
		from: '15550123001',
		id: `wamid.${serial}`,
		timestamp: '1764000000',
		type: 'interactive',
		interactive,
	};
	const metadata = { display_phone_number: '15550100001', phone_number_id: '2001' };
	const value = { messaging_product: 'whatsapp', metadata, messages: [message] };
	const entry = [{ id: '1001', changes: [{ field: 'messages', value }] }];
	return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

const payloads = () => trigger.executions.flat().map(({ json }) => json.payload);

test.each<[string, Answer[], number, number, number]>([
	['answers', [TAKEN], 0, 1, 0],
	['answers as soon as n8n has stored the wait', [BUSY, BUSY, TAKEN], 0, 3, 0],
	['does not fit and is asked again', [[200, { outcome: 'askedAgain', tries: 1 }]], 0, 1, 0],
	['is an opt-out', [[200, { outcome: 'optedOut' }]], 0, 1, 1],
	['is none for the question', [[200, { outcome: 'notTaken' }]], 0, 1, 1],
	['comes too late', [OVER], 0, 1, 1],
	['comes long after the execution went on', [BUSY], 2 * MINUTE_MS, 1, 1],
	['is forged', [[401, 'Invalid token']], 0, 1, 1],
	['is of somebody else', [[403, { outcome: 'notTaken' }]], 0, 1, 1],
])('a tap that %s', async (_name, answers, askedAgoMs, calls, executions) => {
	n8n.answers = answers;
	expect((await deliver(trigger.url, tap(askedAgoMs))).status).toBe(200);
	expect(n8n.calls).toHaveLength(calls);
	expect(payloads()).toEqual(Array.from({ length: executions }, () => 'yes'));
});

test('the waiting execution is told what was tapped, and nothing that the provider said besides', async () => {
	await deliver(trigger.url, tap());
	expect(n8n.calls).toMatchObject([
		{
			url: expect.stringMatching(/^\/webhook-waiting\/7\/ask\?question=0-\w+&signature=(?:ab){32}$/),
			body: {
				tapped: 'yes',
				tries: 0,
				event: { kind: 'message', from: '+15550123001', channelId: '2001', text: 'Approve' },
			},
		},
	]);
	expect(JSON.stringify(n8n.calls)).not.toContain('raw');
});

test('what was filled in is handed over without the reference, and without it where it comes too late', async () => {
	n8n.answers = [TAKEN, OVER];
	await deliver(trigger.url, filledIn({ seats: '4' }));
	expect(n8n.calls).toMatchObject([{ body: { event: { type: 'flowReply', payload: { seats: '4' } } } }]);
	expect(payloads()).toEqual([]);
	await deliver(trigger.url, filledIn({ seats: '5' }));
	expect(payloads()).toEqual([{ seats: '5' }]);
});

test('a delivery that comes again answers once', async () => {
	const body = tap();
	await deliver(trigger.url, body);
	await deliver(trigger.url, body);
	expect([n8n.calls.length, trigger.executions.length]).toEqual([1, 0]);
});

test('a neighbour asks nobody: the one that was called has done so', async () => {
	const handedOn = { 'x-messaging-neighbour': 'handed-on' };
	await deliver(trigger.url, tap(), handedOn);
	expect([n8n.calls.length, payloads()]).toEqual([0, ['yes']]);
});

test('a neighbour leaves out what was an answer', async () => {
	const body = tap();
	const key = `whatsAppCloud:message:wamid.${serial}`;
	const mark = createHash('sha256').update(key).digest('base64url').slice(0, 12);
	await deliver(trigger.url, body, { 'x-messaging-neighbour': 'handed-on', 'x-messaging-taken': mark });
	expect([n8n.calls.length, trigger.executions.length]).toEqual([0, 0]);
});

test('where n8n cannot call itself the tap is a message, and the log names the setting', async () => {
	const listening = server.address();
	await new Promise((resolve) => {
		server.close(resolve);
		server.closeAllConnections();
	});
	await deliver(trigger.url, tap());
	expect(payloads()).toEqual(['yes']);
	expect(trigger.log.join()).toMatch(/could not call itself at .* N8N_SSRF_ALLOWED_HOSTNAMES/);
	const port = typeof listening === 'object' && listening !== null ? listening.port : 0;
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
});
