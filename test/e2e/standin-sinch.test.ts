import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../sandbox/settings.ts';
import { bodyOf, call, lineOf, Providers } from './providers.ts';
import { eventually, type Received, Receiver } from './receiver.ts';

const { sinch: ACCOUNT } = WORLD;
const SMS = lineOf(ACCOUNT.lines, 'sms');
const WHATSAPP = lineOf(ACCOUNT.lines, 'whatsapp');
const [customer, other] = WORLD.customers;
assert(customer && other);
const CUSTOMER = customer.phoneNumber.slice(1);
const PROJECT = `/v1/projects/${ACCOUNT.projectId}`;
const BATCHES = `/xms/v1/${ACCOUNT.servicePlanId}/batches`;
const KEY = `Basic ${Buffer.from(`${ACCOUNT.keyId}:${ACCOUNT.keySecret}`).toString('base64')}`;
const PLAN = `Bearer ${ACCOUNT.smsApiToken}`;

const AnyObject = z.record(z.unknown());
const Callback = z.object({
	app_id: z.literal(ACCOUNT.appId),
	project_id: z.literal(ACCOUNT.projectId),
	correlation_id: z.string().optional(),
	message: AnyObject.optional(),
	message_delivery_report: AnyObject.optional(),
	opt_out_notification: AnyObject.optional(),
});

let providers: Providers;
const api = (method: string, path: string, data?: unknown, authorization = KEY) =>
	call(method, providers.sandbox.sinch.baseUrl + path, { data, headers: { authorization } });
const token = (authorization = KEY, grant = 'client_credentials') =>
	call('POST', `${providers.sandbox.sinch.baseUrl}/oauth2/token`, {
		data: `grant_type=${grant}`,
		headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
	});

beforeEach(async () => {
	providers = await Providers.start();
});

afterEach(() => providers.close());

function isSignedWith({ headers, raw }: Received, secret: string): boolean {
	const of = (name: string) => String(headers[`x-sinch-webhook-signature${name}`]);
	const signed = Buffer.concat([raw, Buffer.from(`.${of('-nonce')}.${of('-timestamp')}`)]);
	const age = Date.now() / 1_000 - Number(of('-timestamp'));
	assert(age > -1 && age < 60, `${age} s`);
	assert.equal(of('-algorithm'), 'HmacSHA256');
	return of('') === createHmac('sha256', secret).update(signed).digest('base64');
}

const writes = (numberId: string, text = 'Hi') =>
	providers.sandbox.sinch.customerSends(customer.phoneNumber, text, { numberId });

describe('a customer writes', () => {
	test('by SMS: mo_text, with the token in the URL and no signature', async () => {
		const { messageId, delivered } = writes(SMS.id, '¡Olá! 👋');
		const { attempts } = await delivered;
		assert(ACCOUNT.smsWebhookAuthentication.kind === 'urlToken');
		assert(attempts[0]?.url.endsWith(`?token=${ACCOUNT.smsWebhookAuthentication.token}`));
		const [webhook] = providers.receiver.received;
		assert(webhook);
		assert.equal(webhook.headers['x-sinch-webhook-signature'], undefined);
		const { sent_at: sentAt, received_at: receivedAt, ...message } = AnyObject.parse(bodyOf(webhook));
		assert(!Number.isNaN(Date.parse(String(sentAt))) && !Number.isNaN(Date.parse(String(receivedAt))));
		assert.deepEqual(message, {
			type: 'mo_text',
			id: messageId,
			from: CUSTOMER,
			to: SMS.phoneNumber.slice(1),
			body: '¡Olá! 👋',
			operator_id: '310260',
		});
	});

	test('by WhatsApp: MESSAGE_INBOUND, signed', async () => {
		const { messageId, delivered } = writes(WHATSAPP.id, '¡Olá! 👋');
		await delivered;
		const [webhook] = providers.receiver.received;
		assert(webhook && isSignedWith(webhook, ACCOUNT.webhookSecret));
		const { message } = Callback.parse(bodyOf(webhook));
		assert.equal(message?.id, messageId);
		assert.deepEqual(message.contact_message, { text_message: { text: '¡Olá! 👋' } });
		assert.deepEqual(message.channel_identity, {
			channel: 'WHATSAPP',
			identity: CUSTOMER,
			app_id: ACCOUNT.appId,
		});
		assert.equal(message.sender_id, WHATSAPP.phoneNumber.slice(1));
	});

	for (const [numberId, answer, attempts, state] of [
		[SMS.id, 204, 1, 'taken'],
		[SMS.id, 500, 3, 'taken'],
		[SMS.id, 429, 3, 'taken'],
		[SMS.id, 401, 1, 'givenUp'],
		[WHATSAPP.id, 401, 3, 'taken'],
		[WHATSAPP.id, 500, 3, 'taken'],
	] as const) {
		test(`${numberId}: of two answers ${answer} come ${attempts} attempts, ${state}`, async () => {
			providers.receiver.answers = [answer, answer];
			const delivery = await writes(numberId).delivered;
			assert.deepEqual([delivery.attempts.length, delivery.state], [attempts, state]);
			const [first] = providers.receiver.received;
			assert(first && providers.receiver.received.every(({ raw }) => raw.equals(first.raw)));
		});
	}

	test('the waits between attempts double', async () => {
		providers.receiver.answers = [500, 500, 500, 500];
		const { attempts } = await writes(SMS.id).delivered;
		const starts = attempts.map(({ at }) => Date.parse(at));
		const waits = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
		assert.equal(waits.length, 4);
		waits.forEach((wait, index) => {
			assert(wait >= 10 * 2 ** index - 2, `wait ${index}: ${wait} ms`);
		});
	});

	test('a keyword opts out where consent management is on', async () => {
		await writes(WHATSAPP.id, 'stop').delivered;
		assert.equal(providers.receiver.received.length, 1);
		providers.sandbox.sinch.setConsentManagement('primary');
		await writes(WHATSAPP.id, 'stop').delivered;
		const told = await eventually(
			() =>
				providers.receiver.received
					.map(bodyOf)
					.map((body) => Callback.parse(body).opt_out_notification)
					.find(Boolean),
			'OPT_OUT',
		);
		assert.deepEqual([told.channel, told.identity, told.status], ['WHATSAPP', CUSTOMER, 'OPT_OUT_SUCCEEDED']);
	});

	test('wrongSignature spoils signature and token', async () => {
		providers.sandbox.sinch.faults.set('wrongSignature', 2);
		await writes(WHATSAPP.id).delivered;
		await writes(SMS.id).delivered;
		const [signed] = providers.receiver.received;
		assert(signed && !isSignedWith(signed, ACCOUNT.webhookSecret));
		const forged = providers.sandbox.sinch.ledger.deliveries[1]?.attempts[0]?.url;
		assert.match(forged ?? '', /\?token=not\+/);
	});
});

describe('sending by SMS', () => {
	const batch = (more: object = {}) => ({
		from: SMS.phoneNumber,
		to: [customer.phoneNumber],
		body: 'Hello',
		...more,
	});
	const reports = () => providers.receiver.received.map((webhook) => AnyObject.parse(bodyOf(webhook)));
	const send = async (body: unknown) => {
		const { status, data } = await api('POST', BATCHES, body, PLAN);
		assert.equal(status, 201, JSON.stringify(data));
		return z.object({ id: z.string() }).parse(data).id;
	};

	test('every recipient is reported on the way and at the end', async () => {
		const id = await send(batch({ delivery_report: 'per_recipient', client_reference: 'order 7' }));
		await eventually(() => reports().length === 2, 'two reports');
		const told = reports().map(({ batch_id, recipient, code, status, client_reference }) => [
			batch_id,
			recipient,
			code,
			status,
			client_reference,
		]);
		assert.deepEqual(told, [
			[id, CUSTOMER, 401, 'Dispatched', 'order 7'],
			[id, CUSTOMER, 0, 'Delivered', 'order 7'],
		]);
	});

	test('nothing is reported unless it is asked for', async () => {
		await send(batch());
		await new Promise((resolve) => setTimeout(resolve, 80));
		assert.equal(reports().length, 0);
	});

	for (const mode of ['full', 'summary'] as const) {
		test(`${mode} reports the batch once`, async () => {
			const to = [customer.phoneNumber, other.phoneNumber, '+15550999999'];
			const id = await send(batch({ to, delivery_report: mode }));
			const [report] = await eventually(() => reports().length === 1 && reports(), 'report');
			const rows = [
				{ code: 402, count: 1, recipients: ['15550999999'], status: 'Aborted' },
				{ code: 0, count: 2, recipients: [CUSTOMER, other.phoneNumber.slice(1)], status: 'Delivered' },
			];
			assert.deepEqual(report, {
				type: 'delivery_report_sms',
				batch_id: id,
				statuses: rows.map(({ recipients, ...row }) => (mode === 'full' ? { ...row, recipients } : row)),
				total_message_count: 3,
			});
		});
	}

	test('parameters are filled in for each recipient, and a missing one fails with 405', async () => {
		const parameters = { name: { [CUSTOMER]: 'Ana' } };
		const to = [customer.phoneNumber, other.phoneNumber];
		await send(batch({ to, body: 'Hi ${name}', parameters, delivery_report: 'per_recipient_final' }));
		await eventually(() => reports().length === 2, 'two reports');
		assert.equal(providers.sandbox.sinch.ledger.accepted[0]?.text, 'Hi Ana');
		assert.deepEqual(new Set(reports().map(({ code }) => code)), new Set([0, 405]));
	});

	const refused: [string, unknown, number, RegExp][] = [
		['no recipients', batch({ to: [] }), 400, /syntax_constraint_violation.*to/],
		['no text', batch({ body: '' }), 400, /syntax_constraint_violation.*body/],
		['a number of somebody else', batch({ from: '+15550109999' }), 403, /forbidden_number/],
	];
	for (const [what, body, status, words] of refused) {
		test(`${what} is refused with ${status}`, async () => {
			const response = await api('POST', BATCHES, body, PLAN);
			assert.equal(response.status, status);
			assert.match(JSON.stringify(response.data), words);
		});
	}
});

describe('sending through the app', () => {
	const message = (more: object = {}) => ({
		app_id: ACCOUNT.appId,
		recipient: { identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity: CUSTOMER }] } },
		message: { text_message: { text: 'Hello' } },
		correlation_id: 'order 7',
		...more,
	});
	const send = async (body: unknown = message()) => {
		const { status, data } = await api('POST', `${PROJECT}/messages:send`, body);
		assert.equal(status, 200, JSON.stringify(data));
		return z.object({ message_id: z.string(), accepted_time: z.string() }).parse(data).message_id;
	};
	const reportsOf = (id: string, receiver = providers.receiver) =>
		receiver.received
			.map((webhook) => Callback.parse(bodyOf(webhook)))
			.filter(({ message_delivery_report: report }) => report?.message_id === id);

	test('queued, delivered and read, with the correlation id', async () => {
		await writes(WHATSAPP.id).delivered;
		providers.sandbox.openChat({ numberId: WHATSAPP.id, customer: customer.phoneNumber });
		const id = await send();
		await eventually(() => reportsOf(id).length === 3, 'three reports');
		assert.deepEqual(
			reportsOf(id).map(({ message_delivery_report: report }) => report?.status),
			['QUEUED_ON_CHANNEL', 'DELIVERED', 'READ'],
		);
		assert(reportsOf(id).every(({ correlation_id: correlation }) => correlation === 'order 7'));
	});

	test('outside the window it fails with its reason', async () => {
		const id = await send();
		const report = await eventually(() => reportsOf(id)[0]?.message_delivery_report, 'report');
		assert.equal(report.status, 'FAILED');
		assert.match(JSON.stringify(report.reason), /OUTSIDE_ALLOWED_SENDING_WINDOW/);
	});

	test('an overriding callback URL gets the receipts, signed with the secret for it', async () => {
		const receiver = new Receiver();
		await receiver.start();
		const id = await send(message({ callback_url: receiver.url }));
		await eventually(() => reportsOf(id, receiver).length === 1, 'report');
		assert(receiver.received[0] && isSignedWith(receiver.received[0], ACCOUNT.overrideSecret));
		assert.equal(providers.receiver.received.length, 0);
		await receiver.close();
	});

	const refused: [string, unknown, number, RegExp][] = [
		['no message', message({ message: {} }), 400, /INVALID_ARGUMENT.*message\.text_message/],
		['another app', message({ app_id: 'another' }), 404, /NOT_FOUND/],
		[
			'a channel that the app has not',
			message({ channel_priority_order: ['MESSENGER'] }),
			400,
			/no channel of MESSENGER/,
		],
	];
	for (const [what, body, status, words] of refused) {
		test(`${what} is refused with ${status}`, async () => {
			const response = await api('POST', `${PROJECT}/messages:send`, body);
			assert.equal(response.status, status);
			assert.match(JSON.stringify(response.data), words);
		});
	}
});

describe('access', () => {
	test('a token lets in, until it ends', async () => {
		const { status, data } = await token();
		assert.equal(status, 200);
		const Answer = z.object({
			access_token: z.string(),
			expires_in: z.literal(3600),
			token_type: z.literal('bearer'),
		});
		const bearer = `Bearer ${Answer.parse(data).access_token}`;
		const app = `${PROJECT}/apps/${ACCOUNT.appId}`;
		assert.equal((await api('GET', app, undefined, bearer)).status, 200);
		assert.equal((await api('GET', `/xms/v1/${ACCOUNT.projectId}/batches`, undefined, bearer)).status, 200);
		providers.sandbox.sinch.revokeTokens();
		assert.equal((await api('GET', app, undefined, bearer)).status, 401);
	});

	const app = `/v1/projects/${ACCOUNT.projectId}/apps/${ACCOUNT.appId}`;
	const cases: [string, string, string, number][] = [
		['the access key', app, KEY, 200],
		['a wrong key', app, 'Basic eDp5', 401],
		['a token of its own making', app, 'Bearer made-up', 401],
		['another project', '/v1/projects/other/apps/x', KEY, 403],
		['another app', `${PROJECT}/apps/other`, KEY, 404],
		['the right region', `/${ACCOUNT.region}${app}`, KEY, 200],
		['another region', `/eu${app}`, KEY, 404],
		['the plan', `${BATCHES}?page_size=1`, PLAN, 200],
		['another plan', '/xms/v1/other/batches', PLAN, 404],
		['the plan in another region', `/au${BATCHES}`, PLAN, 404],
		['the plan with a wrong token', BATCHES, 'Bearer wrong', 401],
	];
	for (const [what, path, authorization, expected] of cases) {
		test(`${what}: ${expected}`, async () => {
			assert.equal((await api('GET', path, undefined, authorization)).status, expected);
		});
	}

	test('a token is refused without the key, and for another grant', async () => {
		assert.equal((await token('Basic eDp5')).status, 401);
		assert.equal((await token(KEY, 'password')).status, 400);
	});
});

describe('webhooks of the app', () => {
	const WEBHOOKS = `${PROJECT}/webhooks`;
	const Created = z.object({ id: z.string(), target: z.string() });
	const create = (target: string, more: object = {}) =>
		api('POST', WEBHOOKS, {
			app_id: ACCOUNT.appId,
			target,
			triggers: ['MESSAGE_INBOUND'],
			secret: 'own',
			...more,
		});

	beforeEach(() => providers.sandbox.sinch.setWebhook(undefined));

	test('a webhook is signed with its own secret, for its triggers alone, until it is deleted', async () => {
		const { id } = Created.parse((await create(providers.receiver.url)).data);
		await writes(WHATSAPP.id).delivered;
		assert(providers.receiver.received[0] && isSignedWith(providers.receiver.received[0], 'own'));
		await api('PATCH', `${WEBHOOKS}/${id}`, { triggers: ['OPT_OUT'] });
		assert.equal((await writes(WHATSAPP.id).delivered).state, 'noWebhook');
		assert.equal((await api('DELETE', `${WEBHOOKS}/${id}`)).status, 200);
		assert.equal((await api('GET', `${WEBHOOKS}/${id}`)).status, 404);
	});

	test('a target is taken once, and five fit', async () => {
		for (const place of [1, 2, 3, 4, 5]) {
			assert.equal((await create(`https://n8n.example.com/${place}`)).status, 200);
			assert.equal((await create(`https://n8n.example.com/${place}`)).status, 400);
		}
		assert.match(JSON.stringify((await create('https://n8n.example.com/6')).data), /at most 5/);
		const { data } = await api('GET', `${PROJECT}/apps/${ACCOUNT.appId}/webhooks`);
		assert.equal(z.object({ webhooks: z.array(Created) }).parse(data).webhooks.length, 5);
	});

	test('an unknown trigger and a target of Sinch are refused', async () => {
		assert.equal((await create(providers.receiver.url, { triggers: ['UNSPECIFIED_TRIGGER'] })).status, 400);
		assert.equal((await create('https://us.conversation-api.prod.sinch.com/x')).status, 400);
	});
});
