import fc from 'fast-check';
import { parseWebhook } from '../../../../../core/providers/sinch/inbound/webhook';
import { outbound } from '../../../../../core/providers/sinch/outbound';
import { fixturesOf } from '../../../fixtures';
import { anyMessage, batchKeyOf, buildFrom, buildTogether, parsed } from '../../sending';

const { payload } = fixturesOf('sinch');
const line = { accountId: 'project-1', appId: 'app-1' } as const;
const plan = { ...line, servicePlanId: 'plan-1' } as const;

const sms = (to: string, more: object = {}) => parsed({ type: 'text', text: 'Hello', to, ...more });
const group = parsed({ type: 'text', text: 'Hello', toGroupId: 'group-1' });
const whatsApp = parsed({ type: 'text', text: 'Hello', channel: 'whatsapp', to: '+46732001122' });
const first = '+15551230001';
const second = '+15551230002';

describe('a batch', () => {
	test('of one text is one call for all recipients', () => {
		const settings = { sender: '+15551231234', callbackData: 'spring' };
		expect(buildTogether(outbound, plan, sms(first, settings), sms(second, settings))).toStrictEqual({
			ok: true,
			request: {
				method: 'POST',
				base: 'sms',
				path: '/xms/v1/plan-1/batches',
				body: {
					to: [first, second],
					from: '+15551231234',
					type: 'mt_text',
					body: 'Hello',
					delivery_report: 'per_recipient',
					client_reference: 'spring',
				},
			},
		});
	});

	test('that cannot be sent is refused', () => {
		expect(buildTogether(outbound, plan, sms(first), sms('12'))).toMatchObject({
			ok: false,
			field: 'to',
		});
	});

	test('has a size', () => {
		expect(outbound.batchSize).toBe(1000);
	});
});

test.each<[string, boolean, object]>([
	['nothing but the recipient', true, {}],
	['the purpose, which the API does not take', true, { purpose: 'marketing' }],
	['the text', false, { text: 'Other' }],
	['the sender', false, { sender: '12345' }],
	['the callback data', false, { callbackData: 'a' }],
	['the webhook', false, { reportUrl: 'https://example.com/reports' }],
	['the time', false, { sendAt: '2026-05-01T09:00:00Z' }],
	['the kind', false, { flash: true }],
])('messages that differ in %s share a call: %s', (_, expected, change) => {
	const keys = [sms(first), sms(second, change)].map((message) => batchKeyOf(outbound, plan, message));
	expect(keys[0]).toEqual(expect.any(String));
	expect(keys[0] === keys[1]).toBe(expected);
});

test('what goes alone or not at all has no key', () => {
	expect(batchKeyOf(outbound, plan, whatsApp)).toBeUndefined();
	expect(batchKeyOf(outbound, line, sms(first))).toBeUndefined();
	expect(batchKeyOf(outbound, plan, group)).toBeUndefined();
	expect(batchKeyOf(outbound, plan, sms('12'))).toBeUndefined();
});

test('no message may be repeated: Sinch does not know ours again', () => {
	expect('isRepeatable' in outbound).toBe(false);
});

describe('an answer', () => {
	const batch = { id: '01FC66621XXXXX119Z8PMV1QPQ', to: [first, second], canceled: false, type: 'mt_text' };

	test('to a batch gives its id for every recipient', () => {
		expect(outbound.readAnswer([sms(first), sms('1 555 123 0002')], 201, batch, plan)).toStrictEqual([
			{ outcome: 'accepted', messageId: batch.id, details: { to: first } },
			{ outcome: 'accepted', messageId: batch.id, details: { to: second } },
		]);
	});

	test('to a group names it', () => {
		expect(outbound.readAnswer([group], 201, batch, plan)).toStrictEqual([
			{ outcome: 'accepted', messageId: batch.id, details: { groupId: 'group-1' } },
		]);
	});

	test('of the Conversation API gives the message id', () => {
		expect(outbound.readAnswer([whatsApp], 200, payload('response__conv_send'), plan)).toStrictEqual([
			{ outcome: 'accepted', messageId: 'message id', details: { acceptedAt: '2024-06-18T12:34:56Z' } },
		]);
		expect(outbound.readAnswer([whatsApp], 200, '{"message_id":"1"}', plan)).toStrictEqual([
			{ outcome: 'accepted', messageId: '1', details: {} },
		]);
	});

	test.each<[number, unknown, object]>([
		[
			400,
			payload('response__sms_error'),
			{ code: 'syntax_invalid_parameter_format', cause: 'contentRejected' },
		],
		[403, { code: 'forbidden_number', text: 'No' }, { cause: 'configurationInvalid' }],
		[401, '', { code: 'http.401', cause: 'credentialInvalid' }],
		[429, { error: { code: 429, status: 'RESOURCE_EXHAUSTED' } }, { cause: 'rateLimited', retryable: true }],
		[503, { error: { code: 503, status: 'UNAVAILABLE' } }, { retryable: true }],
		[502, '<html></html>', { retryable: false }],
		[201, {}, { code: 'http.201', cause: 'unknown', retryable: false }],
		[201, '<html></html>', { cause: 'unknown' }],
		[201, { message_id: 'of the other API' }, { cause: 'unknown' }],
		[400, { id: 'of no batch' }, { cause: 'contentRejected' }],
	])('of HTTP %i without the id is an error for all: %j', (httpStatus, body, error) => {
		expect(outbound.readAnswer([sms(first), sms(second)], httpStatus, body, plan)).toMatchObject([
			{ outcome: 'rejected', error },
			{ outcome: 'rejected', error },
		]);
	});
});

/** What the trigger makes of a report has to bear the id, the recipient and the reference of the send. */
describe('a status belongs to its send', () => {
	const sent = { type: 'text', text: 'Hello', to: '+15551230001', callbackData: 'order-1042' };

	test('over the SMS API by batch, recipient and reference', () => {
		const built = buildFrom(outbound, sent, plan);
		expect(built).toMatchObject({
			request: { body: { delivery_report: 'per_recipient', client_reference: 'order-1042' } },
		});
		const [answer] = outbound.readAnswer([parsed(sent)], 201, { id: 'batch-1' }, plan);
		const [status] = parseWebhook({
			type: 'recipient_delivery_report_sms',
			batch_id: 'batch-1',
			recipient: '15551230001',
			code: 0,
			status: 'Delivered',
			client_reference: 'order-1042',
		});
		expect(status).toMatchObject({ messageId: 'batch-1', to: '+15551230001', callbackData: 'order-1042' });
		expect(answer).toMatchObject({ messageId: 'batch-1', details: { to: '+15551230001' } });
	});

	test('over the Conversation API by message and metadata', () => {
		const built = buildFrom(outbound, { ...sent, channel: 'whatsapp' }, line);
		expect(built).toMatchObject({ request: { body: { message_metadata: 'order-1042' } } });
		const [status] = parseWebhook({
			app_id: 'app-1',
			message_delivery_report: {
				message_id: 'message-1',
				status: 'DELIVERED',
				channel_identity: { channel: 'WHATSAPP', identity: '15551230001', app_id: 'app-1' },
				metadata: 'order-1042',
			},
		});
		expect(status).toMatchObject({ messageId: 'message-1', to: '+15551230001', callbackData: 'order-1042' });
	});
});

test('nothing throws', () => {
	fc.assert(
		fc.property(
			fc.array(anyMessage('sinch'), { maxLength: 3 }),
			fc.constantFrom(line, plan, {}),
			fc.integer({ min: 200, max: 599 }),
			fc.oneof(fc.jsonValue(), fc.string(), fc.record({ id: fc.jsonValue(), message_id: fc.jsonValue() })),
			(messages, ownLine, httpStatus, body) => {
				for (const message of messages) {
					const result = outbound.build(message, ownLine);
					if (!result.ok) expect(result.message).not.toBe('');
					else
						expect(result.request.path).toMatch(
							/^\/(xms\/v1\/plan-1\/batches|v1\/projects\/project-1\/messages:send)$/,
						);
				}
				const [one, ...others] = messages;
				if (one !== undefined) buildTogether(outbound, ownLine, one, ...others);
				expect(outbound.readAnswer(messages, httpStatus, body, ownLine)).toHaveLength(messages.length);
			},
		),
	);
});
