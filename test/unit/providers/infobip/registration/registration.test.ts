import { registration as registrar } from '../../../../../core/providers/infobip/registration';
import { ownId } from '../../../../../core/providers/infobip/registration/subscriptions';
import type { ApiRequest } from '../../../../../core/http/api';
import type { InfobipTarget } from '../../../../../core/providers/infobip/registration/target';
import answers from '../../../../fixtures/registration/infobip.json';
import { fakeProvider, type Script, type Scripted } from '../../../fake-provider';

const PRODUCTION = 'https://n8n.shop.com/webhook/7f/webhook?token=abc';
const TEST = 'https://n8n.shop.com/webhook-test/7f/webhook?token=abc';

const production: InfobipTarget = {
	provider: 'infobip',
	channels: ['SMS'],
	secrets: {},
	callbackUrl: PRODUCTION,
	siblingUrl: TEST,
	purpose: 'production',
	kinds: ['message'],
};
const listening: InfobipTarget = {
	...production,
	callbackUrl: TEST,
	siblingUrl: PRODUCTION,
	purpose: 'test',
};
const ID = ownId(production);

const nothing: Script = Object.fromEntries(
	['SMS', 'MMS', 'WHATSAPP', 'BLOCKLIST', 'REGISTRATION'].map((channel) => [
		`GET /subscriptions/1/subscription/${channel}`,
		answers.none,
	]),
);

function subscribed(channel: string, events: string[], resources: string[] = []): Script {
	const body = { results: [{ subscriptionId: ID, profile: { profileId: ID }, events, resources }] };
	return { [`GET /subscriptions/1/subscription/${channel}`]: { status: 200, body } };
}

function profileAt(notifyUrl: string): Script {
	return { [`GET /subscriptions/1/profiles/${ID}`]: { status: 200, body: { webhook: { notifyUrl } } } };
}

function foreign(list: Scripted): Script {
	return {
		...nothing,
		'GET /subscriptions/1/subscription/SMS': list,
		'GET /subscriptions/1/profiles/crm-profile': answers.foreignProfile,
	};
}

const withSecurity: Script = { [`GET /subscriptions/1/security/${ID}`]: answers.security };
const ours: Script = { ...nothing, ...subscribed('SMS', ['INBOUND_MESSAGE']), ...profileAt(PRODUCTION) };
const oursInTest: Script = { ...ours, ...profileAt(TEST) };

const webhook = (notifyUrl: string) => ({ webhook: { notifyUrl, contentType: 'application/json' } });
const createProfile = (url: string, more: object = {}): ApiRequest => ({
	method: 'POST',
	path: '/subscriptions/1/profiles',
	body: { profileId: ID, ...webhook(url), ...more },
});
const changeProfile = (url: string, more: object = {}): ApiRequest => ({
	method: 'PUT',
	path: `/subscriptions/1/profiles/${ID}`,
	body: { ...webhook(url), ...more },
});
const named = { name: 'n8n Messaging Trigger', profile: { profileId: ID } };
const create = (channel: string, events: string[], more: object = {}): ApiRequest => ({
	method: 'POST',
	path: `/subscriptions/1/subscription/${channel}`,
	body: { subscriptionId: ID, ...named, events, ...more },
});
const change = (channel: string, events: string[], more: object = {}): ApiRequest => ({
	method: 'PUT',
	path: `/subscriptions/1/subscription/${channel}/${ID}`,
	body: { ...named, events, ...more },
});
const drop = (path: string): ApiRequest => ({ method: 'DELETE', path: `/subscriptions/1/${path}` });

interface Case {
	name: string;
	target: InfobipTarget;
	found: Script;
	takeOver?: boolean;
	state: string;
	changes: ApiRequest[];
	result?: object;
}

const basic = { username: 'n8n', password: 'pass-word' };
const hmac = { secret: 'key-of-hmac', header: 'X-Signature', algorithm: 'sha512', encoding: 'hex' } as const;

const registrations: Case[] = [
	{
		name: 'creates a profile and a subscription',
		target: production,
		found: nothing,
		state: 'registered',
		changes: [createProfile(PRODUCTION), create('SMS', ['INBOUND_MESSAGE'])],
	},
	{
		name: 'creates a subscription for every channel that has any of the events',
		target: { ...production, channels: ['SMS', 'WHATSAPP', 'BLOCKLIST'], kinds: ['status', 'consent'] },
		found: nothing,
		state: 'registered',
		changes: [
			createProfile(PRODUCTION),
			create('SMS', ['CLICK', 'DELIVERY']),
			create('WHATSAPP', ['CLICK', 'DELIVERY', 'MARKETING_SUBSCRIPTION_UPDATE', 'SEEN']),
			create('BLOCKLIST', ['BLOCK', 'UNBLOCK']),
		],
	},
	{
		name: 'saves Basic authentication',
		target: { ...production, secrets: { basic } },
		found: nothing,
		state: 'registered',
		changes: [
			{
				method: 'POST',
				path: '/subscriptions/1/security',
				body: { authId: ID, type: 'BASIC', credentials: basic },
			},
			createProfile(PRODUCTION, { security: { authId: ID } }),
			create('SMS', ['INBOUND_MESSAGE']),
		],
	},
	{
		name: 'renews the signature key and sends a header too',
		target: { ...production, secrets: { hmac, header: { name: 'X-Secret', value: 'word' } } },
		found: { ...oursInTest, ...withSecurity },
		state: 'registered',
		changes: [
			{
				method: 'PUT',
				path: `/subscriptions/1/security/${ID}`,
				body: { type: 'HMAC', credentials: { secretKey: 'key-of-hmac', algorithm: 'HMAC_SHA_512' } },
			},
			changeProfile(PRODUCTION, { security: { authId: ID }, headers: { 'X-Secret': 'word' } }),
		],
	},
	{
		name: 'limits itself to a sender',
		target: { ...production, sender: '447491163443' },
		found: nothing,
		state: 'registered',
		changes: [createProfile(PRODUCTION), create('SMS', ['INBOUND_MESSAGE'], { resources: ['447491163443'] })],
	},
	{
		name: 'limits itself to a sender as Infobip writes it',
		target: { ...production, sender: '+44 7491 163443' },
		found: nothing,
		state: 'registered',
		changes: [createProfile(PRODUCTION), create('SMS', ['INBOUND_MESSAGE'], { resources: ['447491163443'] })],
	},
	{
		name: 'has nothing to do where all is as wanted',
		target: production,
		found: ours,
		state: 'alreadyOurs',
		changes: [],
	},
	{
		name: 'adds events',
		target: { ...production, kinds: ['message', 'status'] },
		found: ours,
		state: 'registered',
		changes: [change('SMS', ['CLICK', 'DELIVERY', 'INBOUND_MESSAGE'])],
	},
	{
		name: 'renews the token of its URL',
		target: { ...production, callbackUrl: PRODUCTION.replace('abc', 'new') },
		found: ours,
		state: 'registered',
		changes: [changeProfile(PRODUCTION.replace('abc', 'new'))],
	},
	{
		name: 'does not take events from somebody else, and shows no secret of the URL',
		target: production,
		found: foreign(answers.foreignSms),
		state: 'takenBy',
		changes: [],
		result: { url: 'https://crm.shop.com/sms', by: 'the subscription "CRM" to SMS' },
	},
	{
		name: 'takes these events alone from somebody else on request',
		target: production,
		found: foreign(answers.foreignSms),
		takeOver: true,
		state: 'registered',
		changes: [
			createProfile(PRODUCTION),
			create('SMS', ['INBOUND_MESSAGE']),
			{
				method: 'PUT',
				path: '/subscriptions/1/subscription/SMS/crm-sms',
				body: {
					name: 'CRM',
					profile: { profileId: 'crm-profile' },
					events: ['DELIVERY', 'CLICK'],
					criteria: [],
					resources: [],
					users: [],
					group: 'crm',
				},
			},
		],
		result: { tookOver: [{ url: 'https://crm.shop.com/sms', by: 'the subscription "CRM" to SMS' }] },
	},
	{
		name: 'stands beside somebody else who has one sender, and says what to look at',
		target: production,
		found: foreign(answers.foreignForOneSender),
		state: 'registered',
		changes: [createProfile(PRODUCTION), create('SMS', ['INBOUND_MESSAGE'])],
		result: { byHand: [expect.objectContaining({ action: expect.stringContaining('different groups') })] },
	},
	{
		name: 'does not take the sender of somebody else',
		target: { ...production, sender: '447491163443' },
		found: foreign(answers.foreignForOneSender),
		state: 'takenBy',
		changes: [],
	},
	{
		name: 'stands beside somebody else who has another sender',
		target: { ...production, sender: '447860099299' },
		found: foreign(answers.foreignForOneSender),
		state: 'registered',
		changes: [createProfile(PRODUCTION), create('SMS', ['INBOUND_MESSAGE'], { resources: ['447860099299'] })],
		result: { byHand: [] },
	},
	{
		name: 'stands beside somebody else who has an application or other events',
		target: production,
		found: foreign(answers.foreignNarrowed),
		state: 'registered',
		changes: [createProfile(PRODUCTION), create('SMS', ['INBOUND_MESSAGE'])],
		result: { byHand: [] },
	},
	{
		name: 'is found on a later page',
		target: production,
		found: {
			...ours,
			'GET /subscriptions/1/subscription/SMS': [
				answers.firstPage,
				{ status: 200, body: { results: [{ subscriptionId: ID, events: ['INBOUND_MESSAGE'] }] } },
			],
		},
		state: 'alreadyOurs',
		changes: [],
	},
	{
		name: 'does not need a channel that it does not want',
		target: production,
		found: { ...ours, 'GET /subscriptions/1/subscription/MMS': answers.forbidden },
		state: 'alreadyOurs',
		changes: [],
	},
	{
		name: 'of a test switches the URL of production and takes no event away',
		target: { ...listening, kinds: ['status'], sender: '447860099299' },
		found: ours,
		state: 'registered',
		changes: [changeProfile(TEST), change('SMS', ['CLICK', 'DELIVERY', 'INBOUND_MESSAGE'])],
		result: { receipt: { borrowed: { profile: 'production' } } },
	},
	{
		name: 'of a test notes that there was nothing',
		target: listening,
		found: nothing,
		state: 'registered',
		changes: [createProfile(TEST), create('SMS', ['INBOUND_MESSAGE'])],
		result: { receipt: { borrowed: { profile: 'nothing' } } },
	},
	{
		name: 'of a test never takes events from somebody else',
		target: listening,
		found: foreign(answers.foreignSms),
		takeOver: true,
		state: 'takenBy',
		changes: [],
	},
];

test.each(registrations)(
	'a registration $name',
	async ({ target, found, takeOver, state, changes, result }) => {
		const provider = fakeProvider(found);
		const registration = await registrar.register(provider.call, target, { takeOver });
		expect(registration).toMatchObject({ state, ...result });
		expect(provider.changes()).toStrictEqual(changes);
	},
);

const all = [drop(`subscription/SMS/${ID}`), drop(`profiles/${ID}`)];

const removals: (Omit<Case, 'result' | 'takeOver'> & { receipt?: unknown })[] = [
	{
		name: 'drops subscription and profile',
		target: production,
		found: ours,
		state: 'removed',
		changes: all,
	},
	{
		name: 'drops the authentication and what is left on other channels',
		target: production,
		found: { ...ours, ...withSecurity, ...subscribed('WHATSAPP', ['SEEN']) },
		state: 'removed',
		changes: [
			drop(`subscription/SMS/${ID}`),
			drop(`subscription/WHATSAPP/${ID}`),
			drop(`profiles/${ID}`),
			drop(`security/${ID}`),
		],
	},
	{
		name: 'leaves the subscriptions of others',
		target: production,
		found: foreign(answers.foreignSms),
		state: 'nothingOfOurs',
		changes: [],
	},
	{
		name: 'leaves a profile that somebody gave another URL',
		target: production,
		found: { ...ours, ...profileAt('https://crm.shop.com/sms?key=s3cret') },
		state: 'nothingOfOurs',
		changes: [],
	},
	{
		name: 'of production clears away its test',
		target: production,
		found: oursInTest,
		state: 'removed',
		changes: all,
	},
	{
		name: 'of a test gives the URL back',
		target: listening,
		found: oursInTest,
		receipt: { borrowed: { profile: 'production' } },
		state: 'givenBack',
		changes: [changeProfile(PRODUCTION)],
	},
	{
		name: 'of a test that found nothing leaves nothing',
		target: listening,
		found: oursInTest,
		receipt: { borrowed: { profile: 'nothing' } },
		state: 'removed',
		changes: all,
	},
	{
		name: 'of a test does not touch what production took back',
		target: listening,
		found: ours,
		receipt: { borrowed: { profile: 'nothing' } },
		state: 'nothingOfOurs',
		changes: [],
	},
];

test.each(removals)('a removal $name', async ({ target, found, receipt, state, changes }) => {
	const provider = fakeProvider(found);
	const removal = await registrar.unregister(provider.call, target, receipt);
	expect(removal.state).toBe(state);
	expect(provider.changes()).toStrictEqual(changes);
	expect(JSON.stringify(removal)).not.toContain('s3cret');
});

test('what is gone already counts as removed', async () => {
	const provider = fakeProvider({ ...ours, [`DELETE /subscriptions/1/profiles/${ID}`]: answers.notFound });
	expect((await registrar.unregister(provider.call, production)).state).toBe('removed');
});

test('what was set up is undone when a subscription is refused', async () => {
	const provider = fakeProvider({ ...nothing, 'POST /subscriptions/1/subscription/SMS': answers.badRequest });
	const result = await registrar.register(provider.call, { ...production, secrets: { basic } });
	expect(result).toMatchObject({ state: 'failed', step: 'subscribe to SMS' });
	expect(provider.changes().slice(-2)).toStrictEqual([drop(`profiles/${ID}`), drop(`security/${ID}`)]);
});

test('a test that fails gives the URL back to production', async () => {
	const provider = fakeProvider({
		...ours,
		[`PUT /subscriptions/1/subscription/SMS/${ID}`]: answers.badRequest,
	});
	const result = await registrar.register(provider.call, { ...listening, kinds: ['status'] });
	expect(result.state).toBe('failed');
	expect(provider.changes().at(-1)).toStrictEqual(changeProfile(PRODUCTION));
});

test.each<[keyof typeof answers, string, string]>([
	['badRequest', 'configurationInvalid', 'Compare the ids'],
	['unauthorized', 'credentialInvalid', 'Copy API key and base URL'],
	['forbidden', 'configurationInvalid', 'subscriptions:manage'],
	['tooManyRequests', 'rateLimited', 'then publish the workflow again'],
	['generalError', 'temporarilyUnavailable', 'Publish the workflow again in a few minutes'],
])('%s is explained for somebody who sets up a webhook', async (answer, cause, advice) => {
	const { call } = fakeProvider({ ...nothing, 'GET /subscriptions/1/subscription/SMS': answers[answer] });
	const result = await registrar.register(call, production);
	expect(result).toMatchObject({
		state: 'failed',
		step: 'read the subscriptions to SMS',
		error: { cause, advice: expect.stringContaining(advice) },
	});
});

test('channels without any of the events are found before a call', async () => {
	const provider = fakeProvider();
	const result = await registrar.register(provider.call, { ...production, channels: ['BLOCKLIST'] });
	expect(result).toMatchObject({ state: 'failed', error: { code: 'channels' } });
	expect(provider.requests).toStrictEqual([]);
});

test('the id belongs to one trigger, whichever of its URLs is meant', () => {
	expect(ownId(listening)).toBe(ID);
	expect(ownId({ ...production, callbackUrl: 'https://n8n.shop.com/webhook/8a/webhook' })).not.toBe(ID);
	expect(ID).toMatch(/^[\w-]{1,255}$/);
});

test('an error shows no secret, even if Infobip repeats it', async () => {
	const text = `${PRODUCTION} with ${basic.password}`;
	const body = { requestError: { serviceException: { messageId: 'BAD_REQUEST', text } } };
	const { call } = fakeProvider({ ...nothing, 'POST /subscriptions/1/profiles': { status: 400, body } });
	const result = await registrar.register(call, { ...production, secrets: { basic } });
	expect(result).toMatchObject({
		state: 'failed',
		error: { detail: 'https://n8n.shop.com/webhook/7f/webhook?token=… with …' },
	});
});

describe('a neighbour on the account', () => {
	const NEIGHBOUR = 'https://n8n.shop.com/webhook/8a/webhook?token=abc';
	const neighbourUrls = ['https://n8n.shop.com/webhook/8a/webhook'];

	function near(events: string[], resources: string[] = []): Script {
		const one = {
			subscriptionId: 'n8n-8a',
			name: 'n8n Messaging Trigger',
			profile: { profileId: 'n8n-8a' },
			events,
			resources,
		};
		return {
			...nothing,
			'GET /subscriptions/1/subscription/SMS': { status: 200, body: { results: [one] } },
			'GET /subscriptions/1/profiles/n8n-8a': { status: 200, body: { webhook: { notifyUrl: NEIGHBOUR } } },
		};
	}

	test.each<[string, Script, Partial<InfobipTarget>, ApiRequest]>([
		[
			'loses a subscription of which nothing is left',
			near(['INBOUND_MESSAGE']),
			{},
			drop('subscription/SMS/n8n-8a'),
		],
		[
			'keeps the events that nobody else wants',
			near(['INBOUND_MESSAGE', 'DELIVERY']),
			{},
			{
				method: 'PUT',
				path: '/subscriptions/1/subscription/SMS/n8n-8a',
				body: {
					name: 'n8n Messaging Trigger',
					profile: { profileId: 'n8n-8a' },
					events: ['DELIVERY'],
					resources: [],
				},
			},
		],
		[
			'gives way for one sender too',
			near(['INBOUND_MESSAGE'], ['15550100011']),
			{},
			drop('subscription/SMS/n8n-8a'),
		],
	])('%s', async (_name, found, part, last) => {
		const provider = fakeProvider(found);
		const target = { ...production, ...part };
		expect(await registrar.holders(provider.call, target)).toStrictEqual([NEIGHBOUR]);
		const result = await registrar.register(provider.call, { ...target, neighbourUrls });
		expect(result).toMatchObject({ state: 'registered', tookOver: [] });
		expect(provider.changes()).toStrictEqual([
			createProfile(PRODUCTION),
			create('SMS', ['INBOUND_MESSAGE']),
			last,
		]);
	});

	test('with other events is not in the way', async () => {
		const provider = fakeProvider(near(['DELIVERY']));
		expect(await registrar.holders(provider.call, production)).toStrictEqual([]);
	});
});
