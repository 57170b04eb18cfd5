import { outbound } from '../../../../../core/providers/infobip/outbound';
import { buildFrom, refusal, requestsOf } from '../../sending';

const line = {};
const link = 'https://example.com/a.jpg';
const long = (length: number) => 'x'.repeat(length);

test.each(requestsOf('infobip'))('the request of $name', ({ message, request }) => {
	expect(buildFrom(outbound, message, line)).toStrictEqual({ ok: true, request });
});

const whatsApp = { channel: 'whatsapp', sender: '+441134960000', to: '+441134960001' };
const text = { ...whatsApp, type: 'text', text: 'Hello' };
const sms = { type: 'text', text: 'Hello', to: '+41793026727' };
const buttons = { ...whatsApp, type: 'buttons', body: 'Well?', buttons: [{ id: 'a', title: 'A' }] };
const row = (id: string) => ({ id, title: id });
const list = {
	...whatsApp,
	type: 'list',
	body: 'Which?',
	buttonText: 'Choose',
	sections: [{ rows: [row('a')] }],
};
const flow = { ...whatsApp, type: 'flow', body: 'Book', buttonText: 'Book', flowId: '1', flowToken: 't' };
const header = { type: 'image', media: { link } };
const cardOf = (id: string) => ({ header, body: id, buttons: [{ id, title: 'Like' }] });
const carousel = { ...whatsApp, type: 'carousel', body: 'New', cards: [cardOf('a'), cardOf('b')] };
const card = { ...whatsApp, type: 'card', title: 'Shirt', buttons: [{ id: 'a', title: 'A' }] };
const contact = { ...whatsApp, type: 'contacts', contacts: [{ name: 'Ana' }] };
const template = { ...whatsApp, type: 'template', name: 'hello', language: 'en', values: {} };
const image = { ...whatsApp, type: 'image', media: { link } };
const urlButton = { ...whatsApp, type: 'urlButton', body: 'See', buttonText: 'Open', url: link };

test.each<[string, object, string, RegExp]>([
	['a channel that is not there', { ...text, channel: 'viber' }, 'channel', /"viber".*sms or whatsapp/],
	['an SMS that is no text', { ...image, channel: 'sms' }, 'type', /text only/],
	['an SMS to nobody', { ...sms, to: '' }, 'to', /missing: a phone number/],
	['an SMS to a user ID', { ...sms, to: '', toUserId: 'US.1' }, 'to', /missing/],
	['an SMS to a national number', { ...sms, to: '0170 1234567' }, 'to', /"0170 1234567".*country code/],
	['an SMS with a fallback', { ...sms, fallback: { text: 'Hi' } }, 'fallback', /others fall back/],
	['an SMS for tomorrow', { ...sms, sendAt: 'tomorrow' }, 'sendAt', /"tomorrow".*2026-05-01T09:00/],
	['a time without offset', { ...sms, sendAt: '2026-05-01T09:00:00' }, 'sendAt', /has to look like/],
	['a validity beyond two days', { ...sms, validityMinutes: 2881 }, 'validityMinutes', /at most 2880/],
	['a made-up alphabet', { ...sms, transliteration: 'KLINGON' }, 'transliteration', /"KLINGON".*TURKISH/],
	['clicks without short links', { ...sms, shortenLinks: false, trackClicks: true }, 'trackClicks', /short/],
	['the same over WhatsApp', { ...text, shortenLinks: false, trackClicks: true }, 'trackClicks', /short/],
	['a long message ID', { ...sms, clientMessageId: long(201) }, 'clientMessageId', /longer than 200/],
	['long callback data', { ...text, callbackData: long(4001) }, 'callbackData', /longer than 4000/],
	['a long webhook', { ...text, reportUrl: long(2049) }, 'reportUrl', /longer than 2048/],
	['a long campaign', { ...sms, campaignId: long(256) }, 'campaignId', /longer than 255/],
	['a long entity', { ...sms, entityId: long(256) }, 'entityId', /longer than 255/],
	['a long application', { ...sms, applicationId: long(256) }, 'applicationId', /longer than 255/],
	['WhatsApp without sender', { ...text, sender: '' }, 'sender', /missing/],
	['WhatsApp with a name as sender', { ...text, sender: 'InfoSMS' }, 'sender', /"InfoSMS"/],
	['WhatsApp to nobody', { ...text, to: '' }, 'to', /phone number or a user ID/],
	['WhatsApp to a name', { ...text, to: 'Ana' }, 'to', /"Ana"/],
	['a scheduled WhatsApp message', { ...text, sendAt: '2026-05-01T09:00:00Z' }, 'sendAt', /SMS only.*wait/],
	['a validity on WhatsApp', { ...text, validityMinutes: 5 }, 'validityMinutes', /SMS only/],
	[
		'a fallback from a text',
		{ ...text, fallback: { text: 'Hi', sender: 'A' } },
		'fallback',
		/templates only/,
	],
	['a fallback without sender', { ...template, fallback: { text: 'Hi' } }, 'fallback.sender', /missing/],
	[
		'a long fallback',
		{ ...template, fallback: { sender: 'A', text: long(4097) } },
		'fallback.text',
		/longer than 4096/,
	],
	['a reaction', { ...whatsApp, type: 'reaction', messageId: '1', emoji: '👍' }, 'type', /no reactions/],
	[
		'an address form',
		{ ...whatsApp, type: 'addressRequest', body: 'Where?', country: 'IN' },
		'type',
		/address/,
	],
	['a catalogue', { ...whatsApp, type: 'catalogue', body: 'All' }, 'type', /catalogues/],
	['a media ID', { ...image, media: { id: '1' } }, 'media.id', /public link/],
	[
		'a media ID above buttons',
		{ ...buttons, header: { type: 'video', media: { id: '1' } } },
		'header.media.id',
		/link/,
	],
	[
		'a media ID on a card',
		{ ...carousel, cards: [cardOf('a'), { ...cardOf('b'), header: { type: 'image', media: { id: '1' } } }] },
		'cards.1.header.media.id',
		/link/,
	],
	['a long text', { ...text, text: long(4097) }, 'text', /longer than 4096 characters: it has 4097/],
	['a long caption', { ...image, caption: long(3001) }, 'caption', /longer than 3000/],
	['a long link', { ...image, media: { link: `${link}${long(2048)}` } }, 'media.link', /longer than 2048/],
	['a long file name', { ...image, type: 'document', filename: long(241) }, 'filename', /longer than 240/],
	[
		'a long place',
		{ ...whatsApp, type: 'location', latitude: 1, longitude: 2, name: long(1001) },
		'name',
		/1000/,
	],
	['a long body', { ...buttons, body: long(1025) }, 'body', /longer than 1024/],
	['a long footer', { ...buttons, footer: long(61) }, 'footer', /longer than 60/],
	[
		'a long header',
		{ ...buttons, header: { type: 'text', text: long(61) } },
		'header.text',
		/longer than 60/,
	],
	['four buttons', { ...buttons, buttons: ['a', 'b', 'c', 'd'].map(row) }, 'buttons', /too many: 4.*3/],
	[
		'a long button',
		{ ...buttons, buttons: [row('a'), { id: 'b', title: long(21) }] },
		'buttons.1.title',
		/20/,
	],
	['a long button ID', { ...buttons, buttons: [{ id: long(257), title: 'A' }] }, 'buttons.0.id', /256/],
	[
		'two buttons of one ID',
		{ ...buttons, buttons: [row('a'), { id: 'a', title: 'B' }] },
		'buttons.1.id',
		/own/,
	],
	[
		'two buttons of one title',
		{ ...buttons, buttons: [row('a'), { id: 'b', title: 'a' }] },
		'buttons.1.title',
		/own/,
	],
	['a card without buttons', { ...card, buttons: [] }, 'buttons', /at least one button/],
	['a long card', { ...card, title: long(1023) }, 'title', /together.*1024.*1025/],
	['a card with a long description', { ...card, description: long(1020) }, 'description', /together.*1024/],
	[
		'eleven sections',
		{ ...list, sections: Array(11).fill({ title: 'a', rows: [row('a')] }) },
		'sections',
		/11.*10/,
	],
	[
		'eleven rows',
		{ ...list, sections: [{ rows: [...'abcdefghijk'].map(row) }] },
		'sections',
		/rows are too many: 11.*10 are possible in all/,
	],
	[
		'two rows of one ID',
		{ ...list, sections: [{ rows: [row('a'), row('a')] }] },
		'sections.0.rows.1.id',
		/own/,
	],
	[
		'a section without title',
		{ ...list, sections: [{ title: 'A', rows: [row('a')] }, { rows: [row('b')] }] },
		'sections.1.title',
		/each needs a title/,
	],
	[
		'a long section title',
		{ ...list, sections: [{ title: long(25), rows: [row('a')] }] },
		'sections.0.title',
		/24/,
	],
	[
		'a long row',
		{ ...list, sections: [{ rows: [{ id: 'a', title: long(25) }] }] },
		'sections.0.rows.0.title',
		/24/,
	],
	[
		'a long row ID',
		{ ...list, sections: [{ rows: [{ id: long(201), title: 'A' }] }] },
		'sections.0.rows.0.id',
		/200/,
	],
	[
		'a long description',
		{ ...list, sections: [{ rows: [{ ...row('a'), description: long(73) }] }] },
		'sections.0.rows.0.description',
		/72/,
	],
	['a long label', { ...list, buttonText: long(21) }, 'buttonText', /longer than 20/],
	['a long list header', { ...list, headerText: long(61) }, 'headerText', /longer than 60/],
	['a long link of a button', { ...urlButton, url: `${link}${long(2048)}` }, 'url', /longer than 2048/],
	['a flow with a picture', { ...flow, header }, 'header', /text only/],
	['a flow by name', { ...flow, flowId: '', flowName: 'visits' }, 'flowId', /not by its name/],
	['a flow without token', { ...flow, flowToken: '' }, 'flowToken', /missing/],
	['data without a screen', { ...flow, data: { city: 'Zagreb' } }, 'screen', /missing/],
	['one card', { ...carousel, cards: [cardOf('a')] }, 'cards', /at least 2/],
	['eleven cards', { ...carousel, cards: [...'abcdefghijk'].map(cardOf) }, 'cards', /11.*10/],
	[
		'a card with nothing to tap',
		{ ...carousel, cards: [cardOf('a'), { header, body: 'b' }] },
		'cards.1.buttons',
		/either/,
	],
	[
		'a card with buttons and a link',
		{ ...carousel, cards: [{ ...cardOf('a'), link: { buttonText: 'See', url: link } }, cardOf('b')] },
		'cards.0.buttons',
		/either/,
	],
	[
		'cards of two kinds',
		{ ...carousel, cards: [cardOf('a'), { header, body: 'b', link: { buttonText: 'See', url: link } }] },
		'cards.1.buttons',
		/same kind/,
	],
	[
		'a card without text',
		{ ...carousel, cards: [cardOf('a'), { ...cardOf('b'), body: '' }] },
		'cards.1.body',
		/missing/,
	],
	[
		'a card with too much text',
		{ ...carousel, cards: [cardOf('a'), { ...cardOf('b'), title: 'B', body: long(158) }] },
		'cards.1.body',
		/together.*160.*162/,
	],
	[
		'a long card button',
		{ ...carousel, cards: [cardOf(long(21)), cardOf('b')] },
		'cards.0.buttons.0.id',
		/20/,
	],
	[
		'an odd phone type',
		{ ...contact, contacts: [{ name: 'A', phones: [{ phone: '1', type: 'FAX' }] }] },
		'contacts.0.phones.0.type',
		/"FAX".*IPHONE/,
	],
	[
		'an odd website type',
		{ ...contact, contacts: [{ name: 'A' }, { name: 'B', urls: [{ url: 'b', type: 'ORG' }] }] },
		'contacts.1.urls.0.type',
		/"ORG".*HOME/,
	],
	['a long template name', { ...template, name: long(513) }, 'name', /longer than 512/],
	['a template with an odd value', { ...template, values: { odd: '1' } }, 'values.odd', /odd/],
	[
		'a read receipt without sender',
		{ type: 'readReceipt', channel: 'whatsapp', messageId: '1' },
		'sender',
		/missing/,
	],
	[
		'typing to nobody',
		{ type: 'readReceipt', channel: 'whatsapp', sender: '+441134960000', messageId: '1', typing: true },
		'to',
		/missing/,
	],
])('%s is refused', (_, message, field, complaint) => {
	expect(buildFrom(outbound, message, line)).toEqual(refusal(field, complaint));
});

test.each<[string, object]>([
	['4096 characters', { ...text, text: long(4096) }],
	['4096 emoji', { ...text, text: '👍'.repeat(4096) }],
	['ten rows', { ...list, sections: [{ rows: [...'abcdefghij'].map(row) }] }],
	['two days', { ...sms, validityMinutes: 2880 }],
	['a full card', { ...card, title: long(1022) }],
	['a card of 160 characters', { ...carousel, cards: [cardOf('a'), { ...cardOf('b'), body: long(160) }] }],
	['flow data without members', { ...flow, screen: 'FIRST', data: {} }],
])('%s fit', (_, message) => {
	expect(buildFrom(outbound, message, line)).toMatchObject({ ok: true });
});

test('a contact without first name has the whole name there', () => {
	expect(buildFrom(outbound, contact, line)).toMatchObject({
		request: { body: { content: { contacts: [{ name: { firstName: 'Ana', formattedName: 'Ana' } }] } } },
	});
});

test('half a character in an ID does not throw', () => {
	const receipt = { type: 'readReceipt', channel: 'whatsapp', sender: '+441134960000', messageId: 'a\ud800' };
	expect(buildFrom(outbound, receipt, line)).toMatchObject({
		request: { path: '/whatsapp/1/senders/441134960000/message/a%EF%BF%BD/read' },
	});
});
