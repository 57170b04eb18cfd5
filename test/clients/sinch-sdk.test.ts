/** `@sinch/sdk-core` drives the stand-in of Sinch. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { SinchClient, type Conversation } from '@sinch/sdk-core';
import { drive, type Drive } from './driving.ts';
import { startConversation, WORLD } from './stand-ins.ts';

const { sandbox, line, customer } = await startConversation('sinch', 'whatsapp');
after(() => sandbox.close());
const [, other] = WORLD.customers;
assert(other);

const { baseUrl } = sandbox.sinch;
const { projectId, keyId, keySecret, appId: app_id, servicePlanId, smsApiToken, lines } = WORLD.sinch;
const hosts = {
	authHostname: baseUrl,
	conversationHostname: baseUrl,
	numbersHostname: `${baseUrl}/numbers`,
	smsHostname: baseUrl,
};
const { conversation, numbers, sms } = new SinchClient({ projectId, keyId, keySecret, ...hosts });
const ofPlan = new SinchClient({
	servicePlanId,
	apiToken: smsApiToken,
	forceServicePlanIdUsageForSmsApi: true,
	...hosts,
});

const to = customer.phoneNumber.slice(1);
const recipient: Conversation.Recipient = {
	identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity: to }] },
};
const url = 'https://example.com/picture.jpg';
const media_message = { url };
const text_message = { text: 'Hello' };
const choices = [{ text_message: { text: 'Yes' }, postback_data: 'yes' }];
const coordinates = { latitude: 37.7, longitude: -122.4 };
const card = { title: 'A card', description: 'Round', media_message, choices };
const item = { choice: { title: 'A', description: 'Round', postback_data: 'a' } };
const contact = {
	name: { full_name: 'Ana Ruiz', first_name: 'Ana' },
	phone_numbers: [{ phone_number: customer.phoneNumber, type: 'WORK' }],
};
const flow: Conversation.ChannelSpecificMessage = {
	message_type: 'FLOWS',
	message: {
		flow_id: '1',
		flow_cta: 'Book',
		flow_token: 't',
		flow_mode: 'published',
		flow_action: 'navigate',
		flow_action_payload: { screen: 'FIRST', data: { city: 'Berlin' } },
		body: { text: 'Book' },
	},
};

const MESSAGES: readonly (readonly [name: string, message: Conversation.AppMessage])[] = [
	['text', { text_message }],
	['media', { media_message: { url, filename_override: 'a.jpg' } }],
	['choices', { choice_message: { text_message, choices, message_properties: { whatsapp_footer: 'Bye' } } }],
	[
		'a link to choose',
		{ choice_message: { text_message, choices: [{ url_message: { title: 'Open', url } }] } },
	],
	[
		'a number to choose',
		{ choice_message: { text_message, choices: [{ call_message: { title: 'Call', phone_number: to } }] } },
	],
	[
		'a place to choose',
		{ choice_message: { text_message, choices: [{ location_message: { title: 'Here', coordinates } }] } },
	],
	['card', { card_message: card }],
	['carousel', { carousel_message: { cards: [card, card] } }],
	[
		'list',
		{
			list_message: {
				title: 'Which?',
				sections: [{ title: 'All', items: [item] }],
				message_properties: { menu: 'Choose' },
			},
		},
	],
	[
		'list of products',
		{
			list_message: {
				title: 'These?',
				sections: [{ title: 'All', items: [{ product: { id: 'a', marketplace: 'FACEBOOK' } }] }],
				message_properties: { catalog_id: '1', menu: 'Choose' },
			},
		},
	],
	['location', { location_message: { title: 'Here', label: '1 Market Street', coordinates } }],
	['contact', { contact_info_message: contact }],
	[
		'template',
		{
			template_message: {
				channel_template: {
					WHATSAPP: {
						template_id: 'order_ready',
						language_code: 'en',
						parameters: { 'body[1]text': 'Ana', 'body[2]text': '1042', 'button[0]url[1]text': '1042' },
					},
				},
			},
		},
	],
	['flow', { text_message, channel_specific_message: { WHATSAPP: flow } }],
	['other words on a channel', { text_message, explicit_channel_message: { WHATSAPP: 'Hello' } }],
	[
		'another message on a channel',
		{ text_message, explicit_channel_omni_message: { WHATSAPP: { media_message } } },
	],
];

async function send(message: Conversation.AppMessage, more: object = {}): Promise<void> {
	const { message_id } = await conversation.messages.send({
		sendMessageRequestBody: { app_id, recipient, message, ...more },
	});
	assert.ok(message_id);
}

const offered = '+15550100121';
const first = lines.find(({ channel }) => channel === 'sms')?.phoneNumber ?? '';
const target = 'https://n8n.example.org/webhook/7f/webhook';

async function makeWebhook(): Promise<string> {
	const { id } = await conversation.webhooks.create({
		webhookCreateRequestBody: {
			app_id,
			target: `${target}/${Date.now()}`,
			target_type: 'HTTP',
			triggers: ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY'],
			secret: 'a-secret',
		},
	});
	assert.ok(id);
	return id;
}

async function makeBatch(): Promise<string> {
	const { id } = await sms.batches.send({ sendSMSRequestBody: { type: 'mt_text', to: [to], body: 'Hello' } });
	assert.ok(id);
	return id;
}

const event = (sent: Conversation.AppEvent) =>
	conversation.events.send({ sendEventRequestBody: { app_id, recipient, event: sent } });

const calls: Drive[] = [
	...MESSAGES.map(([name, message]): Drive => [name, () => send(message)]),
	[
		'text with everything around it',
		() =>
			send(
				{ text_message },
				{
					callback_url: target,
					channel_priority_order: ['WHATSAPP', 'SMS'],
					message_metadata: 'order-1',
					correlation_id: 'order-1',
					ttl: 60,
					queue: 'HIGH_PRIORITY',
					processing_strategy: 'DISPATCH_ONLY',
					message_content_type: 'CONTENT_MARKETING',
				},
			),
	],
	[
		'text to a user ID',
		() =>
			send(
				{ text_message },
				{
					recipient: {
						identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity: customer.userId }] },
					},
				},
			),
	],
	['that somebody writes', () => event({ composing_event: {} })],
	['that somebody writes no more', () => event({ composing_end_event: {} })],
	[
		'that an agent is there',
		() => event({ agent_joined_event: { agent: { display_name: 'Eve', type: 'HUMAN', picture_url: url } } }),
	],
	[
		'apps',
		async () => {
			assert.ok((await conversation.app.list({})).apps?.length);
		},
	],
	[
		'an app',
		async () => {
			assert.equal((await conversation.app.get({ app_id })).id, app_id);
		},
	],
	[
		'changing an app',
		() =>
			conversation.app.update({
				app_id,
				appUpdateRequestBody: { display_name: 'Sunrise' },
				update_mask: ['display_name'],
			}),
	],
	['making a webhook', makeWebhook],
	[
		'webhooks',
		async () => {
			assert.ok((await conversation.webhooks.list({ app_id })).webhooks?.length);
		},
	],
	['a webhook', async () => await conversation.webhooks.get({ webhook_id: await makeWebhook() })],
	[
		'changing a webhook',
		async () =>
			await conversation.webhooks.update({
				webhook_id: await makeWebhook(),
				webhookUpdateRequestBody: { target: `${target}/changed`, triggers: ['MESSAGE_INBOUND'] },
				update_mask: ['target', 'triggers'],
			}),
	],
	[
		'deleting a webhook',
		async () => {
			const answer: unknown = await conversation.webhooks.delete({ webhook_id: await makeWebhook() });
			return answer;
		},
	],
	[
		'who opted out of all',
		() => conversation.consents.listIdentities({ app_id, list_type: 'OPT_OUT_ALL', page_size: 10 }),
	],
	[
		'who opted out of marketing',
		() => conversation.consents.listIdentities({ app_id, list_type: 'OPT_OUT_MARKETING' }),
	],
	[
		'the consent of one person',
		async () => {
			sandbox.sinch.setConsentManagement('secondary');
			sandbox.sinch.customerSends(other.phoneNumber, 'STOP', { numberId: line.id });
			const { audit_records: records } = await conversation.consents.listAuditRecords({
				app_id,
				identity: other.phoneNumber,
			});
			assert.equal(records?.length, 1);
		},
	],
	['SMS', makeBatch],
	[
		'SMS with everything around it',
		() =>
			sms.batches.send({
				sendSMSRequestBody: {
					type: 'mt_text',
					from: first.slice(1),
					to: [to],
					body: 'Hello ${name}',
					parameters: { name: { [to]: 'Ana', default: 'you' } },
					delivery_report: 'per_recipient',
					callback_url: target,
					client_reference: 'order-1',
					expire_at: new Date(Date.now() + 3_600_000),
					flash_message: false,
					truncate_concat: true,
					max_number_of_message_parts: 3,
				},
			}),
	],
	[
		'binary SMS',
		() =>
			sms.batches.sendBinaryMessage({
				sendSMSRequestBody: { type: 'mt_binary', to: [to], body: 'SGVsbG8=', udh: '050003CC0301' },
			}),
	],
	[
		'MMS',
		() =>
			sms.batches.sendMediaMessage({
				sendSMSRequestBody: {
					type: 'mt_media',
					to: [to],
					body: { url, message: 'A picture', subject: 'Look' },
				},
			}),
	],
	[
		'SMS of a service plan',
		() => ofPlan.sms.batches.send({ sendSMSRequestBody: { type: 'mt_text', to: [to], body: 'Hello' } }),
	],
	[
		'what an SMS would come to',
		async () => {
			const { number_of_messages: messages, per_recipient: shown } = await sms.batches.dryRun({
				per_recipient: true,
				number_of_recipients: 10,
				dryRunRequestBody: { type: 'mt_text', to: [to], body: 'x'.repeat(200) },
			});
			assert.equal(messages, 2);
			assert.deepEqual(shown, [
				{ recipient: to, body: 'x'.repeat(200), number_of_parts: 2, encoding: 'text' },
			]);
		},
	],
	['batches', () => sms.batches.list({ page_size: 10 })],
	['a batch', async () => await sms.batches.get({ batch_id: await makeBatch() })],
	[
		'numbers for rent',
		() =>
			numbers.availableNumber.list({
				regionCode: 'US',
				type: 'LOCAL',
				capabilities: ['SMS', 'VOICE'],
				size: 5,
				'numberPattern.pattern': '555',
				'numberPattern.searchPattern': 'CONTAINS',
			}),
	],
	[
		'a number for rent',
		async () => {
			assert.equal((await numbers.availableNumber.checkAvailability({ phoneNumber: offered })).type, 'LOCAL');
		},
	],
	[
		'renting a number',
		() =>
			numbers.availableNumber.rent({
				phoneNumber: offered,
				rentNumberRequestBody: { smsConfiguration: { servicePlanId } },
			}),
	],
	[
		'renting any number',
		() =>
			numbers.availableNumber.rentAny({
				rentAnyNumberRequestBody: { regionCode: 'US', type: 'LOCAL', capabilities: ['SMS'] },
			}),
	],
	[
		'numbers',
		async () => {
			assert.ok(
				(await numbers.activeNumber.list({ regionCode: 'US', type: 'LOCAL', pageSize: 10 })).data.length,
			);
		},
	],
	['a number', () => numbers.activeNumber.get({ phoneNumber: first })],
	[
		'changing a number',
		() =>
			numbers.activeNumber.update({
				phoneNumber: first,
				updateActiveNumberRequestBody: { displayName: 'Sunrise', callbackUrl: target },
			}),
	],
	['giving a number back', () => numbers.activeNumber.release({ phoneNumber: offered })],
	['the secret of number events', () => numbers.callbacks.get({})],
	[
		'changing that secret',
		() => numbers.callbacks.update({ updateCallbackConfigurationRequestBody: { hmacSecret: 'a-secret' } }),
	],
];

drive('sinch', calls, [
	[
		'contacts, conversations, capability, transcoding, templates of the Conversation API',
		'not of the package',
	],
	['batches.cancel, update, replace, delivery reports, inbounds, groups', 'not of the package'],
	['fax, voice, verification, number lookup, SIP', 'not of the package'],
]);
