import { ExecuteContext, WebhookContext } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { ana, Waiting } from './waiting';

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

const open = { outcome: 'answered' };

test('asks with two buttons and waits', async () => {
	const waiting = new Waiting();
	const outputs = await waiting.ask();
	expect(outputs).toMatchObject([[{ json: { phone: ana, outcome: 'accepted', messageId: 'wamid.1' } }]]);
	expect(waiting.data.waitTill).toEqual(new Date('3000-01-01T00:00:00.000Z'));
	expect(waiting.sent).toMatchObject([{ to: ana, type: 'interactive', interactive: { type: 'button' } }]);
	expect(waiting.payload('Approve')).toMatch(/^yes~1042~/);
	expect(waiting.payload('Decline')).toMatch(/^no~1042~/);
});

test.each<[string, INodeParameters, IDataObject, IDataObject, IDataObject]>([
	[
		'a tap',
		{},
		{ type: 'buttonReply', text: 'Approve' },
		{ tapped: 'yes' },
		{ approved: true, text: 'Approve' },
	],
	['no in words', {}, { text: 'nee, bedankt' }, {}, { approved: false, chatInput: 'nee, bedankt' }],
	[
		'a choice',
		{
			responseType: 'choice',
			choices: { choice: [{ title: 'Saturday', value: 'sat' }, { title: 'Sunday' }] },
		},
		{ text: 'sunday' },
		{},
		{ value: 'Sunday' },
	],
	[
		'the row of a list',
		{
			responseType: 'choice',
			choices: { choice: ['Mon', 'Tue', 'Wed', 'Thu'].map((title) => ({ title, value: title })) },
		},
		{ type: 'listReply', text: 'Thu' },
		{ tapped: 'Thu' },
		{ value: 'Thu' },
	],
])(
	'%s answers, at the second output and in front of what came in',
	async (_name, given, event, more, data) => {
		const waiting = new Waiting(given);
		await waiting.ask();
		const { said, outputs } = await waiting.bring(event, more);
		expect(said).toEqual(open);
		expect(outputs).toMatchObject([
			[],
			[
				{
					json: { phone: ana, order: 7, data: { outcome: 'answered', from: ana, ...data } },
					pairedItem: { item: 0 },
				},
			],
		]);
	},
);

const stored: INodeParameters = { options: { checkTrigger: false, keepQuestionWith: { value: 'store' } } };

test.each<[string, INodeParameters, IDataObject, IDataObject]>([
	['free text', { responseType: 'freeText' }, { text: 'Quay Street 12' }, { text: 'Quay Street 12' }],
	['a number', { responseType: 'number' }, { text: '4 of us' }, { number: 4 }],
	[
		'a flow without its token',
		{ responseType: 'flow', buttonText: 'Book', flowId: '7' },
		{ type: 'flowReply', text: 'Sent', payload: { seats: '4' } },
		{ answers: { seats: '4' } },
	],
	['a date', { responseType: 'date' }, { text: '2027-01-31' }, { date: '2027-01-31' }],
	['a picture', { responseType: 'media' }, { type: 'image', media: { id: '7' } }, { media: { id: '7' } }],
])('%s goes by the stored reference', async (_name, given, event, data) => {
	const waiting = new Waiting({ ...stored, ...given });
	await waiting.ask();
	expect(waiting.stored).toMatchObject([
		{ address: ana, sender: '2001', conversationKey: `whatsAppCloud:2001:${ana}`, tries: 0 },
	]);
	const { outputs } = await waiting.bring(event);
	expect(outputs).toMatchObject([[], [{ json: { data } }]]);
});

test('a flow has the reference as its token', async () => {
	const waiting = new Waiting({ ...stored, responseType: 'flow', buttonText: 'Book', flowId: '7' });
	await waiting.ask();
	const { reference } = waiting.stored[0] ?? {};
	expect(waiting.sent).toMatchObject([
		{
			interactive: {
				type: 'flow',
				body: { text: 'Shall we deliver on Saturday?' },
				action: { parameters: { flow_id: '7', flow_cta: 'Book', flow_token: reference } },
			},
		},
	]);
});

test('STOP is no answer and leaves at the third output', async () => {
	const waiting = new Waiting();
	await waiting.ask();
	const { said, outputs } = await waiting.bring({ text: 'STOP' });
	expect(said).toEqual({ outcome: 'optedOut' });
	expect(outputs).toMatchObject([[], [], [{ json: { data: { outcome: 'optedOut', text: 'STOP' } } }]]);
});

test('what does not fit is asked again as often as is allowed', async () => {
	const validation = { tries: 2, again: 'A number please' };
	const waiting = new Waiting({ ...stored, responseType: 'number', validation });
	await waiting.ask();
	const first = await waiting.bring({ text: 'many' });
	expect([first.said, first.outputs]).toEqual([{ outcome: 'askedAgain', tries: 1 }, undefined]);
	expect(waiting.sent.at(-1)).toMatchObject({ to: ana, text: { body: 'A number please' } });
	const second = await waiting.bring({ text: 'a lot' }, { tries: 1 });
	expect(second.said).toEqual({ outcome: 'gaveUp', tries: 2 });
	expect(second.outputs).toMatchObject([[{ json: { data: { outcome: 'gaveUp', text: 'a lot' } } }]]);
});

test('without rules what does not fit goes its usual way', async () => {
	const waiting = new Waiting();
	await waiting.ask();
	const { said, outputs } = await waiting.bring({ text: 'When do you open?' });
	expect([said, outputs]).toMatchObject([{ outcome: 'notTaken' }, undefined]);
});

test.each<[string, IDataObject, IDataObject, string | undefined, number]>([
	['with a guessed secret', {}, {}, 'guess', 401],
	['without a secret', {}, {}, '', 401],
	['from somebody else', { from: '+15550123002' }, {}, undefined, 403],
	['to another number', { channelId: '2002' }, {}, undefined, 403],
	['of another provider', { provider: 'infobip' }, {}, undefined, 403],
	['that is none', {}, { event: 'yes' }, undefined, 400],
	['to another question', {}, { reference: `~1042~!bm9kZQ~9-zzzzzz~${'a'.repeat(43)}` }, undefined, 200],
])('an answer %s is refused', async (_name, event, more, secret, status) => {
	const waiting = new Waiting();
	await waiting.ask();
	const refused = await waiting.bring({ text: 'yes', ...event }, more, secret);
	expect([refused.status, refused.said, refused.outputs]).toMatchObject([
		status,
		{ outcome: 'notTaken' },
		undefined,
	]);
});

test('an answer to the question of an earlier round is refused', async () => {
	const waiting = new Waiting();
	await waiting.ask();
	const reference = waiting.payload('Approve').slice('yes'.length);
	const now = Date.now();
	jest.spyOn(Date, 'now').mockReturnValue(now + 60_000);
	await waiting.ask();
	const { said } = await waiting.bring({ text: 'yes' }, { reference });
	expect(said).toMatchObject({ outcome: 'notTaken' });
});

test.each<[string, INodeParameters, IDataObject[], RegExp]>([
	['two people', {}, [{ phone: ana }, { phone: '+15550123002' }], /One execution asks one question/],
	[
		'a word to leave by as a choice',
		{ responseType: 'choice', choices: { choice: [{ title: 'Keep' }, { title: 'Cancel' }] } },
		[{ phone: ana }],
		/'Cancel' cannot be a choice/,
	],
	['nobody', {}, [{ phone: '' }], /To|recipient|number/i],
])('%s: nothing is asked', async (_name, given, items, message) => {
	const waiting = new Waiting(given, items);
	await expect(waiting.ask()).rejects.toThrow(message);
	expect([waiting.sent, waiting.data.waitTill]).toEqual([[], undefined]);
});

test.each<[string, INodeParameters, number]>([
	['who opted out', { permission: { consentState: 'optedOut' } }, 2],
	['whose window is closed', { permission: { lastInboundAt: '2026-01-01T00:00:00Z' } }, 0],
])('somebody %s is not asked', async (_name, given, output) => {
	const waiting = new Waiting(given);
	const outputs = await waiting.ask();
	expect(outputs[output]).toMatchObject([{ json: { suppressed: { outcome: 'suppressed' } } }]);
	expect([waiting.sent, waiting.data.waitTill]).toEqual([[], undefined]);
});

test('the wait has the limit that was set', async () => {
	const limitWaitTime = { values: { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'days' } };
	const waiting = new Waiting({ options: { checkTrigger: false, limitWaitTime } });
	const before = Date.now();
	await waiting.ask();
	const waits = (waiting.data.waitTill?.getTime() ?? 0) - before;
	expect(waits).toBeGreaterThanOrEqual(2 * 86_400_000);
	expect(waits).toBeLessThan(2 * 86_400_000 + 60_000);
});

/** Takes a method away that n8n got in a later version. */
async function withoutMethod(start: object, name: string, act: () => Promise<void>): Promise<void> {
	let holder = start;
	while (!Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder);
	const method = Object.getOwnPropertyDescriptor(holder, name) ?? {};
	Reflect.deleteProperty(holder, name);
	try {
		await act();
	} finally {
		Object.defineProperty(holder, name, method);
	}
}

test('an n8n that signs no addresses is named before anything is asked', async () => {
	await withoutMethod(ExecuteContext.prototype, 'getSignedResumeUrl', async () => {
		for (const responseType of ['approval', 'freeText']) {
			const waiting = new Waiting({ ...stored, responseType });
			await expect(waiting.ask()).rejects.toMatchObject({
				message: expect.stringContaining('This n8n cannot wait for a reply'),
				description: expect.stringContaining('2.39'),
			});
			expect([waiting.sent, waiting.stored, waiting.data.waitTill]).toEqual([[], [], undefined]);
		}
	});
});

test('an n8n that gives all out at the first output says so in its log', async () => {
	const waiting = new Waiting();
	await waiting.ask();
	await withoutMethod(WebhookContext.prototype, 'getTestWebhookUser', async () => {
		const { outputs } = await waiting.bring({ text: 'yes' });
		expect(outputs).toMatchObject([[{ json: { data: { outcome: 'answered' } } }]]);
		expect(waiting.log).toMatchObject([expect.stringContaining('older than 2.39')]);
	});
});
