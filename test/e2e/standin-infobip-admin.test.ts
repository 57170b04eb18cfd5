import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { BUSINESS_ACCOUNT_ID, VERIFIED_BY_META } from '../../sandbox/infobip/administration/sender-record.ts';
import { Infobip, SMS, sms, WHATSAPP, WHO } from './infobip.ts';
import { bodyOf } from './providers.ts';
import { eventually } from './receiver.ts';

const CODE = '402917';
const SENDER = WHATSAPP.phoneNumber.slice(1);
const NUMBERS = '/numbers/1/numbers';
const REGISTRATIONS = '/whatsapp/1/embedded-signup/registrations';
const TEMPLATES = `/whatsapp/2/senders/${SENDER}/templates`;
const BLOCK_LIST = '/platform/1/blocklists';
const INBOUND = '/resource-management/1/inbound-message-configurations';
let infobip: Infobip;

before(async () => {
	infobip = await Infobip.start();
});

beforeEach(() => {
	infobip.api.rules.change({ provisionMs: 1, reviewMs: 1, verificationCode: CODE, isPaced: false });
});

afterEach(() => {
	infobip.sandbox.reset();
	infobip.receiver.received.length = 0;
});

after(() => infobip.close());

const NumberRow = z.object({
	number: z.string(),
	numberKey: z.string(),
	capabilities: z.array(z.string()),
	reservationStatus: z.string().optional(),
});
const NumberPage = z.object({ numbers: z.array(NumberRow), numberCount: z.number() });
const Template = z.object({ id: z.string(), name: z.string(), status: z.string() });
const Exception = z.object({
	requestError: z.object({
		serviceException: z.object({
			messageId: z.string(),
			validationErrors: z.record(z.array(z.string())).default({}),
		}),
	}),
});

async function answer<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	...[method, path, data]: [method: string, path: string, data?: unknown]
): Promise<Output> {
	const response = await infobip.call(method, path, data);
	assert(response.status < 300, `${method} ${path}: ${response.status} ${JSON.stringify(response.data)}`);
	return schema.parse(response.data);
}

/** What Infobip's older envelope says: its code, and the properties that it objects to. */
async function refused(method: string, path: string, data?: unknown): Promise<string[]> {
	const response = await infobip.call(method, path, data);
	const { messageId, validationErrors } = Exception.parse(response.data).requestError.serviceException;
	return [String(response.status), messageId, ...Object.keys(validationErrors)];
}

const owned = async (number: string) =>
	(await answer(NumberPage, 'GET', `${NUMBERS}?number=${number}`)).numbers[0];

describe('numbers', () => {
	const searches: [query: string, found: string[]][] = [
		['country=US&capabilities=SMS&npa=555', ['15550100111', '15550100112']],
		['country=US&capabilities=SMS,MMS', ['15550100111']],
		['country=US&state=CA', ['15550100113']],
		['country=GB&number=900112', ['447700900112']],
		['country=US&limit=1&page=1', ['15550100112']],
		['country=FR', []],
	];
	for (const [query, found] of searches) {
		test(`a search for ${query}`, async () => {
			const { numbers } = await answer(NumberPage, 'GET', `${NUMBERS}/available?${query}`);
			assert.deepEqual(
				numbers.map(({ number }) => number),
				found,
			);
		});
	}

	test('a number is bought, is ready after a while, sends, receives and is given back', async () => {
		infobip.api.rules.change({ provisionMs: 400 });
		const from = '15550100112';
		const bought = await answer(NumberRow, 'POST', NUMBERS, { number: from });
		assert.equal(bought.reservationStatus, 'PENDING');
		const text = { ...sms().messages[0], sender: from };
		assert.equal((await infobip.sendSms({ messages: [text] })).status.id, 11);
		await eventually(async () => (await owned(from))?.reservationStatus === undefined, 'the purchase');
		assert.equal((await infobip.sendSms({ messages: [text] })).status.id, 26);
		const line = infobip.api.lines.find(({ phoneNumber }) => phoneNumber === `+${from}`);
		const { delivered } = infobip.api.customerSends(WHO.customer.phoneNumber, 'Hi', {
			numberId: line?.id ?? '',
		});
		assert.equal((await delivered).state, 'taken');

		assert.equal((await infobip.call('DELETE', `${NUMBERS}/${bought.numberKey}`)).status, 204);
		assert.equal(await owned(from), undefined);
		assert.equal((await infobip.sendSms({ messages: [text] })).status.id, 11);
		const again = await answer(NumberPage, 'GET', `${NUMBERS}/available?country=US&number=${from}`);
		assert.equal(again.numberCount, 1);
	});

	const keyOf = async (number: string) => {
		const { numbers } = await answer(NumberPage, 'GET', `${NUMBERS}/available?number=${number}`);
		return numbers[0]?.numberKey;
	};
	const purchases: [what: string, number: string, by: 'number' | 'numberKey', expected: string][] = [
		['a number of the US by itself', '15550100111', 'number', 'PENDING'],
		['a number elsewhere by its key', '447700900111', 'numberKey', 'PENDING'],
		['a number that is too dear', '447700900112', 'numberKey', 'BILLING_FAILED'],
		['a number that somebody else buys meanwhile', '447700900113', 'numberKey', 'RESERVATION_FAILED'],
		['a number of the US by its key', '15550100111', 'numberKey', '404 NOT_FOUND'],
		['a number elsewhere by itself', '447700900111', 'number', '404 NOT_FOUND'],
		['a number that is not for sale', '15550109999', 'number', '404 NOT_FOUND'],
	];
	for (const [what, number, by, expected] of purchases) {
		test(`buying ${what}: ${expected}`, async () => {
			infobip.api.rules.change({ provisionMs: 1_000 });
			const body = { [by]: by === 'number' ? number : await keyOf(number) };
			const response = await infobip.call('POST', NUMBERS, body);
			if (response.status === 200) {
				const { reservationStatus } = NumberRow.parse(response.data);
				assert.equal(reservationStatus, expected);
				assert.equal(await owned(number).then((row) => row !== undefined), expected === 'PENDING');
			} else assert.equal((await refused('POST', NUMBERS, body)).join(' '), expected);
		});
	}

	test('a purchase costs money, and needs one name of the number', async () => {
		const balance = async () =>
			(await answer(z.object({ balance: z.number() }), 'GET', '/account/1/balance')).balance;
		const before = await balance();
		await answer(NumberRow, 'POST', NUMBERS, { number: '15550100111' });
		assert.equal(Math.round((before - (await balance())) * 100), 500);
		assert.deepEqual(await refused('POST', NUMBERS, {}), ['400', 'BAD_REQUEST', 'numberKey']);
	});
});

describe('limits', () => {
	const limits: [method: string, path: string, atOnce: number][] = [
		['GET', `${NUMBERS}/available`, 2],
		['GET', NUMBERS, 2],
		['GET', BLOCK_LIST, 1],
		['GET', `${INBOUND}?number=${SENDER}&channel=WHATSAPP`, 2],
	];
	for (const [method, path, atOnce] of limits) {
		test(`${method} ${path.split('?')[0] ?? ''}: ${atOnce} at once`, async () => {
			infobip.api.rules.change({ isPaced: true });
			for (let call = 0; call < atOnce; call++) assert.equal((await infobip.call(method, path)).status, 200);
			const { status, headers } = await infobip.call(method, path);
			assert.equal(status, 429);
			assert.equal(headers['retry-after'], '1');
		});
	}
});

describe('WhatsApp senders', () => {
	const register = `${REGISTRATIONS}/business-account/${BUSINESS_ACCOUNT_ID}/senders`;
	const wanted = {
		countryCode: '1',
		phoneNumber: '5550100119',
		displayName: 'Sunrise Roastery',
		type: 'EXTERNAL_SMS',
		locale: 'en_US',
	};
	const verification = `${REGISTRATIONS}/senders/15550100119/verification`;
	const Row = z.object({ status: z.string(), qualityRating: z.string(), currentLimit: z.string() });
	const stateOf = async (sender: string) => {
		const { results } = await answer(
			z.object({ results: z.array(Row) }),
			'GET',
			`/whatsapp/1/senders/quality?senders=${sender}`,
		);
		return results[0]?.status;
	};

	test('one is registered, verified with its code, connected, and sends', async () => {
		const { status } = await answer(z.object({ status: z.string() }), 'POST', register, wanted);
		assert.equal(status, 'OTP_REQUESTED');
		assert.equal(await stateOf('15550100119'), 'UNVERIFIED');
		assert.deepEqual(await refused('POST', verification, { code: '000000' }), ['400', 'BAD_REQUEST', 'code']);
		assert.equal(
			(await infobip.call('PUT', verification, { type: 'EXTERNAL_VOICE', locale: 'en_US' })).status,
			202,
		);
		assert.equal((await infobip.call('POST', verification, { code: CODE })).status, 202);
		await eventually(async () => (await stateOf('15550100119')) === 'CONNECTED', 'the registration');
		const content = {
			templateName: 'opening_hours',
			language: 'en',
			templateData: { body: { placeholders: [] } },
		};
		const message = { from: '15550100119', to: WHO.digits, content };
		const sent = await infobip.call('POST', '/whatsapp/1/message/template', { messages: [message] });
		assert.equal(sent.status, 200, JSON.stringify(sent.data));
	});

	test('one that Meta has verified needs no code', async () => {
		const { status } = await answer(z.object({ status: z.string() }), 'POST', register, {
			...wanted,
			phoneNumber: VERIFIED_BY_META.slice(1),
		});
		assert.equal(status, 'SUBMITTED_FOR_REGISTRATION');
		await eventually(async () => (await stateOf(VERIFIED_BY_META)) === 'CONNECTED', 'the registration');
	});

	test('five wrong codes end a code', async () => {
		await infobip.call('POST', register, wanted);
		for (let guess = 0; guess < 5; guess++) await infobip.call('POST', verification, { code: '000000' });
		assert.deepEqual(await refused('POST', verification, { code: CODE }), ['400', 'BAD_REQUEST', 'code']);
	});

	test('senders of other accounts are left out, and none at all is refused', async () => {
		assert.equal(await stateOf('447700900999'), undefined);
		assert.equal(await stateOf(SENDER), 'CONNECTED');
		const path = '/whatsapp/1/senders/quality';
		assert.deepEqual(await refused('GET', path), ['400', 'BAD_REQUEST', 'senders']);
	});

	const refusals: [what: string, path: string, body: object, expected: string[]][] = [
		[
			'a country code with a plus',
			register,
			{ ...wanted, countryCode: '+1' },
			['400', 'BAD_REQUEST', 'countryCode'],
		],
		['no display name', register, { ...wanted, displayName: '' }, ['400', 'BAD_REQUEST', 'displayName']],
		['another way for the code', register, { ...wanted, type: 'SMS' }, ['400', 'BAD_REQUEST', 'type']],
		['a locale with a dash', register, { ...wanted, locale: 'en-US' }, ['400', 'BAD_REQUEST', 'locale']],
		[
			'a sender that there is',
			register,
			{ ...wanted, phoneNumber: SENDER.slice(1) },
			['400', 'BAD_REQUEST', 'phoneNumber'],
		],
		['another account', `${REGISTRATIONS}/business-account/1/senders`, wanted, ['404', 'NOT_FOUND']],
		['a code for nobody', verification, { code: CODE }, ['404', 'NOT_FOUND']],
		[
			'a code for a sender that is verified',
			`${REGISTRATIONS}/senders/${SENDER}/verification`,
			{ code: CODE },
			['400', 'BAD_REQUEST', 'sender'],
		],
	];
	for (const [what, path, body, expected] of refusals) {
		test(`${what} is refused`, async () => {
			assert.deepEqual(await refused('POST', path, body), expected);
		});
	}

	test('the business profile changes field by field', async () => {
		const path = `/whatsapp/1/senders/${SENDER}/business-info`;
		assert.equal(
			(await infobip.call('PATCH', path, { about: 'Open', websites: ['https://example.com'] })).status,
			204,
		);
		assert.equal((await infobip.call('PATCH', path, { vertical: 'RESTAURANT' })).status, 204);
		assert.deepEqual((await infobip.call('GET', path)).data, {
			about: 'Open',
			address: '',
			description: '',
			email: '',
			vertical: 'RESTAURANT',
			websites: ['https://example.com'],
			displayName: WHATSAPP.verifiedName,
		});
		const newer = z.object({
			errorCode: z.string(),
			violations: z.array(z.object({ property: z.string() })),
		});
		const tooLong = newer.parse((await infobip.call('PATCH', path, { about: 'x'.repeat(131) })).data);
		assert.deepEqual(tooLong, { errorCode: 'E400', violations: [{ property: 'about' }] });
		const elsewhere = await infobip.call('GET', '/whatsapp/1/senders/447700900999/business-info');
		assert.equal(newer.parse(elsewhere.data).errorCode, 'E404');
	});
});

describe('templates', () => {
	const draft = (more: object = {}) => ({
		name: 'autumn_menu',
		language: 'en',
		category: 'MARKETING',
		structure: { body: { text: 'Hi {{1}}, the autumn menu is here.', examples: ['Ana'] }, type: 'TEXT' },
		...more,
	});
	const create = async (more?: object) => await answer(Template, 'POST', TEMPLATES, draft(more));
	const statusOf = async (id: string) => (await answer(Template, 'GET', `${TEMPLATES}/${id}`)).status;
	const Update = z.object({
		messageTemplateName: z.string(),
		change: z.object({ type: z.string(), newStatus: z.string(), reason: z.string() }),
	});
	const told = (name: string) =>
		eventually(
			() =>
				infobip.receiver.received
					.flatMap((webhook) => Update.safeParse(bodyOf(webhook)).data ?? [])
					.find(({ messageTemplateName }) => messageTemplateName === name)?.change,
			'the event',
		);

	test('one is reviewed, told of, sent, listed and deleted with its name', async () => {
		infobip.api.rules.change({ reviewMs: 30 });
		const { id, status } = await create();
		assert.equal(status, 'PENDING');
		assert.deepEqual(await told('autumn_menu'), {
			type: 'TEMPLATE_STATUS_UPDATE',
			newStatus: 'APPROVED',
			reason: 'NONE',
		});
		assert.equal(await statusOf(id), 'APPROVED');
		const Listed = z.object({ results: z.array(Template), paging: z.object({ totalResults: z.number() }) });
		const list = `/whatsapp/1/templates?sender=${SENDER}&name=autumn_menu&status=APPROVED&size=1`;
		assert.equal((await answer(Listed, 'GET', list)).paging.totalResults, 1);

		const templateData = { body: { placeholders: ['Ana'] } };
		const content = { templateName: 'autumn_menu', language: 'en', templateData };
		const sent = await infobip.call('POST', '/whatsapp/1/message/template', {
			messages: [{ from: SENDER, to: WHO.digits, content }],
		});
		assert.equal(sent.status, 200, JSON.stringify(sent.data));
		assert.equal(infobip.api.ledger.accepted.at(-1)?.text, 'Hi Ana, the autumn menu is here.');

		assert.equal((await infobip.call('DELETE', `${TEMPLATES}/autumn_menu`)).status, 204);
		assert.deepEqual(await refused('GET', `${TEMPLATES}/${id}`), ['404', 'NOT_FOUND']);
		assert.deepEqual(await refused('POST', TEMPLATES, draft()), ['400', 'BAD_REQUEST', 'name']);
	});

	test('one that does not pass its review can be edited without a limit', async () => {
		infobip.api.rules.change({ rejectedTemplates: ['autumn_menu'] });
		const { id } = await create();
		assert.equal((await told('autumn_menu')).newStatus, 'REJECTED');
		infobip.api.rules.change({ rejectedTemplates: [] });
		const edited = await answer(Template, 'PATCH', `${TEMPLATES}/${id}`, { category: 'UTILITY' });
		assert.equal(edited.status, 'PENDING');
		await eventually(async () => (await statusOf(id)) === 'APPROVED', 'the second review');
		const edit = { structure: { body: { text: 'Anew.' }, type: 'TEXT' } };
		assert.deepEqual(await refused('PATCH', `${TEMPLATES}/${id}`, { category: 'MARKETING' }), [
			'400',
			'BAD_REQUEST',
			'category',
		]);
		await answer(Template, 'PATCH', `${TEMPLATES}/${id}`, edit);
		await eventually(async () => (await statusOf(id)) === 'APPROVED', 'the third review');
		assert.deepEqual(await refused('PATCH', `${TEMPLATES}/${id}`, edit), ['400', 'BAD_REQUEST', 'id']);
	});

	test('one for a code of one’s own gets its text from WhatsApp', async () => {
		const structure = {
			body: { addSecurityRecommendation: true },
			footer: { codeExpirationMinutes: 5 },
			buttons: [{ text: 'Copy', otpType: 'COPY_CODE' }],
		};
		const { data } = await infobip.call('POST', TEMPLATES, draft({ category: 'AUTHENTICATION', structure }));
		const { text } = z.object({ structure: z.object({ body: z.object({ text: z.string() }) }) }).parse(data)
			.structure.body;
		assert.match(text, /\{\{1\}\} is your verification code/);
	});

	const body = { text: 'Hi {{1}}', examples: ['Ana'] };
	const refusals: [what: string, more: object, property: string][] = [
		['a name in capitals', { name: 'Autumn' }, 'name'],
		['a name that is taken', { name: 'order_ready' }, 'name'],
		['a category of old', { category: 'TRANSACTIONAL' }, 'category'],
		['a language of no country', { language: 'english' }, 'language'],
		['no body', { structure: { type: 'TEXT' } }, 'structure.body'],
		['a body that is too long', { structure: { body: { text: 'x'.repeat(1_025) } } }, 'structure.body.text'],
		['a blank without an example', { structure: { body: { text: 'Hi {{1}}' } } }, 'structure.body.examples'],
		['blanks with a gap', { structure: { body: { ...body, text: 'Hi {{2}}' } } }, 'structure.body.examples'],
		[
			'a picture without a sample',
			{ structure: { body, header: { format: 'IMAGE' } } },
			'structure.header.example',
		],
		[
			'a footer that is too long',
			{ structure: { body, footer: { text: 'x'.repeat(61) } } },
			'structure.footer.text',
		],
		[
			'a label that is too long',
			{ structure: { body, buttons: [{ type: 'QUICK_REPLY', text: 'x'.repeat(26) }] } },
			'structure.buttons[0].text',
		],
		[
			'a link with a blank in its middle',
			{ structure: { body, buttons: [{ type: 'URL', text: 'A', url: 'https://a.example/{{1}}/b' }] } },
			'structure.buttons',
		],
	];
	for (const [what, more, property] of refusals) {
		test(`${what} is refused`, async () => {
			assert.deepEqual(await refused('POST', TEMPLATES, draft(more)), ['400', 'BAD_REQUEST', property]);
		});
	}

	test('an unknown status of the account’s list is refused in the newer envelope', async () => {
		const { status, data } = await infobip.call('GET', '/whatsapp/1/templates?status=FINE');
		assert.equal(status, 400);
		assert.match(JSON.stringify(data), /"errorCode":"E400".*"property":"status/);
	});
});

describe('block list', () => {
	const Entries = z.object({ results: z.array(z.record(z.unknown())), paging: z.record(z.number()) });
	const entry = (more: object = {}) => ({ blocklist: [{ destinations: [{ to: WHO.digits }], ...more }] });
	const listed = async (query = '') => (await answer(Entries, 'GET', `${BLOCK_LIST}?${query}`)).results;
	const add = async (more?: object) => {
		assert.equal((await infobip.call('POST', BLOCK_LIST, entry(more))).status, 202);
		return await eventually(async () => (await listed(`destination=${WHO.digits}`))[0], 'the entry');
	};

	test('it holds what was added, which is not sent to', async () => {
		assert.equal((await infobip.sendSms()).status.id, 26);
		const { createdDate, ...rest } = await add({ channel: 'SMS' });
		assert.match(String(createdDate), /^\d{4}-/);
		const { accountKey, ...named } = rest;
		assert.match(String(accountKey), /^[0-9A-F]{32}$/);
		assert.deepEqual(named, { destination: WHO.digits, channel: 'SMS', sourceType: 'CUSTOM' });
		assert.equal((await infobip.sendSms()).status.id, 14);
	});

	test('an entry for another sender or channel keeps nothing back', async () => {
		await add({ sender: '15550109999' });
		assert.equal((await infobip.sendSms()).status.id, 26);
	});

	test('an entry goes only where all of its properties are repeated', async () => {
		await add({ sender: SMS.phoneNumber.slice(1), channel: 'SMS' });
		const remove = async (more: object) => {
			assert.equal((await infobip.call('DELETE', BLOCK_LIST, entry(more))).status, 202);
		};
		await remove({ channel: 'SMS' });
		await remove({ sender: SMS.phoneNumber, channel: 'SMS', sourceType: 'MO' });
		await new Promise((resolve) => setTimeout(resolve, 30));
		assert.equal((await listed()).length, 1);
		await remove({ sender: SMS.phoneNumber, channel: 'SMS', sourceType: 'CUSTOM' });
		await eventually(async () => (await listed()).length === 0, 'the removal');
	});

	const refusals: [what: string, body: object, property: string][] = [
		['nobody', { blocklist: [] }, 'blocklist'],
		[
			'an address that is empty',
			{ blocklist: [{ destinations: [{ to: '' }] }] },
			'blocklist[0].destinations[0].to',
		],
		['a channel that cannot be blocked', entry({ channel: 'VOICE' }), 'blocklist[0].channel'],
		['another account', entry({ accountKey: 'A' }), 'blocklist[0].accountKey'],
	];
	for (const [what, body, property] of refusals) {
		test(`${what} is refused`, async () => {
			assert.deepEqual(await refused('POST', BLOCK_LIST, body), ['400', 'BAD_REQUEST', property]);
		});
	}

	test('too long a page is refused', async () => {
		assert.deepEqual(await refused('GET', `${BLOCK_LIST}?size=1001`), ['400', 'BAD_REQUEST', 'size']);
	});
});

describe('inbound configurations', () => {
	const Row = z.object({
		configurationKey: z.string(),
		keyword: z.string().optional(),
		forwarding: z
			.object({ type: z.string(), url: z.string().optional(), format: z.string().optional() })
			.optional(),
		autoResponse: z.object({ message: z.string() }).optional(),
	});
	const number = SMS.phoneNumber.slice(1);
	const set = async (more: object) => await answer(Row, 'POST', INBOUND, { channel: 'SMS', number, ...more });
	const list = async (query = `channel=SMS&number=${number}`) =>
		await answer(z.array(Row), 'GET', `${INBOUND}?${query}`);

	test('one is set, changed in part, listed by its number or key, and deleted', async () => {
		const forwarding = { type: 'HTTP_FORWARD', url: 'https://n8n.example.com/a' };
		const { configurationKey } = await set({ forwarding });
		await set({ autoResponse: { message: 'Thank you' } });
		assert.deepEqual(await list(), [
			{
				configurationKey,
				forwarding: { ...forwarding, format: 'MO_JSON_2' },
				autoResponse: { message: 'Thank you' },
			},
		]);
		const key = (await owned(number))?.numberKey ?? '';
		assert.equal((await list(`channel=SMS&numberKey=${key}`)).length, 1);
		assert.deepEqual(await list(`channel=MMS&number=${number}`), []);
		await set({ unset: ['FORWARDING'] });
		assert.deepEqual(await list(), [{ configurationKey, autoResponse: { message: 'Thank you' } }]);
		assert.equal((await infobip.call('DELETE', `${INBOUND}/${configurationKey}`)).status, 204);
		assert.deepEqual(await list(), []);
	});

	test('a number answers by itself', async () => {
		const { configurationKey } = await set({ keyword: 'HOURS', autoResponse: { message: 'From 8 to 18.' } });
		const writes = (text: string) =>
			infobip.api.customerSends(WHO.customer.phoneNumber, text, { numberId: SMS.id }).delivered;
		await writes('Hello');
		assert.equal(infobip.api.ledger.accepted.length, 0);
		await writes('hours please');
		const [answered] = infobip.api.ledger.accepted;
		assert.deepEqual([answered?.to, answered?.text], [WHO.customer.phoneNumber, 'From 8 to 18.']);
		await infobip.call('DELETE', `${INBOUND}/${configurationKey}`);
	});

	test('what is kept for pulling goes to no subscription', async () => {
		const writes = () =>
			infobip.api.customerSends(WHO.customer.phoneNumber, 'Hi', { numberId: SMS.id }).delivered;
		assert.equal((await writes()).state, 'taken');
		const { configurationKey } = await set({ forwarding: { type: 'PULL' } });
		assert.equal((await writes()).state, 'noWebhook');
		await infobip.call('DELETE', `${INBOUND}/${configurationKey}`);
	});

	const refusals: [what: string, more: object, expected: string[]][] = [
		['no number', { number: undefined }, ['400', 'BAD_REQUEST', 'number']],
		['a number of others', { number: '15550109999' }, ['404', 'NOT_FOUND']],
		['an unknown channel', { channel: 'TELEX' }, ['400', 'BAD_REQUEST', 'channel']],
		['no URL', { forwarding: { type: 'HTTP_FORWARD' } }, ['400', 'BAD_REQUEST', 'forwarding.url']],
		[
			'pulling from WhatsApp',
			{ channel: 'WHATSAPP', number: SENDER, forwarding: { type: 'PULL' } },
			['400', 'BAD_REQUEST', 'forwarding.type'],
		],
		['a keyword that is too long', { keyword: 'x'.repeat(51) }, ['400', 'BAD_REQUEST', 'keyword']],
		[
			'a response that is too long',
			{ autoResponse: { message: 'x'.repeat(1_081) } },
			['400', 'BAD_REQUEST', 'autoResponse.message'],
		],
	];
	for (const [what, more, expected] of refusals) {
		test(`${what} is refused`, async () => {
			assert.deepEqual(await refused('POST', INBOUND, { channel: 'SMS', number, ...more }), expected);
		});
	}
});

test('a preview counts messages and the room that is left', async () => {
	const Preview = z.object({
		previews: z.array(z.object({ messageCount: z.number(), charactersRemaining: z.number() })),
	});
	const preview = async (text: string) =>
		(await answer(Preview, 'POST', '/sms/1/preview', { text })).previews[0];
	assert.deepEqual(await preview('x'.repeat(100)), { messageCount: 1, charactersRemaining: 60 });
	assert.deepEqual(await preview('x'.repeat(200)), { messageCount: 2, charactersRemaining: 106 });
	assert.deepEqual(await preview('✓'), { messageCount: 1, charactersRemaining: 69 });
	assert.deepEqual(await refused('POST', '/sms/1/preview', {}), ['400', 'BAD_REQUEST', 'text']);
});
