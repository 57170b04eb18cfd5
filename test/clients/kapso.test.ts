/** `@kapso/whatsapp-cloud-api` drives the stand-in of the Graph API. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { TemplateDefinition, WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { drive, type Drive } from './driving.ts';
import { startConversation, WORLD } from './stand-ins.ts';

const { sandbox, line, customer, messageId } = await startConversation('whatsAppCloud', 'whatsapp');
after(() => sandbox.close());

const client = new WhatsAppClient({
	accessToken: WORLD.accessToken,
	baseUrl: sandbox.whatsAppCloud.baseUrl,
	graphVersion: 'v25.0',
});
const { messages, media, templates, phoneNumbers } = client;

const phoneNumberId = line.id;
const to = { phoneNumberId, to: customer.phoneNumber.slice(1) };
const link = 'https://example.com/picture.jpg';
const image = { type: 'image', image: { link } } as const;
const buttons = [
	{ id: 'yes', title: 'Yes' },
	{ id: 'no', title: 'No' },
];
const order = {
	name: 'order_update',
	language: { code: 'en_US' },
	components: [
		{ type: 'header' as const, parameters: [{ type: 'text' as const, text: 'A-1001' }] },
		{
			type: 'body' as const,
			parameters: ['Ana', 'ready', 'Friday'].map((text) => ({ type: 'text' as const, text })),
		},
		{
			type: 'button' as const,
			subType: 'url' as const,
			index: 0,
			parameters: [{ type: 'text' as const, text: 'A-1001' }],
		},
	],
};

const sent: Drive[] = [
	['text', () => messages.sendText({ ...to, body: 'Hello', previewUrl: true })],
	[
		'text to a user ID',
		() => messages.sendText({ phoneNumberId, recipient: customer.userId, body: 'Hello' }),
	],
	['text as a reply', () => messages.sendText({ ...to, body: 'Hello', contextMessageId: messageId })],
	[
		'text with callback data',
		() => messages.sendText({ ...to, body: 'Hello', bizOpaqueCallbackData: 'order-1' }),
	],
	['image', () => messages.sendImage({ ...to, image: { link, caption: 'A picture' } })],
	['audio', () => messages.sendAudio({ ...to, audio: { link: 'https://example.com/a.mp3' } })],
	['voice', () => messages.sendAudio({ ...to, audio: { link: 'https://example.com/a.ogg', voice: true } })],
	[
		'video',
		() => messages.sendVideo({ ...to, video: { link: 'https://example.com/a.mp4', caption: 'A film' } }),
	],
	[
		'document',
		() =>
			messages.sendDocument({ ...to, document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' } }),
	],
	['sticker', () => messages.sendSticker({ ...to, sticker: { link: 'https://example.com/a.webp' } })],
	[
		'location',
		() => messages.sendLocation({ ...to, location: { latitude: 37.7, longitude: -122.4, name: 'Here' } }),
	],
	[
		'contacts',
		() =>
			messages.sendContacts({
				...to,
				contacts: [
					{
						name: { formattedName: 'Ana Ruiz', firstName: 'Ana' },
						phones: [{ phone: '+15550123001', type: 'WORK' }],
					},
				],
			}),
	],
	['reaction', () => messages.sendReaction({ ...to, reaction: { messageId, emoji: '👍' } })],
	['template', () => messages.sendTemplate({ ...to, template: order })],
	[
		'buttons',
		() =>
			messages.sendInteractiveButtons({
				...to,
				bodyText: 'Well?',
				footerText: 'Bye',
				header: image,
				buttons,
			}),
	],
	[
		'list',
		() =>
			messages.sendInteractiveList({
				...to,
				bodyText: 'Which?',
				buttonText: 'Choose',
				header: { type: 'text', text: 'Coffees' },
				sections: [{ title: 'All', rows: [{ id: 'a', title: 'A', description: 'Round' }] }],
			}),
	],
	[
		'product',
		() =>
			messages.sendInteractiveProduct({ ...to, bodyText: 'This?', catalogId: '1', productRetailerId: 'a' }),
	],
	[
		'products',
		() =>
			messages.sendInteractiveProductList({
				...to,
				bodyText: 'These?',
				header: { type: 'text', text: 'Beans' },
				catalogId: '1',
				sections: [{ title: 'All', productItems: [{ productRetailerId: 'a' }] }],
			}),
	],
	[
		'flow',
		() =>
			messages.sendInteractiveFlow({
				...to,
				bodyText: 'Book',
				parameters: {
					flowId: '700000000000001',
					flowCta: 'Book',
					flowMessageVersion: '3',
					flowToken: 't',
					flowAction: 'navigate',
					flowActionPayload: { screen: 'FIRST', data: { city: 'Berlin' } },
				},
			}),
	],
	[
		'address',
		() => messages.sendInteractiveAddress({ ...to, bodyText: 'Where to?', parameters: { country: 'IN' } }),
	],
	[
		'location request',
		() =>
			messages.sendInteractiveLocationRequest({
				...to,
				bodyText: 'Where?',
				parameters: { requestMessage: 'Where?' },
			}),
	],
	[
		'link',
		() =>
			messages.sendInteractiveCtaUrl({
				...to,
				bodyText: 'See',
				parameters: { displayText: 'Open', url: link },
			}),
	],
	['catalogue', () => messages.sendInteractiveCatalogMessage({ ...to, bodyText: 'All', parameters: {} })],
	[
		'carousel of links',
		() =>
			messages.sendInteractiveCarousel({
				...to,
				bodyText: 'New',
				cards: [0, 1].map((cardIndex) => ({
					cardIndex,
					header: image,
					bodyText: 'A card',
					action: { displayText: 'Open', url: link },
				})),
			}),
	],
	[
		'carousel of buttons',
		() =>
			messages.sendInteractiveCarousel({
				...to,
				bodyText: 'New',
				cards: [0, 1].map((cardIndex) => ({
					cardIndex,
					header: image,
					bodyText: 'A card',
					action: { buttons: buttons.map(({ id, title }) => ({ id: `${id}${cardIndex}`, title })) },
				})),
			}),
	],
	[
		'call permission request',
		() =>
			messages.sendInteractiveCallPermission({
				...to,
				bodyText: 'May we?',
				parameters: { phoneNumber: line.phoneNumber },
			}),
	],
	['read receipt', () => messages.markRead({ phoneNumberId, messageId, typingIndicator: { type: 'text' } })],
];

type Definition = Parameters<typeof TemplateDefinition.buildTemplateDefinition>[0];
type Components = Definition['components'];

const body = {
	type: 'BODY' as const,
	text: 'Hi {{1}}, your order is ready.',
	example: { bodyText: [['Ana']] },
};
const plain = { type: 'BODY' as const, text: 'The spring menu is here for you.' };
const headed = (format: 'IMAGE' | 'VIDEO' | 'DOCUMENT') => ({
	type: 'HEADER' as const,
	format,
	example: { headerHandle: ['4::aW1hZ2U='] },
});
type Button = Extract<Components[number], { type: 'BUTTONS' }>['buttons'][number];
const withButtons = (...list: Button[]): Components => [plain, { type: 'BUTTONS', buttons: list }];
const apps = [{ packageName: 'com.example.app', signatureHash: 'K8a/AINcGX7' }];
const oneTimePassword = (otpType: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP'): Components => [
	{ type: 'BODY', addSecurityRecommendation: true },
	{ type: 'FOOTER', codeExpirationMinutes: 10 },
	{
		type: 'BUTTONS',
		buttons: [
			otpType === 'COPY_CODE'
				? { type: 'OTP', otpType, text: 'Copy' }
				: { type: 'OTP', otpType, text: 'Copy', autofillText: 'Fill in', supportedApps: apps },
		],
	},
];
type CardPart = Extract<Components[number], { type: 'CAROUSEL' }>['cards'][number]['components'][number];
const cards = (...parts: CardPart[]): Components[number] => ({
	type: 'CAROUSEL',
	cards: [0, 1].map(() => ({ components: [{ type: 'BODY', text: 'A card.' }, ...parts] })),
});

type Category = Definition['category'];
const DEFINITIONS: readonly (readonly [name: string, category: Category, components: Components])[] = [
	['a body with a blank', 'UTILITY', [body]],
	[
		'a text header and a footer',
		'UTILITY',
		[{ type: 'HEADER', format: 'TEXT', text: 'Order' }, body, { type: 'FOOTER', text: 'Bye' }],
	],
	['an image header', 'MARKETING', [headed('IMAGE'), plain]],
	['a video header', 'MARKETING', [headed('VIDEO'), plain]],
	['a document header', 'UTILITY', [headed('DOCUMENT'), plain]],
	['a location header', 'UTILITY', [{ type: 'HEADER', format: 'LOCATION' }, plain]],
	[
		'a product header',
		'MARKETING',
		[{ type: 'HEADER', format: 'PRODUCT' }, ...withButtons({ type: 'SPM', text: 'View' })],
	],
	[
		'quick replies',
		'MARKETING',
		withButtons({ type: 'QUICK_REPLY', text: 'Yes' }, { type: 'QUICK_REPLY', text: 'No' }),
	],
	[
		'a link and a number',
		'MARKETING',
		withButtons(
			{ type: 'URL', text: 'Shop', url: 'https://example.com/{{1}}', example: ['https://example.com/a'] },
			{ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+15550100001' },
		),
	],
	['a code to copy', 'MARKETING', withButtons({ type: 'COPY_CODE', example: 'SPRING25' })],
	[
		'a flow',
		'MARKETING',
		withButtons({
			type: 'FLOW',
			text: 'Book',
			flowId: '700000000000001',
			flowAction: 'navigate',
			navigateScreen: 'FIRST',
		}),
	],
	['a flow by name', 'MARKETING', withButtons({ type: 'FLOW', text: 'Book', flowName: 'visits' })],
	['a catalogue', 'MARKETING', withButtons({ type: 'CATALOG', text: 'View catalog' })],
	['several products', 'MARKETING', withButtons({ type: 'MPM', text: 'View items' })],
	['a one-time password to copy', 'AUTHENTICATION', oneTimePassword('COPY_CODE')],
	['a one-time password in one tap', 'AUTHENTICATION', oneTimePassword('ONE_TAP')],
	['a one-time password without a tap', 'AUTHENTICATION', oneTimePassword('ZERO_TAP')],
	[
		'an offer for a time',
		'MARKETING',
		[
			headed('IMAGE'),
			{ type: 'LIMITED_TIME_OFFER', limitedTimeOffer: { text: '25% off', hasExpiration: true } },
			...withButtons(
				{ type: 'COPY_CODE', example: 'SPRING25' },
				{ type: 'URL', text: 'Shop', url: 'https://example.com' },
			),
		],
	],
	['a request to call', 'UTILITY', [plain, { type: 'CALL_PERMISSION_REQUEST' }]],
	[
		'a carousel',
		'MARKETING',
		[plain, cards(headed('IMAGE'), { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'More' }] })],
	],
	[
		'a carousel of products',
		'MARKETING',
		[
			plain,
			cards(
				{ type: 'HEADER', format: 'PRODUCT' },
				{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
			),
		],
	],
];

const businessAccountId = WORLD.businessAccountId;
const created = DEFINITIONS.map(([name, category, components], at): Drive => [
	`creating a template with ${name}`,
	async () => {
		const definition = TemplateDefinition.buildTemplateDefinition({
			name: `made_${at}`,
			language: 'en_US',
			category,
			components,
		});
		const answer = await templates.create({ businessAccountId, ...definition });
		assert.equal(answer.category, category);
	},
]);

/** The stand-in's file after it was uploaded. */
async function upload() {
	const file = new Blob([new Uint8Array([137, 80, 78, 71])], { type: 'image/png' });
	return await media.upload({ phoneNumberId, type: 'image/png', file, fileName: 'a.png' });
}

const settled: Drive[] = [
	[
		'templates',
		async () => {
			assert.ok((await templates.list({ businessAccountId, limit: 5 })).data.length === 5);
		},
	],
	[
		'templates by name',
		async () => {
			assert.equal((await templates.list({ businessAccountId, name: 'receipt' })).data.length, 1);
		},
	],
	['a template', () => client.request('GET', '500000000000003', { responseType: 'json' })],
	['deleting a template', () => templates.delete({ businessAccountId, name: 'receipt' })],
	['uploading a file', upload],
	[
		'a file, downloaded and deleted',
		async () => {
			const { id: mediaId } = await upload();
			assert.ok((await media.get({ mediaId })).url);
			assert.ok(await media.download({ mediaId, phoneNumberId, as: 'arrayBuffer' }));
			await media.delete({ mediaId, phoneNumberId });
		},
	],
	['the business profile', () => phoneNumbers.businessProfile.get({ phoneNumberId })],
	[
		'the business profile with fields',
		() => phoneNumbers.businessProfile.get({ phoneNumberId, fields: 'about,websites,vertical' }),
	],
	[
		'changing the business profile',
		() =>
			phoneNumbers.businessProfile.update({
				phoneNumberId,
				about: 'Open',
				websites: ['https://example.com'],
			}),
	],
	['settings', () => phoneNumbers.settings.get({ phoneNumberId })],
	[
		'changing settings',
		() => phoneNumbers.settings.update({ phoneNumberId, calling: { status: 'ENABLED' } }),
	],
	['deregistering', () => phoneNumbers.deregister({ phoneNumberId })],
	['registering', () => phoneNumbers.register({ phoneNumberId, pin: '246810' })],
];

/** Components that its builder does not know, or knows otherwise, go through as they are. */
const raw: Drive[] = (
	[
		[
			'a one-time password without a recommendation',
			'AUTHENTICATION',
			{ type: 'OTP', otp_type: 'COPY_CODE' },
		],
		['a button that calls', 'MARKETING', { type: 'VOICE_CALL', text: 'Call us' }],
		['a button that asks for contact details', 'UTILITY', { type: 'REQUEST_CONTACT_INFO' }],
	] as const
).map(([name, category, button], at) => [
	`creating a template with ${name}`,
	() =>
		templates.create({
			businessAccountId,
			name: `raw_${at}`,
			language: 'en_US',
			category,
			components: [
				category === 'AUTHENTICATION' ? { type: 'BODY' } : plain,
				{ type: 'BUTTONS', buttons: [button] },
			],
		}),
]);

drive(
	'kapso',
	[...sent, ...created, ...raw, ...settled],
	[
		[
			'templates.get',
			'it asks for {account}/message_templates/{template}, a path that Meta does not document',
		],
		[
			'requestCode, verifyCode',
			'the numbers of the world are verified; test/e2e does both with a number that is not',
		],
		['calls, flows', 'the package makes no calls and manages no flows'],
		['contacts, conversations, messages.query', "Kapso's own, behind its proxy"],
	],
);
