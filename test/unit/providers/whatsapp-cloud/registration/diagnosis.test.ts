import fc from 'fast-check';
import type { WhatsAppCloudTarget } from '../../../../../core/providers/whatsapp-cloud/registration/target';
import { diagnoseWhatsAppCloud as diagnose } from '../../../../../core/providers/whatsapp-cloud/registration/diagnosis';
import answers from '../../../../fixtures/registration/whatsapp-cloud.json';
import { fakeProvider, type Script, type Scripted } from '../../../fake-provider';

const ACCOUNT = '102290129340398';
const NUMBER = '106540352242922';
const APP = '670843887433847';

const facts: WhatsAppCloudTarget = {
	provider: 'whatsAppCloud',
	accountId: ACCOUNT,
	appId: APP,
	hasAppSecret: true,
	verifyToken: 'open-sesame',
	accessToken: 'EAAGm0PX4ZCpsBA',
	callbackUrl: 'https://n8n.shop.com/webhook/7f/webhook',
	siblingUrl: 'https://n8n.shop.com/webhook-test/7f/webhook',
	purpose: 'production',
	kinds: ['message'],
	lastDeliveryAt: '2026-11-20T10:00:00.000Z',
};

const ok = (body: unknown): Scripted => ({ status: 200, body });
const number = (state: object) => ({ id: NUMBER, display_phone_number: '+1 555-078-3881', ...state });
const connected = number({
	status: 'CONNECTED',
	platform_type: 'CLOUD_API',
	code_verification_status: 'VERIFIED',
	quality_rating: 'GREEN',
});
const token = (data: object): Scripted =>
	ok({
		data: {
			app_id: APP,
			application: 'Shop Bot',
			is_valid: true,
			expires_at: 0,
			scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
			granular_scopes: [{ scope: 'whatsapp_business_messaging', target_ids: [ACCOUNT] }],
			...data,
		},
	});

const keys = {
	token: 'GET /debug_token',
	account: `GET /${ACCOUNT}`,
	apps: `GET /${ACCOUNT}/subscribed_apps`,
	numbers: `GET /${ACCOUNT}/phone_numbers`,
	number: `GET /${NUMBER}`,
	app: `GET /${APP}/subscriptions`,
};

const healthy: Script = {
	[keys.token]: token({}),
	[keys.account]: ok({ id: ACCOUNT, name: 'Best Shop', account_review_status: 'APPROVED' }),
	[keys.apps]: answers.overrideProduction,
	[keys.numbers]: ok({ data: [connected] }),
	[keys.app]: answers.appForeign,
};

async function checksOf(script: Script, part: Partial<WhatsAppCloudTarget> = {}) {
	const { call } = fakeProvider({ ...healthy, ...script });
	return (await diagnose(call, { ...facts, ...part })).checks;
}

test('all is well', async () => {
	const checks = await checksOf({});
	expect(checks.map(({ name, state, found, nextStep }) => [name, state, found, nextStep])).toStrictEqual([
		['Access token', 'ok', 'valid', ''],
		['Permissions', 'ok', 'whatsapp_business_management, whatsapp_business_messaging', ''],
		['WhatsApp account', 'ok', 'Best Shop', ''],
		['Phone number +1 555-078-3881', 'ok', 'CONNECTED, CLOUD_API, VERIFIED, quality GREEN', ''],
		['App subscription', 'ok', 'Shop Bot (670843887433847)', ''],
		['Callback URL at Meta', 'ok', 'https://n8n.shop.com/webhook/7f/webhook', ''],
		['Webhook fields', 'ok', 'all subscribed', ''],
		['App secret', 'ok', 'set', ''],
		['Verify token', 'ok', 'set', ''],
		['Webhook URL', 'ok', 'https://n8n.shop.com/webhook/7f/webhook', ''],
		['Last delivery', 'ok', '2026-11-20T10:00:00.000Z', ''],
	]);
});

test('nothing is changed and every call is made before any answers', async () => {
	const { call, requests } = fakeProvider(healthy);
	const diagnosis = diagnose(call, facts);
	expect(requests.map(({ method, path }) => `${method} ${path}`)).toStrictEqual([
		keys.token,
		keys.account,
		keys.apps,
		keys.numbers,
		keys.numbers,
		keys.app,
	]);
	await diagnosis;
});

interface Case {
	name: string;
	script?: Script;
	facts?: Partial<WhatsAppCloudTarget>;
	check: string;
	state: string;
	found: string;
	nextStep: string;
}

const numberIs = (state: object): Script => ({ [keys.numbers]: ok({ data: [number(state)] }) });
const NUMBER_CHECK = 'Phone number +1 555-078-3881';

const cases: Case[] = [
	{
		name: 'a token that ended',
		script: { [keys.token]: token({ is_valid: false, error: { message: 'Session has expired' } }) },
		check: 'Access token',
		state: 'failed',
		found: 'Session has expired',
		nextStep: 'never expires',
	},
	{
		name: 'a token that will end',
		script: { [keys.token]: token({ expires_at: 1795219200 }) },
		check: 'Access token',
		state: 'warning',
		found: 'valid until 2026-11-21T00:00:00.000Z',
		nextStep: 'never expires',
	},
	{
		name: 'a token of another app',
		script: { [keys.token]: token({ app_id: '9', application: 'Old Bot' }) },
		check: 'Access token',
		state: 'failed',
		found: 'Old Bot (9)',
		nextStep: 'App ID and App Secret of that app',
	},
	{
		name: 'a permission that is missing',
		script: { [keys.token]: token({ scopes: ['whatsapp_business_messaging'] }) },
		check: 'Permissions',
		state: 'failed',
		found: 'whatsapp_business_messaging',
		nextStep: 'whatsapp_business_management ticked',
	},
	{
		name: 'a permission for other accounts',
		script: {
			[keys.token]: token({
				granular_scopes: [{ scope: 'whatsapp_business_messaging', target_ids: ['1'] }],
			}),
		},
		check: 'Permissions',
		state: 'failed',
		found: 'other WhatsApp accounts',
		nextStep: ACCOUNT,
	},
	{
		name: 'an account that was rejected',
		script: { [keys.account]: ok({ id: ACCOUNT, name: 'Best Shop', account_review_status: 'REJECTED' }) },
		check: 'WhatsApp account',
		state: 'failed',
		found: 'REJECTED',
		nextStep: 'WhatsApp Manager',
	},
	{
		name: 'an account that the token cannot see',
		script: { [keys.account]: answers.noPermission },
		check: 'WhatsApp account',
		state: 'failed',
		found: 'lacks a permission',
		nextStep: 'full control of this WhatsApp account',
	},
	{
		name: 'a number that is not registered',
		script: numberIs({
			status: 'PENDING',
			platform_type: 'NOT_APPLICABLE',
			code_verification_status: 'VERIFIED',
		}),
		check: NUMBER_CHECK,
		state: 'failed',
		found: 'PENDING, NOT_APPLICABLE, VERIFIED',
		nextStep: 'Register the number',
	},
	{
		name: 'a number that is not verified',
		script: numberIs({ status: 'CONNECTED', code_verification_status: 'NOT_VERIFIED' }),
		check: NUMBER_CHECK,
		state: 'failed',
		found: 'NOT_VERIFIED',
		nextStep: 'Verify the number',
	},
	{
		name: 'a number on premises',
		script: numberIs({ status: 'CONNECTED', platform_type: 'ON_PREMISE' }),
		check: NUMBER_CHECK,
		state: 'failed',
		found: 'ON_PREMISE',
		nextStep: 'Migrate the number',
	},
	{
		name: 'a number that is banned',
		script: numberIs({ status: 'BANNED', quality_rating: 'RED' }),
		check: NUMBER_CHECK,
		state: 'failed',
		found: 'BANNED, quality RED',
		nextStep: 'ask for a review',
	},
	{
		name: 'a number of low quality',
		script: numberIs({ status: 'CONNECTED', quality_rating: 'YELLOW' }),
		check: NUMBER_CHECK,
		state: 'warning',
		found: 'quality YELLOW',
		nextStep: 'block or report',
	},
	{
		name: 'a number without a state',
		script: numberIs({}),
		check: NUMBER_CHECK,
		state: 'unknown',
		found: 'no state',
		nextStep: '',
	},
	{
		name: 'an account without numbers',
		script: { [keys.numbers]: ok({ data: [] }) },
		check: 'Phone number',
		state: 'failed',
		found: 'none',
		nextStep: 'Add a number',
	},
	{
		name: 'an app that is not subscribed to the account',
		script: { [keys.apps]: answers.onlyForeignApp },
		check: 'App subscription',
		state: 'failed',
		found: 'WA DevX Webhook Events 1P App (1111)',
		nextStep: 'Publish the workflow',
	},
	{
		name: 'an app that nobody can tell',
		script: { [keys.apps]: answers.onlyForeignApp },
		facts: { appId: undefined },
		check: 'App subscription',
		state: 'unknown',
		found: 'WA DevX',
		nextStep: 'App ID',
	},
	{
		name: 'a callback URL of somebody else',
		script: { [keys.apps]: answers.overrideForeign },
		check: 'Callback URL at Meta',
		state: 'failed',
		found: 'https://crm.shop.com/whatsapp',
		nextStep: 'take over',
	},
	{
		name: 'the callback URL of a test',
		script: { [keys.apps]: answers.overrideTest },
		check: 'Callback URL at Meta',
		state: 'warning',
		found: 'https://n8n.shop.com/webhook-test/7f/webhook',
		nextStep: 'given back when the test ends',
	},
	{
		name: 'the callback URL of the app where the account has none',
		script: { [keys.apps]: answers.ourApp },
		check: 'Callback URL at Meta',
		state: 'failed',
		found: 'https://crm.shop.com/app',
		nextStep: 'take over',
	},
	{
		name: 'no callback URL at all',
		script: { [keys.apps]: answers.ourApp, [keys.app]: answers.appEmpty },
		check: 'Callback URL at Meta',
		state: 'failed',
		found: 'none',
		nextStep: 'Publish the workflow',
	},
	{
		name: 'a callback URL of the app that cannot be read',
		script: { [keys.apps]: answers.ourApp },
		facts: { hasAppSecret: false },
		check: 'Callback URL at Meta',
		state: 'unknown',
		found: 'cannot be read',
		nextStep: 'App Secret',
	},
	{
		name: 'the callback URL of one number, which comes first',
		script: { [keys.number]: ok({ ...connected, ...answers.numberForeign.body }) },
		facts: { phoneNumberId: NUMBER },
		check: 'Callback URL at Meta',
		state: 'failed',
		found: 'https://helpdesk.shop.com/wa',
		nextStep: 'take over',
	},
	{
		name: 'a number that goes elsewhere',
		script: {
			[keys.numbers]: [
				ok({ data: [connected] }),
				ok({ data: [{ ...connected, ...answers.numberForeign.body }] }),
			],
		},
		check: 'Numbers with a URL of their own',
		state: 'warning',
		found: '+1 555-078-3881 → https://helpdesk.shop.com/wa',
		nextStep: 'Choose such a number',
	},
	{
		name: 'fields that are missing',
		script: { [keys.app]: answers.appForeignWithoutMessages },
		check: 'Webhook fields',
		state: 'failed',
		found: 'missing: messages',
		nextStep: 'Switch them on',
	},
	{
		name: 'fields that go to the URL of the app',
		script: {
			[keys.app]: ok({
				data: [
					{
						object: 'whatsapp_business_account',
						callback_url: 'https://crm.shop.com/app',
						fields: ['messages', 'user_preferences'],
					},
				],
			}),
		},
		facts: { kinds: ['message', 'consent'] },
		check: 'Webhook fields',
		state: 'failed',
		found: 'user_preferences go to https://crm.shop.com/app',
		nextStep: 'take over',
	},
	{
		name: 'fields that cannot be read',
		facts: { hasAppSecret: false },
		check: 'Webhook fields',
		state: 'unknown',
		found: 'without "App ID"',
		nextStep: 'Webhook Fields',
	},
	{
		name: 'no app secret',
		facts: { hasAppSecret: false },
		check: 'App secret',
		state: 'failed',
		found: 'missing',
		nextStep: 'App Settings → Basic',
	},
	{
		name: 'no verify token',
		facts: { verifyToken: '' },
		check: 'Verify token',
		state: 'failed',
		found: 'missing',
		nextStep: 'Enter any word',
	},
	{
		name: 'a URL that is not public',
		facts: { callbackUrl: 'http://localhost:5678/webhook' },
		check: 'Webhook URL',
		state: 'failed',
		found: 'https:// only',
		nextStep: 'WEBHOOK_URL',
	},
	{
		name: 'nothing that ever came',
		facts: { lastDeliveryAt: undefined },
		check: 'Last delivery',
		state: 'unknown',
		found: 'none is remembered',
		nextStep: 'Send a message to your number',
	},
];

test.each(cases)('$name', async ({ script = {}, facts: part, check, state, found, nextStep }) => {
	const checks = await checksOf(script, part);
	expect(checks.find(({ name }) => name === check)).toMatchObject({
		state,
		found: expect.stringContaining(found),
		nextStep: expect.stringContaining(nextStep),
	});
	// A line that needs nothing says nothing to do, and one that failed says what to do.
	for (const row of checks) {
		if (row.state === 'ok') expect(row.nextStep).toBe('');
		if (row.state === 'failed') expect(row.nextStep).not.toBe('');
	}
});

test.each(Object.entries(keys).filter(([name]) => name !== 'number'))(
	'without an answer about the %s all other lines stay',
	async (_name, key) => {
		const checks = await checksOf({ [key]: { outcome: 'unknown', reason: 'socket hang up' } });
		const lost = checks.filter(({ found }) => found.includes('socket hang up'));
		expect(lost.map(({ state }) => state)).not.toContain('failed');
		expect(lost).not.toHaveLength(0);
		expect(checks.length - lost.length).toBeGreaterThanOrEqual(7);
	},
);

test('no secret is shown', async () => {
	const message = `Malformed access token ${facts.accessToken ?? ''}`;
	const malformed = { status: 400, body: { error: { code: 190, message } } };
	const everywhere = Object.fromEntries(Object.values(keys).map((key) => [key, malformed]));
	const checks = await checksOf(everywhere);
	expect(JSON.stringify(checks)).toContain('Malformed access token …');
	expect(JSON.stringify(checks)).not.toContain(facts.accessToken);
	expect(JSON.stringify(await checksOf({ [keys.apps]: answers.overrideForeign }))).not.toContain('s3cret');
});

test('any answer gives a diagnosis', async () => {
	await fc.assert(
		fc.asyncProperty(fc.jsonValue(), fc.boolean(), async (body, isOne) => {
			const everywhere = Object.fromEntries(Object.values(keys).map((key) => [key, ok(body)]));
			const checks = await checksOf(everywhere, isOne ? { phoneNumberId: NUMBER } : {});
			expect(checks.length).toBeGreaterThan(7);
		}),
	);
});
