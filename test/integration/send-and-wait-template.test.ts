import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { ana, Waiting } from './waiting';

const REPLIES = [
	{ type: 'QUICK_REPLY', text: 'Yes' },
	{ type: 'QUICK_REPLY', text: 'Not now' },
];
const WEB = { type: 'URL', text: 'Details', url: 'https://shop.example/order' };

/** A template as Meta lists it. */
function listed(buttons: object[]): void {
	const components = [
		{ type: 'BODY', text: 'Shall we deliver {{1}}?', example: { body_text: [['on Saturday']] } },
		{ type: 'BUTTONS', buttons },
	];
	const template = {
		id: '5001',
		name: 'delivery_day',
		language: 'en_US',
		status: 'APPROVED',
		category: 'UTILITY',
		components,
	};
	const graph = nock('https://graph.test').persist();
	graph.get('/v25.0/1001').query(true).optionally().reply(200, { id: '1001' });
	graph
		.get('/v25.0/1001/message_templates')
		.query(true)
		.reply(200, { data: [template] });
}

const asking = (given: INodeParameters = {}): INodeParameters => ({
	sendAs: 'template',
	template: { __rl: true, mode: 'name', value: 'delivery_day|en_US' },
	fillIn: 'json',
	valuesJson: '{"body_1": "on Saturday"}',
	options: { checkTrigger: false, keepQuestionWith: { value: 'store' } },
	...given,
});

const REFERENCE = '~1042~![\\w-]+~[\\w-]+~[\\w-]{43}$';
const payload = (index: number, value: string) => ({
	type: 'button',
	sub_type: 'quick_reply',
	index: String(index),
	parameters: [{ type: 'payload', payload: expect.stringMatching(new RegExp(`^${value}${REFERENCE}`)) }],
});

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

const choices = {
	responseType: 'choice',
	choices: {
		choice: [
			{ title: 'Yes', value: 'sat' },
			{ title: 'Not now', value: 'later' },
		],
	},
};

test.each<[string, INodeParameters, object[], object[]]>([
	['of an approval', {}, REPLIES, [payload(0, 'yes'), payload(1, 'no')]],
	['of choices', choices, REPLIES, [payload(0, 'sat'), payload(1, 'later')]],
	[
		'behind a link, where they are filled in',
		{ valuesJson: '{"body_1": "x", "button_1_payload": "yes", "button_2_payload": "no"}' },
		[WEB, ...REPLIES],
		[payload(1, 'yes'), payload(2, 'no')],
	],
])('quick replies %s carry the question', async (_name, given, buttons, expected) => {
	listed(buttons);
	const waiting = new Waiting(asking(given));
	await waiting.ask();
	expect(waiting.data.waitTill).toBeDefined();
	expect(waiting.stored).toMatchObject([{ question: 'delivery_day' }]);
	expect(waiting.sent).toMatchObject([
		{ type: 'template', template: { name: 'delivery_day', components: [{ type: 'body' }, ...expected] } },
	]);
	const { outputs } = await waiting.bring(
		{ type: 'buttonReply', text: 'Yes' },
		{ tapped: given.responseType === 'choice' ? 'sat' : 'yes' },
	);
	expect(outputs).toMatchObject([[], [{ json: { data: { outcome: 'answered', text: 'Yes' } } }]]);
});

test('a template without buttons asks for what is written', async () => {
	listed([WEB]);
	const waiting = new Waiting(asking({ responseType: 'date' }));
	await waiting.ask();
	expect(JSON.stringify(waiting.sent)).not.toContain('payload');
	const { outputs } = await waiting.bring({ text: '2027-01-31' });
	expect(outputs).toMatchObject([[], [{ json: { data: { date: '2027-01-31' } } }]]);
});

test('the flow of a template has the reference as its token', async () => {
	listed([{ type: 'FLOW', text: 'Book', flow_id: '7' }]);
	const waiting = new Waiting(asking({ responseType: 'flow' }));
	await waiting.ask();
	const { reference } = waiting.stored[0] ?? {};
	const token = JSON.stringify({ flow_token: reference }).slice(1, -1);
	expect(JSON.stringify(waiting.sent)).toContain(token);
});

test('a quick reply that sends something else back is refused', async () => {
	listed(REPLIES);
	const waiting = new Waiting(asking({ valuesJson: '{"body_1": "x", "button_0_payload": "maybe"}' }));
	await expect(waiting.ask()).rejects.toThrow(/'button_0_payload' sends 'maybe' back/);
	expect(waiting.sent).toEqual([]);
});

test.each<[string, string, object]>([
	['in the given words', 'A day please', { type: 'text', text: { body: 'A day please' } }],
	['by the template where there are none', '', { type: 'template' }],
])('what does not fit is asked again %s', async (_name, again, sent) => {
	listed([]);
	const waiting = new Waiting(asking({ responseType: 'date', validation: { tries: 2, again } }));
	await waiting.ask();
	const { said } = await waiting.bring({ text: 'some day' });
	expect(said).toEqual({ outcome: 'askedAgain', tries: 1 });
	expect(waiting.sent.at(-1)).toMatchObject({ to: ana, ...sent });
});

test('a template goes out although the window is closed', async () => {
	listed(REPLIES);
	const waiting = new Waiting(asking({ permission: { lastInboundAt: '2026-01-01T00:00:00Z' } }));
	await waiting.ask();
	expect(waiting.sent).toHaveLength(1);
});
