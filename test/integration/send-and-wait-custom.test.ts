import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import type { Setting } from './harness';
import { ana, Waiting } from './waiting';

const TOKEN = 'mDk3sY7qWv0pZ8tR2xLc';
const KEY = JSON.stringify({ urlToken: TOKEN });

const REQUEST = {
	path: '/messages',
	body: { to: '{{ to }}', from: '{{ sender }}' },
	types: { text: { text: '{{ text }}' } },
	answer: { messageId: 'id' },
};
const WITH_BUTTONS = {
	...REQUEST,
	types: { text: { text: '{{ text }}' }, buttons: { text: '{{ body }}', replies: '{{ buttons }}' } },
};

function gateway(request: object = REQUEST, credential: Record<string, string> = {}): Setting {
	return {
		credentialType: 'customMessagingApi',
		credential: {
			baseUrl: 'https://gateway.test',
			authentication: 'none',
			webhookAuthentication: 'urlToken',
			webhookUrlToken: TOKEN,
			...credential,
		},
		parameters: {
			provider: 'custom',
			sender: { __rl: true, mode: 'id', value: 'Harbour' },
			request: 'own',
			ownRequest: JSON.stringify(request),
			options: { checkTrigger: false, keepQuestionWith: { value: 'store' } },
		},
	};
}

const asked = (given: INodeParameters, setting = gateway()) => new Waiting(given, [{ phone: ana }], setting);
const reply = (text: string) => ({ provider: 'custom', to: 'Harbour', channelId: 'Harbour', text });

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

test('a gateway without buttons gets a numbered text, and what is written answers', async () => {
	const waiting = asked({});
	await waiting.ask();
	expect(waiting.sent).toEqual([
		{ to: ana, from: 'Harbour', text: 'Shall we deliver on Saturday?\n1: Approve\n2: Decline' },
	]);
	const { outputs } = await waiting.bring(reply('1'), {}, KEY);
	expect(outputs).toMatchObject([[], [{ json: { data: { approved: true } } }]]);
});

test('a gateway whose request knows buttons gets them', async () => {
	const waiting = asked({}, gateway(WITH_BUTTONS));
	await waiting.ask();
	expect(waiting.sent).toMatchObject([{ replies: [{ title: 'Approve' }, { title: 'Decline' }] }]);
	expect(waiting.payload('Approve')).toMatch(/^yes~1042~/);
});

test('what does not fit is asked again by the same request', async () => {
	const validation = { tries: 2, again: 'A number please' };
	const waiting = asked({ responseType: 'number', validation });
	await waiting.ask();
	const { said } = await waiting.bring(reply('many'), {}, KEY);
	expect(said).toEqual({ outcome: 'askedAgain', tries: 1 });
	expect(waiting.sent.at(-1)).toEqual({ to: ana, from: 'Harbour', text: 'A number please' });
	expect(waiting.log).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
	['Twilio', { webhookAuthentication: 'twilio', webhookTwilioAuthToken: 'auth-token' }, 'auth-token'],
	[
		'Vonage',
		{ webhookAuthentication: 'vonage', webhookVonageSignatureSecret: 'signature-secret' },
		'signature-secret',
	],
])('an answer is known by the secret of %s', async (_name, credential, key) => {
	const waiting = asked({}, gateway(REQUEST, credential));
	await waiting.ask();
	expect((await waiting.bring(reply('1'), {}, 'guess')).status).toBe(401);
	expect((await waiting.bring(reply('1'), {}, key)).said).toEqual({ outcome: 'answered' });
});
