import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { z } from 'zod';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, loadOptionsContext, type Setting } from './harness';

const fromFields = { recipientFrom: 'fields', recipientFields: 'phone' };
const people = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		phone: `+44786009920${index + 1}`,
		name: `Person ${index + 1}`,
	}));

function setting(provider: 'infobip' | 'sinch' | 'custom', parameters: INodeParameters): Setting {
	const credentials = {
		infobip: { baseUrl: 'https://infobip.test', authentication: 'apiKey', apiKey: 'key' },
		sinch: {
			baseUrl: 'https://sinch.test',
			region: 'eu',
			projectId: 'project',
			appId: 'app',
			servicePlanId: 'plan',
			smsApiToken: 'sms-token',
			accessToken: 'access-token',
		},
		custom: {
			baseUrl: 'https://gateway.test/2010-04-01/Accounts/AC1',
			authentication: 'basic',
			username: 'AC1',
			password: 'secret',
		},
	};
	const types = { infobip: 'infobipApi', sinch: 'sinchApi', custom: 'customMessagingApi' } as const;
	return {
		credentialType: types[provider],
		credential: credentials[provider],
		parameters: { provider, operation: 'sendResponse', ...fromFields, ...parameters },
	};
}

async function send(items: IDataObject[], run: Setting, onError?: Setting['onError']) {
	return await execute(new MessagingSend(), items, { ...run, ...(onError && { onError }) });
}

const jsonOf = (outputs: Awaited<ReturnType<typeof execute>>) => outputs[0]?.map(({ json }) => json);

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

describe('Infobip', () => {
	const sender = { __rl: true, mode: 'id', value: 'Harbour' };
	const sms = setting('infobip', {
		channel: 'sms',
		sender,
		text: '=Hi {{ $json.name }}',
		options: { callbackData: '={{ $json.name }}' },
	});
	const SmsCall = z.object({
		messages: z.array(
			z.object({
				destinations: z.tuple([z.object({ to: z.string(), messageId: z.string() })]),
				content: z.object({ text: z.string() }),
			}),
		),
	});
	const PENDING = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
	const BLOCKED = {
		groupId: 5,
		groupName: 'REJECTED',
		id: 14,
		name: 'REJECTED_DESTINATION_BLOCKLISTED',
		description: 'Destination is on the block list',
	};
	const REPEATED = { groupId: 5, groupName: 'REJECTED', id: 23, name: 'REJECTED_DUPLICATE_MESSAGE_ID' };

	/** Answers with a status for each destination. */
	function answer(body: unknown, statusOf: (to: string) => object) {
		const messages = SmsCall.parse(body).messages.map(({ destinations: [{ to, messageId }] }) => ({
			messageId,
			destination: to,
			status: statusOf(to),
			details: { messageCount: 1 },
		}));
		return { bulkId: 'bulk-1', messages };
	}

	function texts() {
		return nock('https://infobip.test', { reqheaders: { authorization: 'App key' } }).post('/sms/3/messages');
	}

	test('many SMS go out in one call, and a refusal in a success is that of its item alone', async () => {
		texts().reply(200, (_uri, body) => answer(body, (to) => (to === '447860099202' ? BLOCKED : PENDING)));
		const given = jsonOf(await send(people(3), sms, 'continueRegularOutput'));
		expect(given).toEqual([
			expect.objectContaining({
				outcome: 'accepted',
				messageId: expect.stringMatching(/-0$/),
				callbackData: 'Person 1',
				to: '+447860099201',
				channel: 'sms',
				bulkId: 'bulk-1',
				parts: 1,
				status: 'PENDING_ACCEPTED',
			}),
			expect.objectContaining({
				phone: '+447860099202',
				error: expect.objectContaining({ code: 'REJECTED_DESTINATION_BLOCKLISTED', cause: 'optedOut' }),
			}),
			expect.objectContaining({ outcome: 'accepted', to: '+447860099203' }),
		]);
	});

	test('with sharing switched off, each SMS goes alone', async () => {
		texts()
			.times(2)
			.reply(200, (_uri, body) => {
				expect(SmsCall.parse(body).messages).toHaveLength(1);
				return answer(body, () => PENDING);
			});
		const alone = { ...sms, parameters: { ...sms.parameters, delivery: { shareCalls: false } } };
		expect(jsonOf(await send(people(2), alone))).toHaveLength(2);
	});

	test('after a broken connection the same ids go out again, and those that had arrived count as accepted', async () => {
		const calls: string[][] = [];
		const server = createServer((request, response) => {
			void json(request).then((body) => {
				const { messages } = SmsCall.parse(body);
				calls.push(messages.map(({ destinations: [{ messageId }] }) => messageId));
				if (calls.length === 1) request.socket.destroy();
				else response.end(JSON.stringify(answer(body, (to) => (to === '447860099201' ? REPEATED : PENDING))));
			});
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		nock.enableNetConnect('127.0.0.1');
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : undefined;
		const run = { ...sms, credential: { ...sms.credential, baseUrl: `http://127.0.0.1:${port}` } };

		const given = jsonOf(await send(people(2), run));

		nock.disableNetConnect();
		server.closeAllConnections();
		server.close();
		expect(given).toEqual([
			expect.objectContaining({ outcome: 'accepted', attempts: 2, repeated: true }),
			expect.objectContaining({ outcome: 'accepted', attempts: 2 }),
		]);
		const [first, ...repeats] = calls;
		expect(repeats.flat().sort()).toEqual(first);
		expect(given?.map(({ messageId }) => messageId)).toEqual(first);
	});

	const ORDER = {
		id: '1',
		name: 'order_ready',
		language: 'en',
		status: 'APPROVED',
		category: 'UTILITY',
		structure: { type: 'TEXT', body: { text: 'Hi {{1}}, your order {{2}} is ready.' } },
	};

	test('a missing value of one template does not hold up the others of its call', async () => {
		nock('https://infobip.test')
			.get('/whatsapp/1/templates')
			.query(true)
			.reply(200, { results: [ORDER], paging: { page: 0, totalPages: 1 } });
		nock('https://infobip.test')
			.post('/whatsapp/1/message/template')
			.reply(200, (_uri, body) => {
				const { messages } = z
					.object({ messages: z.array(z.object({ to: z.string(), messageId: z.string() })) })
					.parse(body);
				return { messages: messages.map((message) => ({ ...message, status: PENDING })), bulkId: 'b' };
			});
		const run = setting('infobip', {
			operation: 'sendTemplate',
			channel: 'whatsapp',
			sender: { __rl: true, mode: 'id', value: '+447860099299' },
			template: { __rl: true, mode: 'id', value: 'order_ready|en' },
			fillIn: 'fields',
			valueFields: {
				blank: [
					{ key: 'body_1', field: 'name' },
					{ key: 'body_2', field: 'order' },
				],
			},
		});
		const items = people(3).map((person, index) => ({ ...person, order: index === 1 ? '' : 'A-7' }));
		expect(jsonOf(await send(items, run, 'continueRegularOutput'))).toEqual([
			expect.objectContaining({ outcome: 'accepted', to: '+447860099201' }),
			expect.objectContaining({
				name: 'Person 2',
				error: expect.objectContaining({ title: expect.stringMatching(/your order.*is missing/) }),
			}),
			expect.objectContaining({ outcome: 'accepted', to: '+447860099203' }),
		]);
	});

	test('a message is marked as read', async () => {
		nock('https://infobip.test').post('/whatsapp/1/senders/447860099299/message/m-1/read').reply(200);
		const run = setting('infobip', {
			operation: 'markAsRead',
			sender: { __rl: true, mode: 'id', value: '+447860099299' },
		});
		expect(jsonOf(await send([{ id: 'm-1' }], run))).toEqual([
			expect.objectContaining({ outcome: 'accepted', messageId: 'm-1' }),
		]);
	});
});

describe('Sinch', () => {
	const sender = { __rl: true, mode: 'id', value: '+447860099299' };
	const Batch = z.object({
		to: z.array(z.string()),
		body: z.string(),
		client_reference: z.string().optional(),
		expire_at: z.string().optional(),
	});

	function batches(count: number) {
		const sent: z.output<typeof Batch>[] = [];
		nock('https://sinch.test', { reqheaders: { authorization: 'Bearer sms-token' } })
			.post('/xms/v1/plan/batches')
			.times(count)
			.reply(201, (_uri, body) => {
				sent.push(Batch.parse(body));
				return { id: `batch-${sent.length}` };
			});
		return sent;
	}

	test('the same text goes to all in one batch, and each item has its recipient', async () => {
		const sent = batches(1);
		const run = setting('sinch', { channel: 'sms', sender, text: 'The shop is open.' });
		const given = jsonOf(await send(people(3), run));
		expect(sent).toEqual([
			{ to: ['+447860099201', '+447860099202', '+447860099203'], body: 'The shop is open.' },
		]);
		expect(given).toEqual(
			people(3).map(({ phone }): unknown =>
				expect.objectContaining({ outcome: 'accepted', messageId: 'batch-1', to: phone, provider: 'sinch' }),
			),
		);
	});

	test('texts that differ, or references that do, go out apart', async () => {
		const sent = batches(3);
		const run = setting('sinch', {
			channel: 'sms',
			sender,
			text: '={{ $json.text }}',
			options: { callbackData: '={{ $json.ref }}' },
		});
		const [one = {}, two = {}, three = {}] = people(3);
		await send(
			[
				{ ...one, text: 'Open', ref: 'a' },
				{ ...two, text: 'Open', ref: 'b' },
				{ ...three, text: 'Closed', ref: 'b' },
			],
			run,
		);
		expect(sent).toHaveLength(3);
	});

	test('WhatsApp goes through the Conversation API, with an SMS to fall back to', async () => {
		const sent: IDataObject[] = [];
		nock('https://sinch.test', { reqheaders: { authorization: 'Bearer access-token' } })
			.post('/v1/projects/project/messages:send')
			.reply(200, (_uri, body) => {
				if (typeof body === 'object') sent.push({ ...body });
				return { message_id: 'm-1', accepted_time: '2026-11-21T12:00:00Z' };
			});
		const run = setting('sinch', {
			channel: 'whatsapp',
			text: '=Hi {{ $json.name }}',
			options: {
				callbackData: 'order-7',
				fallbackText: 'Hi by SMS',
				fallbackSender: '+447860099299',
			},
		});
		expect(jsonOf(await send(people(1), run))).toEqual([
			expect.objectContaining({
				outcome: 'accepted',
				messageId: 'm-1',
				channel: 'whatsapp',
				callbackData: 'order-7',
				acceptedAt: '2026-11-21T12:00:00Z',
			}),
		]);
		expect(sent).toEqual([
			{
				app_id: 'app',
				message_metadata: 'order-7',
				message: {
					text_message: { text: 'Hi by SMS' },
					explicit_channel_omni_message: { WHATSAPP: { text_message: { text: 'Hi Person 1' } } },
				},
				recipient: {
					identified_by: {
						channel_identities: [
							{ channel: 'WHATSAPP', identity: '447860099201' },
							{ channel: 'SMS', identity: '+447860099201' },
						],
					},
				},
				channel_priority_order: ['WHATSAPP', 'SMS'],
				channel_properties: { SMS_SENDER: '+447860099299' },
			},
		]);
	});

	test('a validity counts from now', async () => {
		const sent = batches(1);
		const run = setting('sinch', { channel: 'sms', sender, text: 'Hi', options: { validityMinutes: 60 } });
		expect(jsonOf(await send(people(3), run))).toHaveLength(3);
		const leftMinutes = (Date.parse(sent[0]?.expire_at ?? '') - Date.now()) / 60_000;
		expect(leftMinutes).toBeGreaterThan(58);
		expect(leftMinutes).toBeLessThanOrEqual(60);
	});

	test('has no read receipts and says so', async () => {
		const run = setting('sinch', { operation: 'markAsRead' });
		await expect(send([{ id: 'm-1' }], run)).rejects.toThrow(/read/i);
	});
});

describe('a custom gateway', () => {
	const twilio = (changed: INodeParameters = {}) =>
		setting('custom', {
			request: 'twilio',
			sender: { __rl: true, mode: 'id', value: '+15550100031' },
			text: 'Hi & bye',
			...changed,
		});
	const messages = () =>
		nock('https://gateway.test').post('/2010-04-01/Accounts/AC1/Messages.json').basicAuth({
			user: 'AC1',
			pass: 'secret',
		});

	test('Twilio is called with a form, and its answer is read', async () => {
		messages().reply(201, (_uri, body) => {
			expect(body).toBe('To=%2B447860099201&From=%2B15550100031&Body=Hi+%26+bye');
			return { sid: 'SM1', status: 'queued' };
		});
		expect(jsonOf(await send(people(1), twilio()))).toEqual([
			expect.objectContaining({ outcome: 'accepted', messageId: 'SM1', provider: 'custom' }),
		]);
	});

	test("Twilio's code says what a refusal means", async () => {
		messages().reply(400, { code: 21610, message: 'Attempt to send to unsubscribed recipient', status: 400 });
		const given = jsonOf(await send(people(1), twilio(), 'continueRegularOutput'));
		expect(given?.[0]?.error).toMatchObject({ code: '21610', cause: 'optedOut' });
	});

	test('a request of one’s own', async () => {
		nock('https://gateway.test')
			.post('/2010-04-01/Accounts/AC1/messages', { to: '+447860099201', from: 'Harbour', text: 'Hi & bye' })
			.reply(200, { id: 'g-1' });
		const run = twilio({ request: 'own', sender: { __rl: true, mode: 'id', value: 'Harbour' } });
		expect(jsonOf(await send(people(1), run))).toEqual([expect.objectContaining({ messageId: 'g-1' })]);
	});

	test('a request that cannot be used ends the node before anything is sent', async () => {
		const run = twilio({ request: 'own', ownRequest: '{"path": 7}' });
		await expect(send(people(1), run)).rejects.toMatchObject({
			message: "'Request' cannot be used",
			description: expect.stringContaining('path'),
		});
	});

	test('a preview shows the request and the reading of the answer', async () => {
		const { previewRequestSample } = new MessagingSend().methods.loadOptions;
		const run = twilio({
			sampleMessage: '{"type": "text", "to": "+447860099201", "sender": "+15550100031", "text": "Hi"}',
			sampleAnswer: '{"sid": "SM1", "status": "queued"}',
		});
		const lines = await previewRequestSample.call(loadOptionsContext(new MessagingSend(), run));
		expect(lines.map(({ name }) => name)).toEqual(['POST /Messages.json', 'Answer: accepted']);
	});
});
