import { byId } from '../channel-stage';
import type { Case } from './case';

export const SINCH_CASES: Case[] = [
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
