/** Inputs of the kinds that people reported of other software of this trade, through the nodes. */
import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { categories, fromMeta, judged, locator, received, send } from './ways';

beforeAll(() => {
	nock.disableNetConnect();
	nock.enableNetConnect('127.0.0.1');
});
afterAll(() => {
	nock.enableNetConnect();
});

const person = {
	...{ kind: 'message', provider: 'whatsAppCloud', channel: 'whatsapp', type: 'text', id: 'wamid.1' },
	...{ timestamp: '2026-11-21T12:00:00.000Z', from: '+16505551234', to: '+15550783881' },
};
const sender = locator('2001');

describe('a keyword that is a sentence of its own', () => {
	test.each([
		'STOP. Moved away.',
		'STOP I am not interested',
		'Stop please, I’m not interested anymore',
		'STOP. Third request.',
		'STOP\n\nJohn Smith',
		'Stop\n--\nSent from my Galaxy',
		'STOP\nSent from my Verizon, Samsung Galaxy smartphone',
		'Stop\n\nGet Outlook for iOS',
		'STOP wrong number',
		'STOP!! who is this?',
		'Stop, I never signed up',
		'I said STOP',
		`STOP. ${'I have asked you three times now and nobody listens to me. '.repeat(4)}`,
		`Please stop texting me. ${'I have asked you three times now and nobody listens to me. '.repeat(4)}`,
		'Stop. Thank you',
		'please stop sending text reminders',
		'REVOKE',
		'OPTOUT',
	])('%j opts out', async (text) => {
		expect(await categories([{ ...person, text }])).toEqual(['optOut']);
	});

	test.each(['Please stop. I moved.', 'He passed away. Stop.', 'Stop. I am not John'])(
		'beside a sentence about something else it is asked about: %j',
		async (text) => {
			const [[category, item] = []] = await judged([{ ...person, text }], { fuzzyOptOut: 'confirm' });
			expect(category).toBe('fuzzyOptOut');
			expect(item?.reply).toMatchObject({ text: expect.stringContaining('STOP') });
		},
	);

	test.each(['… we have got to STOP this terrible bill …', 'stop, o Zé não vem', 'stop by the shop at 5'])(
		'within an ordinary sentence it does not: %j',
		async (text) => {
			expect(await categories([{ ...person, text }])).toEqual(['default']);
		},
	);
});

describe("Meta's own button against promotions", () => {
	test.each([
		'Stop promotions',
		'stop promotion',
		'stop promos',
		'STOP PROMO',
		'stop marketing',
		'keine Werbung',
	])('%s leaves order news and passwords on', async (text) => {
		const [[category, item] = []] = await judged([{ ...person, type: 'buttonReply', text }]);
		expect(category).toBe('optOut');
		expect(item?.consent).toMatchObject({ scope: 'marketing', status: 'optedOut' });
		const consentRecords = JSON.stringify([item?.consent]);
		const outcomes = [];
		for (const purpose of ['marketing', 'utility', 'authentication']) {
			const permission = { purpose, consentRecords };
			const { sent } = await send('whatsAppCloud', person, { sender, text: 'Hi', permission });
			outcomes.push([purpose, sent.length]);
		}
		expect(outcomes).toEqual([
			['marketing', 0],
			['utility', 1],
			['authentication', 1],
		]);
	});
});

describe('one person under two spellings of a number', () => {
	test.each([
		['Mexico', '5215512345678', '+52 55 1234 5678', 'BAJA'],
		['Brazil', '551187654321', '+55 11 98765-4321', 'SAIR'],
		['Argentina', '5491123456789', '+54 11 2345-6789', 'BAJA'],
	])('%s: who left is not written to at the other one', async (_country, from, phone, body) => {
		const said = { id: 'wamid.7', from, timestamp: '1764000000', type: 'text', text: { body } };
		const [[category, item] = []] = await judged(await fromMeta({ messages: [said] }));
		expect(category).toBe('optOut');
		const parameters: INodeParameters = {
			...{ sender, text: 'Your parcel is here', recipientFrom: 'fields', recipientFields: 'phone' },
			permission: { purpose: 'utility', consentRecords: JSON.stringify([item?.consent]) },
		};
		const { sent, given } = await send('whatsAppCloud', { phone, channel: 'whatsapp' }, parameters);
		expect(sent).toEqual([]);
		expect(given).toMatchObject({ suppressed: { rule: 'optedOut' } });
	});
});

describe('a person who hides the number', () => {
	const said = {
		id: 'wamid.8',
		from_user_id: 'US.13491208655302741918',
		timestamp: '1764000000',
		type: 'text',
		text: { body: 'Hola' },
	};
	const contact = { user_id: said.from_user_id, profile: { name: 'Ana', username: 'ana.mx' } };

	test('is answered by the user id', async () => {
		const [item] = await fromMeta({ contacts: [contact], messages: [said] });
		expect(item).toMatchObject({ kind: 'message', text: 'Hola', fromUserId: said.from_user_id });
		expect(item).not.toHaveProperty('from');
		const { sent } = await send('whatsAppCloud', { ...item }, { sender, text: 'Hi' });
		expect(sent[0]?.body).toMatchObject({ recipient: said.from_user_id });
		expect(sent[0]?.body).not.toHaveProperty('to');
	});
});

describe('quiet hours from 20:00 to 08:00', () => {
	afterEach(() => {
		jest.useRealTimers();
	});

	test.each([
		['the night in which clocks go forward', '+4915112345678', '2026-03-28T19:00:00Z', '2026-03-29T06:00'],
		['the night in which clocks go back', '+4915112345678', '2026-10-24T18:00:00Z', '2026-10-25T07:00'],
		[
			'a number of New York, for it may be in Hawaii',
			'+12125550123',
			'2026-11-21T17:30:00Z',
			'2026-11-21T18:00',
		],
		[
			'a number of Russia, from its first clock on',
			'+79123456789',
			'2026-11-21T05:59:00Z',
			'2026-11-21T06:00',
		],
	])('%s', async (_name, from, now, resumeAt) => {
		jest.useFakeTimers({ now: Date.parse(now), advanceTimers: true });
		const quietHours = { hours: { from: '20:00', to: '08:00' } };
		const parameters = { sender, text: 'Hi', permission: { purpose: 'utility', quietHours } };
		const { sent, given } = await send('whatsAppCloud', { ...person, from }, parameters);
		expect(sent).toEqual([]);
		expect(given).toMatchObject({ suppressed: { rule: 'quietHours', resumeAt: `${resumeAt}:00.000Z` } });
	});
});

test('a type of message that Meta does not hand over comes with its error', async () => {
	const unknown = {
		...{ id: 'wamid.9', from: '16505551234', timestamp: '1764000000', type: 'unknown' },
		errors: [{ code: 131051, details: 'Message type is not currently supported', title: 'Unsupported' }],
	};
	expect(await fromMeta({ messages: [unknown] })).toMatchObject([
		{ kind: 'message', type: 'unsupported', error: { code: '131051' } },
	]);
});

test('what the shop writes in the phone app is nobody’s STOP', async () => {
	const echo = {
		...{ id: 'wamid.10', from: '15550100001', to: '16505551234', timestamp: '1764000000' },
		...{ type: 'text', text: { body: 'STOP' } },
	};
	const items = await fromMeta({ message_echoes: [echo] }, 'smb_message_echoes');
	expect(items).toMatchObject([{ kind: 'account', event: 'echo' }]);
	expect(await categories(items)).toEqual(['default']);
});

describe('codes of errors', () => {
	const causes: [code: number, cause: string][] = [
		[131026, 'recipientUnreachable'],
		[131047, 'windowClosed'],
		[131049, 'quotaExhausted'],
		[132000, 'contentRejected'],
		[132012, 'contentRejected'],
		[133010, 'configurationInvalid'],
		[130472, 'recipientUnreachable'],
		[130497, 'recipientUnreachable'],
	];
	test.each(causes)('%d in a status and in an answer', async (code, cause) => {
		const error = { code, title: 'Refused', message: 'Refused', error_data: { details: 'why' } };
		const status = { id: 'wamid.11', status: 'failed', timestamp: '1764000000', recipient_id: '16505551234' };
		expect(await fromMeta({ statuses: [{ ...status, errors: [error] }] })).toMatchObject([
			{ kind: 'status', status: 'failed', error: { code: String(code), cause, retryable: false } },
		]);
		const refusal = { status: 400, answer: { error } };
		const { sent, given } = await send('whatsAppCloud', person, { sender, text: 'Hi' }, refusal);
		expect(sent).toHaveLength(1);
		expect(given?.error).toMatchObject({ code: String(code), cause });
	});

	test("Twilio's 30034 is a fault of the set-up", async () => {
		const form = { MessageSid: 'SM9', From: '+15550783881', To: '+16505551234' };
		const status = { ...form, MessageStatus: 'undelivered', ErrorCode: '30034' };
		expect(await received('custom', status, { mapping: 'twilio' })).toMatchObject([
			{ status: 'failed', error: { cause: 'configurationInvalid' } },
		]);
	});
});

describe('values of templates', () => {
	const definition = (components: object[]) => ({
		...{ id: '1', name: 'order', language: 'en_US', status: 'APPROVED', category: 'UTILITY' },
		components: [{ type: 'BODY', text: 'Hi {{1}}.' }, ...components],
	});
	const links = definition([
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'URL', text: 'Track', url: 'https://shop.example/t/{{1}}' },
				{ type: 'URL', text: 'Pay', url: 'https://shop.example/p/{{1}}' },
			],
		},
	]);
	const coupon = definition([{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy' }] }]);
	const asTemplate = (values: object): INodeParameters => ({
		...{ operation: 'sendTemplate', sender, template: locator('order|en_US'), recipientFrom: 'writer' },
		...{ consentFrom: 'none', fillIn: 'json', valuesJson: JSON.stringify(values) },
	});
	const filled = { body_1: 'Ana', button_0_url: 'a7', button_1_url: 'b8' };

	test('two buttons with links get a value each', async () => {
		const { sent } = await send('whatsAppCloud', person, asTemplate(filled), { templates: [links] });
		expect(JSON.stringify(sent[0]?.body)).toMatch(/"index":"?0"?.*"a7".*"index":"?1"?.*"b8"/);
	});

	test.each<[string, object, object, RegExp]>([
		['without the second link', links, { ...filled, button_1_url: '' }, /Pay.* is missing/],
		['with a line break', links, { ...filled, body_1: 'Ana\nBell' }, /line/],
		['with a tab', links, { ...filled, body_1: 'Ana\tBell' }, /tab/],
		['with five spaces', links, { ...filled, body_1: 'Ana     Bell' }, /spaces/],
		['with a code too long', coupon, { body_1: 'Ana', button_0_code: 'X'.repeat(16) }, /15/],
	])('%s nothing is sent', async (_name, template, values, reason) => {
		const { sent, given } = await send('whatsAppCloud', person, asTemplate(values), {
			templates: [template],
		});
		expect(sent).toEqual([]);
		expect(JSON.stringify(given?.error)).toMatch(reason);
	});
});

describe('a base URL as people paste it', () => {
	const accepted = { messages: [{ id: 'm-1', messageId: 'm-1', status: { groupId: 1 } }] };
	/** The addresses that a message was sent to. */
	const asked = async (provider: 'infobip' | 'whatsAppCloud', baseUrl: string) => {
		const addresses: string[] = [];
		nock(/.*/)
			.post(/.*/)
			.reply(200, function () {
				addresses.push(`https://${String(this.req.headers.host)}${this.req.path}`);
				return accepted;
			});
		const parameters = { channel: 'sms', sender: locator('2001'), text: 'Hi' };
		await send(provider, person, parameters, { credential: { baseUrl } });
		return addresses;
	};

	test.each([
		'https://xyz123.api.infobip.com',
		'xyz123.api.infobip.com',
		'https://xyz123.api.infobip.com/',
		' XYZ123.api.infobip.com// ',
		'https://xyz123.api.infobip.com/sms/3/messages',
		'xyz123.api.infobip.com/whatsapp/1/message/text?x=1',
	])('Infobip: %j', async (pasted) => {
		expect(await asked('infobip', pasted)).toEqual(['https://xyz123.api.infobip.com/sms/3/messages']);
	});

	test('Infobip behind a proxy keeps its path', async () => {
		expect(await asked('infobip', 'https://proxy.test/infobip/')).toEqual([
			'https://proxy.test/infobip/sms/3/messages',
		]);
	});

	test.each(['https://graph.facebook.com', 'graph.facebook.com/v25.0', 'https://graph.facebook.com/v27.0/'])(
		'WhatsApp Cloud: %j',
		async (pasted) => {
			expect(await asked('whatsAppCloud', pasted)).toEqual([
				'https://graph.facebook.com/v25.0/2001/messages',
			]);
		},
	);
});
