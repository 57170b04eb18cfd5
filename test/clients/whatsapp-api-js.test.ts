/** `whatsapp-api-js` drives the stand-in of the Graph API; its address is changed on the way, since the library has no setting for it. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { WhatsAppAPI } from 'whatsapp-api-js';
import * as Messages from 'whatsapp-api-js/messages';
import type { ClientMessage } from 'whatsapp-api-js/types';
import { drive, type Drive } from './driving.ts';
import { startConversation, WORLD } from './stand-ins.ts';

const { sandbox, line, customer, messageId } = await startConversation('whatsAppCloud', 'whatsapp');
after(() => sandbox.close());

const api = new WhatsAppAPI({
	token: WORLD.accessToken,
	appSecret: WORLD.appSecret,
	v: 'v25.0',
	ponyfill: {
		fetch: (input, init) => {
			const url = input instanceof Request ? input.url : String(input);
			return fetch(url.replace('https://graph.facebook.com', sandbox.whatsAppCloud.baseUrl), init);
		},
	},
});
const phone = line.id;

/** The library rejects nothing: a refusal is an answer with an error in it. */
async function accepted(answer: Promise<unknown>): Promise<void> {
	const given = await answer;
	assert.ok(typeof given === 'object' && given !== null && !('error' in given), JSON.stringify(given));
}

const link = 'https://example.com/picture.jpg';
const image = new Messages.Image(link);
const body = new Messages.Body('Well?');
const footer = new Messages.Footer('Bye');
const product = new Messages.CatalogProduct('a', '1');
const section = new Messages.ProductSection('All', new Messages.Product('a'));
const words = (...texts: [string, ...string[]]) => {
	const [first, ...rest] = texts.map((text) => new Messages.BodyParameter(text));
	assert(first);
	return new Messages.BodyComponent(first, ...rest);
};
const DAY_MS = 86_400_000;

const MESSAGES: readonly (readonly [string, ClientMessage])[] = [
	['text', new Messages.Text('Hello', true)],
	['image', new Messages.Image(link, false, 'A picture')],
	['audio', new Messages.Audio('https://example.com/a.mp3')],
	['voice', new Messages.Audio('https://example.com/a.ogg', false, true)],
	['video', new Messages.Video('https://example.com/a.mp4', false, 'A film')],
	['document', new Messages.Document('https://example.com/a.pdf', false, 'A page', 'a.pdf')],
	['sticker', new Messages.Sticker('https://example.com/a.webp')],
	['location', new Messages.Location(-122.4, 37.7, 'Here', '1 Market Street')],
	[
		'contacts',
		new Messages.Contacts([
			new Messages.Name('Ana Ruiz', 'Ana'),
			new Messages.Phone('+15550123001', 'WORK'),
			new Messages.Birthday('1990', '01', '31'),
		]),
	],
	['reaction', new Messages.Reaction(messageId, '👍')],
	['no reaction', new Messages.Reaction(messageId)],
	[
		'buttons',
		new Messages.Interactive(
			new Messages.ActionButtons(new Messages.Button('yes', 'Yes'), new Messages.Button('no', 'No')),
			body,
			new Messages.Header(image),
			footer,
		),
	],
	[
		'list',
		new Messages.Interactive(
			new Messages.ActionList('Choose', new Messages.ListSection('All', new Messages.Row('a', 'A', 'Round'))),
			body,
			new Messages.Header('Coffees'),
		),
	],
	['catalogue', new Messages.Interactive(new Messages.ActionCatalog(new Messages.Product('a')), body)],
	['product', new Messages.Interactive(new Messages.ActionProduct(product), body)],
	[
		'products',
		new Messages.Interactive(
			new Messages.ActionProductList('1', section),
			body,
			new Messages.Header('Beans'),
		),
	],
	['link', new Messages.Interactive(new Messages.ActionCTA('Open', link), body)],
	[
		'flow',
		new Messages.Interactive(
			new Messages.ActionNavigateFlow('t', '1', 'Book', 'FIRST', { city: 'Berlin' }),
			body,
		),
	],
	[
		'flow from a server',
		new Messages.Interactive(new Messages.ActionDataExchangeFlow('t', '1', 'Book'), body),
	],
	['location request', new Messages.Interactive(new Messages.ActionLocation(), body)],
	['call permission request', new Messages.Interactive(new Messages.ActionCallPermission(), body)],
	['contact request', new Messages.Interactive(new Messages.ActionContactRequest(), body)],
	['template', new Messages.Template('welcome', 'en_US')],
	[
		'template with blanks and a link',
		new Messages.Template(
			'order_update',
			'en_US',
			new Messages.HeaderComponent(new Messages.HeaderParameter('A-1001')),
			words('Ana', 'ready', 'Friday'),
			new Messages.URLComponent('A-1001'),
			new Messages.SkipButtonComponent(),
		),
	],
	[
		'template with names',
		new Messages.Template(
			'appointment_reminder',
			'en_US',
			new Messages.HeaderComponent(new Messages.HeaderParameter('Market Street', 'place')),
			new Messages.BodyComponent(
				new Messages.BodyParameter('Ana', 'first_name'),
				new Messages.BodyParameter('Friday', 'day'),
			),
			new Messages.PayloadComponent('keep'),
			new Messages.PayloadComponent('cancel'),
		),
	],
	[
		'template with a picture',
		new Messages.Template(
			'new_blend',
			'en_US',
			new Messages.HeaderComponent(new Messages.HeaderParameter(image)),
			words('Ana', 'winter blend'),
		),
	],
	[
		'template with a flow',
		new Messages.Template(
			'barista_class',
			'en_US',
			new Messages.HeaderComponent(
				new Messages.HeaderParameter(new Messages.Video('https://example.com/a.mp4')),
			),
			new Messages.FlowComponent('t', { city: 'Berlin' }),
		),
	],
	[
		'template with a place and a catalogue',
		new Messages.Template(
			'store_opening',
			'en_US',
			new Messages.HeaderComponent(
				new Messages.HeaderParameter(new Messages.Location(-122.4, 37.7, 'Here', '1 Market')),
			),
			words('Saturday'),
			new Messages.CatalogComponent(new Messages.Product('a')),
		),
	],
	['one-time password', Messages.Template.OTP('sign_in_code', 'en_US', '123456')],
	[
		'template with an offer for a time',
		new Messages.Template(
			'limited_offer',
			'en_US',
			new Messages.HeaderComponent(new Messages.HeaderParameter(image)),
			new Messages.LTOComponent(Date.now() + DAY_MS),
			words('Ana'),
			new Messages.CopyComponent('BEANS25'),
			new Messages.URLComponent('BEANS25'),
		),
	],
	[
		'template with cards',
		new Messages.Template(
			'menu_carousel',
			'en_US',
			words('Ana'),
			new Messages.CarouselComponent(card(), card(), card()),
		),
	],
	[
		'template with several products',
		new Messages.Template(
			'product_picks',
			'en_US',
			words('Ana'),
			new Messages.MPMComponent(new Messages.Product('a'), section),
		),
	],
];

function card() {
	return new Messages.CarouselCard(
		image,
		words('house blend'),
		new Messages.PayloadComponent('more'),
		new Messages.URLComponent('blend-1'),
	);
}

const to = customer.phoneNumber.slice(1);
const sent = MESSAGES.map(([name, message]): Drive => [
	name,
	() => accepted(api.sendMessage(phone, to, message)),
]);

/** The id of a file that was uploaded for this. */
async function upload(): Promise<string> {
	const form = new FormData();
	form.set('file', new Blob([new Uint8Array([137, 80, 78, 71])], { type: 'image/png' }), 'a.png');
	const answer = await api.uploadMedia(phone, form);
	assert('id' in answer, JSON.stringify(answer));
	return answer.id;
}

async function makeCode(): Promise<string> {
	const answer = await api.createQR(phone, 'Hi', 'svg');
	assert('code' in answer, JSON.stringify(answer));
	return answer.code;
}

const calls: Drive[] = [
	[
		'text to a user ID',
		() => accepted(api.sendMessage(phone, { bsuid: customer.userId }, new Messages.Text('Hello'))),
	],
	[
		'reply with callback data',
		() => accepted(api.sendMessage(phone, to, new Messages.Text('Hello'), messageId, 'order-1')),
	],
	['read receipt', () => accepted(api.markAsRead(phone, messageId, 'text'))],
	['uploading a file', upload],
	[
		'a file, downloaded and deleted',
		async () => {
			const id = await upload();
			const media = await api.retrieveMedia(id, phone);
			assert('url' in media, JSON.stringify(media));
			assert.equal((await api.fetchMedia(media.url)).status, 200);
			await accepted(api.deleteMedia(id, phone));
		},
	],
	[
		'an uploaded picture',
		async () => {
			await accepted(api.sendMessage(phone, to, new Messages.Image(await upload(), true)));
		},
	],
	['blocking', () => accepted(api.blockUser(phone, to))],
	['unblocking', () => accepted(api.unblockUser(phone, to))],
	[
		'QR codes',
		async () => {
			await accepted(makeCode().then(() => api.retrieveQR(phone)));
		},
	],
	[
		'a QR code',
		async () => {
			await accepted(api.retrieveQR(phone, await makeCode()));
		},
	],
	[
		'changing a QR code',
		async () => {
			await accepted(api.updateQR(phone, await makeCode(), 'Hello'));
		},
	],
	[
		'deleting a QR code',
		async () => {
			await accepted(api.deleteQR(phone, await makeCode()));
		},
	],
	['calling', () => accepted(api.initiateCall(phone, to, 'v=0'))],
	['taking a call', () => accepted(api.acceptCall(phone, 'wacid.1', 'v=0'))],
	['refusing a call', () => accepted(api.rejectCall(phone, 'wacid.1'))],
	['ending a call', () => accepted(api.terminateCall(phone, 'wacid.1'))],
];

drive('whatsapp-api-js', [...sent, ...calls]);
