import type { JsonObject } from '../../../../../core/events';
import { check as operation } from '../../../../../core/providers/whatsapp-cloud/operations/check';
import broken from '../../../../fixtures/whatsapp-cloud/check/broken.json';
import healthy from '../../../../fixtures/whatsapp-cloud/check/healthy.json';
import type { Script, Scripted } from '../../../fake-provider';
import { ADMINISTERED, toolsFor as toolsOver } from '../../../operations/cases';

const { line } = ADMINISTERED['whatsapp-cloud'];
const ACCOUNT = line.accountId;
const APP = line.appId;
const NUMBER = '106540352242922';

const toolsFor = (answers: Script) => toolsOver(answers, line);

const CHANNEL = {
	name: 'shop.whatsapp',
	phoneNumberId: NUMBER,
	accessToken: 'EAAtokenOfTheCredential',
	apiVersion: 'v25.0',
	hasAppSecret: true,
	verifyToken: 'open-sesame',
	callbackUrl: 'https://n8n.shop.com/webhook/7f/webhook',
	handshake: { ok: true, found: 'answered' },
	kinds: ['message'],
};

const KEYS = {
	token: 'GET /debug_token',
	account: `GET /${ACCOUNT}`,
	number: `GET /${NUMBER}`,
	numbers: `GET /${ACCOUNT}/phone_numbers`,
	apps: `GET /${ACCOUNT}/subscribed_apps`,
	app: `GET /${APP}/subscriptions`,
	templates: `GET /${ACCOUNT}/message_templates`,
};

const ok = (body: object): Scripted => ({ status: 200, body });
const refused = (code: number, more: object = {}, status = 400): Scripted => ({
	status,
	body: { error: { code, message: `(#${code})`, ...more } },
});

/** The number's node is asked for its state and for its callback URLs. */
const numberIs = (values: object): Script => ({ [KEYS.number]: ok({ ...healthy.number, ...values }) });
const tokenIs = (values: object): Script => ({ [KEYS.token]: ok({ data: { ...healthy.token, ...values } }) });
const HEALTHY: Script = {
	...tokenIs({}),
	...numberIs({}),
	[KEYS.account]: ok(healthy.account),
	[KEYS.numbers]: ok(healthy.numbers),
	[KEYS.apps]: ok(healthy.apps),
	[KEYS.app]: ok(healthy.app),
	[KEYS.templates]: ok(healthy.templates),
};

async function check(script: Script = {}, input: object = {}): Promise<JsonObject> {
	const { tools } = toolsFor({ ...HEALTHY, ...script });
	const outcome = await operation.run({ ...CHANNEL, ...input }, tools);
	if (!outcome.ok || outcome.items[0] === undefined) throw new Error(JSON.stringify(outcome));
	return outcome.items[0];
}

test('a channel in order is active, and nothing is changed', async () => {
	const { tools, requests } = toolsFor(HEALTHY);
	const outcome = await operation.run(CHANNEL, tools);
	expect(outcome).toStrictEqual({
		ok: true,
		items: [
			{
				name: 'shop.whatsapp',
				provider: 'whatsAppCloud',
				phoneNumberId: NUMBER,
				status: 'active',
				checkedAt: '2026-11-21T10:00:00.000Z',
				checks: healthy.checks,
			},
		],
	});
	expect(requests.map(({ method }) => method)).toStrictEqual(Array(8).fill('GET'));
});

test('every call is made before any answers', async () => {
	const { tools, requests } = toolsFor(HEALTHY);
	const checking = operation.run(CHANNEL, tools);
	expect(requests).toHaveLength(8);
	await checking;
});

interface Broken {
	fault: string;
	/** Members of the number and of the token that differ from those of a channel in order. */
	number?: object;
	token?: object;
	/** Answers that differ, by the name of the call. */
	answers?: Partial<Record<keyof typeof KEYS, Scripted>>;
	input?: object;
	status: string;
	first: string;
	whose: string;
	nextStep: string;
}

const BROKEN: Broken[] = broken;

function scriptOf({ number = {}, token = {}, answers = {} }: Broken): Script {
	const own = Object.entries(KEYS).flatMap(([name, key]) => {
		const answer = Object.entries(answers).find(([given]) => given === name)?.[1];
		return answer === undefined ? [] : [[key, answer] as const];
	});
	return { ...numberIs(number), ...tokenIs(token), ...Object.fromEntries(own) };
}

test.each(BROKEN.map((one) => [one.fault, one] as const))('%s', async (_, one) => {
	const { status, first, whose, nextStep } = one;
	expect(await check(scriptOf(one), one.input)).toMatchObject({
		status,
		firstFailed: first,
		fault: whose,
		nextStep: expect.stringContaining(nextStep),
	});
});

test('what cannot be looked at makes no channel fail', async () => {
	const item = await check({ [KEYS.templates]: refused(2, {}, 503), [KEYS.account]: refused(80007) });
	expect(item).toMatchObject({ status: 'active' });
	expect(item.checks).toContainEqual(
		expect.objectContaining({ name: 'Approved template', state: 'unknown', fault: 'provider' }),
	);
});

const ALL = Object.values(KEYS);
const allAre = (answer: Scripted): Script => Object.fromEntries(ALL.map((key) => [key, answer]));

test('a version that Meta has stopped answering is what is broken', async () => {
	const item = await check(allAre(refused(2635)));
	expect(item).toMatchObject({
		status: 'failed',
		firstFailed: 'Graph API version',
		fault: 'field',
		nextStep: expect.stringContaining('v27.0'),
	});
});

test('a channel of which nothing could be looked at is not active', async () => {
	const item = await check(allAre(refused(2, {}, 503)));
	expect(item).toMatchObject({ status: 'degraded', firstFailed: 'Access token', fault: 'provider' });
});

test('with a token that is refused the rest is not looked at', async () => {
	const gone = refused(190, {}, 401);
	const item = await check({ [KEYS.token]: gone, [KEYS.account]: gone, [KEYS.number]: gone });
	expect(item).toMatchObject({ firstFailed: 'Access token' });
	expect(item.checks).toContainEqual(
		expect.objectContaining({ name: 'WhatsApp account', state: 'unknown', found: 'not looked at' }),
	);
});

test('without the token itself the account tells whether it is taken', async () => {
	const none = { accessToken: '' };
	expect(await check({}, none)).toMatchObject({ status: 'active' });
	const refusing = { [KEYS.account]: refused(190, {}, 401) };
	expect(await check(refusing, none)).toMatchObject({ firstFailed: 'Access token', fault: 'credential' });
});

test('without a trigger the place of the events is not compared', async () => {
	const item = await check(
		numberIs({ webhook_configuration: { phone_number: 'https://other.example.com/hook' } }),
		{ callbackUrl: '', handshake: undefined },
	);
	expect(item).toMatchObject({ status: 'active' });
});

test('a number on a page that was not read is not taken for a stranger', async () => {
	const numbers = { data: [{ id: '1' }], paging: { cursors: { after: 'C1' }, next: 'https://x' } };
	expect(await check({ [KEYS.numbers]: ok(numbers) })).toMatchObject({ status: 'active' });
});

test.each([
	['v26.0', 'active'],
	['v27.0', 'active'],
	['v28.0', 'active'],
	['24', 'active'],
	['v21.0', 'active'],
	['latest', 'failed'],
	['v19.0', 'failed'],
])('Graph API %s is %s', async (apiVersion, status) => {
	expect(await check({}, { apiVersion })).toMatchObject({ status });
});

test.each([
	['v25.0', 'v25.0, until 2028-07-29'],
	['v26.0', 'v26.0, until 2028-11-04'],
	['v27.0', 'v27.0, for which Meta names no end yet'],
])('the check tells how long %s lives', async (apiVersion, found) => {
	const { checks } = await check({}, { apiVersion });
	expect(checks).toContainEqual(expect.objectContaining({ name: 'Graph API version', found }));
});

test('a version that ends soon is told', async () => {
	const { tools } = toolsFor(HEALTHY);
	const now = Date.parse('2026-12-01T00:00:00Z');
	const outcome = await operation.run({ ...CHANNEL, apiVersion: 'v21.0' }, { ...tools, now });
	expect(outcome).toMatchObject({
		items: [
			{ status: 'degraded', firstFailed: 'Graph API version', nextStep: expect.stringContaining('v27.0') },
		],
	});
});
