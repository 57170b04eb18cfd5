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
				path: '/provisioning/v1/projects/p1/whatsapp/templates/news/languages/EN_US',
				body: { status: 'DRAFT', category: 'UTILITY' },
				answer: {},
			},
		],
		{ name: 'news', language: 'EN_US', updated: ['status', 'category'] },
	],
	[
		'sinch',
		'template.delete',
		{ template: byId('news|EN_US'), languages: 'one', options: { deleteSubmitted: true } },
		[
			{
				method: 'DELETE',
				path: '/provisioning/v1/projects/p1/whatsapp/templates/news/languages/EN_US',
				query: { deleteSubmitted: 'true' },
			},
		],
		{ name: 'news', language: 'EN_US', deleted: true, languages: 'one' },
	],
	[
		'sinch',
		'template.create',
		{
			name: 'code',
			language: 'en_US',
			category: 'AUTHENTICATION',
			contentFrom: 'parts',
			oneTimePassword: {
				passwordType: 'zeroTap',
				packageName: 'com.shop',
				signatureHash: 'K8a/AINcGX7',
				termsAccepted: true,
			},
			options: { messageSendTtlSeconds: 600, saveDraftOnFailure: true },
		},
		[
			{
				method: 'POST',
				path: '/provisioning/v1/projects/p1/whatsapp/templates',
				body: {
					name: 'code',
					language: 'EN_US',
					category: 'AUTHENTICATION',
					details: {
						components: [
							{ type: 'BODY', addSecurityRecommendation: true },
							{
								type: 'BUTTONS',
								buttons: [
									{
										type: 'OTP',
										otpType: 'ZERO_TAP',
										supportedApps: [{ packageName: 'com.shop', signatureHash: 'K8a/AINcGX7' }],
										zeroTapTermsAccepted: true,
									},
								],
							},
						],
						messageSendTtlSeconds: 600,
					},
					status: 'SUBMIT',
					saveDraftOnFailure: true,
				},
				answer: {
					name: 'code',
					language: 'EN_US',
					changes: { status: 'IN_PROGRESS' },
					details: { components: [] },
				},
			},
		],
		{ name: 'code', language: 'EN_US', status: 'in_progress' },
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
	[
		'sinch',
		'message.get',
		{ channel: 'sms', messageId: 'b1', to: '+46701234567' },
		[
			{
				method: 'GET',
				path: '/xms/v1/plan1/batches/b1/delivery_report/46701234567',
				answer: {
					type: 'recipient_delivery_report_sms',
					batch_id: 'b1',
					recipient: '46701234567',
					status: 'Delivered',
					code: 0,
				},
			},
		],
		{ kind: 'status', channel: 'sms', messageId: 'b1', to: '+46701234567', status: 'delivered' },
	],
	[
		'sinch',
		'message.getMany',
		{
			channel: 'whatsapp',
			appId: byId('app2'),
			returnAll: true,
			filters: { callbackData: 'row-1', to: '+46701234567' },
		},
		[
			{
				method: 'GET',
				path: '/v1/projects/p1/apps/app2',
				answer: { id: 'app2', processing_mode: 'DISPATCH' },
			},
			{
				method: 'GET',
				path: '/v1/projects/p1/messages',
				query: {
					app_id: 'app2',
					messages_source: 'DISPATCH_SOURCE',
					view: 'WITH_METADATA',
					channel: 'WHATSAPP',
					channel_identity: '46701234567',
					direction: 'TO_CONTACT',
					page_size: '1000',
				},
				answer: {
					messages: [
						{
							id: 'm-1',
							direction: 'TO_CONTACT',
							channel_identity: { channel: 'WHATSAPP', identity: '46701234567' },
							metadata: 'row-1',
							message_status: { status: 'READ' },
						},
					],
				},
			},
		],
		{ kind: 'status', channel: 'whatsapp', messageId: 'm-1', status: 'read', callbackData: 'row-1' },
	],
];
