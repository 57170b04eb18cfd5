import { createHash, createHmac } from 'node:crypto';
import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { hookContext, loadOptionsContext, type Setting } from './harness';
import { deliver, startWebhookServer, type WebhookServer } from './webhook-server';

const TOKEN = 'mDk3sY7qWv0pZ8tR2xLc';
const byToken = { webhookAuthentication: 'urlToken', webhookUrlToken: TOKEN };

let server: WebhookServer | undefined;
let nodeCount = 0;

async function start(parameters: INodeParameters, credential: Setting['credential'] = byToken) {
	nodeCount += 1;
	server = await startWebhookServer(new MessagingTrigger(), {
		parameters: { provider: 'custom', purpose: 'selected', events: ['message', 'status'], ...parameters },
		credentialType: 'customMessagingApi',
		credential,
		nodeId: `custom-${nodeCount}`,
		webhookId: 'custom',
	});
	return server;
}

afterEach(async () => {
	await server?.close();
	server = undefined;
});

const ownMapping = JSON.stringify({
	items: 'sms',
	message: { id: 'ref', from: 'sender | e164', to: "'ACME'", text: 'content | trim' },
});

test("a gateway's JSON becomes events as its mapping says", async () => {
	const { url, executions } = await start({ mapping: 'own', ownMapping });
	const sms = [
		{ ref: 1, sender: '0049 151 23456789', content: ' STOP ' },
		{ ref: 2, sender: '16505551234', content: 'Hi' },
	];
	expect((await deliver(`${url}?token=${TOKEN}`, JSON.stringify({ sms }))).status).toBe(200);
	expect(
		executions.map((items) => items.map(({ json }) => [json.provider, json.from, json.to, json.text])),
	).toEqual([
		[
			['custom', '+4915123456789', 'ACME', 'STOP'],
			['custom', '+16505551234', 'ACME', 'Hi'],
		],
	]);
});

test('without the token nobody gets in', async () => {
	const { url, executions } = await start({ mapping: 'own', ownMapping });
	expect((await deliver(url, '{"sms":[]}')).status).toBe(401);
	expect(executions).toEqual([]);
});

const SMS = '{"sms":[{"ref":1,"sender":"16505551234","content":"Hi"}]}';
const hmac = (signed: string, key = 'key') => createHmac('sha256', key).update(signed).digest('hex');

function timedCall(secondsAgo: number): Record<string, string> {
	const time = String(Math.floor(Date.now() / 1000) - secondsAgo);
	return { 'x-time': time, 'x-signature': hmac(`${time}.${SMS}`) };
}

describe('a signature', () => {
	const signed = {
		webhookAuthentication: 'hmac',
		webhookHmacSecret: 'key',
		webhookHmacHeader: 'X-Signature',
	};
	const timed = {
		...signed,
		webhookHmacContent: '{x-time}.{body}',
		webhookHmacTimestampHeader: 'X-Time',
		webhookHmacToleranceSeconds: 60,
	};

	test.each<[string, NonNullable<Setting['credential']>, Record<string, string>, number]>([
		['over the body', signed, { 'x-signature': hmac(SMS) }, 200],
		['of another key', signed, { 'x-signature': hmac(SMS, 'guess') }, 401],
		[
			'of the former key',
			{ ...signed, webhookHmacFormerSecret: 'former' },
			{ 'x-signature': hmac(SMS, 'former') },
			200,
		],
		[
			'behind a prefix',
			{ ...signed, webhookHmacPrefix: 'sha256=' },
			{ 'x-signature': `sha256=${hmac(SMS)}` },
			200,
		],
		['without its prefix', { ...signed, webhookHmacPrefix: 'sha256=' }, { 'x-signature': hmac(SMS) }, 401],
		['over time and body', timed, timedCall(9), 200],
		['that is older than it may be', timed, timedCall(90), 401],
	])('%s', async (_name, credential, headers, status) => {
		const { url } = await start({ mapping: 'own', ownMapping }, credential);
		expect((await deliver(url, SMS, headers)).status).toBe(status);
	});
});

test("Twilio's forms are read and its signature is checked", async () => {
	const { url, executions } = await start(
		{ mapping: 'twilio' },
		{ webhookAuthentication: 'twilio', webhookTwilioAuthToken: 'auth-token' },
	);
	const form = { Body: 'STOP', From: '+15550123001', MessageSid: 'SM1', NumMedia: '0', To: '+15550100001' };
	const signed = Object.entries(form)
		.map(([name, value]) => name + value)
		.join('');
	const sign = (key: string, host: string) =>
		createHmac('sha1', key).update(`https://${host}/webhook/custom/webhook${signed}`).digest('base64');
	const post = async (key: string, host = 'n8n.example.com') =>
		await deliver(url, new URLSearchParams(form).toString(), {
			'content-type': 'application/x-www-form-urlencoded',
			'x-twilio-signature': sign(key, host),
		});
	// Twilio signs the port or leaves it out, and a proxy may have taken one off.
	expect((await post('auth-token', 'n8n.example.com:443')).status).toBe(200);
	expect((await post('auth-token', 'n8n.example.org')).status).toBe(401);
	expect((await post('guess')).status).toBe(401);
	expect((await post('auth-token')).status).toBe(200);
	expect(executions[0]?.[0]?.json).toMatchObject({
		kind: 'message',
		id: 'SM1',
		from: '+15550123001',
		text: 'STOP',
	});
});

test("Vonage's token is checked with the body that it covers", async () => {
	const { url, executions } = await start(
		{ mapping: 'vonageMessages' },
		{ webhookAuthentication: 'vonage', webhookVonageSignatureSecret: 'former, signature-secret' },
	);
	const message = JSON.stringify({
		channel: 'sms',
		message_uuid: 'V1',
		to: '15550100001',
		from: '15550123001',
		timestamp: '2026-11-21T12:00:00Z',
		message_type: 'text',
		text: 'STOP',
	});
	const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
	const post = async (body: string, key: string, secondsAgo = 0) => {
		const payload_hash = createHash('sha256').update(message).digest('hex');
		const iat = Math.floor(Date.now() / 1000) - secondsAgo;
		const signed = `${encode({ alg: 'HS256' })}.${encode({ iat, payload_hash })}`;
		const signature = createHmac('sha256', key).update(signed).digest('base64url');
		return await deliver(url, body, { authorization: `Bearer ${signed}.${signature}` });
	};
	expect((await post(message, 'guess')).status).toBe(401);
	expect((await post(message.replace('STOP', 'START'), 'signature-secret')).status).toBe(401);
	expect((await post(message, 'signature-secret', 400)).status).toBe(401);
	expect(executions).toStrictEqual([]);
	expect((await post(message, 'signature-secret')).status).toBe(200);
	expect(executions[0]?.[0]?.json).toMatchObject({ kind: 'message', id: 'V1', text: 'STOP' });
});

test('a gateway that calls with GET is read from the query', async () => {
	const { url, executions } = await start({ mapping: 'vonageSms' });
	const params = {
		token: TOKEN,
		msisdn: '15550123001',
		to: '15550100001',
		messageId: 'V1',
		text: 'HELP',
		type: 'text',
		'message-timestamp': '2026-11-21 12:00:00',
	};
	expect((await axios.get(url, { params })).status).toBe(200);
	expect(JSON.stringify(executions)).not.toContain(TOKEN);
	expect(executions[0]?.[0]?.json).toMatchObject({
		kind: 'message',
		id: 'V1',
		from: '+15550123001',
		text: 'HELP',
	});
});

test.each([
	['text that is no JSON', '{', 'the mapping is not JSON'],
	['an unknown helper', '{"message":{"from":"a | shout"}}', 'message.from'],
])('%s is refused when the workflow is published', async (_name, mapping, message) => {
	const context = hookContext(new MessagingTrigger(), {
		parameters: { provider: 'custom', mapping: 'own', ownMapping: mapping },
		credentialType: 'customMessagingApi',
		credential: byToken,
	});
	await expect(new MessagingTrigger().webhookMethods.default.create.call(context)).rejects.toMatchObject({
		message: "'Mapping' cannot be used",
		description: expect.stringContaining(message),
	});
});

test('the check shows what the mapping makes of a sample, and what it misses', async () => {
	const preview = async (sample: string) =>
		await new MessagingTrigger().methods.loadOptions.previewSample.call(
			loadOptionsContext(new MessagingTrigger(), {
				parameters: { provider: 'custom', mapping: 'own', ownMapping, sample },
				credentialType: 'customMessagingApi',
				credential: byToken,
			}),
		);
	const [event] = await preview('{"sms":[{"ref":1,"sender":"16505551234","content":"Hi"}]}');
	expect(event).toMatchObject({
		name: 'Event 1: message',
		description: expect.stringContaining('+16505551234'),
	});
	expect(await preview('')).toEqual([
		expect.objectContaining({ name: expect.stringContaining('Sample Call') }),
	]);
	const lines = await preview('{"sms":[{"ref":1,"content":"Hi"}]}');
	expect(lines.map(({ name }) => name).join()).toMatch(/Problem|Hint/);
});
