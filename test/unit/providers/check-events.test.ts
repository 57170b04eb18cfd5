import { ownId } from '../../../core/providers/infobip/registration/subscriptions';
import type { JsonObject } from '../../../core/events';
import type { Script } from '../fake-provider';
import { play, type Administered } from '../operations/cases';

const callbackUrl = 'https://n8n.shop.com/webhook/7f/webhook';
const ACCOUNT = '102290129340398';
const APP = '670843887433847';
const common = { callbackUrl, purpose: 'production', kinds: ['message'] };
const ok = (body: object) => ({ status: 200, body });

const number = {
	id: '1',
	display_phone_number: '+1 650-555-1234',
	status: 'CONNECTED',
	platform_type: 'CLOUD_API',
	code_verification_status: 'VERIFIED',
};
const META = {
	...common,
	provider: 'whatsAppCloud',
	accountId: ACCOUNT,
	appId: APP,
	hasAppSecret: true,
	verifyToken: 'sesame',
};
const ofMeta = (numbers: object[], fields = ['messages']): Script => ({
	[`GET /${ACCOUNT}`]: ok({ id: ACCOUNT, name: 'Shop', account_review_status: 'APPROVED' }),
	[`GET /${ACCOUNT}/subscribed_apps`]: ok({
		data: [{ whatsapp_business_api_data: { id: APP, name: 'n8n' }, override_callback_uri: callbackUrl }],
	}),
	[`GET /${APP}/subscriptions`]: ok({
		data: [{ object: 'whatsapp_business_account', active: true, fields: fields.map((name) => ({ name })) }],
	}),
	[`GET /${ACCOUNT}/phone_numbers`]: ok({ data: numbers }),
});
const elsewhere = { webhook_configuration: { phone_number: 'https://crm.shop.com/hook' } };

const INFOBIP = {
	...common,
	provider: 'infobip',
	channels: ['SMS', 'WHATSAPP'],
	sender: '447860099299',
	secrets: { basic: { username: 'n8n', password: 'open-sesame' } },
};
const ID = ownId({ callbackUrl });
const subscription = ok({
	results: [
		{
			subscriptionId: ID,
			name: 'n8n',
			events: ['INBOUND_MESSAGE'],
			profile: { profileId: ID },
			resources: ['447860099299'],
		},
	],
});
const ofInfobip = (status: string, forwarding: object[] = []): Script => ({
	'GET /subscriptions/1/subscription/SMS': subscription,
	'GET /subscriptions/1/subscription/WHATSAPP': subscription,
	[`GET /subscriptions/1/profiles/${ID}`]: ok({ webhook: { notifyUrl: callbackUrl } }),
	[`GET /subscriptions/1/security/${ID}`]: ok({ authId: ID }),
	'GET /whatsapp/1/senders/quality': ok({
		results: [{ sender: '447860099299', status, qualityRating: 'HIGH' }],
	}),
	'GET /resource-management/1/inbound-message-configurations': ok(forwarding),
});

const SINCH = { ...common, provider: 'sinch', projectId: 'p1', appId: 'app1', webhookSecret: 'open-sesame' };
const ofSinch = (channels: string[]): Script => ({
	'GET /v1/projects/p1/apps/app1': ok({
		display_name: 'Shop',
		channel_credentials: channels.map((channel) => ({ channel })),
	}),
	'GET /v1/projects/p1/apps/app1/webhooks': ok({
		webhooks: [{ id: 'w1', target: callbackUrl, triggers: ['EVENT_INBOUND', 'MESSAGE_INBOUND'] }],
	}),
});

async function problems(provider: Administered, target: object, answers: Script): Promise<JsonObject[]> {
	const { outcome, requests } = await play(provider, 'channel.checkEvents', target, answers);
	if (!outcome.ok) throw new Error(outcome.error.title);
	expect(requests.filter(({ method }) => method !== 'GET')).toStrictEqual([]);
	return outcome.items.filter(({ state }) => state === 'failed' || state === 'warning');
}

test.each<[string, Administered, object, Script]>([
	['all numbers', 'whatsapp-cloud', META, ofMeta([number])],
	['one number', 'whatsapp-cloud', { ...META, phoneNumberId: '1' }, { ...ofMeta([]), 'GET /1': ok(number) }],
	[
		'a limit, which concerns sending',
		'whatsapp-cloud',
		META,
		ofMeta([{ ...number, status: 'RATE_LIMITED' }]),
	],
	['a sender', 'infobip', INFOBIP, ofInfobip('CONNECTED')],
	['an app', 'sinch', SINCH, ofSinch(['WHATSAPP'])],
])('%s in order at %s', async (_name, provider, target, answers) => {
	expect(await problems(provider, target, answers)).toStrictEqual([]);
});

test.each<[string, Administered, object, Script, string, string]>([
	[
		'one of several numbers is not registered',
		'whatsapp-cloud',
		META,
		ofMeta([number, { ...number, display_phone_number: '+2', platform_type: 'NOT_APPLICABLE' }]),
		'Number registered (+2)',
		'NOT_APPLICABLE',
	],
	['no number', 'whatsapp-cloud', META, ofMeta([]), 'Phone number', 'the account has none'],
	[
		'a banned number',
		'whatsapp-cloud',
		META,
		ofMeta([{ ...number, status: 'BANNED' }]),
		'Number status (+1 650-555-1234)',
		'BANNED',
	],
	[
		'a number with a URL of its own',
		'whatsapp-cloud',
		META,
		ofMeta([{ ...number, ...elsewhere }]),
		'Numbers with a URL of their own',
		'crm.shop.com/hook',
	],
	[
		'the URL of the chosen number',
		'whatsapp-cloud',
		{ ...META, phoneNumberId: '1' },
		{ ...ofMeta([]), 'GET /1': ok({ ...number, ...elsewhere }) },
		'Callback URL at Meta',
		'https://crm.shop.com/hook',
	],
	['a field', 'whatsapp-cloud', META, ofMeta([number], []), 'Webhook fields', 'missing: messages'],
	[
		'the verify token',
		'whatsapp-cloud',
		{ ...META, verifyToken: '' },
		ofMeta([number]),
		'Verify token',
		'missing',
	],
	['a sender', 'infobip', INFOBIP, ofInfobip('UNVERIFIED'), 'WhatsApp sender 447860099299', 'UNVERIFIED'],
	[
		'the forwarding of a number',
		'infobip',
		{ ...INFOBIP, channels: ['SMS'] },
		ofInfobip('CONNECTED', [{ forwarding: { url: 'https://crm.shop.com/hook?key=1' } }]),
		'Forwarding of 447860099299 (SMS)',
		'to https://crm.shop.com/hook',
	],
	[
		'authentication',
		'infobip',
		{ ...INFOBIP, channels: ['SMS'], secrets: {} },
		ofInfobip('CONNECTED'),
		'Webhook authentication',
		'missing',
	],
	['an app without a channel', 'sinch', SINCH, ofSinch([]), 'Conversation app', 'Shop: no channel'],
	[
		'a webhook that is gone',
		'sinch',
		SINCH,
		{ ...ofSinch(['SMS']), 'GET /v1/projects/p1/apps/app1/webhooks': ok({ webhooks: [] }) },
		'Webhook registration',
		'not registered as it should be',
	],
])('%s at %s keeps events away', async (_name, provider, target, answers, name, found) => {
	expect(await problems(provider, target, answers)).toContainEqual(
		expect.objectContaining({
			name,
			found: expect.stringContaining(found),
			nextStep: expect.stringMatching(/\w/),
		}),
	);
});
