import fc from 'fast-check';
import { parseOutgoing } from '../../../../../core/messages';
import { outbound } from '../../../../../core/providers/whatsapp-cloud/outbound';
import { sampleOf, type SampleType } from './build';

function answerTo(type: SampleType, httpStatus: number, body: unknown) {
	const parsed = parseOutgoing(sampleOf(type));
	if (!parsed.ok) throw new Error(parsed.message);
	return outbound.readAnswer([parsed.message], httpStatus, body, {});
}

const accepted = (messageId: string, details: object = {}) => [{ outcome: 'accepted', messageId, details }];

test.each<[string, unknown, object]>([
	[
		'to a phone number',
		{
			messaging_product: 'whatsapp',
			contacts: [{ input: '+16505551234', wa_id: '16505551234' }],
			messages: [{ id: 'wamid.1' }],
		},
		{ waId: '16505551234' },
	],
	[
		'to a user ID',
		{ contacts: [{ input: 'US.1', user_id: 'US.1' }], messages: [{ id: 'wamid.1' }] },
		{ userId: 'US.1' },
	],
	['to a group', { messages: [{ id: 'wamid.1', group_id: 'g' }] }, { groupId: 'g' }],
	[
		'of a template that is held',
		{ contacts: [], messages: [{ id: 'wamid.1', message_status: 'held_for_quality_assessment' }] },
		{ status: 'held_for_quality_assessment' },
	],
	['with odd contacts', { contacts: ['odd'], messages: [{ id: 'wamid.1' }] }, {}],
])('a message %s is accepted', (_, body, details) => {
	expect(answerTo('text', 200, body)).toStrictEqual(accepted('wamid.1', details));
});

test('a read receipt bears the ID of the message that it marks', () => {
	expect(answerTo('readReceipt', 200, { success: true })).toStrictEqual(accepted('wamid.1'));
});

const refusal = { error: { message: 'Too many', code: 131056, error_data: { details: 'Same person' } } };

test.each<[string, SampleType, number, unknown, object]>([
	[
		'an error of Meta',
		'text',
		400,
		refusal,
		{ code: '131056', cause: 'rateLimited', retryable: true, detail: 'Same person' },
	],
	['an error with HTTP 200', 'text', 200, refusal, { code: '131056' }],
	[
		'an error with an ID',
		'text',
		500,
		{ messages: [{ id: 'wamid.1' }] },
		{ code: 'http.500', retryable: false },
	],
	['an answer without an ID', 'text', 200, { messages: [{}] }, { code: 'http.200', retryable: false }],
	['an answer without messages', 'text', 200, { messages: [] }, { code: 'http.200' }],
	['an answer that is no object', 'text', 200, 'OK', { code: 'http.200' }],
	['no answer', 'text', 204, undefined, { code: 'http.204' }],
	['a read receipt without success', 'readReceipt', 200, { success: false }, { code: 'http.200' }],
	['a read receipt that is refused', 'readReceipt', 400, refusal, { code: '131056' }],
])('%s is no acceptance', (_, type, httpStatus, body, error) => {
	expect(answerTo(type, httpStatus, body)).toMatchObject([{ outcome: 'rejected', error }]);
});

test('any answer is read', () => {
	fc.assert(
		fc.property(fc.integer({ min: 100, max: 599 }), fc.anything(), fc.anything(), (status, body, member) => {
			for (const any of [body, { messages: [member], contacts: [body] }]) {
				const [answer] = answerTo('text', status, any);
				expect(answer).toHaveProperty(answer?.outcome === 'accepted' ? 'messageId' : 'error.code');
			}
		}),
	);
});
