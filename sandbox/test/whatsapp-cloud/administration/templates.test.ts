import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../../settings.ts';
import { eventually } from '../../shared/receiver.ts';
import { changesOf } from './changes.ts';
import { assertError, ErrorBody, MESSAGES, WhatsAppCloud, WHO } from '../whatsapp-cloud.ts';

const LIST = `/v25.0/${WORLD.businessAccountId}/message_templates`;
const LIBRARY = '/v25.0/message_template_library';
const DAY_MS = 86_400_000;
let now: number;
let standIn: WhatsAppCloud;

beforeEach(async () => {
	now = Date.parse('2026-06-01T08:00:00Z');
	standIn = await WhatsAppCloud.start(() => now);
	await standIn.call('POST', '/sandbox/rules', { reviewMs: 20 });
});

afterEach(() => standIn.close());

type Part = Record<string, unknown>;

const body = (text: string, ...examples: string[]): Part => ({
	type: 'BODY',
	text,
	...(examples.length > 0 && { example: { body_text: [examples] } }),
});
const buttons = (...list: Part[]): Part => ({ type: 'BUTTONS', buttons: list });
const reply = (text: string) => ({ type: 'QUICK_REPLY', text });
const SHORT = body('The autumn menu is here.');
const draft = (components: Part[] = [SHORT], more: Part = {}) => ({
	name: 'autumn_menu',
	language: 'en_US',
	category: 'MARKETING',
	components,
	...more,
});

const create = (template: Part = draft()) => standIn.call('POST', LIST, template);
const Created = z.object({ id: z.string().regex(/^\d+$/), status: z.string(), category: z.string() });
const created = async (template: Part = draft()) => Created.parse((await create(template)).data);
const update = (id: string, change: Part) => standIn.call('POST', `/v25.0/${id}`, change);
const statusOf = async (id: string) =>
	z.object({ status: z.string() }).parse((await standIn.call('GET', `/v25.0/${id}?fields=status`)).data)
		.status;
const approved = async (template: Part = draft()) => {
	const { id } = await created(template);
	await eventually(async () => ((await statusOf(id)) === 'APPROVED' ? id : undefined), 'approved');
	return id;
};
const UPDATE = 'message_template_status_update';
const firstUpdate = async () =>
	await eventually(() => changesOf(standIn.receiver.received, UPDATE)[0], 'the review');
const send = (name: string, components: Part[] = []) =>
	standIn.call('POST', MESSAGES, {
		messaging_product: 'whatsapp',
		to: WHO.customer.phoneNumber,
		type: 'template',
		template: { name, language: { code: 'en_US' }, components },
	});

describe('a new template', () => {
	test('waits for its review, is reported and can then be sent', async () => {
		standIn.timers.hold();
		const { id, status, category } = await created();
		assert.deepEqual([status, category], ['PENDING', 'MARKETING']);
		assertError(await send('autumn_menu'), 404, 132001);
		standIn.timers.release();
		assert.deepEqual(await firstUpdate(), {
			event: 'APPROVED',
			message_template_id: Number(id),
			message_template_name: 'autumn_menu',
			message_template_language: 'en_US',
			message_template_category: 'MARKETING',
			reason: 'NONE',
		});
		assert.equal((await send('autumn_menu')).status, 200);
	});

	const rejected: [string, Part, Part, string][] = [
		['words of a fraud', draft([body('You have won. Send us your card number.')]), {}, 'SCAM'],
		[
			'a name that the rules hold against it',
			draft(),
			{ rejectedTemplates: ['autumn_menu'] },
			'INVALID_FORMAT',
		],
	];
	for (const [what, template, rules, reason] of rejected) {
		test(`with ${what} is rejected`, async () => {
			await standIn.call('POST', '/sandbox/rules', rules);
			const { id } = await created(template);
			const { event, reason: given } = await firstUpdate();
			assert.deepEqual([event, given], ['REJECTED', reason]);
			const { data } = await standIn.call('GET', `/v25.0/${id}?fields=rejected_reason`);
			assert.deepEqual(data, { rejected_reason: reason, id });
		});
	}

	const taken: [string, Part[], Part?][] = [
		[
			'text, variables and buttons',
			[
				{ type: 'HEADER', format: 'TEXT', text: 'Sale for {{1}}', example: { header_text: ['Ann'] } },
				body('Hello {{1}}, {{2}} off until Sunday.', 'Ann', '20 %'),
				{ type: 'FOOTER', text: 'Reply STOP to end' },
				buttons(
					reply('Stop'),
					{ type: 'URL', text: 'Shop', url: 'https://shop.example/{{1}}', example: ['autumn'] },
					{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+16505551234' },
					{ type: 'COPY_CODE', example: 'SALE20' },
				),
			],
		],
		[
			'named variables',
			[
				{
					type: 'body',
					text: 'Hello {{first_name}}, welcome!',
					example: { body_text_named_params: [{ param_name: 'first_name', example: 'Ann' }] },
				},
				buttons(
					{ type: 'FLOW', text: 'Start', flow_id: '777', flow_action: 'navigate', navigate_screen: 'FIRST' },
					{ type: 'CATALOG', text: 'Catalog' },
				),
			],
			{ parameter_format: 'named' },
		],
		['a picture', [{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW1hZ2U='] } }, SHORT]],
		['a place', [{ type: 'HEADER', format: 'LOCATION' }, SHORT]],
		[
			'an offer that ends',
			[
				{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now!', has_expiration: true } },
				SHORT,
				buttons({ type: 'COPY_CODE', example: ['X'] }),
			],
		],
		[
			'cards',
			[
				SHORT,
				{
					type: 'CAROUSEL',
					cards: [{ components: [SHORT] }, { components: [SHORT, buttons(reply('More'))] }],
				},
			],
		],
		[
			'a film that loops',
			[{ type: 'HEADER', format: 'GIF', example: { header_handle: ['4::Z2lm'] } }, SHORT],
		],
		['a product', [{ type: 'HEADER', format: 'PRODUCT' }, SHORT, buttons({ type: 'SPM', text: 'View' })]],
		['a call', [SHORT, buttons({ type: 'VOICE_CALL', text: 'Call us' })]],
		['a question for contact details', [SHORT, buttons({ type: 'REQUEST_CONTACT_INFO' })]],
		['a question whether to call', [SHORT, { type: 'CALL_PERMISSION_REQUEST' }]],
		[
			'a one-time password without a recommendation',
			[{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })],
			{ category: 'AUTHENTICATION' },
		],
		[
			'a one-time password',
			[
				{ type: 'BODY', add_security_recommendation: true },
				{ type: 'FOOTER', code_expiration_minutes: 10 },
				buttons({ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }),
			],
			{ category: 'AUTHENTICATION' },
		],
	];
	for (const [what, components, more] of taken) {
		test(`with ${what} is taken`, async () => {
			assert.equal((await created(draft(components, more))).status, 'PENDING');
		});
	}

	test('of a one-time password has the words of Meta and can be sent', async () => {
		await approved(
			draft(
				[
					{ type: 'BODY', add_security_recommendation: true },
					{ type: 'FOOTER', code_expiration_minutes: 5 },
					buttons({ type: 'OTP', otp_type: 'COPY_CODE' }),
				],
				{ category: 'AUTHENTICATION' },
			),
		);
		const code = [{ type: 'text', text: '908172' }];
		const answer = await send('autumn_menu', [
			{ type: 'body', parameters: code },
			{ type: 'button', sub_type: 'url', index: '0', parameters: code },
		]);
		assert.equal(answer.status, 200);
		assert.match(JSON.stringify((await standIn.call('GET', '/sandbox/state')).data), /expires in 5 minutes/);
	});

	test('of a product is sent with one', async () => {
		await approved(draft([{ type: 'HEADER', format: 'PRODUCT' }, SHORT, buttons({ type: 'SPM' })]));
		const header = (product: Part) => [{ type: 'header', parameters: [{ type: 'product', product }] }];
		assertError(await send('autumn_menu', header({ catalog_id: '1' })), 400, 131008);
		const chosen = header({ catalog_id: '1', product_retailer_id: 'a' });
		assert.equal((await send('autumn_menu', chosen)).status, 200);
	});

	test('with a maximum price goes one way alone', async () => {
		const price = { bid_amount: 50_000, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' };
		const id = await approved(draft([SHORT], { optimization_spec: price }));
		const { data } = await standIn.call('GET', `/v25.0/${id}?fields=optimization_spec`);
		assert.deepEqual(data, { optimization_spec: price, id });
		assertError(await send('autumn_menu', []), 400, 131061);
		const utility = draft([SHORT], { name: 'other', category: 'UTILITY', optimization_spec: price });
		assertError(await create(utility), 400, 100);
	});

	test('shows how long its messages wait', async () => {
		const { id } = await created(draft([SHORT], { message_send_ttl_seconds: 3600 }));
		const { data } = await standIn.call('GET', `/v25.0/${id}?fields=message_send_ttl_seconds`);
		assert.deepEqual(data, { message_send_ttl_seconds: 3600, id });
	});

	const url = (address: string, more: Part = {}) =>
		buttons({ type: 'URL', text: 'Shop', url: address, ...more });
	const refused: [string, Part, number, (number | undefined)?][] = [
		['a name in capitals', draft([SHORT], { name: 'Autumn' }), 100],
		['no name', draft([SHORT], { name: '' }), 131008],
		['an unknown category', draft([SHORT], { category: 'FUN' }), 100],
		['a language with a dash', draft([SHORT], { language: 'en-US' }), 100],
		['no components', draft([]), 100],
		['no body', draft([{ type: 'FOOTER', text: 'x' }]), 100],
		['two bodies', draft([SHORT, SHORT]), 100],
		['an unknown component', draft([SHORT, { type: 'SOUND' }]), 100],
		['a header without text', draft([{ type: 'HEADER', format: 'TEXT' }, SHORT]), 100],
		[
			'a header with formatting',
			draft([{ type: 'HEADER', format: 'TEXT', text: '*Sale*' }, SHORT]),
			100,
			2388072,
		],
		['a picture without a sample', draft([{ type: 'HEADER', format: 'IMAGE' }, SHORT]), 100],
		['a long header', draft([{ type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }, SHORT]), 100, 2388040],
		['a long body', draft([body('x'.repeat(1025))]), 100, 2388040],
		['a long footer', draft([SHORT, { type: 'FOOTER', text: 'x'.repeat(61) }]), 100, 2388040],
		['a variable in the footer', draft([SHORT, { type: 'FOOTER', text: 'For {{1}} only' }]), 100],
		['a variable at the start', draft([body('{{1}}, your order is here.', 'a')]), 100, 2388299],
		['a variable at the end', draft([body('Your order is {{1}}.', 'a')]), 100, 2388299],
		['too few words', draft([body('Hi {{1}} and {{2}} now.', 'a', 'b')]), 100, 2388293],
		['no examples', draft([body('Your order {{1}} is here.')]), 100],
		['too few examples', draft([body('Your {{1}} order {{2}} is here today.', 'a')]), 100],
		['variables that skip', draft([body('Your order {{2}} is here.', 'a')]), 100],
		['names where numbers belong', draft([body('Your order {{name}} is here.', 'a')]), 100],
		['a long button', draft([SHORT, buttons(reply('x'.repeat(26)))]), 100],
		[
			'three addresses',
			draft([
				SHORT,
				buttons(
					...Array.from({ length: 3 }, (_, index) => ({
						type: 'URL',
						text: `Shop ${index}`,
						url: 'https://shop.example',
					})),
				),
			]),
			100,
		],
		[
			'a variable inside an address',
			draft([SHORT, url('https://shop.example/{{1}}/x', { example: ['a'] })]),
			100,
		],
		['an address without an example', draft([SHORT, url('https://shop.example/{{1}}')]), 100],
		[
			'replies that stand apart',
			draft([
				SHORT,
				buttons(reply('A'), { type: 'URL', text: 'Shop', url: 'https://shop.example' }, reply('B')),
			]),
			100,
		],
		['one card', draft([SHORT, { type: 'CAROUSEL', cards: [{ components: [SHORT] }] }]), 100],
		['the name of another', draft([SHORT], { name: 'welcome' }), 100, 2388024],
		['an unknown template of the library', { ...draft(), library_template_name: 'nothing' }, 100],
	];
	for (const [what, template, code, subcode] of refused) {
		test(`with ${what} is refused`, async () => {
			const answer = await create(template);
			assertError(answer, 400, code);
			assert.equal(ErrorBody.parse(answer.data).error.error_subcode, subcode);
		});
	}

	test('is one of a hundred in an hour', async () => {
		for (let count = 0; count < 100; count += 1) await created(draft([SHORT], { name: `menu_${count}` }));
		assertError(await create(), 400, 80008);
		now += 3_600_000;
		await created();
	});
});

describe('an edit', () => {
	const OTHER = { components: [body('The winter menu is here.')] };

	test('replaces the components and is reviewed again', async () => {
		const id = await approved();
		standIn.timers.hold();
		const done = { success: true, id, name: 'autumn_menu', category: 'MARKETING' };
		assert.deepEqual((await update(id, OTHER)).data, done);
		assert.equal(await statusOf(id), 'PENDING');
		assertError(await update(id, OTHER), 400, 100);
		standIn.timers.release();
		await eventually(async () => ((await statusOf(id)) === 'APPROVED' ? true : undefined), 'approved');
		const { data } = await standIn.call('GET', `/v25.0/${id}?fields=components`);
		assert.deepEqual(data, { components: OTHER.components, id });
	});

	test('of an approved template is made once a day, and not to its category', async () => {
		const id = await approved();
		assertError(await update(id, { category: 'UTILITY' }), 400, 100);
		await update(id, OTHER);
		await eventually(async () => ((await statusOf(id)) === 'APPROVED' ? true : undefined), 'approved');
		assertError(await update(id, OTHER), 400, 100);
		now += DAY_MS;
		assert.equal((await update(id, OTHER)).status, 200);
	});

	test('mends a rejected template', async () => {
		const { id } = await created(draft([body('You have won the lottery.')]));
		await firstUpdate();
		assert.equal(await statusOf(id), 'REJECTED');
		await update(id, { category: 'UTILITY', ...OTHER });
		await eventually(async () => ((await statusOf(id)) === 'APPROVED' ? true : undefined), 'approved');
		const { data } = await standIn.call('GET', `/v25.0/${id}?fields=category,rejected_reason`);
		assert.deepEqual(data, { category: 'UTILITY', rejected_reason: 'NONE', id });
	});
});

describe('a deletion', () => {
	const remove = (query: string) => standIn.call('DELETE', `${LIST}?${query}`);
	const languages = async () => {
		const { data } = await standIn.call('GET', `${LIST}?name=welcome&fields=language`);
		const rows = z.object({ data: z.array(z.object({ language: z.string() })) }).parse(data);
		return rows.data.map(({ language }) => language);
	};

	test('takes all languages, or one of them', async () => {
		assert.deepEqual((await remove('name=welcome&hsm_id=500000000000002')).data, { success: true });
		assert.deepEqual(await languages(), ['en_US']);
		await remove('name=welcome');
		assert.deepEqual(await languages(), []);
	});

	test('blocks the name for 30 days', async () => {
		await remove('name=welcome');
		const again = draft([SHORT], { name: 'welcome' });
		const answer = await create(again);
		assertError(answer, 400, 100);
		assert.equal(ErrorBody.parse(answer.data).error.error_subcode, 2_388_023);
		now += 30 * DAY_MS;
		await created(again);
	});

	for (const [what, query] of [
		['an unknown template', 'name=nothing'],
		['a disabled one', 'name=daily_deals'],
		['none', ''],
	]) {
		test(`of ${what} is refused`, async () => {
			assertError(await remove(query ?? ''), 400, 100);
		});
	}
});

describe('the library', () => {
	const names = async (query: string) => {
		const { data } = await standIn.call('GET', `${LIBRARY}${query}`);
		const rows = z.object({ data: z.array(z.object({ name: z.string() })) }).parse(data);
		return rows.data.map(({ name }) => name);
	};
	const found: [string, string[]][] = [
		['', ['delivery_update_1', 'payment_reminder_1', 'appointment_confirmation_1']],
		['?topic=PAYMENTS', ['payment_reminder_1']],
		['?industry=e_commerce', ['delivery_update_1', 'payment_reminder_1']],
		['?search=booked', ['appointment_confirmation_1']],
		['?language=de', []],
	];
	for (const [query, expected] of found) {
		test(`${query || 'as a whole'} is read`, async () => {
			assert.deepEqual(await names(query), expected);
		});
	}

	test('gives a template that needs no review', async () => {
		const { status } = await created({
			name: 'our_delivery',
			language: 'en_US',
			category: 'UTILITY',
			library_template_name: 'delivery_update_1',
			library_template_button_inputs: [{ type: 'URL', url: { base_url: 'https://shop.example/{{1}}' } }],
		});
		assert.equal(status, 'APPROVED');
		const words = [{ type: 'text', text: 'A' }];
		const answer = await send('our_delivery', [
			{ type: 'body', parameters: [...words, ...words] },
			{ type: 'button', sub_type: 'url', index: '0', parameters: words },
		]);
		assert.equal(answer.status, 200);
	});
});
