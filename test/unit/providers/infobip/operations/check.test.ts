import { ownId } from '../../../../../core/providers/infobip/registration/subscriptions';
import { play } from '../../../operations/cases';
import type { Script } from '../../../fake-provider';

const LINE = {};
const CALLBACK = 'https://n8n.shop.com/webhook/7f/webhook';
const ID = ownId({ callbackUrl: CALLBACK });
const FORWARDING = 'GET /resource-management/1/inbound-message-configurations';
const NUMBERS = 'GET /numbers/1/numbers';
const QUALITY = 'GET /whatsapp/1/senders/quality';
const TEMPLATES = 'GET /whatsapp/1/templates';
const BALANCE = 'GET /account/1/balance';

const input = {
	name: 'Shop',
	sender: '+447860099299',
	channels: ['SMS', 'WHATSAPP'],
	callbackUrl: CALLBACK,
	kinds: ['message'],
	secrets: { header: { name: 'X-Secret', value: 'a-secret-word' } },
};

const subscription = {
	status: 200,
	body: { results: [{ subscriptionId: ID, events: ['INBOUND_MESSAGE'], resources: ['447860099299'] }] },
};
const number = { numberKey: '6FED', number: '447860099299', capabilities: ['SMS', 'WHATSAPP'] };
const sender = { sender: '447860099299', qualityRating: 'HIGH', status: 'CONNECTED' };

const ok = (body: unknown) => ({ status: 200, body });
const refusal = (status: number, code: string) => ({ status, body: { errorCode: code, description: 'no' } });

const healthy: Script = {
	[BALANCE]: ok({ balance: 10, currency: 'EUR' }),
	[NUMBERS]: ok({ numbers: [number], numberCount: 1 }),
	'POST /sms/1/preview': ok({ originalText: 'Test' }),
	[QUALITY]: ok({ results: [sender] }),
	[TEMPLATES]: ok({ results: [{ name: 'order_ready', status: 'APPROVED' }] }),
	'GET /subscriptions/1/subscription/SMS': subscription,
	'GET /subscriptions/1/subscription/WHATSAPP': subscription,
	[`GET /subscriptions/1/profiles/${ID}`]: ok({ webhook: { notifyUrl: CALLBACK } }),
	[FORWARDING]: ok([]),
};

async function check(script: Script = {}, part: object = {}) {
	const { outcome, requests } = await play(
		'infobip',
		'channel.check',
		{ ...input, ...part },
		{ ...healthy, ...script },
		LINE,
	);
	if (!outcome.ok) throw new Error(outcome.error.title);
	return { item: outcome.items[0] ?? {}, requests };
}

test('a channel that works', async () => {
	const { item, requests } = await check();
	expect(item).toMatchObject({
		name: 'Shop',
		provider: 'infobip',
		status: 'active',
		checkedAt: '2026-11-21T10:00:00.000Z',
	});
	expect(item.checks).toMatchObject([
		{ name: 'Channel name', state: 'ok' },
		{ name: 'API key', state: 'ok', found: 'accepted' },
		{ name: 'Account funds', state: 'ok', found: '10 EUR' },
		{ name: 'Number 447860099299 (SMS)', state: 'ok' },
		{ name: 'SMS delivery path', state: 'ok' },
		{ name: 'WhatsApp sender 447860099299', state: 'ok', found: 'CONNECTED' },
		{ name: 'Quality', state: 'ok', found: 'HIGH' },
		{ name: 'Approved template', state: 'ok', found: 'order_ready' },
		{ name: 'Webhook URL', state: 'ok' },
		{ name: 'Webhook authentication', state: 'ok' },
		{ name: 'Webhook registration', state: 'ok' },
		{ name: 'Forwarding of 447860099299 (SMS)', state: 'ok' },
		{ name: 'Forwarding of 447860099299 (WHATSAPP)', state: 'ok' },
	]);
	const changing = requests.filter(({ method, path }) => method !== 'GET' && path !== '/sms/1/preview');
	expect(changing).toStrictEqual([]);
});

interface Broken {
	script?: Script;
	part?: object;
	status?: 'failed' | 'degraded';
	first: string;
	fault: string;
	next: string;
}

const forward = { configurationKey: 'C1', forwarding: { type: 'HTTP_FORWARD', url: 'https://other.com/x' } };
const all401 = Object.fromEntries(Object.keys(healthy).map((key) => [key, refusal(401, 'E401')]));
const all500 = Object.fromEntries(Object.keys(healthy).map((key) => [key, refusal(500, 'E500')]));

const BROKEN: Record<string, Broken> = {
	'a name that begins with a digit': {
		part: { name: '1shop' },
		first: 'Channel name',
		fault: 'field',
		next: 'a letter first',
	},
	'a wrong key': { script: all401, first: 'API key', fault: 'credential', next: 'into the credential again' },
	'no funds': {
		script: { [BALANCE]: ok({ balance: 0, currency: 'EUR' }) },
		first: 'Account funds',
		fault: 'entitlement',
		next: 'Top the account up',
	},
	'few funds': {
		script: { [BALANCE]: ok({ balance: 3, currency: 'EUR' }) },
		part: { leastBalance: 5 },
		status: 'degraded',
		first: 'Account funds',
		fault: 'entitlement',
		next: 'Top the account up',
	},
	'a number of somebody else': {
		script: { [NUMBERS]: ok({ numbers: [], numberCount: 0 }) },
		first: 'Number 447860099299 (SMS)',
		fault: 'field',
		next: 'Choose a number of this account',
	},
	'a number that is not paid yet': {
		script: { [NUMBERS]: ok({ numbers: [{ ...number, reservationStatus: 'PENDING' }] }) },
		first: 'Number 447860099299 (SMS)',
		fault: 'field',
		next: 'Wait until the purchase is done',
	},
	'a number that carries no SMS': {
		script: { [NUMBERS]: ok({ numbers: [{ ...number, capabilities: ['VOICE'] }] }) },
		first: 'Number 447860099299 (SMS)',
		fault: 'field',
		next: 'can carry SMS',
	},
	'a key without numbers:manage': {
		script: { [NUMBERS]: refusal(403, 'E403') },
		first: 'Number 447860099299 (SMS)',
		fault: 'entitlement',
		next: 'numbers:manage',
	},
	'a key without whatsapp:manage': {
		script: { [QUALITY]: refusal(403, 'E403') },
		first: 'WhatsApp sender 447860099299',
		fault: 'entitlement',
		next: 'whatsapp:manage',
	},
	'a sender of somebody else': {
		script: { [QUALITY]: ok({ results: [] }) },
		first: 'WhatsApp sender 447860099299',
		fault: 'field',
		next: 'Register Sender',
	},
	'a sender without a verified code': {
		script: { [QUALITY]: ok({ results: [{ ...sender, status: 'UNVERIFIED' }] }) },
		first: 'WhatsApp sender 447860099299',
		fault: 'field',
		next: 'Verify Code',
	},
	'a banned sender': {
		script: { [QUALITY]: ok({ results: [{ ...sender, status: 'BANNED' }] }) },
		first: 'WhatsApp sender 447860099299',
		fault: 'field',
		next: 'Open the sender',
	},
	'a flagged sender': {
		script: { [QUALITY]: ok({ results: [{ ...sender, status: 'FLAGGED' }] }) },
		status: 'degraded',
		first: 'WhatsApp sender 447860099299',
		fault: 'field',
		next: 'Send fewer messages',
	},
	'low quality': {
		script: { [QUALITY]: ok({ results: [{ ...sender, qualityRating: 'LOW' }] }) },
		status: 'degraded',
		first: 'Quality',
		fault: 'entitlement',
		next: 'Send fewer messages',
	},
	'no approved template': {
		script: { [TEMPLATES]: ok({ results: [] }) },
		first: 'Approved template',
		fault: 'field',
		next: 'Template: Create',
	},
	'a webhook on this machine': {
		part: { callbackUrl: 'http://localhost:5678/webhook' },
		first: 'Webhook URL',
		fault: 'field',
		next: 'WEBHOOK_URL',
	},
	'no authentication': {
		part: { secrets: {} },
		first: 'Webhook authentication',
		fault: 'field',
		next: 'forged',
	},
	'no webhook': {
		script: { [`GET /subscriptions/1/profiles/${ID}`]: refusal(404, 'E404') },
		first: 'Webhook registration',
		fault: 'field',
		next: 'Publish the workflow',
	},
	'a key without subscriptions:manage': {
		script: { 'GET /subscriptions/1/subscription/SMS': refusal(403, 'E403') },
		first: 'Webhook registration',
		fault: 'entitlement',
		next: 'subscriptions:manage',
	},
	'a number that forwards elsewhere': {
		script: { [FORWARDING]: ok([forward]) },
		first: 'Forwarding of 447860099299 (SMS)',
		fault: 'field',
		next: 'follow the subscription',
	},
	'the provider is down': {
		script: all500,
		status: 'degraded',
		first: 'API key',
		fault: 'provider',
		next: 'in a few minutes',
	},
};

test.each(Object.entries(BROKEN))('%s', async (_name, { script, part, first, fault, next, status }) => {
	const { item } = await check(script, part);
	expect(item).toMatchObject({ status: status ?? 'failed', firstFailed: first, fault });
	expect(item.nextStep).toContain(next);
});

test('a trigger that listens to all senders is registered for this one', async () => {
	const toAll = ok({ results: [{ subscriptionId: ID, events: ['INBOUND_MESSAGE'], resources: [] }] });
	const { item } = await check({
		'GET /subscriptions/1/subscription/SMS': toAll,
		'GET /subscriptions/1/subscription/WHATSAPP': toAll,
	});
	expect(item).toMatchObject({ status: 'active' });
});

test('a key that may not read the balance is valid, and the funds are not known', async () => {
	const { item } = await check({ [BALANCE]: refusal(403, 'E403') });
	expect(item).toMatchObject({ status: 'active' });
	expect(item.checks).toContainEqual(expect.objectContaining({ name: 'API key', state: 'ok' }));
	expect(item.checks).toContainEqual(
		expect.objectContaining({ name: 'Account funds', state: 'unknown', fault: 'entitlement' }),
	);
});

test('an account that pays afterwards needs no funds', async () => {
	const { item } = await check({ [BALANCE]: ok({ balance: -3 }) }, { isPostpaid: true });
	expect(item).toMatchObject({ status: 'active' });
});

test('a name as sender is not looked up among the numbers', async () => {
	const { item } = await check({}, { sender: 'Shop', channels: ['SMS'], callbackUrl: undefined });
	expect(item.checks).toContainEqual(
		expect.objectContaining({ name: 'Number Shop (SMS)', state: 'unknown' }),
	);
});
