/** Whom a value of a list reaches, through the node. */
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, TEXT_TO_PHONE } from './harness';

const parameters = { ...TEXT_TO_PHONE, delivery: { attempts: 1 } };

/** The number that the provider was asked to send to, or the error. */
async function reached(phone: unknown, options: Record<string, string>): Promise<unknown> {
	const asked: unknown[] = [];
	nock.cleanAll();
	nock('https://graph.test')
		.post('/v25.0/2001/messages', (body: Record<string, unknown>) => asked.push(body.to) > 0)
		.reply(200, { messages: [{ id: 'wamid.out' }] });
	const run = execute(new MessagingSend(), [{ phone: String(phone) }], {
		parameters: { ...parameters, options },
	});
	return await run.then(
		() => asked[0],
		(failure: unknown) => (failure instanceof Error ? failure.message : failure),
	);
}

beforeAll(() => {
	nock.disableNetConnect();
});
afterAll(() => {
	nock.cleanAll();
	nock.enableNetConnect();
});

test.each([
	['4915112345678', 'DE', '+4915112345678'],
	['447911123456', 'US', '+447911123456'],
	['0151 12345678', 'DE', '+4915112345678'],
	['15112345678', 'DE', '+4915112345678'],
	['0049 151 12345678', 'DE', '+4915112345678'],
	['(650) 253-0000', 'US', '+16502530000'],
	['(201) 555-0123', 'US', '+12015550123'],
	['131 2345 6789', 'CN', '+8613123456789'],
	['8 912 345-67-89', 'RU', '+79123456789'],
	['06 698 12345', 'IT', '+390669812345'],
	['11 98765-4321', 'BR', '+5511987654321'],
])('%s in a list of %s reaches %s', async (phone, defaultCountry, to) => {
	expect(await reached(phone, { defaultCountry })).toBe(to);
});

test.each([
	['13123456789', 'CN', '+8613123456789', '+13123456789'],
	['51987654321', 'BR', '+5551987654321', '+51987654321'],
	['447911123456', 'DE', '+49447911123456', '+447911123456'],
	['2015550123', 'US', '+12015550123', '+2015550123'],
])('%s in a list of %s is refused with both readings', async (phone, defaultCountry, own, other) => {
	const message = await reached(phone, { defaultCountry });
	expect(message).toContain(own);
	expect(message).toContain(other);
	expect(await reached(phone, { defaultCountry, numbersWithoutPlus: 'refuse' })).toBe(message);
	expect(await reached(phone, { defaultCountry, numbersWithoutPlus: 'national' })).toBe(own);
	expect(await reached(phone, { defaultCountry, numbersWithoutPlus: 'international' })).toBe(other);
	expect(await reached(phone, { defaultCountry, numbersWithoutPlus: 'guess' })).toContain(
		'cannot be "guess"',
	);
});

test.each([
	['\u202a+1 650 253 0000\u202c'],
	['+16502530000\u200b'],
	['+1 650\u2011253\u20110000'],
	['\uff0b1 650 253 0000'],
	['\uff0b\uff11\uff16\uff15\uff10\uff12\uff15\uff13\uff10\uff10\uff10\uff10'],
	["'+16502530000"],
	['00 1 650 253 0000'],
	['tel:+1-650-253-0000'],
	['whatsapp:+16502530000'],
	['+1\u00a0(650)\u00a0253.0000'],
	['+1 650 253\u22120000'],
	['16502530000.0'],
	['+\u0661\u0666\u0665\u0660\u0662\u0665\u0663\u0660\u0660\u0660\u0660'],
])('%j is read', async (phone) => {
	expect(await reached(phone, {})).toBe('+16502530000');
});

test.each([
	['+1 650 253 0000 ext. 5'],
	['tel:+1-650-253-0000;ext=5'],
	['+16502530000, +16502530001'],
	['+16502530000/+16502530001'],
	['1.650253E+10'],
	['650-253-0000'.repeat(2)],
])('%j is refused', async (phone) => {
	expect(await reached(phone, { defaultCountry: 'US' })).toContain('not a phone number');
});
