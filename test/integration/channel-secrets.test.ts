import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import {
	ADDRESSES,
	api,
	byId,
	list,
	run,
	SECRETS,
	withoutNetwork,
	type ChannelProvider,
} from './channel-stage';

withoutNetwork();

const PIN = '482913';
const CODE = '951627';
const BACKUP = 'backup-of-the-number';
const SIGN_UP = 'code-of-the-sign-up';
const ALL = [PIN, CODE, BACKUP, SIGN_UP, ...Object.values(SECRETS)];

const number = byId('2001');
const CALLBACK = 'https://n8n.example.com/webhook/1';

type Case = [provider: ChannelProvider, operation: string, parameters: INodeParameters];

/** Every operation that is given a secret, or whose calls carry one in more than the header. */
const CASES: Case[] = [
	['whatsAppCloud', 'number.verifyCode', { phoneNumberId: number, code: CODE }],
	['whatsAppCloud', 'number.register', { phoneNumberId: number, pin: PIN }],
	['whatsAppCloud', 'number.setPin', { phoneNumberId: number, pin: PIN }],
	[
		'whatsAppCloud',
		'number.migrate',
		{ phoneNumberId: number, pin: PIN, backupData: BACKUP, backupPassword: CODE },
	],
	['whatsAppCloud', 'account.completeEmbeddedSignup', { code: SIGN_UP, options: { pin: PIN } }],
	['whatsAppCloud', 'account.subscribeApp', { options: { overrideCallbackUrl: CALLBACK } }],
	['whatsAppCloud', 'webhook.set', { phoneNumberId: number, callbackUrl: CALLBACK }],
	['whatsAppCloud', 'channel.check', { phoneNumberId: number }],
	['infobip', 'number.verifyCode', { sender: byId('447860099299'), code: CODE }],
	['infobip', 'webhook.set', { callbackUrl: CALLBACK }],
	['infobip', 'channel.check', { sender: byId('447860099299'), callbackUrl: CALLBACK }],
	['sinch', 'number.verifyCode', { senderId: byId('snd1'), code: CODE }],
	['sinch', 'number.linkToApp', { senderId: byId('snd1') }],
	['sinch', 'webhook.set', { callbackUrl: CALLBACK }],
	['sinch', 'channel.check', { senderId: byId('snd1'), callbackUrl: CALLBACK }],
];

/** A provider that repeats whatever it is sent, in every answer. */
function echoing(provider: ChannelProvider, status: number): void {
	for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
		nock(ADDRESSES[provider])
			.persist()
			.intercept(/.*/, method)
			.reply(status, function echo(uri, body) {
				const sent = `${uri} ${JSON.stringify(body)} ${String(this.req.headers.authorization)}`;
				return {
					id: 'snd1',
					access_token: SECRETS.customerToken,
					bearerToken: SECRETS.senderToken,
					description: sent,
					error: { message: sent, code: 100, error_user_msg: sent, error_data: { details: sent } },
					requestError: { serviceException: { messageId: 'BAD_REQUEST', text: sent } },
				};
			});
	}
}

function expectNoSecret(text: string): void {
	expect(ALL.filter((secret) => text.includes(secret))).toEqual([]);
}

/** Everything that n8n shows, keeps or logs of an error. */
function textOf(failure: unknown): string {
	if (!(failure instanceof Error)) return String(failure);
	const own = Object.fromEntries(
		Object.getOwnPropertyNames(failure)
			.filter((name) => name !== 'node')
			.map((name) => [name, Reflect.get(failure, name)]),
	);
	return JSON.stringify(own);
}

describe.each([200, 400])('where the provider repeats everything with HTTP %i', (status) => {
	test.each(CASES)('%s %s shows no secret', async (provider, operation, parameters) => {
		echoing(provider, status);
		const outcome: unknown = await run(provider, operation, parameters).catch((error: unknown) => error);
		const items: unknown = await run(provider, operation, parameters, {
			onError: 'continueRegularOutput',
		});
		nock.cleanAll();
		expectNoSecret(Array.isArray(outcome) ? JSON.stringify(outcome) : textOf(outcome));
		expectNoSecret(JSON.stringify(items));
		expect(items).not.toEqual([]);
	});

	test.each([
		['whatsAppCloud', 'searchAccounts'],
		['whatsAppCloud', 'searchPortfolios'],
		['infobip', 'searchNumbers'],
		['sinch', 'searchSenders'],
	] as const)('%s %s shows no secret', async (provider, method) => {
		echoing(provider, status);
		const outcome: unknown = await list(provider, method, {}).catch((error: unknown) => error);
		nock.cleanAll();
		expectNoSecret(outcome instanceof Error ? textOf(outcome) : JSON.stringify(outcome));
	});
});

test("a customer's token takes the credential's place", async () => {
	const customer = { reqheaders: { authorization: `Bearer ${SECRETS.customerToken}` } };
	const scopes = [{ scope: 'whatsapp_business_management', target_ids: ['1002'] }];
	api('whatsAppCloud')
		.get('/v25.0/oauth/access_token')
		.query({ client_id: '9001', client_secret: SECRETS.appSecret, code: SIGN_UP })
		.reply(200, { access_token: SECRETS.customerToken });
	nock('https://graph.test', customer)
		.get('/v25.0/debug_token')
		.query(true)
		.reply(200, { data: { granular_scopes: scopes, scopes: ['whatsapp_business_management'] } })
		.post('/v25.0/1002/subscribed_apps')
		.reply(200, { success: true })
		.get('/v25.0/1002/phone_numbers')
		.query(true)
		.reply(200, { data: [{ id: '2002', display_phone_number: '+1 650-555-1234' }] })
		.post('/v25.0/2002/register', { messaging_product: 'whatsapp', pin: PIN })
		.reply(200, { success: true });
	api('whatsAppCloud').get('/v25.0/1002').query(true).reply(200, { id: '1002', name: 'Customer' });
	const items = await run('whatsAppCloud', 'account.completeEmbeddedSignup', {
		code: SIGN_UP,
		options: { pin: PIN },
	});
	expect(items.map(({ json }) => [json.step, json.state])).toEqual([
		['exchangeCode', 'done'],
		['listShared', 'done'],
		['subscribeApp', 'done'],
		['listNumbers', 'done'],
		['registerNumber', 'done'],
		['useAccount', 'done'],
	]);
	expectNoSecret(JSON.stringify(items));
});
