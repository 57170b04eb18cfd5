import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { CREDENTIAL, execute, type Setting } from './harness';

const parameters = {
	provider: 'whatsAppCloud',
	operation: 'sendResponse',
	sender: { __rl: true, mode: 'id', value: '2001' },
	recipientFrom: 'fields',
	recipientFields: 'phone',
	text: '={{ $json.text }}',
};
const people = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		phone: `+1555012300${index + 1}`,
		text: `No. ${index + 1}`,
	}));

function metaError(code: number) {
	return { error: { code, message: `(#${code}) Refused`, type: 'OAuthException' } };
}

const taken = { messages: [{ id: 'wamid.out' }] };

function graph(number?: number) {
	const scope = nock('https://graph.test');
	return number === undefined
		? scope.post('/v25.0/2001/messages')
		: scope.post('/v25.0/2001/messages', new RegExp(`"\\+1555012300${number}"`));
}

async function send(items: IDataObject[], changed: INodeParameters = {}, setting: Setting = {}) {
	return await execute(new MessagingSend(), items, {
		...setting,
		parameters: { ...parameters, ...changed },
	});
}

async function failureOf(run: Promise<unknown>): Promise<unknown> {
	return await run.then(
		() => undefined,
		(failure: unknown) => failure,
	);
}

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	jest.useRealTimers();
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

test('Meta names a pause in Retry-After: nothing goes out before it is over', async () => {
	graph(1).reply(429, metaError(130429), { 'Retry-After': '2' });
	graph(1).reply(200, taken);
	const start = performance.now();
	const [accepted] = await send(people(1));
	expect(accepted?.[0]?.json).toMatchObject({ outcome: 'accepted', attempts: 2 });
	expect(performance.now() - start).toBeGreaterThanOrEqual(1990);
});

test("executions that run at once share the number's rate", async () => {
	graph().times(64).reply(200, taken);
	// What is loaded with the first message takes no time of the others.
	await send(people(1));
	const executions = Array.from({ length: 7 }, (_, number) => `execution ${number}`);
	const start = performance.now();
	await Promise.all(executions.map((executionId) => send(people(9), {}, { executionId })));
	// Eight may go out at once, and all others at 80 a second.
	expect(performance.now() - start).toBeGreaterThanOrEqual(600);
});

test('a rate set by hand holds for all rounds of a loop, and for each execution by itself', async () => {
	graph().times(3).reply(200, taken);
	const ended: string[] = [];
	const round = async (executionId: string) => {
		await send(people(1), { delivery: { perSecond: 2 } }, { executionId });
		ended.push(executionId);
	};
	await round('loop');
	const start = performance.now();
	await Promise.all([round('loop'), round('other')]);
	expect(performance.now() - start).toBeGreaterThanOrEqual(400);
	expect(ended).toEqual(['loop', 'other', 'loop']);
});

test('a fault of the provider is tried again, as often as the panel says', async () => {
	graph(1).times(2).reply(500, metaError(131000));
	const failure = await failureOf(send(people(1), { delivery: { attempts: 2 } }));
	expect(failure).toMatchObject({ message: expect.stringContaining('(131000)') });
});

test('a token that is not valid ends the sending: the rest is reported as unsent', async () => {
	graph(1).reply(200, taken);
	graph(2).reply(401, metaError(190));
	const [given] = await send(
		people(5),
		{ delivery: { concurrency: 1 } },
		{ onError: 'continueRegularOutput' },
	);
	expect(given?.map(({ json }) => json.outcome ?? json.error)).toEqual([
		'accepted',
		expect.objectContaining({ code: '190', cause: 'credentialInvalid' }),
		...Array.from({ length: 3 }, (): unknown =>
			expect.objectContaining({
				code: 'unsent',
				cause: 'credentialInvalid',
				title: 'The message was not sent',
			}),
		),
	]);
	expect(given?.[4]?.json).toMatchObject({ phone: '+15550123005' });
});

test('stopping at the first error says how many messages went out before', async () => {
	graph(1).reply(200, taken);
	graph(2).reply(200, taken);
	graph(3).reply(400, metaError(131026));
	const failure = await failureOf(send(people(5), { delivery: { concurrency: 1 } }));
	expect(failure).toMatchObject({
		message: expect.stringContaining('(131026)'),
		description: expect.stringMatching(/2 of 5 messages were accepted.*On Error/),
		context: { itemIndex: 2 },
	});
});

test('stopping at the first error leaves in the log what went out before', async () => {
	const log: string[] = [];
	graph(1).reply(200, taken);
	graph(2).reply(200, taken);
	graph(3).reply(400, metaError(131026));
	await failureOf(send(people(5), { delivery: { concurrency: 1 } }, { log }));
	expect(log).toContain('Messaging Send: accepted: 0 wamid.out, 1 wamid.out');
	expect(log).toContainEqual(expect.stringMatching(/ended at a failure: 2 of 5 items were accepted, 0 may/));
	expect(log.join()).not.toContain('5550123');
});

test('pressing Stop leaves in the log what went out before', async () => {
	const log: string[] = [];
	const button = new AbortController();
	graph(1).reply(200, taken);
	graph(2).reply(200, () => {
		button.abort();
		return taken;
	});
	const settings = { log, cancelSignal: button.signal, onError: 'continueRegularOutput' as const };
	await send(people(5), { delivery: { concurrency: 1 } }, settings);
	expect(log).toContain('Messaging Send: accepted: 0 wamid.out');
	// n8n breaks off the call that is under way.
	expect(log).toContain('Messaging Send: may have been accepted: 1');
	expect(log).toContainEqual(expect.stringMatching(/was stopped: 1 of 5 items were accepted, 1 may/));
});

test('a run that ends as it should writes no record', async () => {
	const log: string[] = [];
	graph(1).reply(200, taken);
	await send(people(1), {}, { log });
	expect(log.join()).not.toContain('wamid.out');
});

test('the error shown is the one that stopped the sending, not that of an item that still waited', async () => {
	graph(1).reply(400, metaError(131056));
	graph(2).reply(400, metaError(131026));
	const failure = await failureOf(send(people(3), { delivery: { concurrency: 1 } }));
	expect(failure).toMatchObject({
		message: expect.stringContaining('(131026)'),
		description: expect.stringContaining('0 of 3 messages were accepted'),
	});
});

test('a message of unknown fate is not counted as accepted', async () => {
	let calls = 0;
	const server = createServer((request, response) => {
		calls += 1;
		if (calls === 1) request.socket.destroy();
		else
			response.writeHead(400, { 'Content-Type': 'application/json' }).end(JSON.stringify(metaError(131026)));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	nock.enableNetConnect('127.0.0.1');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;

	const failure = await failureOf(
		send(
			people(3),
			{ delivery: { concurrency: 1 } },
			{ credential: { ...CREDENTIAL, baseUrl: `http://127.0.0.1:${port}` } },
		),
	);

	nock.disableNetConnect();
	server.closeAllConnections();
	server.close();
	expect(failure).toMatchObject({
		description: expect.stringMatching(/0 of 3 messages were accepted.*1 .*unknown/),
	});
});

test('what the time limit leaves is reported as unsent', async () => {
	graph(1).reply(200, taken);
	graph(2).reply(200, taken);
	const [given] = await send(
		people(5),
		{ delivery: { perSecond: 1, minutes: 0.025 } },
		{ onError: 'continueRegularOutput' },
	);
	expect(given?.map(({ json }) => json.outcome ?? json.error)).toEqual([
		'accepted',
		'accepted',
		...Array.from({ length: 3 }, (): unknown =>
			expect.objectContaining({ code: 'unsent', detail: expect.stringContaining('time limit') }),
		),
	]);
});

test('messages to one person go out in the order of the items', async () => {
	const texts: IDataObject[string][] = [];
	nock('https://graph.test')
		.post('/v25.0/2001/messages')
		.times(5)
		.delay(20)
		.reply(200, (_uri, body) => {
			if (typeof body !== 'object') return taken;
			const sent: IDataObject = { ...body };
			texts.push(sent.text);
			return taken;
		});
	const items = ['one', 'two', 'three', 'four', 'five'].map((text) => ({ phone: '+15550123001', text }));
	await send(items);
	expect(texts).toEqual(items.map(({ text }): unknown => expect.objectContaining({ body: text })));
});

test.each<[string, IDataObject, string]>([
	['the first field with a valid number', { mobile: '', phone: '+15550123001' }, '+15550123001'],
	['a field inside another', { contact: { phone: '+15550123002' } }, '+15550123002'],
	['a national number of the default country', { phone: '030 901820' }, '+4930901820'],
	['a number where the field before holds none', { mobile: 'n/a', phone: '0151 23456789' }, '+4915123456789'],
])('the recipient is %s', async (_name, item, to) => {
	nock('https://graph.test')
		.post('/v25.0/2001/messages', (body: { to?: string }) => body.to === to)
		.reply(200, taken);
	const [accepted] = await send([item], {
		recipientFields: 'mobile, phone, contact.phone',
		text: 'Hi',
		options: { defaultCountry: 'DE' },
	});
	expect(accepted?.[0]?.json).toMatchObject({ to });
});

test('every value that was no number is named', async () => {
	await expect(
		send([{ mobile: 'n/a', phone: '12' }], { recipientFields: 'mobile, phone', text: 'Hi' }),
	).rejects.toThrow(/"n\/a".*; "12"/);
});

describe('rules of the panel', () => {
	const night = new Date('2026-11-21T22:30:00.000Z');
	const quietHours = { hours: { from: '21:00', to: '08:00', timeZone: 'Europe/Dublin', days: [] } };

	test('quiet hours hold a message back and say when it may go out', async () => {
		jest.useFakeTimers({ now: night, doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] });
		const outputs = await send(people(1), { permission: { purpose: 'utility', quietHours } });
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			phone: '+15550123001',
			suppressed: { rule: 'quietHours', resumeAt: '2026-11-22T08:00:00.000Z', reason: expect.any(String) },
		});
	});

	test.each([
		['+819012345678', '2026-11-23T00:00:00.000Z'],
		['+4915112340000', '2026-11-23T08:00:00.000Z'],
	])('nothing goes to %s before the time that was set, by the clock there', async (to, resumeAt) => {
		jest.useFakeTimers({ now: night, doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] });
		const outputs = await send([{ phone: to }], {
			permission: { purpose: 'utility', notBefore: { time: { at: '2026-11-23T09:00:00' } } },
		});
		expect(outputs[1]?.[0]?.json).toMatchObject({ suppressed: { rule: 'tooEarly', resumeAt } });
	});

	test('quiet hours of which nothing is given are none', async () => {
		graph(1).reply(200, taken);
		const none = { hours: { from: '', to: '', timeZone: '', days: [] } };
		const [accepted] = await send(people(1), { permission: { purpose: 'utility', quietHours: none } });
		expect(accepted).toHaveLength(1);
	});

	test.each([
		[2, []],
		[3, ['frequencyCap']],
	])('with %d messages so far and a cap of three', async (sentSoFar, rules) => {
		if (rules.length === 0) graph(1).reply(200, taken);
		const [, suppressed] = await send(people(1), {
			permission: { purpose: 'utility', frequencyCap: { cap: { most: 3, period: 'week', sentSoFar } } },
		});
		expect(suppressed?.map(({ json }) => json.suppressed)).toEqual(
			rules.map((rule): unknown => expect.objectContaining({ rule })),
		);
	});

	test('a closed window lets the template of the panel go out instead', async () => {
		nock('https://graph.test')
			.get('/v25.0/1001/message_templates')
			.query(true)
			.reply(200, {
				data: [
					{
						id: '1',
						name: 'answer',
						language: 'en',
						status: 'APPROVED',
						components: [{ type: 'BODY', text: 'Hi {{1}}, we have an answer.' }],
					},
				],
			});
		graph(1).reply(200, (_uri, body) => {
			expect(body).toMatchObject({
				type: 'template',
				template: { name: 'answer', language: { code: 'en' } },
			});
			return taken;
		});
		const outputs = await send(people(1), {
			permission: { lastInboundAt: '2020-01-01T00:00:00Z' },
			fallbackTemplate: { template: { name: 'answer', language: 'en', values: '{"body_1": "Ana"}' } },
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ outcome: 'accepted', type: 'template' });
		expect(outputs[1]).toEqual([]);
	});

	test.each([
		['quiet hours', { quietHours: { hours: { from: '00:00', to: '23:59', timeZone: 'UTC' } } }, 'quietHours'],
		['a cap', { frequencyCap: { cap: { most: 1, period: 'day', sentSoFar: 1 } } }, 'frequencyCap'],
	])('the template of a closed window is held back by %s', async (_name, rules, rule) => {
		jest.useFakeTimers({ now: night, doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] });
		const outputs = await send(people(1), {
			permission: { purpose: 'utility', lastInboundAt: '2020-01-01T00:00:00Z', ...rules },
			fallbackTemplate: { template: { name: 'answer', language: 'en', values: '' } },
		});
		expect(outputs[1]?.[0]?.json).toMatchObject({ suppressed: { rule } });
	});

	test('the template of a closed window needs consent as any other does', async () => {
		const outputs = await send(people(1), {
			permission: { lastInboundAt: '2020-01-01T00:00:00Z', consentState: 'optedOut' },
			fallbackTemplate: { template: { name: 'answer', language: 'en', values: '' } },
		});
		expect(outputs[1]?.[0]?.json).toMatchObject({ suppressed: { rule: 'optedOut' } });
	});
});

test('a message is marked as read, and typing is shown', async () => {
	graph().reply(200, (_uri, body) => {
		expect(body).toEqual({
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: 'wamid.in',
			typing_indicator: { type: 'text' },
		});
		return { success: true };
	});
	const [accepted] = await send([{ id: 'wamid.in' }], { operation: 'markAsRead', typing: true });
	expect(accepted?.[0]?.json).toMatchObject({ outcome: 'accepted', messageId: 'wamid.in' });
});
