import { byId } from '../channel-stage';
import type { Case } from './case';

const number = byId('2001');
const GRAPH = '/v25.0';
const done = { success: true };

export const WHATSAPP_CASES: Case[] = [
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
		'template.create',
		{
			...{ name: 'sale', language: 'en_US', category: 'MARKETING', body: 'It is on.' },
			options: { maxPrice: 87_000 },
		},
		[
			{
				method: 'POST',
				path: `${GRAPH}/1001/message_templates`,
				body: {
					...{ name: 'sale', language: 'en_US', category: 'MARKETING', parameter_format: 'positional' },
					components: [{ type: 'BODY', text: 'It is on.' }],
					optimization_spec: { bid_amount: 87_000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
				},
				answer: { id: '3002', status: 'PENDING', category: 'MARKETING' },
			},
		],
		{ templateId: '3002', status: 'pending' },
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
