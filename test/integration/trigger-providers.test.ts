import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import type { Setting } from './harness';
import { deliver, startWebhookServer, type WebhookServer } from './webhook-server';

const INFOBIP_SMS = JSON.stringify({
	results: [
		{
			messageId: 'ib-1',
			from: '15550123001',
			to: '15550100001',
			text: 'STOP',
			cleanText: 'STOP',
			receivedAt: '2026-11-21T12:00:00.000+0000',
			smsCount: 1,
		},
	],
	messageCount: 1,
	pendingMessageCount: 0,
});

const SINCH_SMS = JSON.stringify({
	type: 'mo_text',
	id: 'si-1',
	from: '15550123001',
	to: '15550100001',
	body: 'STOP',
	received_at: '2026-11-21T12:00:00.000Z',
});

const TOKEN = 'mDk3sY7qWv0pZ8tR2xLc';
const basic = (word: string) => ({ authorization: `Basic ${Buffer.from(word).toString('base64')}` });
const hmac = (body: string, key: string) => createHmac('sha256', key).update(body).digest('base64');

function sinchSignature(body: string, secret: string) {
	const timestamp = String(Math.floor(Date.now() / 1000));
	return {
		'x-sinch-webhook-signature-timestamp': timestamp,
		'x-sinch-webhook-signature-nonce': 'nonce',
		'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
		'x-sinch-webhook-signature': createHmac('sha256', secret)
			.update(`${body}.nonce.${timestamp}`)
			.digest('base64'),
	};
}

let server: WebhookServer;
let nodeCount = 0;

async function start(
	provider: 'infobip' | 'sinch',
	credentialType: NonNullable<Setting['credentialType']>,
	credential: ICredentialDataDecryptedObject,
	filters: INodeParameters = {},
) {
	nodeCount += 1;
	server = await startWebhookServer(new MessagingTrigger(), {
		parameters: { provider, filters },
		credentialType,
		credential,
		nodeId: `provider-${nodeCount}`,
	});
}

afterEach(async () => {
	await server.close();
});

type Call = { headers?: Record<string, string>; query?: string };
type Case = [name: string, fields: ICredentialDataDecryptedObject, right: Call, wrong: Call];

const UNSIGNED: Case[] = [
	[
		'Basic',
		{ webhookAuthentication: 'basic', webhookUsername: 'user', webhookPassword: 'pass' },
		{ headers: basic('user:pass') },
		{ headers: basic('user:guess') },
	],
	[
		'a secret header',
		{ webhookAuthentication: 'header', webhookHeaderName: 'X-Secret', webhookHeaderValue: 'word' },
		{ headers: { 'x-secret': 'word' } },
		{ headers: { 'x-secret': 'guess' } },
	],
	[
		'a token in the URL',
		{ webhookAuthentication: 'urlToken', webhookUrlToken: TOKEN },
		{ query: `?token=${TOKEN}` },
		{ query: '?token=guess' },
	],
];

async function answersTo(body: string, right: Call, wrong: Call): Promise<number[]> {
	const statuses = [];
	for (const { query = '', headers = {} } of [{}, wrong, right]) {
		statuses.push((await deliver(server.url + query, body, headers)).status);
	}
	return statuses;
}

describe('Infobip', () => {
	test.each<Case>([
		...UNSIGNED,
		[
			'a signature',
			{
				webhookAuthentication: 'hmac',
				webhookHmacSecret: 'key',
				webhookHmacHeader: 'X-Signature',
				webhookHmacAlgorithm: 'sha256',
				webhookHmacEncoding: 'base64',
			},
			{ headers: { 'x-signature': hmac(INFOBIP_SMS, 'key') } },
			{ headers: { 'x-signature': hmac(INFOBIP_SMS, 'guess') } },
		],
	])('%s lets only the provider in', async (_name, fields, right, wrong) => {
		await start('infobip', 'infobipApi', { baseUrl: 'x.api.infobip.com', ...fields });
		expect(await answersTo(INFOBIP_SMS, right, wrong)).toEqual([401, 401, 200]);
		expect(
			server.executions.map((items) => items.map(({ json }) => [json.provider, json.from, json.text])),
		).toEqual([[['infobip', '+15550123001', 'STOP']]]);
	});

	test('everybody is let in where that was chosen', async () => {
		await start('infobip', 'infobipApi', { webhookAuthentication: 'none' });
		expect((await deliver(server.url, INFOBIP_SMS)).status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});

	test('nobody is let in where nothing was filled in', async () => {
		await start('infobip', 'infobipApi', {});
		expect((await deliver(`${server.url}?token=`, INFOBIP_SMS)).status).toBe(401);
	});
});

describe('the filter by our own number', () => {
	test.each(
		(['infobip', 'sinch'] as const).flatMap((provider) =>
			[
				'15550100001',
				'+15550100001',
				'+1 555 010-0001',
				'0015550100001',
				'\u202a+1 555\u2011010\u20110001\u202c',
				'ACME, 15550100001',
			].map((senders) => ({ provider, senders })),
		),
	)('of $provider takes $senders', async ({ provider, senders }) => {
		await start(provider, `${provider}Api`, { webhookAuthentication: 'none' }, { senders });
		const body = provider === 'infobip' ? INFOBIP_SMS : SINCH_SMS;
		expect((await deliver(server.url, body)).status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});

	test.each([
		['+52 1 55 1234 5678', '525512345678'],
		['525512345678', '5215512345678'],
		['+55 11 8765-4321', '5511987654321'],
		['541123456789', '5491123456789'],
		['acme', 'ACME'],
	])('takes %j for %j', async (senders, to) => {
		await start('infobip', 'infobipApi', { webhookAuthentication: 'none' }, { senders });
		expect((await deliver(server.url, INFOBIP_SMS.replace('15550100001', to))).status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});

	test('leaves out another number', async () => {
		await start('infobip', 'infobipApi', { webhookAuthentication: 'none' }, { senders: '15550100002' });
		expect((await deliver(server.url, INFOBIP_SMS)).status).toBe(200);
		expect(server.executions).toEqual([]);
	});
});

describe('Sinch', () => {
	test.each(UNSIGNED)('%s lets only the provider in', async (_name, fields, right, wrong) => {
		await start('sinch', 'sinchApi', { webhookSecret: 'secret', ...fields });
		expect(await answersTo(SINCH_SMS, right, wrong)).toEqual([401, 401, 200]);
		expect(server.executions[0]?.[0]?.json).toMatchObject({
			provider: 'sinch',
			channel: 'sms',
			text: 'STOP',
		});
	});

	test('a signature lets only the provider in, and outranks the token', async () => {
		await start('sinch', 'sinchApi', {
			webhookSecret: 'secret, old',
			webhookAuthentication: 'urlToken',
			webhookUrlToken: TOKEN,
		});
		const forged = { headers: sinchSignature(SINCH_SMS, 'guess'), query: `?token=${TOKEN}` };
		expect(await answersTo(SINCH_SMS, { headers: sinchSignature(SINCH_SMS, 'old') }, forged)).toEqual([
			401, 401, 200,
		]);
	});
});
