import type { SinchTarget } from '../../../../../core/providers/sinch/registration/target';
import { diagnoseSinch as diagnose } from '../../../../../core/providers/sinch/registration/diagnosis';
import answers from '../../../../fixtures/registration/sinch.json';
import { fakeProvider, type Script } from '../../../fake-provider';

const facts: SinchTarget = {
	provider: 'sinch',
	projectId: 'p1',
	appId: '01APP',
	servicePlanId: 'plan',
	webhookSecret: 'sign-with-this',
	callbackUrl: 'https://n8n.shop.com/webhook/7f/webhook',
	purpose: 'production',
	kinds: ['message'],
	lastDeliveryAt: '2026-11-20T10:00:00.000Z',
};
const APP = 'GET /v1/projects/p1/apps/01APP';

const healthy: Script = {
	[`${APP}/webhooks`]: answers.ours,
	[APP]: {
		status: 200,
		body: { id: '01APP', display_name: 'Shop', channel_credentials: [{ channel: 'WHATSAPP' }] },
	},
	'GET /xms/v1/plan/batches': { status: 200, body: { count: 0, batches: [] } },
};

async function checksOf(script: Script, part: Partial<SinchTarget> = {}) {
	const { call } = fakeProvider({ ...healthy, ...script });
	return (await diagnose(call, { ...facts, ...part })).checks;
}

test('all is well', async () => {
	const checks = await checksOf({});
	expect(checks.map(({ name, state, found }) => [name, state, found])).toStrictEqual([
		['Registration', 'ok', 'registered'],
		['Conversation app', 'ok', 'Shop: WHATSAPP'],
		['SMS service plan', 'ok', 'plan'],
		['Webhook secret', 'ok', 'set'],
		['Webhook URL', 'ok', 'https://n8n.shop.com/webhook/7f/webhook'],
		['Last delivery', 'ok', '2026-11-20T10:00:00.000Z'],
	]);
});

test('the service plan is asked about at the SMS API', async () => {
	const { call, requests } = fakeProvider(healthy);
	await diagnose(call, facts);
	expect(requests.find(({ path }) => path.startsWith('/xms'))?.base).toBe('sms');
});

test.each<[string, Script, Partial<SinchTarget>, string, string, string]>([
	['a wrong region', { [APP]: answers.notFound }, {}, 'Conversation app', 'failed', 'Check the region'],
	[
		'an app without channels',
		{ [APP]: { status: 200, body: { id: '01APP' } } },
		{},
		'Conversation app',
		'failed',
		'Add a channel',
	],
	[
		'a plan that does not answer',
		{ 'GET /xms/v1/plan/batches': answers.unavailable },
		{},
		'SMS service plan',
		'unknown',
		'in a few minutes',
	],
	[
		'a URL that is not registered',
		{ [`${APP}/webhooks`]: answers.others },
		{},
		'Registration',
		'failed',
		'Publish the workflow',
	],
	['SMS alone', {}, { appId: undefined }, 'Registration', 'unknown', 'Sinch Build Dashboard → SMS'],
	['no secret', {}, { webhookSecret: '' }, 'Webhook secret', 'failed', 'long random word'],
])('%s', async (_name, script, part, check, state, nextStep) => {
	const checks = await checksOf(script, part);
	expect(checks.find(({ name }) => name === check)).toMatchObject({
		state,
		nextStep: expect.stringContaining(nextStep),
	});
	expect(JSON.stringify(checks)).not.toContain('sign-with-this');
});
