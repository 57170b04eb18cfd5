import { play } from '../../../operations/cases';
import type { Script } from '../../../fake-provider';

const LINE = { accountId: 'p1', appId: 'app1', servicePlanId: 'plan1' } as const;
const CALLBACK = 'https://n8n.shop.com/webhook/7f/webhook';
const PROJECT = '/v1/projects/p1';
const APPS = `GET ${PROJECT}/apps`;
const APP = `GET ${PROJECT}/apps/app1`;
const WEBHOOKS = `GET ${PROJECT}/apps/app1/webhooks`;
const NUMBER = `GET ${PROJECT}/activeNumbers/%2B12025550134`;
const BATCHES = 'GET /xms/v1/plan1/batches';
const SENDER = `GET ${PROJECT}/whatsapp/senders/snd1`;
const TEMPLATES = `GET ${PROJECT}/whatsapp/templates`;

const texts = {
	name: 'Shop',
	channel: 'SMS',
	phoneNumber: '+12025550134',
	callbackUrl: CALLBACK,
	kinds: ['message'],
	webhookSecret: 'webhook-secret-word',
};
const whatsApp = { ...texts, channel: 'WHATSAPP', phoneNumber: undefined, senderId: 'snd1' };

const ok = (body: unknown) => ({ status: 200, body });
const refusal = (status: number, code: string) => ({
	status,
	body: { error: { code: status, status: code, message: 'no', details: [] } },
});

const number = {
	phoneNumber: '+12025550134',
	capability: ['SMS'],
	smsConfiguration: { servicePlanId: 'plan1', scheduledProvisioning: null },
};
const credential = (channel: string, identity: string, status = 'ACTIVE') => ({
	channel,
	static_bearer: { claimed_identity: identity, token: 'token-of-the-channel' },
	state: { status },
});
const app = (...channels: object[]) =>
	ok({ id: 'app1', display_name: 'Shop', channel_credentials: channels });
const sender = { id: 'snd1', state: 'ACTIVE', qualityRating: 'GREEN', bearerToken: 'token-of-the-sender' };
const template = { name: 'order_ready', language: 'en', state: 'APPROVED', details: { components: [] } };

const healthy: Script = {
	[APPS]: ok({ apps: [] }),
	[APP]: app(credential('SMS', 'plan1'), credential('WHATSAPP', 'snd1')),
	[NUMBER]: ok(number),
	[BATCHES]: ok({ count: 0, batches: [] }),
	[SENDER]: ok(sender),
	[TEMPLATES]: ok({ templates: [template] }),
	[WEBHOOKS]: ok({
		webhooks: [{ id: 'w1', target: CALLBACK, triggers: ['EVENT_INBOUND', 'MESSAGE_INBOUND'] }],
	}),
};

async function check(input: object, script: Script = {}) {
	const { outcome, requests } = await play('sinch', 'channel.check', input, { ...healthy, ...script }, LINE);
	if (!outcome.ok) throw new Error(outcome.error.title);
	return { item: outcome.items[0] ?? {}, requests };
}

test.each([
	[
		'SMS',
		texts,
		[
			'Channel name',
			'Access key',
			'Number +12025550134',
			'Link to service plan',
			'SMS delivery path',
			'Conversation app',
			'Webhook URL',
			'Webhook secret',
			'Webhook registration',
		],
	],
	[
		'WhatsApp',
		whatsApp,
		[
			'Channel name',
			'Access key',
			'WhatsApp sender snd1',
			'Quality',
			'Approved template',
			'Conversation app',
			'Webhook URL',
			'Webhook secret',
			'Webhook registration',
		],
	],
])('a channel of %s that works', async (_name, input, names) => {
	const { item, requests } = await check(input);
	expect(item).toMatchObject({ provider: 'sinch', status: 'active' });
	expect(item.checks).toMatchObject(names.map((name) => ({ name, state: 'ok' })));
	expect(requests.filter(({ method }) => method !== 'GET')).toStrictEqual([]);
	expect(JSON.stringify(item)).not.toMatch(/token-of|secret-word/);
});

interface Broken {
	input?: object;
	script?: Script;
	status?: 'failed' | 'degraded';
	first: string;
	fault: string;
	next: string;
}

const linked = (smsConfiguration: object) => ok({ ...number, smsConfiguration });
const failing = Object.fromEntries(Object.keys(healthy).map((key) => [key, refusal(401, 'UNAUTHENTICATED')]));
const down = Object.fromEntries(Object.keys(healthy).map((key) => [key, refusal(503, 'UNAVAILABLE')]));

const BROKEN: Record<string, Broken> = {
	'a name with a space': {
		input: { ...texts, name: 'My shop' },
		first: 'Channel name',
		fault: 'field',
		next: 'a letter first',
	},
	'a wrong key': { script: failing, first: 'Access key', fault: 'credential', next: 'key id and key secret' },
	'a key of another project': {
		script: { [APPS]: refusal(403, 'PERMISSION_DENIED') },
		first: 'Access key',
		fault: 'entitlement',
		next: 'belongs to this project',
	},
	'a number of somebody else': {
		script: { [NUMBER]: refusal(404, 'NOT_FOUND') },
		first: 'Number +12025550134',
		fault: 'field',
		next: 'Number: Activate',
	},
	'a number that carries no SMS': {
		script: { [NUMBER]: ok({ ...number, capability: ['VOICE'] }) },
		first: 'Number +12025550134',
		fault: 'field',
		next: 'can carry SMS',
	},
	'a number without a plan': {
		script: { [NUMBER]: linked({ servicePlanId: '' }) },
		first: 'Link to service plan',
		fault: 'field',
		next: 'Number: Update',
	},
	'a number of another plan': {
		script: { [NUMBER]: linked({ servicePlanId: 'plan2' }) },
		first: 'Link to service plan',
		fault: 'field',
		next: 'plan1',
	},
	'a number whose link failed': {
		script: {
			[NUMBER]: linked({
				servicePlanId: '',
				scheduledProvisioning: { servicePlanId: 'plan1', status: 'FAILED', errorCodes: ['X'] },
			}),
		},
		first: 'Link to service plan',
		fault: 'field',
		next: 'Unlink the number',
	},
	'a number that is being linked': {
		script: {
			[NUMBER]: linked({
				servicePlanId: '',
				scheduledProvisioning: { servicePlanId: 'plan1', status: 'WAITING' },
			}),
		},
		status: 'degraded',
		first: 'Link to service plan',
		fault: 'field',
		next: 'Wait',
	},
	'a service plan of another region': {
		script: { [BATCHES]: { status: 404, body: undefined } },
		first: 'SMS delivery path',
		fault: 'field',
		next: 'region',
	},
	'a token of another plan': {
		script: { [BATCHES]: { status: 401, body: undefined } },
		first: 'SMS delivery path',
		fault: 'credential',
		next: 'credential',
	},
	'an app of another region': {
		script: { [APP]: refusal(404, 'NOT_FOUND') },
		first: 'Conversation app',
		fault: 'field',
		next: 'region',
	},
	'an app without the channel': {
		input: whatsApp,
		script: { [APP]: app(credential('SMS', 'plan1')) },
		first: 'Conversation app',
		fault: 'field',
		next: 'Link to App',
	},
	'an app with another sender': {
		input: whatsApp,
		script: { [APP]: app(credential('WHATSAPP', 'snd7')) },
		first: 'Conversation app',
		fault: 'field',
		next: 'snd1',
	},
	'an app whose channel fails': {
		script: { [APP]: app(credential('SMS', 'plan1', 'FAILING')) },
		first: 'Conversation app',
		fault: 'field',
		next: 'token',
	},
	'a sender without a verified code': {
		input: whatsApp,
		script: { [SENDER]: ok({ ...sender, state: 'PENDING_VERIFICATION' }) },
		first: 'WhatsApp sender snd1',
		fault: 'field',
		next: 'Verify Code',
	},
	'a suspended sender': {
		input: whatsApp,
		script: { [SENDER]: ok({ ...sender, state: 'SUSPENDED' }) },
		first: 'WhatsApp sender snd1',
		fault: 'field',
		next: 'Dashboard',
	},
	'a sender of another project': {
		input: whatsApp,
		script: { [SENDER]: { status: 404, body: { errorCode: 'not_found', message: 'no' } } },
		first: 'WhatsApp sender snd1',
		fault: 'field',
		next: 'Get Senders',
	},
	'low quality': {
		input: whatsApp,
		script: { [SENDER]: ok({ ...sender, qualityRating: 'RED' }) },
		status: 'degraded',
		first: 'Quality',
		fault: 'entitlement',
		next: 'Send fewer messages',
	},
	'no approved template': {
		input: whatsApp,
		script: { [TEMPLATES]: ok({ templates: [{ ...template, state: 'PAUSED' }] }) },
		first: 'Approved template',
		fault: 'field',
		next: 'Template: Create',
	},
	'no webhook secret': {
		input: { ...texts, webhookSecret: '' },
		first: 'Webhook secret',
		fault: 'field',
		next: 'Webhook Secret',
	},
	'no webhook': {
		script: { [WEBHOOKS]: ok({ webhooks: [] }) },
		first: 'Webhook registration',
		fault: 'field',
		next: 'Publish the workflow',
	},
	'the provider is down': {
		script: down,
		status: 'degraded',
		first: 'Access key',
		fault: 'provider',
		next: 'in a few minutes',
	},
};

test.each(Object.entries(BROKEN))(
	'%s',
	async (_name, { input = texts, script, first, fault, next, status }) => {
		const { item } = await check(input, script);
		expect(item).toMatchObject({ status: status ?? 'failed', firstFailed: first, fault });
		expect(item.nextStep).toContain(next);
	},
);

test.each([
	['a channel of WhatsApp without a sender', { channel: 'WHATSAPP' }, LINE, 'senderId'],
	['neither an app nor a plan', texts, { accountId: 'p1' } as const, 'appId'],
	['no project', texts, {}, 'projectId'],
])('%s', async (_name, input, line, field) => {
	const { outcome, requests } = await play('sinch', 'channel.check', input, {}, line);
	expect(outcome).toMatchObject({ ok: false, field });
	expect(requests).toStrictEqual([]);
});
