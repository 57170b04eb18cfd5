import type { InfobipTarget } from '../../../../../core/providers/infobip/registration/target';
import { diagnoseInfobip as diagnose } from '../../../../../core/providers/infobip/registration/diagnosis';
import { ownId } from '../../../../../core/providers/infobip/registration/subscriptions';
import answers from '../../../../fixtures/registration/infobip.json';
import { fakeProvider, type Script } from '../../../fake-provider';

const facts: InfobipTarget = {
	provider: 'infobip',
	channels: ['WHATSAPP'],
	sender: '447860099299',
	secrets: { header: { name: 'X-Secret', value: 'word' } },
	callbackUrl: 'https://n8n.shop.com/webhook/7f/webhook',
	siblingUrl: 'https://n8n.shop.com/webhook-test/7f/webhook',
	purpose: 'production',
	kinds: ['message'],
};
const ID = ownId(facts);
const FORWARDING = 'GET /resource-management/1/inbound-message-configurations';
const QUALITY = 'GET /whatsapp/1/senders/quality';

const healthy: Script = {
	'GET /subscriptions/1/subscription/WHATSAPP': {
		status: 200,
		body: { results: [{ subscriptionId: ID, events: ['INBOUND_MESSAGE'], resources: ['447860099299'] }] },
	},
	[`GET /subscriptions/1/profiles/${ID}`]: {
		status: 200,
		body: { webhook: { notifyUrl: facts.callbackUrl } },
	},
	[FORWARDING]: { status: 200, body: [] },
	[QUALITY]: {
		status: 200,
		body: { results: [{ sender: '447860099299', qualityRating: 'HIGH', status: 'CONNECTED' }] },
	},
};

async function checksOf(script: Script, part: Partial<InfobipTarget> = {}) {
	const { call } = fakeProvider({ ...healthy, ...script });
	return (await diagnose(call, { ...facts, ...part })).checks;
}

test('all is well, although nothing has come yet', async () => {
	const checks = await checksOf({});
	expect(checks.map(({ name, state, found }) => [name, state, found])).toStrictEqual([
		['Registration', 'ok', 'registered'],
		['Forwarding of 447860099299 (WHATSAPP)', 'ok', 'none of its own'],
		['WhatsApp sender 447860099299', 'ok', 'CONNECTED, quality HIGH'],
		['Webhook authentication', 'ok', 'set'],
		['Webhook URL', 'ok', 'https://n8n.shop.com/webhook/7f/webhook'],
		['Last delivery', 'unknown', 'none is remembered'],
	]);
});

test.each<[string, Script, Partial<InfobipTarget>, string, string, string]>([
	[
		'a URL that is not registered',
		{ [`GET /subscriptions/1/profiles/${ID}`]: answers.notFound },
		{},
		'Registration',
		'failed',
		'Publish the workflow',
	],
	[
		'a key without the scope',
		{ 'GET /subscriptions/1/subscription/WHATSAPP': answers.forbidden },
		{},
		'Registration',
		'failed',
		'subscriptions:manage',
	],
	[
		'a fault of Infobip',
		{ 'GET /subscriptions/1/subscription/WHATSAPP': answers.generalError },
		{},
		'Registration',
		'unknown',
		'in a few minutes',
	],
	[
		'a number that forwards elsewhere',
		{ [FORWARDING]: { status: 200, body: [{ forwarding: { url: 'https://crm.shop.com/sms?key=s3cret' } }] } },
		{},
		'Forwarding of 447860099299 (WHATSAPP)',
		'failed',
		'follow the subscription',
	],
	[
		'a sender that is banned',
		{ [QUALITY]: { status: 200, body: { results: [{ status: 'BANNED' }] } } },
		{},
		'WhatsApp sender 447860099299',
		'failed',
		'Infobip portal',
	],
	[
		'no authentication',
		{},
		{ secrets: {} },
		'Webhook authentication',
		'failed',
		'Choose one in the credential',
	],
])('%s', async (_name, script, part, check, state, nextStep) => {
	const checks = await checksOf(script, part);
	expect(checks.find(({ name }) => name === check)).toMatchObject({
		state,
		nextStep: expect.stringContaining(nextStep),
	});
	expect(checks).toHaveLength(6);
	expect(JSON.stringify(checks)).not.toMatch(/s3cret|word"/);
});
