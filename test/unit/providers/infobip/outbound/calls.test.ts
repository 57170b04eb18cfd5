import fc from 'fast-check';
import { outbound } from '../../../../../core/providers/infobip/outbound';
import { fixturesOf } from '../../../fixtures';
import { anyMessage, batchKeyOf, buildTogether, parsed } from '../../sending';

const { payload } = fixturesOf('infobip');
const line = {};

const sms = (to: string, more: object = {}) => parsed({ type: 'text', text: `For ${to}`, to, ...more });
const template = (to: string, more: object = {}) =>
	parsed({
		type: 'template',
		channel: 'whatsapp',
		sender: '+441134960000',
		to,
		name: 'hello',
		language: 'en',
		values: {},
		...more,
	});
const whatsApp = parsed({
	type: 'text',
	channel: 'whatsapp',
	sender: '+441134960000',
	to: '+441134960001',
	text: 'Hello',
});

describe('a batch', () => {
	test('of SMS is one call with a message for each', () => {
		const one = sms('+41793026727', { clientMessageId: '1', sendAt: '2026-05-01T09:00:00Z' });
		expect(buildTogether(outbound, line, one, sms('+41435675123'))).toStrictEqual({
			ok: true,
			request: {
				method: 'POST',
				path: '/sms/3/messages',
				body: {
					messages: [
						{
							destinations: [{ to: '41793026727', messageId: '1' }],
							content: { text: 'For +41793026727' },
						},
						{ destinations: [{ to: '41435675123' }], content: { text: 'For +41435675123' } },
					],
					options: { schedule: { sendAt: '2026-05-01T09:00:00.000+0000' } },
				},
			},
		});
	});

	test('of templates is one call', () => {
		const other = template('+441134960002', { name: 'other' });
		expect(buildTogether(outbound, line, template('+441134960001'), other)).toMatchObject({
			request: {
				path: '/whatsapp/1/message/template',
				body: {
					messages: [
						{ to: '441134960001', content: { templateName: 'hello' } },
						{ to: '441134960002', content: { templateName: 'other' } },
					],
				},
			},
		});
	});

	test('with a message that cannot be sent is refused', () => {
		expect(buildTogether(outbound, line, sms('+41793026727'), sms('12'))).toMatchObject({
			ok: false,
			field: 'to',
		});
	});

	test('has a size', () => {
		expect(outbound.batchSize).toBe(100);
	});
});

test.each<[string, boolean, object, object]>([
	['SMS of different texts and senders', true, {}, { sender: 'InfoSMS', flash: true, callbackData: 'a' }],
	['SMS of the same time', true, { sendAt: '2026-05-01T09:00:00Z' }, { sendAt: '2026-05-01T11:00:00+02:00' }],
	['SMS of different times', false, { sendAt: '2026-05-01T09:00:00Z' }, {}],
	['SMS whose links are treated differently', false, { shortenLinks: true }, {}],
])('%s share a call: %s', (_, expected, one, other) => {
	const keys = [sms('+41793026727', one), sms('+41435675123', other)].map((message) =>
		batchKeyOf(outbound, line, message),
	);
	expect(keys[0]).toEqual(expect.any(String));
	expect(keys[0] === keys[1]).toBe(expected);
});

test('templates share a call with each other, not with SMS', () => {
	const key = batchKeyOf(outbound, line, template('+441134960001', { callbackData: 'a' }));
	expect(key).toEqual(batchKeyOf(outbound, line, template('+441134960002', { name: 'other' })));
	expect(key).not.toEqual(batchKeyOf(outbound, line, sms('+41793026727')));
});

test('what goes alone or not at all has no key', () => {
	expect(batchKeyOf(outbound, line, whatsApp)).toBeUndefined();
	expect(batchKeyOf(outbound, line, sms('12'))).toBeUndefined();
});

test('a message with an ID of ours may be repeated', () => {
	expect(outbound.isRepeatable?.(sms('+41793026727', { clientMessageId: '1' }))).toBe(true);
	expect(outbound.isRepeatable?.(sms('+41793026727'))).toBe(false);
});

const accepted = (messageId: string, details: object) => ({ outcome: 'accepted', messageId, details });
const row = (
	messageId: string | undefined,
	destination: string | undefined,
	groupId: number,
	id: number,
) => ({
	messageId,
	destination,
	status: { groupId, id, name: `STATUS_${id}`, description: 'Words' },
});
const first = '+41793026727';
const second = '+41435675123';

describe('an answer', () => {
	test('to two SMS accepts each', () => {
		const answers = outbound.readAnswer(
			[sms(first), sms(second)],
			200,
			payload('response__sms_v3_send_two'),
			line,
		);
		const details = { bulkId: '2034072219640523072', parts: 1, status: 'PENDING_ACCEPTED' };
		expect(answers).toStrictEqual([
			accepted('2250be2d4219-3af1-78856-aabe-1362af1edfd2', details),
			accepted('3350be2d4219-3af1-23343-bbbb-1362af1edfd3', details),
		]);
	});

	test('to a WhatsApp message is the message itself', () => {
		expect(outbound.readAnswer([whatsApp], 200, payload('response__wa_text_send'), line)).toStrictEqual([
			accepted('a28dd97c-1ffb-4fcf-99f1-0b557ed381da', { parts: 1, status: 'PENDING_ENROUTE' }),
		]);
	});

	test('to a read receipt has no body', () => {
		const receipt = parsed({
			type: 'readReceipt',
			channel: 'whatsapp',
			sender: first,
			messageId: 'inbound-1',
		});
		expect(outbound.readAnswer([receipt], 204, '', line)).toStrictEqual([accepted('inbound-1', {})]);
		expect(outbound.readAnswer([receipt], 404, '', line)).toMatchObject([{ outcome: 'rejected' }]);
	});

	test('may come as text', () => {
		const body = JSON.stringify(payload('response__wa_text_send'));
		expect(outbound.readAnswer([whatsApp], 200, body, line)).toMatchObject([{ outcome: 'accepted' }]);
	});

	test.each([0, 1, 3])('of status group %i accepts', (groupId) => {
		const body = { messages: [row('1', '41793026727', groupId, 5)] };
		expect(outbound.readAnswer([sms(first)], 200, body, line)).toMatchObject([
			{ outcome: 'accepted', messageId: '1' },
		]);
	});

	test.each([
		[5, 10, 'optedOut', false],
		[5, 12, 'quotaExhausted', false],
		[5, 20, 'rateLimited', true],
		[5, 23, 'contentRejected', false],
		[2, 9, 'recipientUnreachable', false],
		[4, 15, 'recipientUnreachable', false],
	])('of status %i:%i refuses one among others: %s', (groupId, id, cause, retryable) => {
		const body = { messages: [row('1', '41793026727', groupId, id), row('2', '41435675123', 1, 26)] };
		expect(outbound.readAnswer([sms(first), sms(second)], 200, body, line)).toMatchObject([
			{ outcome: 'rejected', error: { code: `STATUS_${id}`, cause, retryable } },
			{ outcome: 'accepted', messageId: '2' },
		]);
	});

	test('that our ID was there before accepts', () => {
		const repeated = sms(first, { clientMessageId: 'mine-1' });
		const body = { messages: [row('mine-1', '41793026727', 5, 23)] };
		expect(outbound.readAnswer([repeated], 200, body, line)).toStrictEqual([
			accepted('mine-1', { repeated: true }),
		]);
	});

	test('is matched by our IDs, whatever the order', () => {
		const messages = [sms(first, { clientMessageId: 'a' }), sms(first, { clientMessageId: 'b' })];
		const body = { messages: [row('b', '41793026727', 5, 10), row('a', '41793026727', 1, 26)] };
		expect(outbound.readAnswer(messages, 200, body, line)).toMatchObject([
			{ outcome: 'accepted', messageId: 'a' },
			{ outcome: 'rejected', error: { cause: 'optedOut' } },
		]);
	});

	test.each<[string, unknown]>([
		['names other recipients', { messages: [row('1', '4912345678', 1, 26)] }],
		['has fewer rows', { messages: [] }],
		['has a row without status', { messages: [{ messageId: '1', destination: '41793026727' }] }],
		['has a group that is not known', { messages: [row('1', '41793026727', 9, 99)] }],
		['has no id', { messages: [row(undefined, '41793026727', 1, 26)] }],
		['has odd rows', { messages: [null] }],
		['has no rows', {}],
		['is a web page', '<html></html>'],
		['is empty', undefined],
	])('that %s leaves the message in doubt', (_, body) => {
		expect(outbound.readAnswer([sms(first)], 200, body, line)).toMatchObject([
			{ outcome: 'rejected', error: { code: 'http.200', cause: 'unknown', retryable: false } },
		]);
	});

	test('in doubt for one message says nothing of a refused neighbour', () => {
		const body = { messages: [row('1', '41793026727', 5, 10)] };
		expect(outbound.readAnswer([sms(first), sms(second)], 200, body, line)).toMatchObject([
			{ error: { cause: 'optedOut' } },
			{ error: { cause: 'unknown' } },
		]);
	});

	test.each<[number, unknown, object]>([
		[401, payload('response__ApiException401'), { cause: 'credentialInvalid' }],
		[400, payload('response__sms_v3_400_bad_request'), { code: 'E400', cause: 'contentRejected' }],
		[429, '', { cause: 'rateLimited', retryable: true }],
		[500, { requestError: { serviceException: { messageId: 'GENERAL_ERROR' } } }, { retryable: true }],
		[502, '<html></html>', { retryable: false }],
		[200, payload('response__ApiException401'), { cause: 'credentialInvalid' }],
	])('of HTTP %i is an error for all', (httpStatus, body, error) => {
		expect(outbound.readAnswer([sms(first), sms(second)], httpStatus, body, line)).toMatchObject([
			{ outcome: 'rejected', error },
			{ outcome: 'rejected', error },
		]);
	});
});

test('nothing throws', () => {
	fc.assert(
		fc.property(
			fc.array(anyMessage('infobip'), { maxLength: 3 }),
			fc.integer({ min: 200, max: 599 }),
			fc.oneof(fc.jsonValue(), fc.string(), fc.record({ messages: fc.jsonValue(), status: fc.jsonValue() })),
			(messages, httpStatus, body) => {
				for (const message of messages) {
					const result = outbound.build(message, line);
					if (!result.ok) expect(result.message).not.toBe('');
					else expect(result.request.path).toMatch(/^\/(sms|whatsapp)\//);
				}
				const [one, ...others] = messages;
				if (one !== undefined) buildTogether(outbound, line, one, ...others);
				expect(outbound.readAnswer(messages, httpStatus, body, line)).toHaveLength(messages.length);
			},
		),
	);
});
