import requestCode from '../../../../fixtures/whatsapp-cloud/apierror__requestCodeError.json';
import { play } from '../../../operations/cases';

const NUMBER = '106540352242922';

interface Case {
	operation: string;
	input: object;
	call: string;
	status?: number;
	error: object;
	code: string;
	cause: string;
	advice: string;
	retryAfterMs?: number;
}

const number = { phoneNumberId: NUMBER };
const register = {
	operation: 'number.register',
	input: { ...number, pin: '482913' },
	call: `POST /${NUMBER}/register`,
};
const create = {
	operation: 'template.create',
	input: { name: 'sale', language: 'en', category: 'MARKETING', body: 'Hello there.' },
	call: 'POST /102290129340398/message_templates',
};
const block = {
	operation: 'optOutList.add',
	input: { ...number, people: ['+16505551234'] },
	call: `POST /${NUMBER}/block_users`,
};
const verify = {
	operation: 'number.verifyCode',
	input: { ...number, code: '482913' },
	call: `POST /${NUMBER}/verify_code`,
};
const setWebhook = {
	operation: 'webhook.set',
	input: { level: 'number', ...number, callbackUrl: 'https://n8n.shop.com/hook', verifyToken: 'sesame' },
	call: `POST /${NUMBER}`,
};

const subcode = (error_subcode: number) => ({ code: 100, error_subcode, message: 'Invalid parameter' });
const set = 'configurationInvalid';

const CASES: Case[] = [
	{
		...register,
		error: { code: 133000 },
		code: '133000',
		cause: set,
		advice: 'Deregister the number once more',
	},
	{
		...register,
		status: 503,
		error: { code: 133004 },
		code: '133004',
		cause: 'temporarilyUnavailable',
		advice: 'Run the node again',
	},
	{ ...register, error: { code: 133005 }, code: '133005', cause: set, advice: '"Number: Set PIN"' },
	{
		...register,
		error: { code: 133006 },
		code: '133006',
		cause: set,
		advice: '"Number: Request Verification Code"',
	},
	{
		...register,
		error: { code: 133008 },
		code: '133008',
		cause: 'quotaExhausted',
		advice: 'Wait as long as',
	},
	{
		...register,
		error: { code: 133009 },
		code: '133009',
		cause: 'quotaExhausted',
		advice: 'Wait as long as',
	},
	{
		...register,
		error: { code: 133015 },
		code: '133015',
		cause: 'temporarilyUnavailable',
		advice: 'Run the node again',
		retryAfterMs: 300_000,
	},
	{
		...register,
		error: { code: 133016 },
		code: '133016',
		cause: 'quotaExhausted',
		advice: 'Wait 72 hours',
		retryAfterMs: 259_200_000,
	},
	{ ...register, error: { code: 131045 }, code: '131045', cause: set, advice: 'Register the number again' },
	{ ...register, error: { code: 10 }, code: '10', cause: set, advice: 'whatsapp_business_management' },
	{ ...register, status: 403, error: { code: 200 }, code: '200', cause: set, advice: 'full control' },
	{
		...register,
		status: 401,
		error: { code: 190 },
		code: '190',
		cause: 'credentialInvalid',
		advice: 'Put a new token',
	},
	{ ...register, error: subcode(33), code: '100', cause: set, advice: 'Check the id' },
	{ ...register, error: { code: 100 }, code: '100', cause: set, advice: 'Compare the fields of the node' },
	{ ...register, error: { code: 131009 }, code: '131009', cause: set, advice: 'Correct the value' },
	{ ...register, error: { code: 80007 }, code: '80007', cause: 'rateLimited', advice: 'run the node again' },
	{
		...register,
		status: 500,
		error: { code: 131000 },
		code: '131000',
		cause: 'temporarilyUnavailable',
		advice: 'metastatus.com',
	},
	{
		operation: 'number.deregister',
		input: number,
		call: `POST /${NUMBER}/deregister`,
		error: { code: 133010 },
		code: '133010',
		cause: set,
		advice: '"Number: Register"',
	},
	{
		operation: 'number.requestCode',
		input: number,
		call: `POST /${NUMBER}/request_code`,
		error: requestCode.error,
		code: '136024',
		cause: set,
		advice: 'by call instead of SMS',
	},
	{
		...verify,
		error: { code: 136025, error_subcode: 2388093 },
		code: '136025',
		cause: set,
		advice: 'about ten minutes',
	},
	{ ...create, error: subcode(2388023), code: '100', cause: set, advice: 'blocked for 30 days' },
	{ ...create, error: subcode(2388024), code: '100', cause: set, advice: '"Template: Update"' },
	{ ...create, error: subcode(2388019), code: '100', cause: 'quotaExhausted', advice: '6,000' },
	{ ...create, error: subcode(2388040), code: '100', cause: 'contentRejected', advice: 'Shorten' },
	{ ...create, error: subcode(2388073), code: '100', cause: 'contentRejected', advice: 'emoji' },
	{ ...create, error: subcode(2388293), code: '100', cause: 'contentRejected', advice: 'more words' },
	{ ...create, error: subcode(2388299), code: '100', cause: 'contentRejected', advice: 'Put words before' },
	{ ...create, error: { code: 2388001 }, code: '2388001', cause: set, advice: 'submit again' },
	{ ...block, error: { code: 139100 }, code: '139100', cause: set, advice: '24 hours' },
	{ ...block, error: { code: 139101 }, code: '139101', cause: 'quotaExhausted', advice: '64,000' },
	{
		...block,
		error: { code: 139102 },
		code: '139102',
		cause: 'temporarilyUnavailable',
		advice: 'in a moment',
	},
	{
		...block,
		error: { code: 139103 },
		code: '139103',
		cause: 'temporarilyUnavailable',
		advice: 'few minutes',
	},
	{ ...setWebhook, error: { code: 2200 }, code: '2200', cause: set, advice: 'the same verify token' },
	{
		operation: 'account.completeEmbeddedSignup',
		input: { code: 'AQCode', appSecret: '5ecret' },
		call: 'GET /oauth/access_token',
		error: subcode(36007),
		code: '100',
		cause: set,
		advice: 'half a minute',
	},
];

test.each(CASES.map((one) => [one.operation, JSON.stringify(one.error), one] as const))(
	'%s refused with %s',
	async (_, __, { operation, input, call, status = 400, error, code, cause, advice, retryAfterMs }) => {
		const { outcome, requests } = await play('whatsapp-cloud', operation, input, {
			[call]: { status, body: { error } },
		});
		expect(requests).toHaveLength(1);
		expect(outcome).toMatchObject({
			ok: false,
			error: { code, cause, advice: expect.stringContaining(advice) },
		});
		expect(outcome).not.toHaveProperty('field');
		if (retryAfterMs !== undefined) expect(outcome).toHaveProperty('error.retryAfterMs', retryAfterMs);
	},
);

test.each([
	[{ outcome: 'refused', reason: 'nothing listens' } as const, 'unreachable', 'base URL'],
	[{ outcome: 'unknown', reason: 'timed out' } as const, 'noAnswer', 'before you run the node again'],
	[{ status: 200, body: { success: false } }, 'http.200', 'before you run the node again'],
	[{ status: 502, body: '<html>Bad gateway</html>' }, 'http.502', 'Run the node again'],
])('no answer that tells: %j', async (answer, code, advice) => {
	const { outcome } = await play('whatsapp-cloud', register.operation, register.input, {
		[register.call]: answer,
	});
	expect(outcome).toMatchObject({ ok: false, error: { code, advice: expect.stringContaining(advice) } });
});

test('a success without what it should hold is not understood', async () => {
	const input = { countryCode: '1', phoneNumber: '6505551234', verifiedName: 'Shop' };
	const { outcome } = await play('whatsapp-cloud', 'number.create', input, {
		'POST /102290129340398/phone_numbers': { status: 200, body: {} },
	});
	expect(outcome).toMatchObject({ ok: false, error: { code: 'notUnderstood' } });
});
