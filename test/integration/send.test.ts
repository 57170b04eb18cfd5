import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { NodeHelpers, type IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { CREDENTIAL, execute, loadOptionsContext } from './harness';

const person = { from: '+15550123001', id: 'wamid.in', timestamp: '2026-11-21T12:00:00.000Z' };
const parameters = {
	provider: 'whatsAppCloud',
	operation: 'sendResponse',
	sender: { __rl: true, mode: 'id', value: '2001' },
	text: 'You are out.',
	delivery: { attempts: 1 },
};
const accepted = {
	messaging_product: 'whatsapp',
	contacts: [{ input: '+15550123001', wa_id: '15550123001' }],
	messages: [{ id: 'wamid.out' }],
};

/** An error body of the Graph API (Meta, Cloud API error codes). */
function metaError(code: number, message: string, details?: string) {
	return {
		error: {
			message,
			type: 'OAuthException',
			code,
			fbtrace_id: 'A1',
			...(details !== undefined && { error_data: { messaging_product: 'whatsapp', details } }),
		},
	};
}

function graph() {
	return nock('https://graph.test', { reqheaders: { authorization: 'Bearer token-of-the-test' } });
}

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

test('sends a text and gives what statuses are joined with', async () => {
	graph()
		.post('/v25.0/2001/messages', {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: '+15550123001',
			type: 'text',
			text: { body: 'You are out.', preview_url: true },
			context: { message_id: 'wamid.in' },
			biz_opaque_callback_data: 'order-7',
		})
		.reply(200, accepted);
	const outputs = await execute(new MessagingSend(), [person], {
		parameters: {
			...parameters,
			options: { previewUrl: true, replyToId: '={{ $json.id }}', callbackData: 'order-7' },
		},
	});
	expect(outputs).toEqual([
		[
			{
				json: {
					...person,
					to: '+15550123001',
					outcome: 'accepted',
					messageId: 'wamid.out',
					message: 'You are out.',
					waId: '15550123001',
					provider: 'whatsAppCloud',
					channel: 'whatsapp',
					sender: '2001',
					type: 'text',
					attempts: 1,
					callbackData: 'order-7',
				},
				pairedItem: { item: 0 },
			},
		],
		[],
	]);
});

test('a number that the WhatsApp Business app uses too sends 20 a second', async () => {
	graph()
		.get('/v25.0/2001')
		.query({ fields: /is_on_biz_app/ })
		.reply(200, { id: '2001', throughput: { level: 'STANDARD' }, is_on_biz_app: true });
	graph()
		.post('/v25.0/2001/messages')
		.times(45)
		.reply(200, { messaging_product: 'whatsapp', messages: [{ id: 'w' }] });
	const people = Array.from({ length: 45 }, (_, index) => ({ ...person, from: `+155501230${10 + index}` }));
	const begun = performance.now();
	const [sent] = await execute(new MessagingSend(), people, { parameters });
	expect(sent).toHaveLength(45);
	expect(performance.now() - begun).toBeGreaterThan(1000);
});

test('to whom and with what outcome stands first, and the input last unless it is left out', async () => {
	graph().post('/v25.0/2001/messages').twice().reply(200, accepted);
	const given = async (options: object) => {
		const [sent] = await execute(new MessagingSend(), [{ ...person, row: 7 }], {
			parameters: { ...parameters, options: { ...options } },
		});
		return Object.keys(sent?.[0]?.json ?? {});
	};
	const names = await given({});
	expect(names.slice(0, 2)).toEqual(['to', 'outcome']);
	expect(names.at(-1)).toBe('row');
	expect(await given({ keepInput: false })).not.toContain('row');
});

test.each<[string, IDataObject, IDataObject]>([
	['a value of a name of ours', { type: 'VIP', row: 7 }, { type: 'text', row: 7, input: { type: 'VIP' } }],
	['several', { to: 'me', outcome: 1 }, { outcome: 'accepted', input: { to: 'me', outcome: 1 } }],
	['its own field input beside them', { type: 'VIP', input: 1 }, { input: { type: 'VIP', input: 1 } }],
	['its own field input alone', { input: 1 }, { input: 1 }],
])('the item keeps %s', async (_name, fields, expected) => {
	graph().post('/v25.0/2001/messages').reply(200, accepted);
	const [sent] = await execute(new MessagingSend(), [{ from: '+15550123001', ...fields }], { parameters });
	expect(sent?.[0]?.json).toMatchObject({ to: '+15550123001', ...expected });
});

test('an item without fields of our names gets none besides', async () => {
	graph().post('/v25.0/2001/messages').reply(200, accepted);
	const fields = { from: '+15550123001', type: 'text', row: 7 };
	const [sent] = await execute(new MessagingSend(), [fields], { parameters });
	expect(sent?.[0]?.json).not.toHaveProperty('input');
});

test('a person without a phone number is written to by user id', async () => {
	graph()
		.post('/v25.0/2001/messages', (body: { recipient?: string; to?: string }) => {
			return body.recipient === 'US.1349' && body.to === undefined;
		})
		.reply(200, {
			messaging_product: 'whatsapp',
			contacts: [{ user_id: 'US.1349' }],
			messages: [{ id: 'w' }],
		});
	const [sent] = await execute(new MessagingSend(), [{ fromUserId: 'US.1349' }], { parameters });
	expect(sent?.[0]?.json).toMatchObject({ outcome: 'accepted', toUserId: 'US.1349' });
});

test('outside the customer service window nothing is sent', async () => {
	const outputs = await execute(new MessagingSend(), [{ ...person, timestamp: '2020-01-01T00:00:00Z' }], {
		parameters: { ...parameters, permission: { lastInboundAt: '={{ $json.timestamp }}' } },
	});
	expect(outputs[0]).toEqual([]);
	expect(outputs[1]?.[0]?.json).toMatchObject({
		from: person.from,
		suppressed: {
			rule: 'windowClosed',
			reason: expect.stringContaining('customer service window is closed'),
			advice: expect.stringContaining('template'),
		},
	});
});

/** Rows of the person in the consent table, oldest first. */
const rowsOf = (...told: [status: string, scope: string, optOutAsked?: string][]) =>
	JSON.stringify(
		told.map(([status, scope, optOutAsked = ''], index) => ({
			json: {
				address: person.from,
				status,
				scope,
				optOutAsked,
				timestamp: `2026-11-0${index + 1}T10:00:00.000Z`,
			},
		})),
	);

test.each([
	['somebody who left', { consentState: 'optedOut' }, 'optedOut'],
	['marketing for somebody who never agreed', { purpose: 'marketing', consentState: 'none' }, 'noConsent'],
	['marketing before the confirmation', { purpose: 'marketing', consentState: 'pending' }, 'consentPending'],
	['marketing of unknown consent', { purpose: 'marketing' }, 'unknownConsent'],
	[
		'marketing for somebody who left marketing',
		{ purpose: 'marketing', consentState: 'optedOut', consentScope: 'marketing' },
		'optedOutOfMarketing',
	],
	[
		'marketing for somebody who refused surveys',
		{ purpose: 'marketing', consentState: 'optedOut', consentScope: 'surveys' },
		'optedOutOfMarketing',
	],
	[
		'a survey for somebody who refused surveys and reminders',
		{ purpose: 'utility', consentState: 'optedOut', consentScope: 'Reminders, Surveys', topic: 'surveys' },
		'optedOutOfMarketing',
	],
	[
		'marketing for somebody who was asked whether to leave',
		{ purpose: 'marketing', consentState: 'optedIn', optOutAskedAt: '2026-11-20T10:00:00.000Z' },
		'optOutAsked',
	],
	[
		'marketing for somebody whose rows say so',
		{
			purpose: 'marketing',
			consentRecords: rowsOf(['optedIn', 'all'], ['optedOut', 'surveys'], ['none', 'all']),
		},
		'optedOutOfMarketing',
	],
	['marketing for somebody without a row', { purpose: 'marketing', consentRecords: [] }, 'noConsent'],
	[
		'marketing for somebody whose row has an open question',
		{ purpose: 'marketing', consentRecords: rowsOf(['optedIn', 'all', '2026-11-20T10:00:00.000Z']) },
		'optOutAsked',
	],
])('%s is suppressed', async (_name, permission, rule) => {
	const outputs = await execute(new MessagingSend(), [person], { parameters: { ...parameters, permission } });
	expect(outputs[0]).toEqual([]);
	expect(outputs[1]?.[0]?.json).toMatchObject({
		...person,
		suppressed: { rule, advice: expect.any(String) },
	});
});

test('a model that uses the node as a tool is told what was suppressed', async () => {
	const tool = new MessagingSend();
	tool.description.name = 'messagingSendTool';
	const outputs = await execute(tool, [person], {
		parameters: { ...parameters, permission: { consentState: 'optedOut' } },
	});
	expect(outputs).toEqual([[expect.objectContaining({ pairedItem: { item: 0 } })], []]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ suppressed: { rule: 'optedOut' } });
});

test.each([
	['the confirmation of an opt-out', { consentState: 'optedOut', confirmation: 'optOut' }],
	[
		'an order for somebody who left marketing',
		{ purpose: 'utility', consentState: 'optedOut', consentScope: 'marketing' },
	],
	['marketing for somebody who agreed', { purpose: 'marketing', consentState: 'optedIn' }],
	[
		'a reminder for somebody who refused surveys',
		{ purpose: 'marketing', consentState: 'optedOut', consentScope: 'surveys', topic: 'reminders' },
	],
	[
		'an answer to somebody who was asked whether to leave',
		{ purpose: 'service', consentState: 'optedIn', optOutAskedAt: '2026-11-20T10:00:00.000Z' },
	],
	[
		'marketing for somebody who joined again',
		{ purpose: 'marketing', consentRecords: rowsOf(['optedOut', 'surveys'], ['optedIn', 'all', '']) },
	],
	[
		'marketing for somebody whose question is answered',
		{ purpose: 'marketing', consentState: 'optedIn', optOutAskedAt: '' },
	],
])('%s goes out', async (_name, permission) => {
	graph().post('/v25.0/2001/messages').reply(200, accepted);
	const outputs = await execute(new MessagingSend(), [person], { parameters: { ...parameters, permission } });
	expect(outputs.map((items) => items.length)).toEqual([1, 0]);
});

test.each([
	[
		'a token that expired',
		401,
		metaError(190, 'Error validating access token'),
		{ code: '190', cause: 'credentialInvalid', retryable: false },
		'credential-invalid',
	],
	[
		'a closed window',
		400,
		metaError(131047, '(#131047) Re-engagement message', 'More than 24 hours have passed'),
		{ code: '131047', cause: 'windowClosed', retryable: false },
		undefined,
	],
	[
		'a fault of the provider',
		500,
		metaError(131000, '(#131000) Something went wrong'),
		{ code: '131000', cause: 'temporarilyUnavailable' },
		'temporarily-unavailable',
	],
])('%s stops the execution with advice', async (_name, status, body, expected, cause) => {
	graph().post('/v25.0/2001/messages').twice().reply(status, body);
	const failure: unknown = await execute(new MessagingSend(), [person], { parameters }).catch(
		(error: unknown) => error,
	);
	expect(failure).toMatchObject({
		name: 'NodeApiError',
		message: expect.stringContaining(`(${expected.code})`),
		description: expect.stringMatching(/\w/),
		context: { itemIndex: 0 },
	});
	expect(failure).toHaveProperty(
		'failure',
		cause === undefined ? undefined : expect.objectContaining({ cause }),
	);

	const [items] = await execute(new MessagingSend(), [{ ...person, own: 7 }], {
		parameters,
		onError: 'continueRegularOutput',
	});
	expect(items?.[0]?.json).toMatchObject({ ...person, own: 7, error: expected });
	expect(items?.[0]?.pairedItem).toEqual({ item: 0 });
});

test('an answer from a proxy leaves open whether the message was taken', async () => {
	graph().post('/v25.0/2001/messages').reply(502, '<html>Bad Gateway</html>');
	const [items] = await execute(new MessagingSend(), [person], { parameters });
	expect(items?.[0]?.json).toMatchObject({ outcome: 'unknown', reason: expect.stringContaining('502') });
});

test('a message that Meta throttles is sent again', async () => {
	graph()
		.post('/v25.0/2001/messages')
		.reply(
			400,
			metaError(130429, '(#130429) Rate limit hit', 'Cloud API message throughput has been reached.'),
		);
	graph().post('/v25.0/2001/messages').reply(200, accepted);
	const [items] = await execute(new MessagingSend(), [person], { parameters });
	expect(items?.[0]?.json).toMatchObject({ outcome: 'accepted', attempts: 2 });
});

test('one failed item does not hold up the others', async () => {
	graph()
		.post('/v25.0/2001/messages', /"\+15550123001"/)
		.reply(400, metaError(131026, 'Message undeliverable'));
	graph()
		.post('/v25.0/2001/messages', /"\+15550123002"/)
		.reply(200, accepted);
	const [items] = await execute(new MessagingSend(), [person, { from: '+15550123002' }], {
		parameters,
		onError: 'continueErrorOutput',
	});
	expect(items?.map(({ json }) => json)).toEqual([
		{ error: expect.objectContaining({ code: '131026' }) },
		expect.objectContaining({ outcome: 'accepted' }),
	]);
});

/** A provider on loopback that takes the request and closes the connection instead of answering. */
async function startDeafProvider(answer: RequestListener = ({ socket }) => socket.destroy()) {
	const server = createServer(answer);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const close = async () => {
		server.close();
		await once(server, 'close');
	};
	return { credential: { ...CREDENTIAL, baseUrl: `http://127.0.0.1:${port}` }, close };
}

describe('a provider that does not answer', () => {
	beforeEach(() => {
		nock.enableNetConnect('127.0.0.1');
	});
	afterEach(() => {
		nock.disableNetConnect();
	});

	test('was not reached: nothing was sent, and a later attempt may succeed', async () => {
		const { credential, close } = await startDeafProvider();
		await close();
		await expect(execute(new MessagingSend(), [person], { parameters, credential })).rejects.toMatchObject({
			message: 'The provider could not be reached',
			failure: { cause: 'temporarily-unavailable' },
		});
	});

	test('hung up after the request: whether it was sent is not known, and is said so', async () => {
		const { credential, close } = await startDeafProvider();
		const [items] = await execute(new MessagingSend(), [person], { parameters, credential });
		await close();
		expect(items?.[0]?.json).toMatchObject({
			outcome: 'unknown',
			to: person.from,
			reason: expect.stringContaining('ECONNRESET'),
			advice: expect.stringContaining('statuses'),
		});
	});

	test('hung up in the middle of its answer: whether it was sent is not known, and it is not sent again', async () => {
		let calls = 0;
		const { credential, close } = await startDeafProvider((_request, response) => {
			calls += 1;
			response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 100 });
			response.write('{"messages":[', () => response.destroy());
		});
		const [items] = await execute(new MessagingSend(), [person], { parameters, credential });
		await close();
		expect(items?.[0]?.json).toMatchObject({ outcome: 'unknown', reason: expect.stringContaining('abort') });
		expect(calls).toBe(1);
	});
});

const fromKeywords = { ...person, kind: 'message', provider: 'whatsAppCloud', channelId: '2001' };

test('an item of Messaging Keywords is answered without a field to fill in', async () => {
	graph()
		.post('/v25.0/2001/messages', (body: { to?: string; text?: { body: string } }) => {
			return body.to === '+15550123001' && body.text?.body === 'You are out.';
		})
		.reply(200, accepted);
	const item = { ...fromKeywords, keywords: { category: 'optOut' }, reply: { text: 'You are out.' } };
	const [sent] = await execute(new MessagingSend(), [item], { parameters: { operation: 'sendResponse' } });
	expect(sent?.[0]?.json).toMatchObject({ outcome: 'accepted', sender: '2001' });
});

test('an item for which Messaging Keywords has no reply leaves on Suppressed', async () => {
	const item = { ...fromKeywords, keywords: { category: 'default' } };
	const outputs = await execute(new MessagingSend(), [item]);
	expect(outputs[0]).toEqual([]);
	expect(outputs[1]?.[0]?.json).toMatchObject({
		suppressed: {
			rule: 'noReply',
			reason: 'Messaging Keywords has no reply for Default.',
			advice: expect.stringContaining('Messaging Keywords'),
		},
	});
});

describe('as in the item', () => {
	const asInItem = { operation: 'sendResponse', text: 'Hi' };
	const infobip = { ...fromKeywords, provider: 'infobip', channel: 'sms', to: '447860099299' };

	test('is how a new node answers', () => {
		const { properties } = new MessagingSend().description;
		const preset = NodeHelpers.getNodeParameters(properties, {}, true, false, null, null);
		expect(preset).toMatchObject({
			operation: 'sendResponse',
			provider: 'item',
			providers: ['whatsAppCloud'],
			recipientFrom: 'writer',
			text: '={{ $json.reply.text }}',
		});
	});

	test('goes out from the number that the person wrote to', async () => {
		graph().post('/v25.0/2001/messages').reply(200, accepted);
		const [sent] = await execute(new MessagingSend(), [fromKeywords], { parameters: asInItem });
		expect(sent?.[0]?.json).toMatchObject({ provider: 'whatsAppCloud', sender: '2001', to: person.from });
	});

	test('goes out over the channel that the person wrote on', async () => {
		nock('https://infobip.test')
			.post('/sms/3/messages', /"sender":"447860099299".*Hi/)
			.reply(200, { messages: [{ messageId: 'm-1', status: { groupId: 1, groupName: 'PENDING' } }] });
		const [sent] = await execute(new MessagingSend(), [infobip], {
			parameters: { ...asInItem, providers: ['whatsAppCloud', 'infobip'] },
			credentialType: 'infobipApi',
			credential: { baseUrl: 'https://infobip.test', apiKey: 'key-of-the-test' },
		});
		expect(sent?.[0]?.json).toMatchObject({ provider: 'infobip', channel: 'sms', to: person.from });
	});

	test.each([
		[
			'that is not ticked',
			['whatsAppCloud'],
			/Row 2: The item came over Infobip, which is not ticked under 'Possible Providers'\. Tick it and choose its 'Infobip API' credential/,
		],
		[
			'without a credential',
			['whatsAppCloud', 'infobip'],
			/Row 2: The item came over Infobip, and no credential is chosen for it\. Choose one under 'Infobip API'/,
		],
	])(
		'an item of a provider %s stops the list before the first message',
		async (_name, providers, message) => {
			const run = execute(new MessagingSend(), [fromKeywords, infobip], {
				parameters: { ...asInItem, providers },
			});
			await expect(run).rejects.toMatchObject({ message: expect.stringMatching(message) });
		},
	);

	test('items of all ticked providers are answered in one run, each with its own credential', async () => {
		const key = { authorization: 'App key-of-the-test' };
		graph()
			.post('/v25.0/2001/messages', /"\+15550123001".*Hi/)
			.reply(200, accepted);
		nock('https://infobip.test', { reqheaders: key })
			.post('/sms/3/messages', /"sender":"447860099299".*Hi/)
			.reply(200, { messages: [{ messageId: 'm-1', status: { groupId: 1, groupName: 'PENDING' } }] });
		const outputs = await execute(new MessagingSend(), [infobip, fromKeywords], {
			parameters: { ...asInItem, providers: ['whatsAppCloud', 'infobip'] },
			credentials: {
				whatsAppCloudApi: CREDENTIAL,
				infobipApi: { baseUrl: 'https://infobip.test', apiKey: 'key-of-the-test' },
			},
		});
		expect(outputs[0]?.map(({ json }) => [json.provider, json.outcome, json.messageId])).toEqual([
			['infobip', 'accepted', 'm-1'],
			['whatsAppCloud', 'accepted', 'wamid.out'],
		]);
	});

	test('a list that goes on is answered but for such items', async () => {
		graph().post('/v25.0/2001/messages').reply(200, accepted);
		const [given] = await execute(new MessagingSend(), [infobip, fromKeywords], {
			parameters: asInItem,
			onError: 'continueRegularOutput',
		});
		expect(given?.map(({ json }) => json.outcome ?? json.error)).toEqual([
			expect.objectContaining({ code: 'invalidMessage', field: 'provider' }),
			'accepted',
		]);
	});
});

test.each([
	['another provider', { ...fromKeywords, provider: 'infobip' }],
	['a status, whose to is a person', { ...fromKeywords, kind: 'status' }],
])('the sender is not taken from an item of %s', async (_name, item) => {
	const run = execute(new MessagingSend(), [item], { parameters: { provider: 'whatsAppCloud', text: 'Hi' } });
	await expect(run).rejects.toThrow(/sender/i);
});

test.each([
	['no recipient', {}, {}, 'No recipient is given'],
	['a national number', { from: '030 901820' }, {}, '"030 901820" is not a phone number'],
	['no text', person, { text: ' ' }, 'The text is missing'],
	['a text that is too long', person, { text: 'x'.repeat(4097) }, '4096'],
	['a number in place of its id', person, { sender: '+15550100001' }, 'phone number ID'],
	['a date that is none', person, { permission: { lastInboundAt: 'soon' } }, 'is not a date'],
])('%s is refused before anything is sent', async (_name, item, changed, message) => {
	const run = execute(new MessagingSend(), [item], { parameters: { ...parameters, ...changed } });
	await expect(run).rejects.toThrow(message);
});

const numbers = (ids: number[], next?: string) => ({
	data: ids.map((id) => ({
		id: String(id),
		display_phone_number: `+1 555-010-${id}`,
		verified_name: `Shop ${id}`,
	})),
	paging: {
		cursors: { before: 'b', after: next ?? 'end' },
		...(next !== undefined && { next: 'https://…' }),
	},
});

test('the list of senders pages and filters', async () => {
	graph()
		.get('/v25.0/1001/phone_numbers')
		.query(true)
		.reply(200, numbers([2001, 2002], 'page2'));
	graph()
		.get('/v25.0/1001/phone_numbers')
		.query({ fields: /./, limit: '100', after: 'page2' })
		.reply(200, numbers([2003]));
	const { searchPhoneNumbers } = new MessagingSend().methods.listSearch;
	const context = loadOptionsContext(new MessagingSend(), { parameters });
	expect(await searchPhoneNumbers.call(context, 'shop 2002')).toEqual({
		results: [{ name: 'Shop 2002 (+1 555-010-2002)', value: '2002' }],
		paginationToken: 'page2',
	});
	expect(await searchPhoneNumbers.call(context, undefined, 'page2')).toEqual({
		results: [{ name: 'Shop 2003 (+1 555-010-2003)', value: '2003' }],
	});
});

test('a list that cannot be loaded says why', async () => {
	graph().get('/v25.0/1001/phone_numbers').query(true).reply(403, metaError(200, 'Permissions error'));
	const { searchPhoneNumbers } = new MessagingSend().methods.listSearch;
	await expect(
		searchPhoneNumbers.call(loadOptionsContext(new MessagingSend(), { parameters })),
	).rejects.toMatchObject({
		message: expect.stringContaining('could not be loaded'),
		description: expect.any(String),
	});
});
