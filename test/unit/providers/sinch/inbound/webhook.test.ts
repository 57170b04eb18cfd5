import { parseWebhook } from '../../../../../core/providers/sinch/inbound/webhook';
import { vectors } from '../../../../fixtures/sinch/signatures.json';
import { fixturesOf } from '../../../fixtures';

const { payload } = fixturesOf('sinch');

describe('fragments of a message', () => {
	const bodyWith = (contact_message: unknown) => ({
		app_id: '01APP',
		message: {
			id: '01MSG',
			contact_message,
			channel_identity: { channel: 'WHATSAPP', identity: '447700900123' },
		},
	});

	test.each<[string, object]>([
		[
			'fragment__contact_message_fallback',
			{
				type: 'unsupported',
				error: {
					code: 'RECIPIENT_NOT_OPTED_IN',
					cause: 'unknown',
					detail: 'reason description; channel code a channel code',
				},
			},
		],
		[
			'fragment__contact_message_media_card',
			{ type: 'document', text: 'caption value', media: { url: 'an url value' } },
		],
		[
			'fragment__contact_message_nfm_reply',
			{ type: 'flowReply', text: 'nfm reply body value', payload: { key: 'value' } },
		],
	])('%s', (name, content) => {
		expect(parseWebhook(bodyWith(payload(name)))).toMatchObject([
			{ kind: 'message', replyToId: 'message id value', ...content },
		]);
	});
});

describe('bodies of the signature vectors', () => {
	const events: Record<string, object> = {
		sms_recipient_dlr: { kind: 'status', status: 'delivered', to: '+33662162466', final: true },
		sms_recipient_dlr_bad_signature: { kind: 'status', status: 'delivered' },
		conversation_contact_create: {
			kind: 'account',
			event: 'contactUpdate',
			id: '01FJA8B466Y0R2GNXD78MD9SM1',
		},
		conversation_delivery_no_algorithm_header: { kind: 'status', status: 'queued', final: false },
		numbers_node: { kind: 'account', event: 'numberUpdate', timestamp: '2024-02-10T17:22:09.412Z' },
		numbers_java: { kind: 'account', event: 'numberUpdate', details: { status: 'SUCCEEDED' } },
	};

	test.each(vectors.map(({ name, body }) => [name, body]))('%s', (name = '', body = '') => {
		expect(parseWebhook(JSON.parse(body))).toMatchObject([events[name]]);
	});
});

describe('the details of an account event', () => {
	test.each<[string, object]>([
		['java__conv_channel', { trigger: 'CHANNEL_EVENT', event_type: 'WHATS_APP_QUALITY_RATING_CHANGED' }],
		['java__conv_capability', { trigger: 'CAPABILITY', capability_status: 'CAPABILITY_PARTIAL' }],
		['java__conv_contact_create', { trigger: 'CONTACT_CREATE', contact: { id: 'my created contact ID' } }],
		['java__conv_unsupported_callback', { trigger: 'UNSUPPORTED', payload: 'payload value' }],
		['java__conv_delivery_receipt', { trigger: 'EVENT_DELIVERY', event_id: 'event id', status: 'DELIVERED' }],
		['java__numbers_event', { eventType: 'PROVISIONING_TO_CAMPAIGN', failureCode: 'CAMPAIGN_NOT_AVAILABLE' }],
		['own__conv_composing', { trigger: 'EVENT_INBOUND', contact_event: { composing_event: {} } }],
		['own__conv_duplicated_identities_at_the_top', { duplicated_identities: [{ channel: 'SMS' }] }],
	])('of %s are those of the provider', (name, details) => {
		expect(parseWebhook(payload(name))).toMatchObject([{ kind: 'account', details }]);
	});
});

describe('look-alikes', () => {
	const report = { batch_id: '01BATCH', status: 'Delivered', code: 0, recipient: '447700900123' };
	const rows = { batch_id: '01BATCH', statuses: [{ status: 'Delivered', code: 0, count: 1 }] };
	const contact_message = { text_message: { text: 'Hi' } };

	test.each<[string, object, object]>([
		[
			'a report about a recipient',
			{ type: 'recipient_delivery_report_sms', ...report },
			{ kind: 'status', to: '+447700900123' },
		],
		[
			'a report about a batch',
			{ type: 'delivery_report_sms', ...rows },
			{ kind: 'status', messageId: '01BATCH' },
		],
		['rows under the wrong name', { type: 'recipient_delivery_report_sms', ...rows }, { kind: 'unknown' }],
		['a recipient under the wrong name', { type: 'delivery_report_sms', ...report }, { kind: 'unknown' }],
		['a report without a name', report, { kind: 'unknown' }],
		[
			'a receipt of a message',
			{ message_delivery_report: { message_id: '1', status: 'READ' } },
			{ kind: 'status', status: 'read' },
		],
		[
			'a receipt of an event',
			{ event_delivery_report: { event_id: '1', status: 'DELIVERED' } },
			{ kind: 'account', event: 'channelEvent' },
		],
		['a message', { message: { contact_message } }, { kind: 'message', text: 'Hi' }],
		['a redacted message', { message_redaction: { contact_message } }, { kind: 'account' }],
		[
			'a message of ours',
			{ message_submit_notification: { message_id: '1', submitted_message: contact_message } },
			{ kind: 'status', status: 'queued' },
		],
		[
			'a message with a type of its own',
			{ type: 'mo_text', message: { contact_message } },
			{ kind: 'unknown' },
		],
		[
			'a message with a type that is none of ours',
			{ type: 'other', message: { contact_message } },
			{ kind: 'message' },
		],
		[
			'a Numbers event with a message',
			{ eventId: '1', resourceId: '2', eventType: '3', message: { contact_message } },
			{ kind: 'account', event: 'numberUpdate' },
		],
	])('%s', (_, body, event) => {
		expect(parseWebhook(body)).toMatchObject([event]);
	});
});

test('of a row with several recipients each event keeps its own', () => {
	const row = { status: 'Delivered', code: 0, count: 2, recipients: ['447700900123', '447700900124'] };
	const raws = parseWebhook({ type: 'delivery_report_sms', batch_id: '1', statuses: [row] }).map(
		({ raw }) => raw,
	);
	expect(raws).toEqual([
		{ ...row, recipients: ['447700900123'] },
		{ ...row, recipients: ['447700900124'] },
	]);
});
