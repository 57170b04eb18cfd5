import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { z } from 'zod';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { APP_SECRET, CREDENTIAL, hookContext, type Setting } from './harness';

const OURS = 'https://n8n.example.com/webhook/trigger-1/webhook';
const APP_ID = '9001';
const APP_TOKEN = `Bearer ${APP_ID}|${APP_SECRET}`;

const appSubscription = z.object({ callback_url: z.string(), fields: z.string() });
const subscription = z.object({ override_callback_uri: z.string().optional() }).catch({});

/** The part of the Graph API that registration talks to (Meta, Webhook overrides; Create a webhook endpoint). */
class Meta {
	override: string | undefined;
	appCallback: { url: string; fields: string[] } | undefined;
	isSubscribed = false;
	/** Method, path and identity of each change. */
	readonly changes: string[] = [];

	constructor() {
		const graph = nock('https://graph.test').persist();
		graph
			.get('/v25.0/1001/subscribed_apps')
			.query(true)
			.reply(200, () => ({
				data: this.isSubscribed
					? [
							{
								whatsapp_business_api_data: { id: APP_ID, name: 'Our app', link: '' },
								...(this.override !== undefined && { override_callback_uri: this.override }),
							},
						]
					: [],
			}));
		graph.post('/v25.0/1001/subscribed_apps').reply(200, (uri, body) => {
			this.changes.push(`POST ${uri.replace('/v25.0', '')}`);
			this.isSubscribed = true;
			this.override = subscription.parse(body).override_callback_uri;
			return { success: true };
		});
		graph
			.get(`/v25.0/${APP_ID}/subscriptions`)
			.query(true)
			.matchHeader('authorization', APP_TOKEN)
			.reply(200, () => ({
				data: this.appCallback
					? [
							{
								object: 'whatsapp_business_account',
								callback_url: this.appCallback.url,
								active: true,
								fields: this.appCallback.fields.map((name) => ({ name, version: 'v25.0' })),
							},
						]
					: [],
			}));
		graph
			.post(`/v25.0/${APP_ID}/subscriptions`)
			.matchHeader('authorization', APP_TOKEN)
			.reply(200, (uri, body) => {
				this.changes.push(`POST ${uri.replace('/v25.0', '')} as the app`);
				const { callback_url: url, fields } = appSubscription.parse(body);
				this.appCallback = { url, fields: fields.split(',') };
				return { success: true };
			});
		graph
			.get(/.*/)
			.reply(400, { error: { code: 100, message: 'Not part of this test', type: 'OAuthException' } });
	}
}

function trigger(setting: Setting = {}) {
	const node = new MessagingTrigger();
	const context = hookContext(node, { ...setting, webhookId: 'trigger-1' });
	const log: string[] = [];
	jest.spyOn(context.logger, 'warn').mockImplementation((line) => {
		log.push(line);
	});
	const hooks = node.webhookMethods.default;
	return {
		log,
		staticData: (): IDataObject => context.getWorkflowStaticData('node'),
		isRegistered: async () => await hooks.checkExists.call(context),
		register: async () => await hooks.create.call(context),
		unregister: async () => await hooks.delete.call(context),
	};
}

let meta: Meta;

beforeEach(() => {
	nock.disableNetConnect();
	// A trigger that is being published calls itself, which n8n does not answer before it is.
	for (const n8n of ['https://n8n.example.com', 'http://localhost:5678']) {
		nock(n8n).persist().post('/webhook/trigger-1/webhook').reply(404);
	}
	meta = new Meta();
});
afterEach(() => {
	nock.cleanAll();
	nock.enableNetConnect();
});

test('publishing registers the URL, unpublishing removes it', async () => {
	const subject = trigger();
	expect(await subject.isRegistered()).toBe(false);
	expect(await subject.register()).toBe(true);
	expect([meta.isSubscribed, meta.override]).toEqual([true, OURS]);
	expect(await subject.isRegistered()).toBe(true);
	expect(await subject.unregister()).toBe(true);
	expect(meta.override).toBeUndefined();
	expect(meta.isSubscribed).toBe(true);
});

test('what is kept between the two holds no secret', async () => {
	const subject = trigger();
	await subject.register();
	const kept = JSON.stringify(subject.staticData());
	expect(kept).toContain('receipt');
	for (const secret of [CREDENTIAL.accessToken, CREDENTIAL.appSecret, CREDENTIAL.verifyToken]) {
		expect(kept).not.toContain(secret);
	}
});

test("somebody else's webhook is named and left alone", async () => {
	meta.isSubscribed = true;
	meta.override = 'https://crm.example.org/hook?key=hidden';
	await expect(trigger().register()).rejects.toMatchObject({
		message: expect.stringMatching(
			/^Another webhook is registered: https:\/\/crm\.example\.org\/hook\. It belongs to .*Our app.*take over/,
		),
	});
	expect(meta.changes).toEqual([]);
});

test('it is replaced where that was asked for', async () => {
	meta.isSubscribed = true;
	meta.override = 'https://crm.example.org/hook';
	expect(await trigger({ parameters: { options: { takeOver: true } } }).register()).toBe(true);
	expect(meta.override).toBe(OURS);
});

test("where the app's callback URL is somebody else's, messages are registered and the rest is written to the log", async () => {
	meta.appCallback = { url: 'https://crm.example.org/app', fields: ['messages'] };
	const subject = trigger();
	expect(await subject.register()).toBe(true);
	expect([meta.override, meta.appCallback.url]).toEqual([OURS, 'https://crm.example.org/app']);
	const line = expect.stringMatching(
		/^WhatsApp & SMS Messaging Trigger: .*Webhook: .*consent go to https:\/\/crm\.example\.org\/app alone.*\(Callback URL: https:\/\/n8n/,
	);
	expect(subject.log).toContainEqual(line);

	const again = trigger();
	expect(await again.isRegistered()).toBe(true);
	expect(again.log).toContainEqual(line);
});

test("where all that is wanted goes to somebody else's callback URL, publishing fails", async () => {
	meta.appCallback = { url: 'https://crm.example.org/app', fields: ['messages'] };
	const parameters = { purpose: 'selected', events: ['account', 'consent'] };
	await expect(trigger({ parameters }).register()).rejects.toMatchObject({
		message: expect.stringContaining('Another webhook is registered: https://crm.example.org/app.'),
	});
	expect(meta.changes).toEqual([]);
});

test('what would keep events away is written to the log', async () => {
	const subject = trigger();
	await subject.register();
	expect(subject.log.join('\n')).toMatch(/Messaging Trigger: /);
	expect(subject.log.join('\n')).not.toContain(CREDENTIAL.appSecret);
});

test('by hand, nothing is called', async () => {
	nock.cleanAll();
	const subject = trigger({ parameters: { registration: 'manual' } });
	expect(await subject.isRegistered()).toBe(true);
	expect(await subject.register()).toBe(true);
	expect(await subject.unregister()).toBe(true);
});

test('a URL that the provider cannot reach is refused with the way out', async () => {
	const subject = trigger({ webhookBaseUrl: 'http://localhost:5678/webhook' });
	await expect(subject.register()).rejects.toMatchObject({
		message: expect.stringMatching(/webhook URL.*WEBHOOK_URL/),
	});
});

test.each([
	[{ appSecret: '' }, "The credential has no 'App Secret'"],
	[{ verifyToken: '' }, "The credential has no 'Webhook Verify Token'"],
	[{ appSecret: '', verifyToken: '' }, "no 'App Secret' and no 'Webhook Verify Token'"],
])('%j is refused in words', async (missing, message) => {
	await expect(trigger({ credential: { ...CREDENTIAL, ...missing } }).register()).rejects.toThrow(message);
});

test('without its credential a trigger can be unpublished, and the log says what stays at the provider', async () => {
	const subject = trigger({ credential: null });
	expect(await subject.unregister()).toBe(false);
	expect(subject.log).toEqual([
		expect.stringMatching(
			/^WhatsApp & SMS Messaging Trigger: the webhook stays registered at the provider: .*credential.*remove https:\/\/n8n\.example\.com\/webhook\/trigger-1\/webhook there/,
		),
	]);
	expect(meta.changes).toEqual([]);
});
