import { buildFrom, sampleOf, SAMPLES, type SampleType } from './build';

const long = (length: number) => 'x'.repeat(length);
const rows = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, title: 'Row' }));
const buttons = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `b${index}`, title: `Button ${index}` }));
const image = { type: 'image', media: { id: '1' } };
const card = (id: string, change: object = {}) => ({
	header: image,
	buttons: [{ id, title: id }],
	...change,
});
const ORDER = SAMPLES.orderDetails.order;
const link = { buttonText: 'Buy', url: 'https://example.com' };

const LENGTHS: [SampleType, string, number, (text: string) => object][] = [
	['text', 'text', 4096, (text) => ({ text })],
	['image', 'caption', 1024, (caption) => ({ caption })],
	['video', 'caption', 1024, (caption) => ({ caption })],
	['document', 'caption', 1024, (caption) => ({ caption })],
	['text', 'callbackData', 512, (callbackData) => ({ callbackData })],
	...(['buttons', 'urlButton', 'flow', 'addressRequest'] as const).flatMap(
		(type): [SampleType, string, number, (text: string) => object][] => [
			[type, 'body', 1024, (body) => ({ body })],
			[type, 'header.text', 60, (text) => ({ header: { type: 'text', text } })],
			[type, 'footer', 60, (footer) => ({ footer })],
		],
	),
	['list', 'body', 4096, (body) => ({ body })],
	['list', 'headerText', 60, (headerText) => ({ headerText })],
	['list', 'footer', 60, (footer) => ({ footer })],
	['list', 'buttonText', 20, (buttonText) => ({ buttonText })],
	['list', 'sections.0.title', 24, (title) => ({ sections: [{ title, rows: rows(1) }] })],
	['list', 'sections.0.rows.1.id', 200, (id) => ({ sections: [{ rows: [...rows(1), { id, title: 'A' }] }] })],
	['list', 'sections.0.rows.0.title', 24, (title) => ({ sections: [{ rows: [{ id: 'a', title }] }] })],
	[
		'list',
		'sections.0.rows.0.description',
		72,
		(description) => ({ sections: [{ rows: [{ id: 'a', title: 'A', description }] }] }),
	],
	['buttons', 'buttons.0.id', 256, (id) => ({ buttons: [{ id, title: 'A' }] })],
	['buttons', 'buttons.1.title', 20, (title) => ({ buttons: [...buttons(1), { id: 'b', title }] })],
	['urlButton', 'buttonText', 20, (buttonText) => ({ buttonText })],
	['flow', 'buttonText', 30, (buttonText) => ({ buttonText })],
	['locationRequest', 'body', 1024, (body) => ({ body })],
	['contactRequest', 'body', 1024, (body) => ({ body })],
	['callRequest', 'body', 1024, (body) => ({ body })],
	['callButton', 'body', 1024, (body) => ({ body })],
	['callButton', 'buttonText', 20, (buttonText) => ({ buttonText })],
	['callButton', 'payload', 512, (payload) => ({ payload })],
	['orderDetails', 'body', 1024, (body) => ({ body })],
	['orderDetails', 'footer', 60, (footer) => ({ footer })],
	[
		'orderDetails',
		'order.items.0.name',
		60,
		(name) => ({ order: { ...ORDER, items: [{ sku: 'a', name, price: 1 }] } }),
	],
	['orderStatus', 'body', 1024, (body) => ({ body })],
	['orderStatus', 'footer', 60, (footer) => ({ footer })],
	['orderStatus', 'description', 120, (description) => ({ description })],
	['product', 'body', 1024, (body) => ({ body })],
	['product', 'footer', 60, (footer) => ({ footer })],
	['productList', 'body', 1024, (body) => ({ body })],
	['productList', 'headerText', 60, (headerText) => ({ headerText })],
	['productList', 'footer', 60, (footer) => ({ footer })],
	['productList', 'sections.0.title', 24, (title) => ({ sections: [{ title, productIds: ['a'] }] })],
	['catalogue', 'body', 1024, (body) => ({ body })],
	['catalogue', 'footer', 60, (footer) => ({ footer })],
	['carousel', 'body', 1024, (body) => ({ body })],
	['carousel', 'cards.1.body', 160, (body) => ({ cards: [card('a'), card('b', { body })] })],
	[
		'carousel',
		'cards.0.buttons.0.id',
		256,
		(id) => ({ cards: [card('a', { buttons: [{ id, title: 'A' }] }), card('b')] }),
	],
	[
		'carousel',
		'cards.1.buttons.0.title',
		20,
		(title) => ({ cards: [card('a'), card('b', { buttons: [{ id: 'b', title }] })] }),
	],
	[
		'carousel',
		'cards.0.link.buttonText',
		20,
		(buttonText) => ({
			cards: [
				{ header: image, link: { ...link, buttonText } },
				{ header: image, link },
			],
		}),
	],
];

test.each(LENGTHS)('%s: %s takes %i characters and no more', (type, field, most, change) => {
	expect(buildFrom(sampleOf(type, change(long(most))))).toMatchObject({ ok: true });
	expect(buildFrom(sampleOf(type, change(long(most + 1))))).toEqual({
		ok: false,
		field,
		message: expect.stringMatching(
			new RegExp(`^The .* is longer than ${most} characters: it has ${most + 1}$`),
		),
	});
});

const sections = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ title: `S${index}`, rows: rows(1, index) }));
const products = (...counts: number[]) =>
	counts.map((count, section) => ({
		title: 'S',
		productIds: Array.from({ length: count }, (_, index) => `p${section}.${index}`),
	}));
const cards = (count: number) => Array.from({ length: count }, (_, index) => card(`c${index}`));

test.each<[SampleType, object, object, string, RegExp]>([
	['buttons', { buttons: buttons(3) }, { buttons: buttons(4) }, 'buttons', /at most 3 buttons.* has 4/],
	[
		'list',
		{ sections: sections(10) },
		{ sections: sections(11) },
		'sections',
		/at most 10 sections.* has 11/,
	],
	[
		'list',
		{ sections: [{ rows: rows(10) }] },
		{
			sections: [
				{ title: 'A', rows: rows(5) },
				{ title: 'B', rows: rows(6, 5) },
			],
		},
		'sections',
		/at most 10 rows in all sections together.* has 11/,
	],
	[
		'productList',
		{ sections: products(15, 15) },
		{ sections: products(15, 16) },
		'sections',
		/at most 30 products.* has 31/,
	],
	[
		'productList',
		{ sections: products(...Array<number>(10).fill(1)) },
		{ sections: products(...Array<number>(11).fill(1)) },
		'sections',
		/at most 10 sections/,
	],
	['carousel', { cards: cards(10) }, { cards: cards(11) }, 'cards', /at most 10 cards/],
	['carousel', { cards: cards(2) }, { cards: cards(1) }, 'cards', /at least 2 cards.* has 1/],
])('%s: as many as fit and one too many', (type, fitting, exceeding, field, message) => {
	expect(buildFrom(sampleOf(type, fitting))).toMatchObject({ ok: true });
	expect(buildFrom(sampleOf(type, exceeding))).toEqual({
		ok: false,
		field,
		message: expect.stringMatching(message),
	});
});

test.each<[string, SampleType, object, string, RegExp]>([
	['no sender', 'text', { sender: '' }, 'sender', /missing: choose/],
	['a phone number as sender', 'text', { sender: '+15550783881' }, 'sender', /"\+15550783881".*digits only/],
	['a path as sender', 'readReceipt', { sender: '1/../2' }, 'sender', /digits only/],
	['nobody to send to', 'text', { to: '' }, 'to', /missing: a phone number, a user ID or a group/],
	['a national number', 'text', { to: '0170 1234567' }, 'to', /"0170 1234567".*country code/],
	['a wrong user ID', 'text', { to: '', toUserId: 'ana' }, 'toUserId', /US\.1349/],
	[
		'two buttons of one ID',
		'buttons',
		{
			buttons: [
				{ id: 'a', title: 'A' },
				{ id: 'a', title: 'B' },
			],
		},
		'buttons.1.id',
		/ID of the button "a" is there twice/,
	],
	[
		'two buttons of one title',
		'buttons',
		{
			buttons: [
				{ id: 'a', title: 'A' },
				{ id: 'b', title: 'A' },
			],
		},
		'buttons.1.title',
		/title of the button "A" is there twice/,
	],
	[
		'two rows of one ID in two sections',
		'list',
		{
			sections: [
				{ title: 'A', rows: rows(2) },
				{ title: 'B', rows: rows(1) },
			],
		},
		'sections.1.rows.0.id',
		/ID of the row "r0" is there twice/,
	],
	[
		'one section of several without a title',
		'list',
		{ sections: [{ title: 'A', rows: rows(1) }, { rows: rows(1, 1) }] },
		'sections.1.title',
		/Of several sections each needs a title/,
	],
	[
		'a link that is none',
		'urlButton',
		{ url: 'ftp://example.com' },
		'url',
		/begin with https:\/\/ or http:\/\//,
	],
	['no flow', 'flow', { flowId: '' }, 'flowId', /missing: give its ID or its name/],
	['two flows', 'flow', { flowName: 'visits' }, 'flowName', /either the ID or the name/],
	['data without a screen', 'flow', { data: { a: 1 } }, 'screen', /say which one/],
	['an address in another country', 'addressRequest', { country: 'DE' }, 'country', /India.*Singapore.*"DE"/],
	['a template key that is none', 'template', { values: { bogus: 'x' } }, 'values.bogus', /bogus/],
	['a product list without a header', 'productList', { headerText: '' }, 'headerText', /header is missing/],
	[
		'two cards with one button ID',
		'carousel',
		{ cards: [card('a'), card('a')] },
		'cards.1.buttons.0.id',
		/"a" is there twice/,
	],
	[
		'a video among pictures',
		'carousel',
		{ cards: [card('a'), card('b', { header: { type: 'video', media: { id: '1' } } })] },
		'cards.1.header.type',
		/all pictures or all videos.*"image".*"video"/,
	],
	[
		'a card with buttons and link',
		'carousel',
		{ cards: [card('a', { link }), card('b')] },
		'cards.0.link',
		/has both/,
	],
	[
		'a card with neither',
		'carousel',
		{ cards: [card('a'), card('b', { buttons: [] })] },
		'cards.1.buttons',
		/has neither/,
	],
	[
		'a link among reply buttons',
		'carousel',
		{ cards: [card('a'), card('b', { buttons: undefined, link })] },
		'cards.1.link',
		/first has 1 reply button, this one a link/,
	],
	[
		'more buttons on one card',
		'carousel',
		{ cards: [card('a'), card('b', { buttons: buttons(2) })] },
		'cards.1.buttons',
		/first has 1 reply button, this one 2 reply buttons/,
	],
	[
		'a text of four lines on a card',
		'carousel',
		{ cards: [card('a'), card('b', { body: 'a\nb\nc\nd' })] },
		'cards.1.body',
		/more than 2 line breaks: it has 3/,
	],
	[
		'a title that leaves the text of a card no room',
		'carousel',
		{ cards: [card('a', { title: long(100), body: long(58) }), card('b')] },
		'cards.0.body',
		/with its title, is longer than 160 characters: it has 161/,
	],
	[
		'a title without text that is too long',
		'carousel',
		{ cards: [card('a', { title: long(159) }), card('b')] },
		'cards.0.title',
		/longer than 160/,
	],
])('%s is refused and named', (_, type, change, field, message) => {
	expect(buildFrom(sampleOf(type, change))).toEqual({
		ok: false,
		field,
		message: expect.stringMatching(message),
	});
});

test('a single card is refused with what serves instead', () => {
	const card = { type: 'card', sender: '1', to: '+16505551234', title: 'New', buttons: [] };
	expect(buildFrom(card)).toEqual({
		ok: false,
		field: 'type',
		message: expect.stringMatching(/reply buttons with a picture as header, or a carousel/),
	});
});
