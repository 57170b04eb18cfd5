import fc from 'fast-check';
import { parseRequestTemplate, previewRequest } from '../../../../../core/providers/custom/outbound';

function parsed(template: unknown) {
	const result = parseRequestTemplate(template);
	if (!result.ok) throw new Error(result.problems[0]?.message);
	return result.value;
}

const template = parsed({
	path: '/send',
	body: { to: '{{ to }}', text: '{{ text }}' },
	answer: {
		messageId: 'result.id',
		status: 'result.state',
		statuses: { OK: 'accepted', NO: 'rejected' },
		errorCode: 'result.error',
		causes: { '7': 'optedOut' },
	},
});

const message = { type: 'text', to: '+447700900123', text: 'Hi' };
const request = { method: 'POST', path: '/send', body: { to: '+447700900123', text: 'Hi' } };

test('shows the request', () => {
	expect(previewRequest(template, message)).toEqual({ request, remarks: [] });
});

test.each<[string, unknown, string, string]>([
	['is incomplete', { type: 'text', to: '1' }, 'text', 'The text is missing'],
	['has nothing for a field', { type: 'text', text: 'Hi' }, 'to', '{{ to }} at body.to'],
	['is none', 'Hi', 'type', 'no message type'],
])('says that a message %s', (_case, sample, path, text) => {
	const { request: built, remarks } = previewRequest(template, sample);
	expect(built).toBeUndefined();
	expect(remarks).toEqual([{ severity: 'problem', path, message: expect.stringContaining(text) }]);
});

test.each<[string, number | undefined, unknown, object, object[]]>([
	[
		'accepted',
		undefined,
		'{"result":{"id":7,"state":"ok"}}',
		{ outcome: 'accepted', messageId: '7', details: { status: 'ok' } },
		[],
	],
	[
		'rejected',
		200,
		{ result: { state: 'NO', error: 7 } },
		{ outcome: 'rejected', error: { code: '7', cause: 'optedOut' } },
		[],
	],
	[
		'rejected without a code',
		200,
		{ result: { state: 'NO' } },
		{ outcome: 'rejected', error: { code: 'NO', cause: 'unknown' } },
		[],
	],
	[
		'a word that is not listed',
		200,
		{ result: { id: 1, state: 'HM' } },
		{ outcome: 'rejected', error: { code: 'HM', cause: 'unknown', retryable: false } },
		[{ severity: 'problem', path: 'answer.status', message: '"HM" is not in the table answer.statuses' }],
	],
	[
		'no id',
		200,
		{ result: { state: 'OK' } },
		{ outcome: 'rejected', error: { detail: expect.stringContaining('at result.id') } },
		[{ severity: 'hint', path: 'answer.messageId', message: 'found nothing at result.id' }],
	],
	[
		'an error status',
		401,
		'no',
		{ outcome: 'rejected', error: { code: 'http.401', cause: 'credentialInvalid' } },
		[],
	],
	[
		'an error status with a code',
		503,
		{ result: { error: 'busy' } },
		{ outcome: 'rejected', error: { code: 'busy', cause: 'temporarilyUnavailable', retryable: true } },
		[],
	],
])('reads an answer: %s', (_case, httpStatus, body, answer, remarks) => {
	const preview = previewRequest(template, message, { ...(httpStatus && { httpStatus }), body });
	expect(preview).toMatchObject({ request, answer });
	for (const remark of remarks.filter((each) => 'message' in each))
		expect(preview.remarks).toContainEqual(remark);
});

test('reads an answer that is text', () => {
	const plain = parsed({ path: '/', answer: { messageId: '$ | after("ID: ")' } });
	const { answer } = previewRequest(plain, message, { body: 'ID: abc' });
	expect(answer).toEqual({ outcome: 'accepted', messageId: 'abc', details: {} });
});

test('any answer can be read', () => {
	fc.assert(
		fc.property(fc.integer(), fc.anything(), (httpStatus, body) => {
			const { answer } = previewRequest(template, message, { httpStatus, body });
			expect(answer?.outcome).toMatch(/^(accepted|rejected)$/);
		}),
	);
});
