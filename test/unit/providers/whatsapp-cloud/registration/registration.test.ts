import type { ApiRequest } from '../../../../../core/http/api';
import type { Receipt } from '../../../../../core/webhooks/registration';
import type { WhatsAppCloudTarget } from '../../../../../core/providers/whatsapp-cloud/registration/target';
import { registration as registrar } from '../../../../../core/providers/whatsapp-cloud/registration';
import answers from '../../../../fixtures/registration/whatsapp-cloud.json';
import { fakeProvider, type Script } from '../../../fake-provider';

type AnswerName = keyof typeof answers;

const ACCOUNT = '102290129340398';
const NUMBER = '106540352242922';
const APP = '670843887433847';
const PRODUCTION = 'https://n8n.shop.com/webhook/7f/webhook';
const TEST = 'https://n8n.shop.com/webhook-test/7f/webhook';
const VERIFY_TOKEN = 'open-sesame';

const production: WhatsAppCloudTarget = {
	provider: 'whatsAppCloud',
	accountId: ACCOUNT,
	appId: APP,
	hasAppSecret: true,
	verifyToken: VERIFY_TOKEN,
	callbackUrl: PRODUCTION,
	siblingUrl: TEST,
	purpose: 'production',
	kinds: ['message', 'status'],
};
const listening: WhatsAppCloudTarget = {
	...production,
	callbackUrl: TEST,
	siblingUrl: PRODUCTION,
	purpose: 'test',
};

/** What Meta has: the account's apps, the app's subscriptions, the number. */
function meta(apps: AnswerName, app: AnswerName, number: AnswerName = 'numberWithoutCallback'): Script {
	return {
		[`GET /${ACCOUNT}/subscribed_apps`]: answers[apps],
		[`GET /${APP}/subscriptions`]: answers[app],
		[`GET /${NUMBER}`]: answers[number],
	};
}

const subscribe: ApiRequest = { method: 'POST', path: `/${ACCOUNT}/subscribed_apps` };
const unsubscribe: ApiRequest = { method: 'DELETE', path: `/${ACCOUNT}/subscribed_apps` };
const override = (url: string): ApiRequest => ({
	method: 'POST',
	path: `/${ACCOUNT}/subscribed_apps`,
	body: { override_callback_uri: url, verify_token: VERIFY_TOKEN },
});
const numberOverride = (url: string, token?: string): ApiRequest => ({
	method: 'POST',
	path: `/${NUMBER}`,
	body: {
		webhook_configuration: {
			override_callback_uri: url,
			...(token !== undefined && { verify_token: token }),
		},
	},
});
const fieldsAt = (url: string, fields: string): ApiRequest => ({
	method: 'POST',
	path: `/${APP}/subscriptions`,
	body: {
		object: 'whatsapp_business_account',
		callback_url: url,
		verify_token: VERIFY_TOKEN,
		fields,
	},
	actAs: 'app',
});
const dropApp: ApiRequest = {
	method: 'DELETE',
	path: `/${APP}/subscriptions`,
	query: { object: 'whatsapp_business_account' },
	actAs: 'app',
};

const receipt = (borrowed: Receipt['borrowed'] = {}): Receipt => ({ borrowed });

interface RegistrationCase {
	name: string;
	found: Script;
	target?: Partial<WhatsAppCloudTarget>;
	takeOver?: boolean;
	state: string;
	changes: ApiRequest[];
	receipt?: Receipt;
	result?: object;
}

const productionCases: RegistrationCase[] = [
	{
		name: 'takes an empty place and subscribes the app',
		found: meta('noApps', 'appEmpty'),
		state: 'registered',
		changes: [subscribe, override(PRODUCTION), fieldsAt(PRODUCTION, 'messages')],
	},
	{
		name: 'leaves the callback URL of the app to somebody else',
		found: meta('ourApp', 'appForeign'),
		state: 'registered',
		changes: [override(PRODUCTION)],
		result: { byHand: [], tookOver: [] },
	},
	{
		name: 'asks for a missing field by hand rather than to take the URL of the app over',
		found: meta('ourApp', 'appForeignWithoutMessages'),
		takeOver: true,
		state: 'registered',
		changes: [override(PRODUCTION)],
		result: {
			byHand: [expect.objectContaining({ values: [{ field: 'Webhook field', value: 'messages' }] })],
		},
	},
	{
		name: 'has nothing to do where all is as wanted',
		found: meta('overrideProduction', 'appForeign'),
		state: 'alreadyOurs',
		changes: [],
	},
	{
		name: 'takes the place back from a test that never ended',
		found: meta('overrideTest', 'appTest'),
		state: 'registered',
		changes: [override(PRODUCTION), fieldsAt(PRODUCTION, 'messages')],
	},
	{
		name: 'does not replace somebody else on the account',
		found: meta('overrideForeign', 'appForeign'),
		state: 'takenBy',
		changes: [],
		result: {
			url: 'https://crm.shop.com/whatsapp',
			by: 'the callback URL that the account has for the app Shop Bot (670843887433847)',
		},
	},
	{
		name: 'replaces somebody else on request and says whom',
		found: meta('overrideForeign', 'appForeign'),
		takeOver: true,
		state: 'registered',
		changes: [override(PRODUCTION)],
		result: { tookOver: [expect.objectContaining({ url: 'https://crm.shop.com/whatsapp' })] },
	},
	{
		name: 'registers the rest where the app has a callback URL of somebody else, and says what goes there',
		found: meta('ourApp', 'appForeign'),
		target: { kinds: ['message', 'consent'] },
		state: 'registered',
		changes: [override(PRODUCTION)],
		result: {
			byHand: [
				expect.objectContaining({
					action: expect.stringContaining('kind consent go to https://crm.shop.com/app alone'),
					values: [{ field: 'Callback URL', value: PRODUCTION }],
				}),
			],
			tookOver: [],
		},
	},
	{
		name: 'says so too where all else is as wanted',
		found: meta('overrideProduction', 'appForeignWithoutMessages'),
		target: { kinds: ['message', 'consent', 'account'] },
		state: 'alreadyOurs',
		changes: [],
		result: {
			byHand: [
				expect.objectContaining({ action: expect.stringContaining('kind consent and account go to') }),
				expect.objectContaining({ place: expect.stringContaining('Webhook Fields') }),
			],
		},
	},
	{
		name: 'does not replace the callback URL of the app where all that is wanted goes there alone',
		found: meta('ourApp', 'appForeign'),
		target: { kinds: ['account', 'consent'] },
		state: 'takenBy',
		changes: [],
		result: { url: 'https://crm.shop.com/app', by: 'the callback URL of the app Shop Bot (670843887433847)' },
	},
	{
		name: 'replaces the callback URL of the app on request and keeps its fields',
		found: meta('ourApp', 'appForeignWithoutMessages'),
		target: { kinds: ['consent'] },
		takeOver: true,
		state: 'registered',
		changes: [override(PRODUCTION), fieldsAt(PRODUCTION, 'account_update,messages,user_preferences')],
	},
	{
		name: 'subscribes to the account events that were chosen and to no others',
		found: meta('overrideProduction', 'appProduction'),
		target: { kinds: ['account'], accountEvents: ['templateStatus', 'echo', 'nameUpdate'] },
		state: 'registered',
		changes: [
			fieldsAt(
				PRODUCTION,
				'business_username_updates,calls,message_echoes,message_template_status_update,messages,phone_number_name_update,smb_message_echoes',
			),
		],
	},
	{
		name: 'needs no callback URL of the app for groups and the phone app',
		found: meta('ourApp', 'appForeign'),
		target: { kinds: ['account'], accountEvents: ['channelEvent', 'history', 'contactUpdate', 'call'] },
		state: 'registered',
		changes: [override(PRODUCTION)],
		result: {
			byHand: [
				expect.objectContaining({
					values: [
						'calls',
						'group_lifecycle_update',
						'group_participants_update',
						'group_settings_update',
						'group_status_update',
						'history',
						'smb_app_state_sync',
					].map((value) => ({ field: 'Webhook field', value })),
				}),
			],
		},
	},
	{
		name: 'adds fields to its own subscription and keeps those that are there',
		found: meta('overrideProduction', 'appProduction'),
		target: { kinds: ['consent'] },
		state: 'registered',
		changes: [fieldsAt(PRODUCTION, 'calls,messages,user_preferences')],
	},
	{
		name: 'leaves what only the app may do to the user where the app secret is missing',
		found: meta('ourApp', 'appForeign'),
		target: { hasAppSecret: false, kinds: ['message', 'consent'] },
		state: 'registered',
		changes: [override(PRODUCTION)],
		result: {
			byHand: [
				expect.objectContaining({ place: 'Meta App Dashboard → WhatsApp → Configuration → Webhook' }),
				expect.objectContaining({ place: 'Meta App Dashboard → WhatsApp → Configuration → Webhook Fields' }),
			],
		},
	},
	{
		name: 'sets the callback URL of one number',
		found: meta('ourApp', 'appForeign'),
		target: { phoneNumberId: NUMBER },
		state: 'registered',
		changes: [numberOverride(PRODUCTION, VERIFY_TOKEN)],
	},
	{
		name: 'does not replace somebody else on the number',
		found: meta('ourApp', 'appForeign', 'numberForeign'),
		target: { phoneNumberId: NUMBER },
		state: 'takenBy',
		changes: [],
		result: { url: 'https://helpdesk.shop.com/wa' },
	},
	{
		name: "does not mind the account's callback URL when one number is chosen",
		found: meta('overrideForeign', 'appForeign', 'numberOurs'),
		target: { phoneNumberId: NUMBER },
		state: 'alreadyOurs',
		changes: [],
	},
	{
		name: 'subscribes its app beside the apps of others',
		found: meta('onlyForeignApp', 'appForeign'),
		state: 'registered',
		changes: [subscribe, override(PRODUCTION)],
	},
	{
		name: 'does not guess which app is its own',
		found: meta('onlyForeignApp', 'appForeign'),
		target: { appId: undefined },
		state: 'failed',
		changes: [],
		result: {
			step: 'find the app among those of the account',
			error: expect.objectContaining({ code: 'appId', detail: 'WA DevX Webhook Events 1P App (1111)' }),
		},
	},
	{
		name: 'knows its app by its own callback URL',
		found: meta('overrideProduction', 'appForeign'),
		target: { appId: undefined },
		state: 'alreadyOurs',
		changes: [],
	},
];

const NEIGHBOUR = 'https://n8n.shop.com/webhook/8a/webhook';
const neighbourUrls = [NEIGHBOUR];

function withNeighbour(): Script {
	const app = { id: APP, name: 'Shop Bot' };
	const ok = (body: object) => ({ status: 200, body });
	return {
		[`GET /${ACCOUNT}/subscribed_apps`]: ok({
			data: [{ whatsapp_business_api_data: app, override_callback_uri: NEIGHBOUR }],
		}),
		[`GET /${APP}/subscriptions`]: ok({
			data: [{ object: 'whatsapp_business_account', callback_url: NEIGHBOUR, fields: ['messages'] }],
		}),
		[`GET /${ACCOUNT}/phone_numbers`]: ok({
			data: [
				{ id: NUMBER, webhook_configuration: { phone_number: NEIGHBOUR } },
				{ id: '2', webhook_configuration: { phone_number: 'https://helpdesk.shop.com/wa' } },
				{ id: '3' },
			],
		}),
	};
}

const neighbourCases: RegistrationCase[] = [
	{
		name: 'takes every place of a neighbour',
		found: withNeighbour(),
		target: { neighbourUrls },
		state: 'registered',
		changes: [
			override(PRODUCTION),
			numberOverride(PRODUCTION, VERIFY_TOKEN),
			fieldsAt(PRODUCTION, 'messages'),
		],
		result: { tookOver: [] },
	},
	{
		name: 'does not take it from a trigger that did not agree',
		found: withNeighbour(),
		target: { neighbourUrls: [] },
		state: 'takenBy',
		changes: [],
	},
];

test.each(neighbourCases)('production among neighbours $name', async (given) => {
	await expectRegistration(production, given);
});

test('the URLs at all places are those of the account, the app and the numbers', async () => {
	const { call, changes } = fakeProvider(withNeighbour());
	const urls = await registrar.holders(call, { ...production, neighbourUrls: [] });
	expect(urls).toStrictEqual([NEIGHBOUR, NEIGHBOUR, NEIGHBOUR, 'https://helpdesk.shop.com/wa']);
	expect(changes()).toStrictEqual([]);
});

test('a test that cannot have the messages looks no further', async () => {
	const { call } = fakeProvider(meta('overrideForeign', 'appProduction'));
	expect(await registrar.holders(call, listening)).toStrictEqual([
		'https://crm.shop.com/whatsapp?key=s3cret',
	]);
});

const testCases: RegistrationCase[] = [
	{
		name: 'takes an empty place',
		found: meta('ourApp', 'appForeign'),
		state: 'registered',
		changes: [override(TEST)],
		receipt: receipt({ override: 'nothing' }),
	},
	{
		name: 'notes that there was nothing at all',
		found: meta('noApps', 'appEmpty'),
		state: 'registered',
		changes: [subscribe, override(TEST), fieldsAt(TEST, 'messages')],
		receipt: receipt({ account: 'nothing', app: 'nothing', override: 'nothing' }),
	},
	{
		name: 'borrows the place of production',
		found: meta('overrideProduction', 'appProduction'),
		state: 'registered',
		changes: [override(TEST)],
		receipt: receipt({ override: 'production' }),
	},
	{
		name: 'borrows the callback URL of the app only for fields that only go there',
		found: meta('overrideProduction', 'appProduction'),
		target: { kinds: ['consent'] },
		state: 'registered',
		changes: [override(TEST), fieldsAt(TEST, 'calls,messages,user_preferences')],
		receipt: receipt({ app: 'production', override: 'production' }),
	},
	{
		name: 'never takes the place of somebody else, even if told to',
		found: meta('overrideForeign', 'appForeign'),
		takeOver: true,
		state: 'takenBy',
		changes: [],
		result: { advice: expect.stringContaining('could not be given back') },
	},
	{
		name: 'does without what goes to the callback URL of somebody else',
		found: meta('ourApp', 'appForeign'),
		target: { kinds: ['message', 'consent'] },
		takeOver: true,
		state: 'registered',
		changes: [override(TEST)],
		receipt: receipt({ override: 'nothing' }),
	},
	{
		name: 'gives a place that it finds its own back to production',
		found: meta('overrideTest', 'appForeign'),
		state: 'alreadyOurs',
		changes: [],
		receipt: receipt({ override: 'production' }),
	},
];

async function expectRegistration(target: WhatsAppCloudTarget, given: RegistrationCase): Promise<void> {
	const provider = fakeProvider(given.found);
	const result = await registrar.register(
		provider.call,
		{ ...target, ...given.target },
		{ takeOver: given.takeOver },
	);
	expect(result).toMatchObject({ state: given.state, ...given.result });
	expect(provider.changes()).toStrictEqual(given.changes);
	if (given.receipt) expect(result).toMatchObject({ receipt: given.receipt });
}

test.each(productionCases)('production $name', async (given) => {
	await expectRegistration(production, given);
});

test.each(testCases)('a test $name', async (given) => {
	await expectRegistration(listening, given);
});

test('the account, the number and the app are read at the same time, the app with its own token', async () => {
	const { call, requests } = fakeProvider(meta('overrideProduction', 'appForeign', 'numberOurs'));
	await registrar.inspect(call, { ...production, phoneNumberId: NUMBER });
	expect(requests).toStrictEqual([
		{ method: 'GET', path: `/${ACCOUNT}/subscribed_apps` },
		{ method: 'GET', path: `/${NUMBER}`, query: { fields: 'webhook_configuration' } },
		{ method: 'GET', path: `/${APP}/subscriptions`, actAs: 'app' },
	]);
});

test.each([
	['free', meta('ourApp', 'appForeign'), 'free'],
	['ours', meta('overrideProduction', 'appForeign'), 'alreadyOurs'],
	["a test's", meta('overrideTest', 'appForeign'), 'free'],
	["somebody else's", meta('overrideForeign', 'appForeign'), 'takenBy'],
])('a place that is %s is recognised without a change', async (_name, found, state) => {
	const { call, changes } = fakeProvider(found);
	expect((await registrar.inspect(call, production)).state).toBe(state);
	expect(changes()).toStrictEqual([]);
});

interface RemovalCase {
	name: string;
	target: WhatsAppCloudTarget;
	found: Script;
	receipt?: unknown;
	state: string;
	changes: ApiRequest[];
	left?: unknown[];
}

const onNumber = { ...production, phoneNumberId: NUMBER };

const removals: RemovalCase[] = [
	{
		name: 'production drops its own callback URL and keeps the subscription of the app',
		target: production,
		found: meta('overrideProduction', 'appProduction'),
		state: 'removed',
		changes: [subscribe],
		left: [expect.stringContaining("The app's callback URL is still this trigger's")],
	},
	{
		name: 'production drops the callback URL of its number',
		target: onNumber,
		found: meta('ourApp', 'appForeign', 'numberOurs'),
		state: 'removed',
		changes: [numberOverride('')],
		left: [expect.stringContaining('https://crm.shop.com/app')],
	},
	{
		name: 'production leaves a number to somebody else',
		target: onNumber,
		found: meta('overrideProduction', 'appForeign', 'numberForeign'),
		state: 'nothingOfOurs',
		changes: [],
		left: [expect.stringContaining('https://helpdesk.shop.com/wa'), expect.anything()],
	},
	{
		name: 'production leaves an account to somebody else and shows no secret of the URL',
		target: production,
		found: meta('overrideForeign', 'appForeign'),
		state: 'nothingOfOurs',
		changes: [],
		left: [
			"The callback URL of the account is https://crm.shop.com/whatsapp, which is not this trigger's.",
			expect.anything(),
		],
	},
	{
		name: 'production subscribes nothing where nothing is subscribed',
		target: production,
		found: meta('onlyForeignApp', 'appEmpty'),
		state: 'nothingOfOurs',
		changes: [],
		left: [],
	},
	{
		name: 'production clears away its test',
		target: production,
		found: meta('overrideTest', 'appForeign'),
		state: 'removed',
		changes: [subscribe],
	},
	{
		name: 'an unreadable app does not keep the callback URL of the account in place',
		target: production,
		found: meta('overrideProduction', 'tokenExpired'),
		state: 'removed',
		changes: [subscribe],
	},
	{
		name: 'a test gives the place back to production',
		target: listening,
		found: meta('overrideTest', 'appForeign'),
		receipt: receipt({ override: 'production' }),
		state: 'givenBack',
		changes: [override(PRODUCTION)],
	},
	{
		name: 'a test leaves an empty place empty',
		target: listening,
		found: meta('overrideTest', 'appForeign'),
		receipt: receipt({ override: 'nothing' }),
		state: 'removed',
		changes: [subscribe],
	},
	{
		name: 'a test without a receipt leaves the place empty',
		target: listening,
		found: meta('overrideTest', 'appForeign'),
		receipt: { borrowed: { override: 'constructor' } },
		state: 'removed',
		changes: [subscribe],
	},
	{
		name: 'a test takes back all that it set up itself',
		target: listening,
		found: meta('overrideTest', 'appTest'),
		receipt: receipt({ account: 'nothing', app: 'nothing', override: 'nothing' }),
		state: 'removed',
		changes: [subscribe, unsubscribe, dropApp],
	},
	{
		name: 'a test gives the callback URL of the app back',
		target: listening,
		found: meta('overrideTest', 'appTest'),
		receipt: receipt({ app: 'production', override: 'production' }),
		state: 'givenBack',
		changes: [override(PRODUCTION), fieldsAt(PRODUCTION, 'messages')],
	},
	{
		name: 'a test does not touch what production took back',
		target: listening,
		found: meta('overrideProduction', 'appProduction'),
		receipt: receipt({ account: 'nothing', app: 'nothing', override: 'nothing' }),
		state: 'nothingOfOurs',
		changes: [],
	},
	{
		name: 'a test does not touch what somebody else took',
		target: listening,
		found: meta('overrideForeign', 'appForeign'),
		receipt: receipt({ account: 'nothing', app: 'nothing', override: 'nothing' }),
		state: 'nothingOfOurs',
		changes: [],
	},
];

test.each(removals)('on removal $name', async ({ target, found, receipt: kept, state, changes, left }) => {
	const provider = fakeProvider(found);
	const result = await registrar.unregister(provider.call, target, kept);
	expect(result).toMatchObject({ state, ...(left && { left }) });
	expect(provider.changes()).toStrictEqual(changes);
});

test('a place that production no longer answers at is left empty instead of given back', async () => {
	const { call, changes } = fakeProvider({
		...meta('overrideTest', 'appForeign'),
		[`POST /${ACCOUNT}/subscribed_apps`]: [
			answers.verificationFailed,
			{ status: 200, body: { success: true } },
		],
	});
	const result = await registrar.unregister(call, listening, receipt({ override: 'production' }));
	expect(result.state).toBe('removed');
	expect(changes()).toStrictEqual([override(PRODUCTION), subscribe]);
});

const done = { status: 200, body: { success: true } };

interface UndoCase {
	name: string;
	target: WhatsAppCloudTarget;
	found: Script;
	step: string;
	changes: ApiRequest[];
}

const undone: UndoCase[] = [
	{
		name: 'the subscription to the account, when Meta does not accept the URL',
		target: production,
		found: {
			...meta('noApps', 'appEmpty'),
			[`POST /${ACCOUNT}/subscribed_apps`]: [done, answers.verificationFailed, done],
		},
		step: 'set the callback URL of the account',
		changes: [subscribe, override(PRODUCTION), unsubscribe],
	},
	{
		name: 'all of it, when the app does not take the fields',
		target: production,
		found: { ...meta('noApps', 'appEmpty'), [`POST /${APP}/subscriptions`]: answers.invalidParameter },
		step: "subscribe to the app's webhook fields",
		changes: [subscribe, override(PRODUCTION), fieldsAt(PRODUCTION, 'messages'), subscribe, unsubscribe],
	},
	{
		name: 'the loan of a test, for the sake of production',
		target: { ...listening, kinds: ['consent'] },
		found: {
			...meta('overrideProduction', 'appProduction'),
			[`POST /${APP}/subscriptions`]: answers.invalidParameter,
		},
		step: "subscribe to the app's webhook fields",
		changes: [override(TEST), fieldsAt(TEST, 'calls,messages,user_preferences'), override(PRODUCTION)],
	},
];

test.each(undone)('a failure undoes $name', async ({ target, found, step, changes }) => {
	const provider = fakeProvider(found);
	expect(await registrar.register(provider.call, target)).toMatchObject({ state: 'failed', step });
	expect(provider.changes()).toStrictEqual(changes);
});

test.each<[AnswerName, string, string]>([
	['verificationFailed', 'configurationInvalid', 'Open https://n8n.shop.com/webhook/7f/webhook from outside'],
	['invalidParameter', 'configurationInvalid', 'Compare "Business Account ID"'],
	['tokenExpired', 'credentialInvalid', 'Put a new token into the credential'],
	['noPermission', 'configurationInvalid', 'full control of this WhatsApp account'],
	['tooManyCalls', 'rateLimited', 'then publish the workflow again'],
	['failedAtMeta', 'temporarilyUnavailable', 'Publish the workflow again in a few minutes'],
	['unsuccessful', 'unknown', "Look into the provider's console"],
])('%s is explained for somebody who sets up a webhook', async (answer, cause, advice) => {
	const { call } = fakeProvider({
		...meta('ourApp', 'appForeign'),
		[`POST /${ACCOUNT}/subscribed_apps`]: answers[answer],
	});
	const result = await registrar.register(call, production);
	expect(result).toMatchObject({
		state: 'failed',
		error: { cause, advice: expect.stringContaining(advice) },
	});
});

test.each([
	['the account', `GET /${ACCOUNT}/subscribed_apps`, "read the account's subscribed apps"],
	['the number', `GET /${NUMBER}`, "read the number's callback URL"],
	['the app', `GET /${APP}/subscriptions`, "read the app's subscriptions"],
])('nothing is changed where %s cannot be read', async (_name, key, step) => {
	const { call, changes } = fakeProvider({
		...meta('ourApp', 'appForeign'),
		[key]: { outcome: 'refused', reason: 'nothing listens at this address' },
	});
	const result = await registrar.register(call, { ...production, phoneNumberId: NUMBER });
	expect(result).toMatchObject({ state: 'failed', step, error: { code: 'unreachable' } });
	expect(changes()).toStrictEqual([]);
});

test.each<[string, Partial<WhatsAppCloudTarget>, string]>([
	['no verify token', { verifyToken: '' }, 'verifyToken'],
	['no account', { accountId: '' }, 'accountId'],
	[
		'a URL that Meta cannot reach',
		{ callbackUrl: 'http://localhost:5678/webhook/7f/webhook' },
		'callbackUrl',
	],
])('%s is found before any call', async (_name, part, code) => {
	const { call, requests } = fakeProvider();
	const result = await registrar.register(call, { ...production, ...part });
	expect(result).toMatchObject({ state: 'failed', error: { code } });
	expect(requests).toStrictEqual([]);
});

test('an error shows no verify token, even if Meta repeats it', async () => {
	const message = `Response does not match challenge, received = "${VERIFY_TOKEN}"`;
	const { call } = fakeProvider({
		...meta('ourApp', 'appForeign'),
		[`POST /${ACCOUNT}/subscribed_apps`]: { status: 400, body: { error: { code: 2200, message } } },
	});
	const result = await registrar.register(call, production);
	expect(JSON.stringify(result)).toContain('does not match challenge');
	expect(JSON.stringify(result)).not.toContain(VERIFY_TOKEN);
});

test('a call that throws becomes a failure', async () => {
	const result = await registrar.register(() => Promise.reject(new Error('socket hang up')), production);
	expect(result).toMatchObject({ state: 'failed', error: { code: 'noAnswer', detail: 'socket hang up' } });
});
