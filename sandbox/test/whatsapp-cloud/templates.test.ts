import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { z } from 'zod';
import { TEMPLATES } from '../../whatsapp-cloud/template-set.ts';
import { WORLD } from '../../settings.ts';
import { eventually } from '../shared/receiver.ts';
import { assertError, MESSAGES, WhatsAppCloud, WHO } from './whatsapp-cloud.ts';

const { customer, number, silentCustomer } = WHO;
const LIST = `/v25.0/${WORLD.businessAccountId}/message_templates`;
const MARKETING = `/v25.0/${number.id}/marketing_messages`;
let standIn: WhatsAppCloud;

before(async () => {
	standIn = await WhatsAppCloud.start();
});

afterEach(async () => {
	await standIn.call('POST', '/sandbox/reset', {});
	standIn.receiver.received.length = 0;
});

after(() => standIn.close());

type Json = Record<string, unknown>;

const words = (...list: string[]) => list.map((text) => ({ type: 'text', text }));
const named = (values: Record<string, string>) =>
	Object.entries(values).map(([parameter_name, text]) => ({ type: 'text', parameter_name, text }));
const body = (...parameters: unknown[]) => ({ type: 'body', parameters });
const header = (...parameters: unknown[]) => ({ type: 'header', parameters });
const button = (sub_type: string, index: number | string, ...parameters: unknown[]) => ({
	type: 'button',
	sub_type,
	index,
	parameters,
});
const photo = { type: 'image', image: { link: 'https://media.example/a.jpg' } };
const suffix = (index: number, text: string) => button('url', String(index), ...words(text));
const expires = (expiration_time_ms: number) => ({
	type: 'limited_time_offer',
	parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms } }],
});
const coupon = (code: string) => button('copy_code', 0, { type: 'coupon_code', coupon_code: code });
const card = (card_index: number) => ({
	card_index,
	components: [header(photo), body(...words('blend')), suffix(1, `blend-${card_index}`)],
});
const carousel = (count: number) => ({
	type: 'carousel',
	cards: Array.from({ length: count }, (_, index) => card(index)),
});
const picks = {
	thumbnail_product_retailer_id: 'p',
	sections: [{ title: 'A', product_items: [{ product_retailer_id: 'p' }] }],
};
const LATER = Date.now() + 86_400_000;

function template(name: string, components: unknown[] = [], language = 'en_US', more: Json = {}): Json {
	const content = { name, language: { code: language }, components };
	return {
		messaging_product: 'whatsapp',
		to: customer.phoneNumber,
		type: 'template',
		template: content,
		...more,
	};
}

const ORDER = [header(...words('A-1')), body(...words('Ana', 'roasted', 'Friday')), suffix(0, 'A-1')];
const OFFER = [header(photo), body(...words('Ana')), expires(LATER), coupon('BEANS25'), suffix(1, 'BEANS25')];

describe('accepted', () => {
	const accepted: [string, unknown[], string?][] = [
		['welcome', []],
		['welcome', [], 'es'],
		['order_update', ORDER],
		[
			'appointment_reminder',
			[
				header(...named({ place: 'Market Street' })),
				body(...named({ day: 'Friday', first_name: 'Ana' })),
				button('quick_reply', '0', { type: 'payload', payload: 'keep-7' }),
			],
		],
		['new_blend', [header(photo), body(...words('Ana', 'winter blend'))]],
		[
			'receipt',
			[
				header({ type: 'document', document: { link: 'https://a.example/a.pdf', filename: 'a.pdf' } }),
				body({
					type: 'currency',
					currency: { fallback_value: '$12.50', code: 'USD', amount_1000: 12_500 },
				}),
			],
		],
		['barista_class', [header({ type: 'video', video: { link: 'https://a.example/a.mp4' } })]],
		[
			'store_opening',
			[
				header({ type: 'location', location: { latitude: '1', longitude: '2', name: 'A', address: 'B' } }),
				body({ type: 'date_time', date_time: { fallback_value: 'Saturday' } }),
				button('CATALOG', 0, { type: 'action', action: { thumbnail_product_retailer_id: 'p' } }),
			],
		],
		['sign_in_code', [body(...words('123456')), suffix(0, '123456')]],
		['limited_offer', OFFER],
		['menu_carousel', [body(...words('Ana')), carousel(3)]],
		['product_picks', [body(...words('Ana')), button('mpm', 0, { type: 'action', action: picks })]],
	];
	for (const [name, components, language] of accepted) {
		test(`${name} in ${language ?? 'en_US'}, outside the window`, async () => {
			const id = await standIn.send(template(name, components, language));
			await eventually(() => standIn.receiver.statusesOf(id)[0]?.status === 'sent', 'sent');
		});
	}

	test('the words reach the phone filled in, and the template is billed by its category', async () => {
		const id = await standIn.send(template('order_update', ORDER));
		await eventually(() => standIn.receiver.statusesOf(id)[0], 'sent');
		assert.deepEqual(standIn.receiver.statusesOf(id)[0]?.pricing, {
			billable: true,
			pricing_model: 'PMP',
			type: 'regular',
			category: 'utility',
		});
		const state = JSON.stringify((await standIn.call('GET', '/sandbox/state')).data);
		assert.match(state, /Hi Ana, your order is roasted. It will be with you by Friday./);
		assert.match(state, /https:\/\/sunrise.example\/track\/A-1"/);
	});
});

describe('refused', () => {
	const refused: [string, Json, number, RegExp][] = [
		['an unknown template', template('nothing'), 132001, /\(nothing\) does not exist in en_US/],
		['another language', template('welcome', [], 'en'), 132001, /does not exist in en$/],
		['a pending template', template('spring_menu'), 132001, /does not exist/],
		['a rejected template', template('lottery'), 132001, /does not exist/],
		['a paused template', template('win_back', [body(...words('Ana'))]), 132015, /paused/],
		['a disabled template', template('daily_deals'), 132016, /disabled/],
		['no name', template(''), 131008, /template\['name'\]/],
		['no language', template('welcome', [], ''), 131008, /\['language'\]\['code'\]/],
		[
			'two of three parameters',
			template('order_update', [ORDER[0], body(...words('a', 'b')), ORDER[2]]),
			132000,
			/body: number of localizable_params \(2\).*\(3\)/,
		],
		['parameters for a static body', template('welcome', [body(...words('a'))]), 132000, /\(1\).*\(0\)/],
		['a parameter for a static header', template('welcome', [header(...words('a'))]), 132000, /header/],
		['no parameters at all', template('order_update'), 132000, /number of localizable_params \(0\)/],
		[
			'an empty parameter',
			template('order_update', [ORDER[0], body(...words('a', '', 'c')), ORDER[2]]),
			131008,
			/missing text value/,
		],
		[
			'a line break in a parameter',
			template('order_update', [ORDER[0], body(...words('a', 'b\nc', 'd')), ORDER[2]]),
			132018,
			/new-line/,
		],
		[
			'a picture in the body',
			template('order_update', [ORDER[0], body(...words('a', 'b'), photo), ORDER[2]]),
			132012,
			/body: Format mismatch, expected TEXT, received IMAGE/,
		],
		[
			'words too long when filled in',
			template('order_update', [ORDER[0], body(...words('a', 'b', 'x'.repeat(1000))), ORDER[2]]),
			132005,
			/too long/,
		],
		['a missing suffix', template('order_update', ORDER.slice(0, 2)), 131008, /index 0 of type URL requires/],
		[
			'a suffix for a phone button',
			template('order_update', [...ORDER, suffix(1, 'x')]),
			132000,
			/\(1\).*\(0\)/,
		],
		['a button that is not there', template('order_update', [...ORDER, suffix(5, 'x')]), 132018, /index 5/],
		[
			'a button of another kind',
			template('order_update', [
				...ORDER.slice(0, 2),
				button('quick_reply', 0, { type: 'payload', payload: 'x' }),
			]),
			132012,
			/sub_type quick_reply/,
		],
		[
			'named parameters without names',
			template('appointment_reminder', [header(...named({ place: 'x' })), body(...words('a', 'b'))]),
			100,
			/Parameter name is missing or empty/,
		],
		[
			'a wrong name',
			template('appointment_reminder', [
				header(...named({ place: 'x' })),
				body(...named({ day: 'a', name: 'b' })),
			]),
			100,
			/first_name is missing/,
		],
		[
			'no picture',
			template('new_blend', [body(...words('a', 'b'))]),
			132012,
			/expected IMAGE, received UNKNOWN/,
		],
		[
			'a document in place of a picture',
			template('new_blend', [header({ type: 'document', document: photo.image }), body(...words('a', 'b'))]),
			132012,
			/expected IMAGE, received DOCUMENT/,
		],
		[
			'a location without a place',
			template('store_opening', [header({ type: 'location', location: {} }), body(...words('x'))]),
			131008,
			/latitude/,
		],
		[
			'a code without its button',
			template('sign_in_code', [body(...words('1'))]),
			131008,
			/type OTP requires/,
		],
		[
			'a long code',
			template('sign_in_code', [body(...words('1')), suffix(0, 'x'.repeat(16))]),
			100,
			/at most 15/,
		],
		[
			'an authentication template to a user id',
			template('sign_in_code', [body(...words('1')), suffix(0, '1')], 'en_US', {
				to: undefined,
				recipient: customer.userId,
			}),
			131062,
			/not allowed/,
		],
		[
			'an offer that ends in seconds',
			template('limited_offer', [OFFER[0], OFFER[1], expires(Math.floor(LATER / 1_000)), OFFER[3], OFFER[4]]),
			131009,
			/in the past/,
		],
		[
			'an offer without an end',
			template('limited_offer', [OFFER[0], OFFER[1]]),
			132000,
			/limited_time_offer/,
		],
		[
			'two of three cards',
			template('menu_carousel', [body(...words('Ana')), carousel(2)]),
			132000,
			/cards.*\(2\).*\(3\)/,
		],
		[
			'products without a thumbnail',
			template('product_picks', [
				body(...words('Ana')),
				button('mpm', 0, { type: 'action', action: { sections: picks.sections } }),
			]),
			131008,
			/thumbnail/,
		],
	];
	for (const [what, message, code, expected] of refused) {
		test(`${what} with ${code}`, async () => {
			const response = await standIn.call('POST', MESSAGES, message);
			assert.match(assertError(response, code === 132001 ? 404 : 400, code), expected);
			assert.equal(standIn.api.ledger.accepted.length, 0);
		});
	}
});

describe('marketing messages', () => {
	test('take marketing templates alone', async () => {
		assert.equal((await standIn.call('POST', MARKETING, template('welcome'))).status, 200);
		const strict = template('welcome', [], 'en_US', {
			product_policy: 'STRICT',
			message_activity_sharing: true,
		});
		assert.equal((await standIn.call('POST', MARKETING, strict)).status, 200);
		assertError(await standIn.call('POST', MARKETING, template('order_update', ORDER)), 400, 131055);
		const other = template('welcome', [], 'en_US', { product_policy: 'MAYBE' });
		assert.match(assertError(await standIn.call('POST', MARKETING, other), 400, 100), /product_policy/);
	});

	test('are refused elsewhere where the account says so', async () => {
		await standIn.call('POST', '/sandbox/rules', { marketingOnMessages: false });
		assertError(await standIn.call('POST', MESSAGES, template('welcome')), 400, 131063);
		assert.equal((await standIn.call('POST', MARKETING, template('welcome'))).status, 200);
		await standIn.send(template('order_update', ORDER));
	});

	test('do not reach who stopped them, until they are resumed', async () => {
		const chat = { numberId: number.id, customer: silentCustomer.phoneNumber };
		const first = async () => {
			const id = await standIn.send(template('welcome', [], 'en_US', { to: silentCustomer.phoneNumber }));
			const status = await eventually(() => standIn.receiver.statusesOf(id)[0], 'status');
			return (
				z
					.array(z.object({ code: z.number() }))
					.optional()
					.parse(status.errors)?.[0]?.code ?? status.status
			);
		};
		await standIn.call('POST', '/sandbox/marketing', { ...chat, value: 'stop' });
		await eventually(
			() => standIn.receiver.received.some(({ raw }) => raw.includes('"value":"stop"')),
			'user_preferences',
		);
		assert.equal(await first(), 131050);
		await standIn.call('POST', '/sandbox/marketing', { ...chat, value: 'resume' });
		assert.equal(await first(), 'sent');
		await standIn.call('POST', '/sandbox/rules', { marketingPerDay: 1 });
		assert.equal(await first(), 'sent');
		assert.equal(await first(), 131049);
	});
});

describe('reading', () => {
	const Page = z.object({
		data: z.array(z.record(z.unknown())),
		paging: z.object({ cursors: z.object({ after: z.string() }), next: z.string().optional() }).optional(),
	});
	const read = async (query: string) => Page.parse((await standIn.call('GET', `${LIST}${query}`)).data);

	test('all pages together hold every template once', async () => {
		const ids: unknown[] = [];
		for (let after = ''; ;) {
			const { data, paging } = await read(`?limit=7&fields=name,status${after}`);
			ids.push(...data.map(({ id }) => id));
			assert.deepEqual(Object.keys(data[0] ?? {}).sort(), ['id', 'name', 'status']);
			if (!paging?.next) break;
			after = `&after=${paging.cursors.after}`;
		}
		assert.deepEqual(
			ids,
			TEMPLATES.map(({ id }) => id),
		);
	});

	const filters: [string, number][] = [
		['?name=welcome', 2],
		['?name=welcome&language=es', 1],
		['?status=PAUSED', 1],
		['?status=rejected', 1],
		['?category=authentication', 1],
		['?name=nothing', 0],
	];
	for (const [query, count] of filters) {
		test(`${query} finds ${count}`, async () => {
			assert.equal((await read(query)).data.length, count);
		});
	}

	test('an unknown status and an unknown field are refused', async () => {
		assertError(await standIn.call('GET', `${LIST}?status=nice`), 400, 100);
		assertError(await standIn.call('GET', `${LIST}?fields=shoe_size`), 400, 100);
	});

	test('a template is read by its id, and its status can be changed', async () => {
		const [welcome] = TEMPLATES;
		assert(welcome);
		await standIn.call('POST', '/sandbox/rules', { templates: { welcome: 'PAUSED' } });
		const { data } = await standIn.call('GET', `/v25.0/${welcome.id}?fields=status,quality_score`);
		assert.deepEqual(data, { status: 'PAUSED', quality_score: { score: 'UNKNOWN' }, id: welcome.id });
		assertError(await standIn.call('POST', MESSAGES, template('welcome')), 400, 132015);
	});
});
