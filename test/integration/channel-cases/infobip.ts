import { byId } from '../channel-stage';
import type { Case } from './case';

export const INFOBIP_CASES: Case[] = [
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
			sender: byId('447860099299'),
			name: 'sale',
			language: 'en',
			category: 'MARKETING',
			contentFrom: 'parts',
			body: 'Save now.',
			buttons: { button: [{ type: 'copyCode', example: 'SAVE20' }] },
			moreParts: { offerText: 'Expiring!', offerExpires: true },
		},
		[
			{
				method: 'POST',
				path: '/whatsapp/2/senders/447860099299/templates',
				body: {
					name: 'sale',
					language: 'en',
					category: 'MARKETING',
					structure: {
						body: { text: 'Save now.' },
						buttons: [{ type: 'COPY_CODE', example: 'SAVE20' }],
						limitedTimeOffer: { text: 'Expiring!', hasExpiration: true },
						type: 'TEXT',
					},
				},
				answer: {
					id: '3002',
					name: 'sale',
					language: 'en',
					status: 'PENDING',
					structure: { body: { text: 'Save now.' } },
				},
			},
		],
		{ templateId: '3002', status: 'pending' },
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
	[
		'infobip',
		'message.get',
		{ channel: 'sms', messageId: 'm-1' },
		[
			{
				method: 'GET',
				path: '/sms/3/logs',
				query: { messageId: 'm-1', limit: '1', useCursor: 'true' },
				answer: {
					results: [
						{ messageId: 'm-1', destination: '41793026727', status: { groupName: 'DELIVERED', id: 5 } },
					],
				},
			},
		],
		{ kind: 'status', channel: 'sms', messageId: 'm-1', to: '+41793026727', status: 'delivered' },
	],
	[
		'infobip',
		'message.getMany',
		{
			channel: 'sms',
			returnAll: false,
			limit: 20,
			filters: {
				after: '2026-11-20T10:00:00',
				messageId: 'm-1, m-2',
				status: 'failed',
				to: '+41793026727',
			},
		},
		[
			{
				method: 'GET',
				path: '/sms/3/logs',
				query: {
					messageId: 'm-1,m-2',
					destination: '41793026727',
					sentSince: '2026-11-20T15:00:00.000+0000',
					generalStatus: 'UNDELIVERABLE',
					limit: '1000',
					useCursor: 'true',
				},
				answer: {
					results: [
						{
							messageId: 'm-1',
							destination: '41793026727',
							status: { groupName: 'UNDELIVERABLE', id: 9 },
							error: { id: 1, name: 'EC_UNKNOWN_SUBSCRIBER', permanent: true },
						},
					],
				},
			},
		],
		{ messageId: 'm-1', status: 'failed', error: { cause: 'recipientUnreachable' } },
	],
	[
		'infobip',
		'message.getMany',
		{ channel: 'whatsapp', limit: 20, filters: { messageId: 'w-1', status: 'failed' } },
		[
			{
				method: 'GET',
				path: '/messages-api/1/reports',
				query: { channel: 'WHATSAPP', messageId: 'w-1', limit: '20' },
				answer: {
					results: [
						{
							messageId: 'w-1',
							destination: '41793026727',
							callbackData: 'row-1',
							status: { groupName: 'DELIVERED', id: 5 },
						},
					],
				},
			},
		],
		{ channel: 'whatsapp', callbackData: 'row-1', status: 'delivered', final: false },
	],
];
