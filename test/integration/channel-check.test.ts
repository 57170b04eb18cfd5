import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { ADDRESSES, api, byId, run, withoutNetwork, type ChannelProvider } from './channel-stage';

withoutNetwork();

const CALLBACK = 'https://n8n.example.com/webhook/1';
const number = {
	id: '2001',
	display_phone_number: '+1 650-555-1234',
	verified_name: 'Harbour',
	quality_rating: 'GREEN',
	code_verification_status: 'VERIFIED',
	name_status: 'APPROVED',
	status: 'CONNECTED',
	account_mode: 'LIVE',
	platform_type: 'CLOUD_API',
	is_pin_enabled: true,
	throughput: { level: 'STANDARD' },
	whatsapp_business_manager_messaging_limit: 'TIER_10K',
	webhook_configuration: { application: CALLBACK },
	health_status: { can_send_message: 'AVAILABLE', entities: [] },
};

/** An account in which all is right but for what is changed. */
function account(changes: Record<string, unknown> = {}): void {
	const answers: Record<string, unknown> = {
		'/debug_token': {
			data: {
				is_valid: true,
				app_id: '9001',
				expires_at: 0,
				scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'],
			},
		},
		'/1001': { id: '1001', name: 'Shop', account_review_status: 'APPROVED' },
		'/2001': number,
		'/1001/phone_numbers': { data: [{ id: '2001' }] },
		'/1001/subscribed_apps': { data: [{ whatsapp_business_api_data: { id: '9001', name: 'Shop' } }] },
		'/1001/message_templates': { data: [{ id: '3001', name: 'order_update' }] },
		...changes,
	};
	for (const [path, answer] of Object.entries(answers)) {
		api('whatsAppCloud').persist().get(`/v25.0${path}`).query(true).reply(200, JSON.stringify(answer));
	}
	nock('https://graph.test')
		.persist()
		.get('/v25.0/9001/subscriptions')
		.query(true)
		.reply(200, {
			data: [
				{
					object: 'whatsapp_business_account',
					callback_url: CALLBACK,
					active: true,
					fields: [{ name: 'messages' }],
				},
			],
		});
}

function trigger(answer: (challenge: string) => string): void {
	nock('https://n8n.example.com')
		.get('/webhook/1')
		.query((query) => query['hub.verify_token'] === 'word-of-the-test')
		.reply(200, (uri) => answer(new URL(uri, CALLBACK).searchParams.get('hub.challenge') ?? ''));
}

async function report(parameters: INodeParameters = {}, item = {}) {
	const [first] = await run(
		'whatsAppCloud',
		'channel.check',
		{ name: 'WhatsApp_Marketing', phoneNumberId: byId('2001'), reportAs: 'channel', ...parameters },
		{ items: [item] },
	);
	nock.cleanAll();
	return first?.json;
}

test('a channel in which all is right is active', async () => {
	account();
	const found = await report();
	expect(found).toMatchObject({
		name: 'WhatsApp_Marketing',
		provider: 'whatsAppCloud',
		phoneNumberId: '2001',
		marketingAction: 'marketing',
		status: 'active',
		checks: expect.arrayContaining([
			expect.objectContaining({ name: 'Channel name', state: 'ok' }),
			expect.objectContaining({ name: 'Graph API version' }),
		]),
	});
	expect(found).not.toHaveProperty('firstFailed');
});

test('a new node gives one item for each check, as a table to look at', async () => {
	account({ '/1001/message_templates': { data: [] } });
	const items = await run('whatsAppCloud', 'channel.check', {
		name: 'WhatsApp_Marketing',
		phoneNumberId: byId('2001'),
	});
	nock.cleanAll();
	expect(items.length).toBeGreaterThan(10);
	expect(items[0]?.json).toMatchObject({ channel: 'WhatsApp_Marketing', name: 'Channel name', state: 'ok' });
	expect(items.map(({ json }) => json)).toContainEqual(
		expect.objectContaining({
			name: 'Approved template',
			state: 'failed',
			nextStep: expect.stringMatching(/\w/),
		}),
	);
});

test.each([
	['MARKETING', 'marketing'],
	[' Utility ', 'utility'],
])('the purpose %j is read as %s', async (marketingAction, read) => {
	account();
	expect(await report({ options: { marketingAction } })).toMatchObject({ marketingAction: read });
});

test.each(['promotion', '5', '=true'])('the purpose %j is refused', async (marketingAction) => {
	account();
	await expect(report({ options: { marketingAction } })).rejects.toThrow("'Marketing Action' cannot be");
});

test.each([
	['a name that begins with a digit', { name: '1st' }, {}, 'Channel name'],
	['no template', {}, { '/1001/message_templates': { data: [] } }, 'Approved template'],
])('%s is the first fault', async (_name, parameters, changes, firstFailed) => {
	account(changes);
	const found = await report(parameters);
	expect(found).toMatchObject({ status: 'failed', firstFailed, nextStep: expect.stringMatching(/\w/) });
});

test.each([
	['gives the challenge back', (challenge: string) => challenge, 'ok'],
	['answers with a page', () => '<html>Log in</html>', 'failed'],
])('a trigger that %s', async (_name, answer, state) => {
	account();
	trigger(answer);
	const found = await report({ callbackUrl: CALLBACK });
	expect(found?.checks).toContainEqual(expect.objectContaining({ name: 'Webhook handshake', state }));
});

test.each([
	['holds a number', { contact: { mobile: '+16505551234' } }, 'ok', 'active'],
	['holds something else', { contact: { mobile: 'Ana' } }, 'failed', 'failed'],
	['is not on the item', {}, 'unknown', 'active'],
])('an execution field that %s', async (_name, item, state, status) => {
	account();
	const found = await report({ options: { executionField: 'contact.mobile' } }, item);
	expect(found).toMatchObject({ executionField: 'contact.mobile', status });
	expect(found?.checks).toContainEqual(expect.objectContaining({ name: 'Execution field', state }));
});

test.each<[ChannelProvider, INodeParameters]>([
	['infobip', { sender: byId('447860099299'), channels: ['WHATSAPP'] }],
	['sinch', { channel: 'WHATSAPP', senderId: byId('snd1') }],
])('%s: a key that is refused is the first fault', async (provider, parameters) => {
	api(provider)
		.persist()
		.get(/.*/)
		.reply(401, {
			requestError: { serviceException: { messageId: 'UNAUTHORIZED', text: 'Invalid login details' } },
		});
	// n8n asks for another token of Sinch, with the same key.
	nock(ADDRESSES[provider]).persist().post('/oauth2/token').reply(401, { error: 'invalid_client' });
	const [item] = await run(provider, 'channel.check', { name: 'Shop', reportAs: 'channel', ...parameters });
	nock.cleanAll();
	expect(item?.json).toMatchObject({
		name: 'Shop',
		status: 'failed',
		fault: 'credential',
		marketingAction: 'marketing',
	});
});
