import {
	inspectWebhook,
	registerWebhook,
	runOperation,
	unregisterWebhook,
	type RegistrationTarget,
} from '../../../core/providers';
import type { ApiCall } from '../../../core/http/api';
import { fakeProvider } from '../fake-provider';

const common = {
	callbackUrl: 'https://n8n.shop.com/webhook/7f/webhook?token=s3cret',
	siblingUrl: 'https://n8n.shop.com/webhook-test/7f/webhook?token=s3cret',
	purpose: 'production',
	kinds: ['message', 'status', 'consent', 'account', 'unknown'],
} as const;

const targets: RegistrationTarget[] = [
	{
		...common,
		provider: 'whatsAppCloud',
		accountId: '102290129340398',
		appId: '670843887433847',
		hasAppSecret: true,
		verifyToken: 'open-sesame',
		accessToken: 'EAAGm0PX4ZCpsBA',
	},
	{
		...common,
		provider: 'infobip',
		channels: ['SMS', 'WHATSAPP'],
		secrets: {
			basic: { username: 'n8n', password: 'open-sesame' },
			header: { name: 'X-Secret', value: 'open-sesame' },
			hmac: { secret: 'open-sesame', header: 'X-Signature', algorithm: 'sha256', encoding: 'hex' },
		},
	},
	{
		...common,
		provider: 'sinch',
		projectId: 'p1',
		appId: '01APP',
		servicePlanId: 'plan',
		webhookSecret: 'open-sesame',
	},
];

async function checkEvents(call: ApiCall, target: RegistrationTarget) {
	const tools = {
		call,
		line: {},
		now: 0,
		sleep: async () => {
			await Promise.resolve();
		},
	};
	return await runOperation(target.provider, 'channel', 'checkEvents', target, tools);
}

describe.each(targets)('$provider', (target) => {
	test.each([
		['refused', { outcome: 'refused', reason: 'nothing listens at this address' }],
		['unanswered', { outcome: 'unknown', reason: 'socket hang up' }],
		[
			'answered with a page of a proxy',
			{ outcome: 'answered', status: 502, body: '<html>Bad gateway</html>' },
		],
		['answered with nothing', { outcome: 'answered', status: 500, body: undefined }],
		['answered with an error that repeats', { outcome: 'answered', status: 400, body: 'open-sesame s3cret' }],
	] as const)('calls that are %s are failures with an advice and without a secret', async (_name, answer) => {
		const call = async () => await Promise.resolve(answer);
		const results = [
			await inspectWebhook(call, target),
			await registerWebhook(call, target, { takeOver: true }),
			await unregisterWebhook(call, target),
		];
		for (const result of results) {
			expect(result).toMatchObject({ state: 'failed', error: { advice: expect.stringMatching(/\w/) } });
		}
		const outcome = await checkEvents(call, target);
		expect(outcome.ok && outcome.items.length).toBeGreaterThan(2);
		expect(JSON.stringify([results, outcome])).not.toMatch(/open-sesame|s3cret/);
	});

	test('an inspection changes nothing', async () => {
		const { call, changes } = fakeProvider();
		await inspectWebhook(call, target);
		await checkEvents(call, target);
		expect(changes()).toStrictEqual([]);
	});

	test('a URL that the provider cannot reach is found before any call', async () => {
		const { call, requests } = fakeProvider();
		const result = await registerWebhook(call, { ...target, callbackUrl: 'http://localhost:5678/webhook' });
		expect(result).toMatchObject({ state: 'failed', error: { code: 'callbackUrl' } });
		expect(requests).toStrictEqual([]);
	});
});
