import { outbound } from '../../../../../core/providers/sinch/outbound';
import { buildFrom, refusal, requestsOf } from '../../sending';

const line = { accountId: 'project-1', appId: 'app-1' } as const;
const plan = { accountId: 'project-1', servicePlanId: 'plan-1' } as const;
const link = 'https://example.com/a.jpg';
const long = (length: number) => 'x'.repeat(length);

test.each(requestsOf('sinch'))('the request of $name', ({ message, line: ownLine, request }) => {
	expect(buildFrom(outbound, message, ownLine)).toStrictEqual({ ok: true, request });
});

const whatsApp = { channel: 'whatsapp', to: '+46732001122' };
const text = { ...whatsApp, type: 'text', text: 'Hello' };
const image = { ...whatsApp, type: 'image', media: { link } };
const button = (id: string) => ({ id, title: id });
const buttons = { ...whatsApp, type: 'buttons', body: 'Well?', buttons: [button('a')] };
const header = { type: 'image', media: { link } };
const list = {
	...whatsApp,
	type: 'list',
	body: 'Which?',
	buttonText: 'Choose',
	sections: [{ rows: [button('a')] }],
};
const flow = { ...whatsApp, type: 'flow', body: 'Book', buttonText: 'Book', flowId: '1' };
const card = { header, body: 'a', buttons: [button('a')] };
const carousel = { ...whatsApp, type: 'carousel', body: 'New', cards: [card] };
const contact = { name: 'Ana', phones: [{ phone: '+46732001122' }] };
const contacts = { ...whatsApp, type: 'contacts' };
const template = { ...whatsApp, type: 'template', name: 'hello', language: 'en', values: {} };
const many = (count: number) => Array.from({ length: count }, (_, index) => button(String(index)));

test.each<[string, object, string, RegExp]>([
	['a made-up channel', { ...text, channel: 'pigeon' }, 'channel', /"pigeon".*whatsapp, sms/],
	[
		'a channel named after a member of objects',
		{ ...text, channel: 'constructor' },
		'channel',
		/"constructor"/,
	],
	['nobody to send to', { ...text, to: '' }, 'to', /missing: a phone number/],
	['a national number', { ...text, to: '0170 1234567' }, 'to', /"0170 1234567".*country code/],
	['a user ID on SMS', { type: 'text', text: 'Hello', toUserId: 'US.1' }, 'to', /missing/],
	['nobody on a channel with IDs', { ...text, channel: 'telegram', to: '' }, 'to', /TELEGRAM/],
	['a scheduled message', { ...text, sendAt: '2026-05-01T09:00:00Z' }, 'sendAt', /sends at once.*wait/],
	['long callback data', { ...text, callbackData: long(1025) }, 'callbackData', /longer than 1024/],
	['a long sender', { ...text, sender: long(1025) }, 'sender', /longer than 1024/],
	['a media ID', { ...image, media: { id: '1' } }, 'media', /public link/],
	['a caption', { ...image, caption: 'A picture' }, 'caption', /card/],
	['a voice message', { ...image, type: 'voice' }, 'type', /audio/],
	['a reaction', { ...whatsApp, type: 'reaction', messageId: '1' }, 'type', /no reactions/],
	[
		'an address form',
		{ ...whatsApp, type: 'addressRequest', body: 'Where?', country: 'IN' },
		'type',
		/address/,
	],
	[
		'a product without a text',
		{ ...whatsApp, type: 'product', catalogId: '1', productId: '2' },
		'body',
		/text is missing/,
	],
	[
		'a product on another channel',
		{ ...whatsApp, channel: 'rcs', type: 'product', body: 'New', catalogId: '1', productId: '2' },
		'type',
		/products on WhatsApp only/,
	],
	['a catalogue', { ...whatsApp, type: 'catalogue', body: 'All' }, 'type', /no catalogues/],
	[
		'a read receipt',
		{ channel: 'whatsapp', type: 'readReceipt', messageId: '1' },
		'type',
		/no read receipts/,
	],
	['a place without name', { ...whatsApp, type: 'location', latitude: 1, longitude: 2 }, 'name', /missing/],
	['two contacts', { ...contacts, contacts: [contact, contact] }, 'contacts.1', /one contact at a time/],
	['a contact without number', { ...contacts, contacts: [{ name: 'Ana' }] }, 'contacts.0.phones', /missing/],
	[
		'a contact with no numbers',
		{ ...contacts, contacts: [{ name: 'Ana', phones: [] }] },
		'contacts.0.phones',
		/missing/,
	],
	[
		'a contact with a street',
		{
			...contacts,
			contacts: [{ ...contact, addresses: [{ city: 'Berlin' }, { street: 'Unter den Linden' }] }],
		},
		'contacts.0.addresses.1.street',
		/no street/,
	],
	['eleven buttons', { ...buttons, buttons: many(11) }, 'buttons', /11.*10/],
	['a footer outside WhatsApp', { ...buttons, channel: 'rcs', footer: 'Bye' }, 'footer', /WhatsApp only/],
	['a footer with a header', { ...buttons, header, footer: 'Bye' }, 'footer', /without header/],
	[
		'a media ID above buttons',
		{ ...buttons, header: { type: 'image', media: { id: '1' } } },
		'header.media',
		/link/,
	],
	['a footer of a list', { ...list, footer: 'Bye' }, 'footer', /no footer/],
	[
		'a location request elsewhere',
		{ ...whatsApp, channel: 'rcs', type: 'locationRequest', body: 'Where?' },
		'type',
		/WhatsApp only/,
	],
	[
		'a card with a media ID',
		{ ...whatsApp, type: 'card', title: 'a', media: { id: '1' }, buttons: [] },
		'media',
		/link/,
	],
	['eleven cards', { ...carousel, cards: Array(11).fill(card) }, 'cards', /11.*10/],
	[
		'eleven buttons of a card',
		{ ...carousel, cards: [card, { ...card, buttons: many(11) }] },
		'cards.1.buttons',
		/11.*10/,
	],
	[
		'a media ID in a carousel',
		{ ...carousel, cards: [card, { ...card, header: { type: 'video', media: { id: '1' } } }] },
		'cards.1.header.media',
		/link/,
	],
	['a flow elsewhere', { ...flow, channel: 'rcs' }, 'channel', /WhatsApp only/],
	['a flow by name', { ...flow, flowId: '', flowName: 'visits' }, 'flowId', /not by its name/],
	['a flow with a long label', { ...flow, buttonText: long(21) }, 'buttonText', /longer than 20/],
	[
		'a flow with a media ID',
		{ ...flow, header: { type: 'image', media: { id: '1' } } },
		'header.media',
		/link/,
	],
	['a template elsewhere', { ...template, channel: 'sms' }, 'channel', /WhatsApp only/],
	['a template with an odd value', { ...template, values: { odd: '1' } }, 'values.odd', /odd/],
	['a fallback after a template', { ...template, fallback: { text: 'Hi' } }, 'fallback', /after a template/],
	['a fallback after RCS', { ...text, channel: 'rcs', fallback: { text: 'Hi' } }, 'fallback', /after RCS/],
	[
		'a fallback without number',
		{ ...text, to: '', toUserId: 'US.1', fallback: { text: 'Hi' } },
		'to',
		/missing: a phone number/,
	],
])('%s is refused by the Conversation API', (_, message, field, complaint) => {
	expect(buildFrom(outbound, message, line)).toEqual(refusal(field, complaint));
});

test.each([
	['project', { appId: 'app-1' } as const],
	['app', { accountId: 'project-1', servicePlanId: 'plan-1' } as const],
])('without %s nothing goes through the Conversation API', (lack, incomplete) => {
	expect(buildFrom(outbound, text, incomplete)).toEqual(
		refusal('channel', new RegExp(`WHATSAPP.*${lack} ID`)),
	);
});

const sms = { type: 'text', text: 'Hello', to: '+15551230000' };
const mms = { type: 'image', media: { link }, channel: 'mms', to: '+15551230000' };

test.each<[string, object, string, RegExp]>([
	['nobody to send to', { ...sms, to: '' }, 'to', /missing/],
	['a name as recipient', { ...sms, to: 'Ana' }, 'to', /"Ana"/],
	['an SMS with buttons', { ...buttons, channel: 'sms' }, 'type', /text only/],
	['an MMS of text', { ...sms, channel: 'MMS' }, 'type', /choose sms/],
	['an MMS with a media ID', { ...mms, media: { id: '1' } }, 'media', /public link/],
	['a sound with a media ID', { ...mms, type: 'audio', media: { id: '1' } }, 'media', /public link/],
	['a long text', { ...sms, text: long(2001) }, 'text', /longer than 2000/],
	['long callback data', { ...sms, callbackData: long(2049) }, 'callbackData', /longer than 2048/],
	['a long webhook', { ...sms, reportUrl: long(2049) }, 'reportUrl', /longer than 2048/],
	['a fallback', { ...sms, fallback: { text: 'Hi' } }, 'fallback', /others fall back/],
	['a time in words', { ...sms, sendAt: 'tomorrow' }, 'sendAt', /"tomorrow"/],
	['a validity that begins at no time', { ...sms, validityMinutes: 5 }, 'sendAt', /present time/],
	[
		'a validity beyond three days',
		{ ...sms, sendAt: '2026-05-01T09:00:00Z', validityMinutes: 4321 },
		'validityMinutes',
		/at most 4320/,
	],
])('%s is refused by the SMS API', (_, message, field, complaint) => {
	expect(buildFrom(outbound, message, plan)).toEqual(refusal(field, complaint));
});

test.each([
	['marketing', 'CONTENT_MARKETING'],
	['utility', 'CONTENT_NOTIFICATION'],
	['authentication', 'CONTENT_NOTIFICATION'],
	['service', 'CONTENT_NOTIFICATION'],
])('a message for %s is checked as %s', (purpose, message_content_type) => {
	expect(buildFrom(outbound, { ...text, purpose }, line)).toMatchObject({
		request: { body: { message_content_type } },
	});
});

test.each([
	['project', text, { ...line, accountId: 'a\ud800' }, '/v1/projects/a%EF%BF%BD/messages:send'],
	['service plan', sms, { ...plan, servicePlanId: 'a\ud800' }, '/xms/v1/a%EF%BF%BD/batches'],
])('half a character in the ID of a %s does not throw', (_, message, odd, path) => {
	expect(buildFrom(outbound, message, odd)).toMatchObject({ request: { path } });
});
