import { classifyError } from '../../../../../core/providers/custom/errors/classify';
import { READY_MAPPINGS } from '../../../../../core/providers/custom/ready';

const { twilio, vonageSms, vonageMessages } = READY_MAPPINGS;

test.each<[string, number, unknown, unknown, object]>([
	[
		'a code that the mapping knows',
		400,
		{ code: 21610, message: 'Attempt to send to unsubscribed recipient', status: 400 },
		twilio,
		{
			code: '21610',
			detail: 'Attempt to send to unsubscribed recipient',
			cause: 'optedOut',
			retryable: false,
		},
	],
	['throttling with another status', 400, { code: 20429 }, twilio, { cause: 'rateLimited', retryable: true }],
	[
		'a refusal within HTTP 200',
		200,
		{ 'message-count': '1', messages: [{ status: '9', 'error-text': 'Quota Exceeded' }] },
		vonageSms,
		{ code: '9', detail: 'Quota Exceeded', cause: 'quotaExhausted' },
	],
	[
		'a code at the end of a link',
		422,
		{ type: 'https://developer.vonage.com/api-errors/messages#1120', title: 'Illegal', detail: 'Sender' },
		vonageMessages,
		{ code: '1120', cause: 'configurationInvalid', detail: 'Sender' },
	],
	[
		'a code that the mapping does not know',
		400,
		{ code: 1, message: 'No' },
		twilio,
		{ code: '1', detail: 'No', cause: 'contentRejected' },
	],
	['a 5xx with a code', 503, { code: 1 }, twilio, { cause: 'temporarilyUnavailable', retryable: true }],
	['a 5xx of somebody else', 502, { error: 'Bad gateway' }, twilio, { code: 'http.502', retryable: false }],
	[
		'no mapping',
		401,
		{ message: 'Wrong key' },
		undefined,
		{ code: 'http.401', detail: 'Wrong key', cause: 'credentialInvalid' },
	],
	['words within an error', 400, { error: { message: 'No such sender' } }, {}, { detail: 'No such sender' }],
	[
		'a text in JSON',
		400,
		'{"code":21211,"message":"Invalid"}',
		twilio,
		{ code: '21211', cause: 'recipientUnreachable' },
	],
	['bytes', 400, Buffer.from('{"code":21211}'), twilio, { code: '21211' }],
	['a plain text', 429, 'slow down', twilio, { code: 'http.429', detail: 'slow down', cause: 'rateLimited' }],
	['a web page', 500, '<html>', twilio, { code: 'http.500', detail: '', retryable: false }],
	['a list', 400, [{ code: 21610 }], twilio, { code: 'http.400' }],
	['nothing', 404, undefined, { message: { from: '|' } }, { code: 'http.404', detail: '' }],
])('%s', (_case, httpStatus, body, mapping, error) => {
	expect(classifyError(httpStatus, body, { mapping })).toMatchObject(error);
});

test('without options the HTTP status decides', () => {
	expect(classifyError(402, {})).toMatchObject({ code: 'http.402', cause: 'configurationInvalid' });
});
