/** What somebody may send to a trigger's URL who knows no secret, or who recorded a call that was right. */
import { createHash, createHmac } from 'node:crypto';
import axios from 'axios';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import type { Setting } from '../integration/harness';
import { deliver, sign, startWebhookServer, type WebhookServer } from '../integration/webhook-server';

type Kind = NonNullable<Setting['credentialType']>;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const MAPPING = JSON.stringify({ message: { id: 'id', from: 'from', to: "'ACME'", text: 'text' } });

let server: WebhookServer;
let nodeCount = 0;

async function start(
	credentialType: Kind,
	credential: ICredentialDataDecryptedObject,
	parameters: INodeParameters = {},
) {
	nodeCount += 1;
	const provider = credentialType.replace(/Api$/, '').replace('customMessaging', 'custom');
	server = await startWebhookServer(new MessagingTrigger(), {
		parameters: { provider, purpose: 'selected', events: ['message', 'status', 'consent'], ...parameters },
		credentialType,
		credential,
		nodeId: `attack-${nodeCount}`,
		webhookId: 'custom',
	});
	return server;
}

afterEach(async () => {
	await server.close();
});

/** CPU time of this process, in milliseconds. */
async function cpuOf(act: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage();
	await act();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

const twilio = { webhookAuthentication: 'twilio', webhookTwilioAuthToken: 'auth-token' };
const twilioSignature = (url: string, key = 'auth-token') =>
	createHmac('sha1', key).update(url).digest('base64');
/** The attack took 25 s where each field was read; a call that is right costs some 10 ms. */
const COST_LIMIT_MS = 3000;
const CALLED = 'https://n8n.example.com/webhook/custom/webhook';

describe('a form without a valid signature', () => {
	test.each([
		['of nothing but ampersands', 'a&'.repeat(600_000)],
		['of one long field', `Body=${'a'.repeat(4_000_000)}`],
		['of many fields that are encoded', '%41%42=%43&'.repeat(300_000)],
	])('%s costs little', async (_name, body) => {
		const { url, executions } = await start('customMessagingApi', twilio, { mapping: 'twilio' });
		const statuses: number[] = [];
		const post = async () => {
			const headers = { ...FORM, 'x-twilio-signature': twilioSignature(url, 'guess') };
			// The type is one that n8n leaves alone, so that what is measured is ours.
			const { status } = await deliver(url, body, { ...headers, 'content-type': 'application/x-form' });
			statuses.push(status);
		};
		// The first call also pays for code that is not compiled yet, and each may meet a collection of this process' whole heap.
		const costs = [await cpuOf(post), await cpuOf(post), await cpuOf(post)];
		expect(statuses).toEqual([401, 401, 401]);
		expect(executions).toEqual([]);
		expect(Math.min(...costs)).toBeLessThan(COST_LIMIT_MS);
	});
});

describe('a call that was recorded', () => {
	const GET_URL = `${CALLED}?MessageSid=SM1&From=%2B15550123001&To=%2B15550100001&Body=Hi&NumMedia=0`;

	test.each(['?&OptOutType=STOP', '?OptOutType=STOP', '&OptOutType=STOP', '&Body=STOP'])(
		'is refused with %s behind it',
		async (more) => {
			const { url, executions } = await start('customMessagingApi', twilio, { mapping: 'twilio' });
			const headers = { 'x-twilio-signature': twilioSignature(GET_URL) };
			const get = async (query: string) =>
				(await axios.get(url + query, { headers, validateStatus: () => true })).status;
			const query = GET_URL.slice(GET_URL.indexOf('?'));
			expect(await get(query + more)).toBe(401);
			expect(await get(query)).toBe(200);
			expect(executions).toHaveLength(1);
		},
	);

	test('is let in where the provider itself wrote a second question mark', async () => {
		const { url } = await start('customMessagingApi', twilio, { mapping: 'twilio' });
		const query = '?MessageSid=SM2&From=%2B15550123001&To=%2B15550100001&Body=why?&NumMedia=0';
		const headers = { 'x-twilio-signature': twilioSignature(CALLED + query) };
		expect((await axios.get(url + query, { headers })).status).toBe(200);
	});

	const hmac = (body: string) => createHmac('sha256', 'key').update(body).digest('hex');
	const signed = {
		webhookAuthentication: 'hmac',
		webhookHmacSecret: 'key',
		webhookHmacHeader: 'X-Sig',
	};
	const CALL = JSON.stringify({ id: '1', from: '15550123001', text: 'Hi' });

	test.each([
		['without a body', '', hmac('')],
		['with the body of another call', CALL, hmac(CALL)],
	])('of a gateway that signs bodies does not come back as a GET %s', async (_name, data, signature) => {
		const { url, executions } = await start('customMessagingApi', signed, {
			mapping: 'own',
			ownMapping: MAPPING,
		});
		const { status } = await axios.get(url, {
			params: { id: '2', from: '15550123001', text: 'STOP' },
			data,
			headers: { 'x-sig': signature, 'content-type': 'text/plain' },
			validateStatus: () => true,
		});
		expect(status).toBe(401);
		expect(executions).toEqual([]);
	});

	test('of Vonage does not come back as a GET', async () => {
		const { url, executions } = await start(
			'customMessagingApi',
			{ webhookAuthentication: 'vonage', webhookVonageSignatureSecret: 'secret' },
			{ mapping: 'vonageSms' },
		);
		const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
		const payload_hash = createHash('sha256').update(CALL).digest('hex');
		const token = `${encode({ alg: 'HS256' })}.${encode({ iat: Math.floor(Date.now() / 1000), payload_hash })}`;
		const signature = createHmac('sha256', 'secret').update(token).digest('base64url');
		const { status } = await axios.get(url, {
			params: { msisdn: '15550123001', to: '15550100001', messageId: 'V9', text: 'STOP', type: 'text' },
			data: CALL,
			headers: { authorization: `Bearer ${token}.${signature}`, 'content-type': 'text/plain' },
			validateStatus: () => true,
		});
		expect(status).toBe(401);
		expect(executions).toEqual([]);
	});
});

describe('SMS of Sinch that everybody may send', () => {
	const open = { webhookSecret: 'secret', webhookAuthentication: 'none' };
	const CONVERSATION = JSON.stringify({
		app_id: 'app',
		message: {
			id: 'm1',
			direction: 'TO_APP',
			contact_message: { text_message: { text: 'STOP' } },
			channel_identity: { channel: 'WHATSAPP', identity: '15550123001', app_id: 'app' },
		},
	});
	const SMS = JSON.stringify({
		type: 'mo_text',
		id: 's1',
		from: '15550123001',
		to: '15550100001',
		body: 'Hi',
	});

	function signature(body: string, secret: string) {
		const timestamp = String(Math.floor(Date.now() / 1000));
		return {
			'x-sinch-webhook-signature-timestamp': timestamp,
			'x-sinch-webhook-signature-nonce': 'nonce',
			'x-sinch-webhook-signature': createHmac('sha256', secret)
				.update(`${body}.nonce.${timestamp}`)
				.digest('base64'),
		};
	}

	test.each<[string, string, Record<string, string>, number]>([
		['a call of the Conversation API without signature', CONVERSATION, {}, 401],
		['one with a wrong signature', CONVERSATION, signature(CONVERSATION, 'guess'), 401],
		['one with its signature', CONVERSATION, signature(CONVERSATION, 'secret'), 200],
		['an SMS', SMS, {}, 200],
		['an SMS with a wrong signature', SMS, signature(SMS, 'guess'), 401],
		['both in one', JSON.stringify({ ...JSON.parse(CONVERSATION), type: 'mo' }), {}, 401],
	])('%s: answered %#', async (_name, body, headers, status) => {
		const { url, executions } = await start('sinchApi', open);
		expect((await deliver(url, body, headers)).status).toBe(status);
		expect(executions).toHaveLength(status === 200 ? 1 : 0);
	});

	test('open no call of the Conversation API where there is no webhook secret at all', async () => {
		const { url } = await start('sinchApi', { webhookAuthentication: 'none' });
		expect((await deliver(url, CONVERSATION)).status).toBe(401);
		expect((await deliver(url, SMS)).status).toBe(200);
	});
});

describe('a body that is larger than any of the provider', () => {
	const SIGNED_BY_GATEWAY = {
		webhookAuthentication: 'hmac',
		webhookHmacSecret: 'key',
		webhookHmacHeader: 'X-Sig',
	};

	test.each<[Kind, ICredentialDataDecryptedObject, number]>([
		['whatsAppCloudApi', { appSecret: 'secret', verifyToken: 'word' }, 4],
		['infobipApi', { webhookAuthentication: 'urlToken', webhookUrlToken: 'a-long-random-word' }, 4],
		['sinchApi', { webhookSecret: 'secret', webhookAuthentication: 'none' }, 4],
		['customMessagingApi', SIGNED_BY_GATEWAY, 8],
	])('is refused by its length: %s', async (type, credential, megabytes) => {
		const parameters = type === 'customMessagingApi' ? { mapping: 'own', ownMapping: MAPPING } : {};
		const { url, log, executions } = await start(type, credential, parameters);
		const body = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;
		const most = megabytes * 2 ** 20;
		const wrong = { 'x-hub-signature-256': sign('other'), 'x-sig': 'guess' };
		expect((await deliver(url, body(most + 1), wrong)).status).toBe(413);
		expect(log.join('\n')).toContain(`more than ${most} bytes`);
		// What may be one of the provider's is looked at.
		expect((await deliver(url, body(most), wrong)).status).toBe(401);
		expect(executions).toEqual([]);
	});

	test('and a burst of calls of three megabytes is taken', async () => {
		const { url, executions } = await start('whatsAppCloudApi', {
			appSecret: 'secret-of-the-test',
			verifyToken: 'word',
		});
		const calls = Array.from({ length: 10 }, (_, at) => {
			const messages = [
				{
					from: '15550123001',
					id: `wamid.${at}`,
					timestamp: '1700000000',
					type: 'text',
					text: { body: 'x'.repeat(3_000_000) },
				},
			];
			const metadata = { display_phone_number: '15550100001', phone_number_id: '2001' };
			const value = { messaging_product: 'whatsapp', metadata, messages };
			const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
			return JSON.stringify({ object: 'whatsapp_business_account', entry });
		});
		const answers = await Promise.all(
			calls.map(async (call) => await deliver(url, call, { 'x-hub-signature-256': sign(call) })),
		);
		expect(answers.map(({ status }) => status)).toEqual(calls.map(() => 200));
		expect(executions.flat()).toHaveLength(10);
	});
});

describe('a signed call of a size that no provider has', () => {
	const whatsApp = { appSecret: 'secret-of-the-test', verifyToken: 'word' };

	test.each([
		['many values', JSON.stringify({ entry: new Array(200_000).fill(1) })],
		['deep nesting', `{"entry":${'['.repeat(150_000)}${']'.repeat(150_000)}}`],
	])('%s is refused, and the log says so', async (_name, body) => {
		const { url, log, executions } = await start('whatsAppCloudApi', whatsApp, { provider: 'whatsAppCloud' });
		expect((await deliver(url, body, { 'x-hub-signature-256': sign(body) })).status).toBe(413);
		expect(executions).toEqual([]);
		expect(log.join('\n')).toContain('100000 values');
	});
});

test('a report of Sinch on many recipients copies no member that nobody knows', async () => {
	const { url, executions } = await start('sinchApi', { webhookAuthentication: 'none' });
	const strange = Object.fromEntries(Array.from({ length: 8000 }, (_, at) => [`x${at}`, 1]));
	const recipients = Array.from({ length: 1000 }, (_, at) => `155501${String(at).padStart(5, '0')}`);
	const body = JSON.stringify({
		type: 'delivery_report_sms',
		batch_id: 'b1',
		statuses: [{ code: 0, status: 'Delivered', count: 1000, recipients, ...strange }],
	});
	const ownCost = await cpuOf(async () => {
		expect((await deliver(url, body)).status).toBe(200);
	});
	expect(executions.flat()).toHaveLength(1000);
	expect(ownCost).toBeLessThan(2000);
	expect(JSON.stringify(executions).length).toBeLessThan(2_000_000);
});
