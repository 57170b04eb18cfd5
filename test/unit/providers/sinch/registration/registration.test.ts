import type { ApiRequest } from '../../../../../core/http/api';
import type { SinchTarget } from '../../../../../core/providers/sinch/registration/target';
import { registration as registrar } from '../../../../../core/providers/sinch/registration';
import answers from '../../../../fixtures/registration/sinch.json';
import { fakeProvider } from '../../../fake-provider';

type AnswerName = keyof typeof answers;

const PRODUCTION = 'https://n8n.shop.com/webhook/7f/webhook';
const TEST = 'https://n8n.shop.com/webhook-test/7f/webhook';
const LIST = 'GET /v1/projects/p1/apps/01APP/webhooks';

const production: SinchTarget = {
	provider: 'sinch',
	projectId: 'p1',
	appId: '01APP',
	webhookSecret: 'sign-with-this',
	callbackUrl: PRODUCTION,
	siblingUrl: TEST,
	purpose: 'production',
	kinds: ['message'],
};
const listening: SinchTarget = { ...production, callbackUrl: TEST, siblingUrl: PRODUCTION, purpose: 'test' };

const webhookAt = (target: string, triggers: string[]) => ({
	app_id: '01APP',
	target,
	target_type: 'HTTP',
	triggers,
	secret: 'sign-with-this',
});
const add = (target: string, triggers = ['EVENT_INBOUND', 'MESSAGE_INBOUND']): ApiRequest => ({
	method: 'POST',
	path: '/v1/projects/p1/webhooks',
	body: webhookAt(target, triggers),
});
const remove = (id: string): ApiRequest => ({ method: 'DELETE', path: `/v1/projects/p1/webhooks/${id}` });

const smsByHand = [expect.objectContaining({ place: 'Sinch Build Dashboard → SMS → Service APIs' })];

interface Case {
	name: string;
	target: SinchTarget;
	found: AnswerName;
	state: string;
	changes: ApiRequest[];
	result?: object;
}

const registrations: Case[] = [
	{
		name: 'adds a webhook beside those of others',
		target: production,
		found: 'others',
		state: 'registered',
		changes: [add(PRODUCTION)],
		result: { byHand: [], tookOver: [] },
	},
	{
		name: 'subscribes to the triggers of all chosen kinds',
		target: { ...production, kinds: ['status', 'consent', 'unknown'] },
		found: 'none',
		state: 'registered',
		changes: [add(PRODUCTION, ['MESSAGE_DELIVERY', 'OPT_IN', 'OPT_OUT', 'UNSUPPORTED'])],
	},
	{
		name: 'has nothing to do where all is as wanted',
		target: production,
		found: 'ours',
		state: 'alreadyOurs',
		changes: [],
	},
	{
		name: 'changes its webhook',
		target: { ...production, kinds: ['consent'] },
		found: 'ours',
		state: 'registered',
		changes: [
			{
				method: 'PATCH',
				path: '/v1/projects/p1/webhooks/01OURS',
				body: webhookAt(PRODUCTION, ['OPT_IN', 'OPT_OUT']),
			},
		],
	},
	{
		name: 'of a test stands beside production',
		target: listening,
		found: 'ours',
		state: 'registered',
		changes: [add(TEST)],
	},
	{
		name: 'fails where there is no room, and shows no secret of a URL',
		target: production,
		found: 'full',
		state: 'failed',
		changes: [],
		result: {
			error: expect.objectContaining({
				code: 'noRoom',
				detail:
					'https://a.shop.com/in, https://b.shop.com/in, https://c.shop.com/in, https://d.shop.com/in, https://e.shop.com/in',
			}),
		},
	},
	{
		name: 'makes room where a test never ended',
		target: production,
		found: 'fullWithTest',
		state: 'registered',
		changes: [remove('01TEST'), add(PRODUCTION)],
	},
	{
		name: 'of a test makes no room for itself',
		target: { ...listening, callbackUrl: TEST.replace('7f', '8a'), siblingUrl: TEST },
		found: 'fullWithTest',
		state: 'failed',
		changes: [],
	},
	{
		name: 'leaves the callback URL of a service plan to the user',
		target: { ...production, servicePlanId: 'plan' },
		found: 'none',
		state: 'registered',
		changes: [add(PRODUCTION)],
		result: { byHand: smsByHand },
	},
	{
		name: 'of SMS alone is by hand',
		target: { ...production, appId: undefined, servicePlanId: 'plan', webhookSecret: '' },
		found: 'none',
		state: 'byHand',
		changes: [],
		result: { byHand: smsByHand },
	},
];

test.each(registrations)('a registration $name', async ({ target, found, state, changes, result }) => {
	const provider = fakeProvider({ [LIST]: answers[found] });
	expect(await registrar.register(provider.call, target, { takeOver: true })).toMatchObject({
		state,
		...result,
	});
	expect(provider.changes()).toStrictEqual(changes);
});

test.each<[string, SinchTarget, AnswerName, string, ApiRequest[]]>([
	['its own webhook', production, 'ours', 'removed', [remove('01OURS')]],
	['nothing of others', production, 'others', 'nothingOfOurs', []],
	['nothing of production when a test ends', listening, 'ours', 'nothingOfOurs', []],
	['the webhook of a test', listening, 'fullWithTest', 'removed', [remove('01TEST')]],
])('%s is removed', async (_name, target, found, state, changes) => {
	const provider = fakeProvider({ [LIST]: answers[found] });
	expect((await registrar.unregister(provider.call, target)).state).toBe(state);
	expect(provider.changes()).toStrictEqual(changes);
});

test('what cannot be removed by the API is said', async () => {
	const sms = { ...production, servicePlanId: 'plan' };
	const both = await registrar.unregister(fakeProvider({ [LIST]: answers.ours }).call, sms);
	expect(both).toMatchObject({ state: 'removed', left: [expect.stringContaining('service plan')] });
	const alone = await registrar.unregister(fakeProvider().call, { ...sms, appId: undefined });
	expect(alone).toMatchObject({ state: 'byHand', byHand: smsByHand });
});

test('a webhook that is gone already counts as removed', async () => {
	const { call } = fakeProvider({
		[LIST]: answers.ours,
		'DELETE /v1/projects/p1/webhooks/01OURS': answers.notFound,
	});
	expect((await registrar.unregister(call, production)).state).toBe('removed');
});

test.each<[AnswerName, string, string]>([
	['duplicate', 'configurationInvalid', 'Compare the ids'],
	['unauthenticated', 'credentialInvalid', 'Check key id and key secret'],
	['permissionDenied', 'configurationInvalid', 'the key belongs to this project'],
	['notFound', 'configurationInvalid', 'Check the region in the credential first'],
	['exhausted', 'rateLimited', 'then publish the workflow again'],
	['unavailable', 'temporarilyUnavailable', 'Publish the workflow again in a few minutes'],
])('%s is explained for somebody who sets up a webhook', async (answer, cause, advice) => {
	const { call } = fakeProvider({ [LIST]: answers.none, 'POST /v1/projects/p1/webhooks': answers[answer] });
	const result = await registrar.register(call, production);
	expect(result).toMatchObject({
		state: 'failed',
		error: { cause, advice: expect.stringContaining(advice) },
	});
});

test.each<[string, Partial<SinchTarget>, string]>([
	['no secret', { webhookSecret: '' }, 'webhookSecret'],
	['neither app nor service plan', { appId: undefined }, 'appId'],
	['a URL that Sinch cannot reach', { callbackUrl: 'https://n8n.local/webhook' }, 'callbackUrl'],
])('%s is found before any call', async (_name, part, code) => {
	const provider = fakeProvider();
	const result = await registrar.register(provider.call, { ...production, ...part });
	expect(result).toMatchObject({ state: 'failed', error: { code } });
	expect(provider.requests).toStrictEqual([]);
});

test('neighbours share one webhook, with the triggers of both', async () => {
	const neighbour = {
		id: '01NEAR',
		target: 'https://n8n.shop.com/webhook/8a/webhook',
		triggers: ['OPT_OUT'],
	};
	const found = { [LIST]: { status: 200, body: { webhooks: [neighbour] } } };
	const provider = fakeProvider(found);
	expect(await registrar.holders(provider.call, production)).toStrictEqual([neighbour.target]);
	expect(await registrar.inspect(provider.call, production)).toStrictEqual({
		state: 'neighbours',
		url: neighbour.target,
	});
	await registrar.register(provider.call, { ...production, neighbourUrls: [neighbour.target] });
	expect(provider.changes()).toStrictEqual([
		{
			method: 'PATCH',
			path: '/v1/projects/p1/webhooks/01NEAR',
			body: webhookAt(PRODUCTION, ['EVENT_INBOUND', 'MESSAGE_INBOUND', 'OPT_OUT']),
		},
	]);
});
