/** Templates of every provider, filled in from the fields of the items, against the stand-ins' own definitions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Provider, WORLD } from '../../sandbox/settings.ts';
import * as infobip from '../../sandbox/test/infobip/infobip.ts';
import { Lab } from './lab.ts';
import { type Sent, sendRows } from './send-flow.ts';

const lab = await Lab.start('send-template');
const { customers } = WORLD;
const [number] = WORLD.numbers;
assert(number);

const PHOTO = 'https://sunrise.example/blend.jpg';
const cards = [0, 1, 2];

interface Case {
	provider: Provider;
	template: string;
	values: Record<string, string>;
	/** What the phone shows of it. */
	shows: RegExp;
}

const SENDERS: Record<Provider, string> = {
	whatsAppCloud: number.id,
	infobip: infobip.WHATSAPP.phoneNumber,
	sinch: '',
};

const CASES: Case[] = [
	{
		provider: 'whatsAppCloud',
		template: 'order_update|en_US',
		values: {
			header_text_1: 'A-7',
			body_1: 'Ana',
			body_2: 'on its way',
			body_3: 'Friday',
			button_0_url: 'A-7',
		},
		shows: /Hi Ana, your order is on its way/,
	},
	{
		provider: 'whatsAppCloud',
		template: 'appointment_reminder|en_US',
		values: { header_text_place: 'Market Street', body_first_name: 'Ana', body_day: 'Friday' },
		shows: /Hello Ana, your tasting is on Friday/,
	},
	{
		provider: 'whatsAppCloud',
		template: 'menu_carousel|en_US',
		values: {
			body_1: 'Ana',
			...Object.fromEntries(
				cards.flatMap((card) => [
					[`card_${card}_header_image`, PHOTO],
					[`card_${card}_body_1`, `blend ${card}`],
					[`card_${card}_button_0_payload`, `more-${card}`],
					[`card_${card}_button_1_url`, `blend-${card}`],
				]),
			),
		},
		shows: /Three coffees for Ana/,
	},
	{
		provider: 'whatsAppCloud',
		template: 'limited_offer|en_US',
		values: {
			header_image: PHOTO,
			offer_expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
			body_1: 'Ana',
			button_0_code: 'BEANS25',
			button_1_url: 'BEANS25',
		},
		shows: /Stock up, Ana/,
	},
	{
		provider: 'whatsAppCloud',
		template: 'sign_in_code|en_US',
		values: { otp_code: '123456' },
		shows: /123456.* is your verification code/,
	},
	{
		provider: 'infobip',
		template: 'order_ready|en',
		values: { body_1: 'Ana', body_2: '1042', button_0_url: '1042' },
		shows: /Hi Ana, your order 1042 is ready/,
	},
	{
		provider: 'sinch',
		template: 'order_ready|en',
		values: { body_1: 'Ana', body_2: '1042', button_0_url: '1042' },
		shows: /order_ready|Hi Ana, your order 1042 is ready/,
	},
];

function sendTemplate(
	{ provider, template, values }: Case,
	rows: readonly Record<string, unknown>[],
): Promise<Sent> {
	return sendRows(
		lab,
		{
			provider,
			parameters: {
				operation: 'sendTemplate',
				consentFrom: 'none',
				channel: 'whatsapp',
				sender: { __rl: true, mode: 'id', value: SENDERS[provider] },
				recipientFrom: 'fields',
				recipientFields: 'phone',
				template: { __rl: true, mode: 'name', value: template },
				fillIn: 'fields',
				valueFields: { blank: Object.keys(values).map((key) => ({ key, field: key })) },
			},
		},
		rows,
	);
}

for (const one of CASES) {
	const { provider, template, values, shows } = one;
	test(`${provider}: ${template} reaches everybody, looked up once`, async () => {
		const { ledger } = lab.sandbox[provider];
		const takenBefore = ledger.accepted.length;
		const callsBefore = ledger.calls.length;

		const sent = await sendTemplate(
			one,
			customers.map(({ phoneNumber }) => ({ phone: phoneNumber, ...values })),
		);

		assert.deepEqual(sent.failed, []);
		assert.deepEqual(
			sent.accepted.map(({ outcome, type }) => ({ outcome, type })),
			customers.map(() => ({ outcome: 'accepted', type: 'template' })),
		);
		const taken = ledger.accepted.slice(takenBefore);
		assert.equal(taken.length, customers.length);
		for (const { text } of taken) assert.match(text, shows);
		const lookUps = ledger.calls
			.slice(callsBefore)
			.filter(({ method, path }) => method === 'GET' && path.includes('templates'));
		assert.equal(lookUps.length, 1);
	});

	test(`${provider}: ${template} with a value missing on one item spares the others`, async () => {
		const { ledger } = lab.sandbox[provider];
		const takenBefore = ledger.accepted.length;
		const [key = ''] = Object.keys(values);
		const rows = customers.map(({ phoneNumber }, index) => ({
			phone: phoneNumber,
			...values,
			...(index === 1 && { [key]: '' }),
		}));

		const sent = await sendTemplate(one, rows);

		assert.equal(sent.accepted.length, customers.length - 1);
		assert.equal(sent.failed.length, 1);
		assert.equal(sent.failed[0]?.phone, customers[1]?.phoneNumber);
		assert.match(JSON.stringify(sent.failed[0]?.error), /missing/);
		assert.equal(ledger.accepted.length - takenBefore, customers.length - 1);
	});
}

test('a template that is paused fails before the first call, and the item keeps its input', async () => {
	const one: Case = {
		provider: 'whatsAppCloud',
		template: 'win_back|en_US',
		values: { body_1: 'Ana' },
		shows: /./,
	};
	const [customer] = customers;
	assert(customer);

	const sent = await sendTemplate(one, [{ phone: customer.phoneNumber, body_1: 'Ana', own: 7 }]);

	const [failed] = sent.failed;
	assert.ok(failed);
	assert.equal(failed.own, 7);
	assert.match(JSON.stringify(failed.error), /win_back.* is paused/);
	assert.deepEqual(sent.accepted, []);
});
