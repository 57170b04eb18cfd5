import { isDeepStrictEqual } from 'node:util';
import type { INodeParameters } from 'n8n-workflow';
import { api, byId, run, withoutNetwork, type ChannelProvider } from './channelStage';

withoutNetwork();

interface Call {
	method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
	path: string;
	query?: Record<string, string>;
	body?: object;
	status?: number;
	answer?: unknown;
}

type Case = [
	provider: ChannelProvider,
	operation: string,
	parameters: INodeParameters,
	calls: Call[],
	first: object,
];

const number = byId('2001');
const GRAPH = '/v25.0';
const done = { success: true };

const WHATSAPP: Case[] = [
	[
		'whatsAppCloud',
		'account.getMany',
		{ businessId: byId('5001'), limit: 1 },
		[
			{
				method: 'GET',
				path: `${GRAPH}/5001/owned_whatsapp_business_accounts`,
				answer: { data: [{ id: '1001', name: 'Shop' }] },
			},
			{
				method: 'GET',
				path: `${GRAPH}/5001/client_whatsapp_business_accounts`,
				answer: { data: [{ id: '1002' }] },
			},
		],
		{ accountId: '1001', name: 'Shop', relation: 'owned' },
	],
	[
		'whatsAppCloud',
		'account.subscribeApp',
		{ options: { overrideCallbackUrl: 'https://n8n.example.com/webhook/1' } },
		[
			{
				method: 'POST',
				path: `${GRAPH}/1001/subscribed_apps`,
				body: {
					override_callback_uri: 'https://n8n.example.com/webhook/1',
					verify_token: 'word-of-the-test',
				},
				answer: done,
			},
		],
		{ accountId: '1001', subscribed: true },
	],
	[
		'whatsAppCloud',
		'number.getMany',
		{ returnAll: true },
		[
			{
				method: 'GET',
				path: `${GRAPH}/1001/phone_numbers`,
				answer: { data: [{ id: '2001', quality_rating: 'GREEN' }] },
			},
		],
		{ phoneNumberId: '2001', qualityRating: 'GREEN', qualityMeaning: expect.any(String) },
	],
	[
		'whatsAppCloud',
		'number.create',
		{ countryCode: '+1', phoneNumber: '(650) 555-1234', verifiedName: 'Harbour' },
		[
			{
				method: 'POST',
				path: `${GRAPH}/1001/phone_numbers`,
				body: { cc: '1', phone_number: '6505551234', verified_name: 'Harbour' },
				answer: { id: '2001' },
			},
		],
		{ phoneNumberId: '2001', phoneNumber: '+16505551234' },
	],
	[
		'whatsAppCloud',
		'number.requestCode',
		{ phoneNumberId: number, method: 'VOICE', language: 'de_DE' },
		[
			{
				method: 'POST',
				path: `${GRAPH}/2001/request_code`,
				body: { code_method: 'VOICE', language: 'de_DE' },
				answer: done,
			},
		],
		{ requested: true, method: 'VOICE' },
	],
	[
		'whatsAppCloud',
		'number.register',
		{ phoneNumberId: number, pin: '={{ "482913" }}', options: { dataLocalizationRegion: 'DE' } },
		[
			{
				method: 'POST',
				path: `${GRAPH}/2001/register`,
				body: { messaging_product: 'whatsapp', pin: '482913', data_localization_region: 'DE' },
				answer: done,
			},
		],
		{ phoneNumberId: '2001', registered: true, dataLocalizationRegion: 'DE' },
	],
	[
		'whatsAppCloud',
		'template.create',
		{
			name: 'order_update',
			language: 'en_US',
			category: 'UTILITY',
			header: { header: { format: 'text', text: 'Order {{1}}', example: '1042' } },
			body: 'Hello {{1}}, it is on its way.',
			bodyExamples: { example: [{ blank: '1', text: 'Ana' }] },
			buttons: { button: [{ type: 'quickReply', text: 'Thanks' }] },
			options: { allowCategoryChange: false },
		},
		[
			{
				method: 'POST',
				path: `${GRAPH}/1001/message_templates`,
				body: {
					name: 'order_update',
					language: 'en_US',
					category: 'UTILITY',
					parameter_format: 'positional',
					allow_category_change: false,
					components: [
						{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['1042'] } },
						{
							type: 'BODY',
							text: 'Hello {{1}}, it is on its way.',
							example: { body_text: [['Ana']] },
						},
						{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
					],
				},
				answer: { id: '3001', status: 'PENDING', category: 'UTILITY' },
			},
		],
		{ templateId: '3001', status: 'pending' },
	],
	[
		'whatsAppCloud',
		'template.delete',
		{ template: { __rl: true, mode: 'list', value: 'order_update|en_US|3001' }, languages: 'one' },
		[
			{
				method: 'DELETE',
				path: `${GRAPH}/1001/message_templates`,
				query: { name: 'order_update', hsm_id: '3001' },
				answer: done,
			},
		],
		{ name: 'order_update', deleted: true, languages: 'one' },
	],
	[
		'whatsAppCloud',
		'webhook.set',
		{ level: 'number', phoneNumberId: number, callbackUrl: 'https://n8n.example.com/webhook/1' },
		[
			{
				method: 'POST',
				path: `${GRAPH}/2001`,
				body: {
					webhook_configuration: {
						override_callback_uri: 'https://n8n.example.com/webhook/1',
						verify_token: 'word-of-the-test',
					},
				},
				answer: done,
			},
		],
		{ level: 'number', callbackUrl: 'https://n8n.example.com/webhook/1' },
	],
	[
		'whatsAppCloud',
		'businessProfile.update',
		{ phoneNumberId: number, changes: { address: '', websites: 'https://a.example, https://b.example' } },
		[
			{
				method: 'POST',
				path: `${GRAPH}/2001/whatsapp_business_profile`,
				body: {
					messaging_product: 'whatsapp',
					address: '',
					websites: ['https://a.example', 'https://b.example'],
				},
				answer: done,
			},
		],
		{ updated: ['address', 'websites'] },
	],
	[
		'whatsAppCloud',
		'media.delete',
		{ mediaId: '7001' },
		[{ method: 'DELETE', path: `${GRAPH}/7001`, answer: done }],
		{ mediaId: '7001', deleted: true },
	],
	[
		'whatsAppCloud',
		'optOutList.add',
		{ phoneNumberId: number, people: '+15550123001' },
		[
			{
				method: 'POST',
				path: `${GRAPH}/2001/block_users`,
				body: { messaging_product: 'whatsapp', block_users: [{ user: '+15550123001' }] },
				answer: { block_users: { added_users: [{ input: '+15550123001', wa_id: '15550123001' }] } },
			},
		],
		{ address: '+15550123001', blocked: true, changed: true },
	],
];

const INFOBIP: Case[] = [
	[
		'infobip',
		'account.get',
		{},
		[{ method: 'GET', path: '/account/1/balance', answer: { balance: 47.8, currency: 'EUR' } }],
		{ balance: 47.8, currency: 'EUR' },
	],
	[
		'infobip',
		'number.get',
		{ numberKey: byId('6FED') },
		[
			{
				method: 'GET',
				path: '/numbers/1/numbers/6FED',
				answer: { numberKey: '6FED', number: '447860099299' },
			},
		],
		{ numberKey: '6FED', phoneNumber: '+447860099299' },
	],
	[
		'infobip',
		'number.buy',
		{ country: 'GB', available: byId('6FED') },
		[
			{ method: 'GET', path: '/numbers/1/numbers/6FED', status: 404, answer: {} },
			{
				method: 'POST',
				path: '/numbers/1/numbers',
				body: { numberKey: '6FED' },
				answer: { numberKey: '6FED', number: '447860099299' },
			},
		],
		{ numberKey: '6FED', bought: true },
	],
	[
		'infobip',
		'number.setInboundAction',
		{
			numberKey: byId('6FED'),
			inboundAction: 'forwardToUrl',
			url: 'https://n8n.example.com/webhook/1',
			options: { keyword: 'STOP', blockList: 'block' },
		},
		[
			{
				method: 'POST',
				path: '/resource-management/1/inbound-message-configurations',
				body: {
					channel: 'SMS',
					numberKey: '6FED',
					keyword: 'STOP',
					forwarding: { type: 'HTTP_FORWARD', url: 'https://n8n.example.com/webhook/1' },
					blockListConfiguration: { type: 'BLOCK', level: 'FROM_SENDER' },
				},
				answer: { configurationKey: 'E9FC', channel: 'SMS', keyword: 'STOP' },
			},
		],
		{ configurationKey: 'E9FC', keyword: 'STOP' },
	],
	[
		'infobip',
		'template.create',
		{
			sender: byId('+447860099299'),
			name: 'news',
			language: 'en',
			category: 'MARKETING',
			body: 'Our summer menu is here.',
		},
		[
			{
				method: 'POST',
				path: '/whatsapp/2/senders/447860099299/templates',
				body: {
					name: 'news',
					language: 'en',
					category: 'MARKETING',
					structure: { body: { text: 'Our summer menu is here.' }, type: 'TEXT' },
				},
				status: 201,
				answer: {
					id: '3001',
					name: 'news',
					language: 'en',
					status: 'PENDING',
					structure: { body: { text: 'Our summer menu is here.' }, type: 'TEXT' },
				},
			},
		],
		{ templateId: '3001', status: 'pending' },
	],
	[
		'infobip',
		'webhook.delete',
		{ channel: 'SMS', subscriptionId: byId('n8n-1') },
		[{ method: 'DELETE', path: '/subscriptions/1/subscription/SMS/n8n-1', status: 204 }],
		{ subscriptionId: 'n8n-1', deleted: true },
	],
	[
		'infobip',
		'businessProfile.update',
		{ sender: byId('447860099299'), changes: { about: 'Open', vertical: 'RESTAURANT' } },
		[
			{
				method: 'PATCH',
				path: '/whatsapp/1/senders/447860099299/business-info',
				body: { about: 'Open', vertical: 'RESTAURANT' },
				status: 204,
			},
		],
		{ updated: ['about', 'vertical'] },
	],
	[
		'infobip',
		'optOutList.add',
		{ people: '+447860000001, +447860000002', options: { channel: 'SMS' } },
		[
			{
				method: 'POST',
				path: '/platform/1/blocklists',
				body: {
					blocklist: [{ destinations: [{ to: '447860000001' }, { to: '447860000002' }], channel: 'SMS' }],
				},
				status: 202,
				answer: {},
			},
		],
		{ address: '+447860000001', blocked: true },
	],
];

const SINCH: Case[] = [
	[
		'sinch',
		'account.get',
		{},
		[{ method: 'GET', path: '/v1/projects/p1/apps/app1', answer: { id: 'app1', display_name: 'Shop' } }],
		{ appId: 'app1', name: 'Shop' },
	],
	[
		'sinch',
		'number.getMany',
		{ country: 'SE', limit: 10, filters: { type: 'MOBILE' } },
		[
			{
				method: 'GET',
				path: '/numbers/v1/projects/p1/activeNumbers',
				query: { regionCode: 'SE', type: 'MOBILE', pageSize: '100' },
				answer: { activeNumbers: [{ phoneNumber: '+46701234567', regionCode: 'SE' }] },
			},
		],
		{ phoneNumber: '+46701234567', country: 'SE' },
	],
	[
		'sinch',
		'number.activate',
		{ country: 'SE', phoneNumber: byId('+46701234567') },
		[
			{
				method: 'GET',
				path: '/numbers/v1/projects/p1/activeNumbers/%2B46701234567',
				status: 404,
				answer: { error: { code: 404 } },
			},
			{
				method: 'POST',
				path: '/numbers/v1/projects/p1/availableNumbers/%2B46701234567:rent',
				body: { smsConfiguration: { servicePlanId: 'plan1' } },
				answer: { phoneNumber: '+46701234567' },
			},
		],
		{ phoneNumber: '+46701234567', bought: true },
	],
	[
		'sinch',
		'number.verifyCode',
		{ senderId: byId('snd1'), code: '={{ 482913 }}' },
		[
			{
				method: 'POST',
				path: '/provisioning/v1/projects/p1/whatsapp/senders/snd1/verify',
				body: { code: '482913' },
				answer: { id: 'snd1', state: 'IN_PROGRESS' },
			},
		],
		{ senderId: 'snd1', verified: true },
	],
	[
		'sinch',
		'template.update',
		{
			template: byId('news|en_US'),
			contentFrom: 'keep',
			options: { category: 'UTILITY', asDraft: true },
		},
		[
			{
				method: 'PATCH',
				path: '/provisioning/v1/projects/p1/whatsapp/templates/news/languages/en_US',
				body: { status: 'DRAFT', category: 'UTILITY' },
				answer: {},
			},
		],
		{ name: 'news', language: 'en_US', updated: ['status', 'category'] },
	],
	[
		'sinch',
		'webhook.get',
		{},
		[
			{
				method: 'GET',
				path: '/v1/projects/p1/apps/app1/webhooks',
				answer: {
					webhooks: [{ id: 'w1', target: 'https://n8n.example.com/webhook/1?token=x', triggers: [] }],
				},
			},
		],
		{ webhookId: 'w1', callbackUrl: 'https://n8n.example.com/webhook/1' },
	],
	[
		'sinch',
		'businessProfile.get',
		{ senderId: byId('snd1') },
		[
			{
				method: 'GET',
				path: '/provisioning/v1/projects/p1/whatsapp/senders/snd1',
				answer: { id: 'snd1', details: { displayName: 'Shop', about: 'Open' } },
			},
		],
		{ senderId: 'snd1', displayName: 'Shop', about: 'Open' },
	],
	[
		'sinch',
		'optOutList.check',
		{ people: '+46701234567' },
		[
			{
				method: 'GET',
				path: '/v1/projects/p1/apps/app1/consents/identities/%2B46701234567',
				status: 404,
				answer: { error: { code: 404 } },
			},
		],
		{ address: '+46701234567', blocked: false },
	],
];

function expectCall(provider: ChannelProvider, call: Call): void {
	const { method, path, query = true, body, status = 200, answer } = call;
	api(provider)
		.intercept(path, method, body === undefined ? undefined : (sent) => isDeepStrictEqual(sent, body))
		.query(query)
		.reply(status, answer === undefined ? '' : JSON.stringify(answer), {
			'content-type': 'application/json',
		});
}

test.each([...WHATSAPP, ...INFOBIP, ...SINCH])(
	'%s %s',
	async (provider, operation, parameters, calls, first) => {
		for (const call of calls) expectCall(provider, call);
		const [item] = await run(provider, operation, parameters);
		expect(item?.json).toMatchObject(first);
		expect(item?.pairedItem).toEqual({ item: 0 });
	},
);

test('every item is done for itself', async () => {
	const ids = ['2001', '2002'];
	for (const id of ids)
		expectCall('whatsAppCloud', { method: 'GET', path: `${GRAPH}/${id}`, answer: { id } });
	const items = await run(
		'whatsAppCloud',
		'number.get',
		{ phoneNumberId: byId('={{ $json.number }}') },
		{ items: ids.map((id) => ({ number: id })) },
	);
	expect(items.map(({ json, pairedItem }) => [json.phoneNumberId, pairedItem])).toEqual([
		['2001', { item: 0 }],
		['2002', { item: 1 }],
	]);
});

const EXPIRED = {
	error: { message: 'Error validating access token', type: 'OAuthException', code: 190, fbtrace_id: 'A1' },
};

test('a failure names the code, what it means and what to do', async () => {
	expectCall('whatsAppCloud', { method: 'GET', path: `${GRAPH}/2001`, status: 401, answer: EXPIRED });
	const failed = run('whatsAppCloud', 'number.get', { phoneNumberId: number });
	await expect(failed).rejects.toMatchObject({
		name: 'NodeApiError',
		message: expect.stringContaining('(190)'),
		description: expect.stringMatching(/\w/),
		context: { itemIndex: 0 },
		failure: { cause: 'credential-invalid' },
	});
});

test.each([
	['continueRegularOutput', { own: 7, error: expect.objectContaining({ code: '190' }) }],
	// n8n puts the input's fields back where it moves the item to the error output.
	['continueErrorOutput', { error: expect.objectContaining({ code: '190' }) }],
] as const)('%s: a failed item goes on', async (onError, json) => {
	expectCall('whatsAppCloud', { method: 'GET', path: `${GRAPH}/2001`, status: 401, answer: EXPIRED });
	expectCall('whatsAppCloud', { method: 'GET', path: `${GRAPH}/2002`, answer: { id: '2002' } });
	const items = await run(
		'whatsAppCloud',
		'number.get',
		{ phoneNumberId: byId('={{ $json.own === 7 ? "2001" : "2002" }}') },
		{ items: [{ own: 7 }, { own: 8 }], onError },
	);
	expect(items[0]).toEqual({ json, pairedItem: { item: 0 } });
	expect(items[1]?.json).toMatchObject({ phoneNumberId: '2002' });
});

test.each<[string, ChannelProvider, string, INodeParameters, string]>([
	['a PIN', 'whatsAppCloud', 'number.register', { phoneNumberId: number, pin: '12' }, 'The PIN has 6 digits'],
	[
		'a limit that is used up',
		'whatsAppCloud',
		'number.deregister',
		{
			phoneNumberId: number,
			options: { earlierDeregistrations: `={{ Array(10).fill(new Date().toISOString()) }}` },
		},
		'Meta allows ten deregistrations',
	],
	['a number', 'infobip', 'number.getQuality', { senders: 'Harbour' }, 'The sender has to be a phone number'],
	['a country', 'sinch', 'number.search', { country: 'Sweden' }, 'two letters'],
])('%s that cannot be is refused without a call', async (_name, provider, operation, parameters, message) => {
	await expect(run(provider, operation, parameters)).rejects.toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringContaining(message),
		failure: { cause: 'configuration-invalid' },
	});
});

test('an operation that a provider lacks is refused', async () => {
	await expect(run('sinch', 'media.upload', {})).rejects.toThrow(
		'No operation is chosen that this provider has',
	);
});
