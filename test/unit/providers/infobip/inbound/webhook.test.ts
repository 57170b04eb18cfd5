import { parseWebhook } from '../../../../../core/providers/infobip/inbound/webhook';
import { fixturesOf } from '../../../fixtures';

const { payload } = fixturesOf('infobip');

describe('the details of an account event', () => {
	test.each<[string, object]>([
		[
			'openapi__wa_template_approved',
			{ messageTemplateName: 'template_name', change: { newStatus: 'APPROVED' } },
		],
		['openapi__wa_identity_change', { userNumber: '385919998888', hash: 'eU2Fdi4EMUw=' }],
		['openapi__wa_payment', { paymentStatus: 'CAPTURED', from: '447860064555' }],
		[
			'own__number_purchase_completed',
			{ event: 'RESOURCE_REQUEST_STATUS_UPDATE', status: 'COMPLETED', type: 'NUMBER_PURCHASE' },
		],
		['own__business_app_echo', { event: 'BUSINESS_APP_MESSAGE_ECHO', message: { text: 'From the phone' } }],
	])('of %s are those of the provider', (name, details) => {
		expect(parseWebhook(payload(name))).toMatchObject([{ kind: 'account', details }]);
	});
});

describe('look-alikes', () => {
	const status = { groupId: 3, groupName: 'DELIVERED', id: 5, name: 'DELIVERED_TO_HANDSET' };
	const chat = { type: 'TEXT', text: 'Hi' };
	const sides = { messageId: '1', from: '447700900123', to: '447860099299' };
	const receivedAt = '2026-03-01T10:00:00.000+0000';
	const seenAt = receivedAt;

	test.each<[string, object, object]>([
		['a text without anything else', { ...sides, text: 'Hi' }, { kind: 'message', channel: 'sms' }],
		['a report with sides', { ...sides, status }, { kind: 'status', status: 'delivered' }],
		[
			'a report with a time of arrival and a text',
			{ ...sides, status, receivedAt, text: 'Hi' },
			{ kind: 'status' },
		],
		['a report that was seen', { ...sides, status, seenAt }, { kind: 'status', status: 'read' }],
		['a seen report without a time', { ...sides, seenAt: null }, { kind: 'unknown' }],
		['a report whose status is a word', { ...sides, status: 'DELIVERED' }, { kind: 'unknown' }],
		['a report whose status says nothing', { ...sides, status: {} }, { kind: 'unknown' }],
		[
			'an SMS whose status is a word',
			{ ...sides, status: 'NEW', text: 'Hi' },
			{ kind: 'message', channel: 'sms' },
		],
		[
			'an object as message',
			{ ...sides, message: chat, text: 'Hi' },
			{ kind: 'message', channel: 'whatsapp' },
		],
		['a list as message', { ...sides, message: [], text: 'Hi' }, { kind: 'message', channel: 'mms' }],
		['a text as message', { ...sides, message: 'Hi', text: 'Hi' }, { kind: 'message', channel: 'sms' }],
		['a message within a report', { ...sides, message: chat, status }, { kind: 'message' }],
		[
			'a block with a message',
			{ event: 'BLOCK', content: { destination: '447700900123' }, message: chat },
			{ kind: 'consent', action: 'optOut' },
		],
		['an event with a message', { ...sides, event: 'ECHO', message: chat }, { kind: 'unknown' }],
		['an event without a name', { ...sides, event: '', text: 'Hi' }, { kind: 'message' }],
		['a side without anything', sides, { kind: 'unknown' }],
	])('%s', (_, element, event) => {
		expect(parseWebhook({ results: [element] })).toMatchObject([event]);
	});

	const content = { from: '385919998888', sender: '41793026731' };

	test.each<[string, object, object]>([
		[
			'a preference',
			{ content: { ...content, notificationMessagesStatus: 'stop' } },
			{ kind: 'consent', from: '+385919998888', to: '+41793026731' },
		],
		[
			'a preference that names its business at the top only',
			{ from: '41793026731', content: { from: '385919998888', notificationMessagesStatus: 'STOP' } },
			{ kind: 'consent', from: '+385919998888', to: '+41793026731' },
		],
		[
			'a preference of nobody',
			{ content: { sender: '41793026731', notificationMessagesStatus: 'stop' } },
			{ kind: 'unknown' },
		],
		[
			'a new identity',
			{ content: { ...content, type: 'user_identity_changed' } },
			{ kind: 'account', event: 'identityChange' },
		],
		[
			'a payment',
			{ content: { ...content, type: 'payment', paymentStatus: 'CAPTURED' } },
			{ kind: 'account', event: 'channelEvent' },
		],
		['other content', { content: { ...content, type: 'other' } }, { kind: 'unknown' }],
		['a template without a change', { messageTemplateId: '1' }, { kind: 'unknown' }],
		['an element outside of its list', { ...sides, text: 'Hi', receivedAt }, { kind: 'unknown' }],
	])('%s at the top', (_, body, event) => {
		expect(parseWebhook(body)).toMatchObject([event]);
	});
});
