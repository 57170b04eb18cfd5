/** `@infobip-api/sdk` drives the stand-in of Infobip. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { AuthType, Infobip } from '@infobip-api/sdk';
import { drive, type Drive } from './driving.ts';
import { isObject } from './judging.ts';
import { startConversation, WORLD } from './stand-ins.ts';

const { sandbox, line, customer, messageId } = await startConversation('infobip', 'whatsapp');
after(() => sandbox.close());

/** The library types its channels as anything at all. */
interface WhatsApp {
	send(message: object): Promise<unknown>;
	markAsRead(sender: string, messageId: string): Promise<unknown>;
	template: {
		get(sender: string): Promise<unknown>;
		create(sender: string, template: object): Promise<unknown>;
		delete(sender: string, name: string): Promise<unknown>;
	};
	identity: {
		get(sender: string, customer: string): Promise<unknown>;
		confirm(sender: string, customer: string, hash: string): Promise<unknown>;
	};
}
const { whatsapp }: { whatsapp: WhatsApp } = new Infobip({
	baseUrl: sandbox.infobip.baseUrl,
	apiKey: WORLD.infobip.apiKey,
	authType: AuthType.ApiKey,
}).channels;

const sender = line.phoneNumber.slice(1);
const to = customer.phoneNumber.slice(1);

/** The library rejects nothing: a refusal is an error that is given back. */
async function accepted(answer: Promise<unknown>): Promise<unknown> {
	const given = await answer;
	assert.ok(isObject(given));
	assert.ok(
		typeof given.status === 'number' && given.status < 300 && !(given instanceof Error),
		wordsOf(given),
	);
	return given.data;
}

function wordsOf({ message, response }: Readonly<Record<string, unknown>>): string {
	return `${String(message)} ${JSON.stringify(isObject(response) ? response.data : undefined)}`;
}

const mediaUrl = 'https://example.com/picture.jpg';
const body = { text: 'Well?' };
const header = { type: 'TEXT', text: 'Coffees' };
const footer = { text: 'Bye' };
const KINDS: readonly (readonly [type: string, content: object])[] = [
	['text', { text: 'Hello', previewUrl: true }],
	['document', { mediaUrl, caption: 'A page', filename: 'a.pdf' }],
	['image', { mediaUrl, caption: 'A picture' }],
	['audio', { mediaUrl }],
	['video', { mediaUrl, caption: 'A film' }],
	['sticker', { mediaUrl }],
	['location', { latitude: 37.7, longitude: -122.4, name: 'Here', address: '1 Market Street' }],
	[
		'contact',
		{
			contacts: [
				{ name: { firstName: 'Ana', formattedName: 'Ana Ruiz' }, phones: [{ phone: to, type: 'WORK' }] },
			],
		},
	],
	[
		'interactive-buttons',
		{ body, header, footer, action: { buttons: [{ type: 'REPLY', id: 'a', title: 'Yes' }] } },
	],
	[
		'interactive-list',
		{
			body,
			header,
			footer,
			action: { title: 'Choose', sections: [{ title: 'All', rows: [{ id: 'a', title: 'A' }] }] },
		},
	],
	['interactive-product', { body, footer, action: { catalogId: '1', productRetailerId: 'a' } }],
	[
		'interactive-multi-product',
		{
			body,
			header,
			footer,
			action: { catalogId: '1', sections: [{ title: 'All', productRetailerIds: ['a', 'b'] }] },
		},
	],
];

const templated = (templateName: string, language: string, templateData: object) => ({
	type: 'template',
	messages: [
		{
			from: sender,
			to,
			messageId: `mine-${templateName}`,
			content: { templateName, language, templateData },
		},
	],
});
const structure = {
	header: { format: 'TEXT', text: 'Hello' },
	body: { text: 'Hi {{1}}, it is ready.', examples: ['Ana'] },
	footer,
	buttons: [
		{ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '15550100012' },
		{ type: 'URL', text: 'Open', url: 'https://example.com' },
	],
};

const calls: Drive[] = [
	...KINDS.map(([type, content]): Drive => [
		type,
		() =>
			accepted(
				whatsapp.send({
					type,
					from: sender,
					to,
					messageId: `mine-${type}`,
					content,
					callbackData: 'order-1',
				}),
			),
	]),
	[
		'template',
		() => {
			const buttons = [{ type: 'URL', parameter: '1042' }];
			return accepted(
				whatsapp.send(templated('order_ready', 'en', { body: { placeholders: ['Ana', '1042'] }, buttons })),
			);
		},
	],
	[
		'template with a picture',
		() => {
			const templateData = {
				body: { placeholders: ['Ana', '20%'] },
				header: { type: 'IMAGE', mediaUrl },
				buttons: ['show', 'stop'].map((parameter) => ({ type: 'QUICK_REPLY', parameter })),
			};
			const copy = { type: 'COPY_CODE', parameter: 'SPRING25' };
			const data = { ...templateData, buttons: [...templateData.buttons, copy] };
			return accepted(whatsapp.send(templated('spring_offer', 'en', data)));
		},
	],
	['read receipt', () => accepted(whatsapp.markAsRead(sender, messageId))],
	['templates', () => accepted(whatsapp.template.get(sender))],
	[
		'creating a template',
		() =>
			accepted(
				whatsapp.template.create(sender, {
					name: 'made_here',
					language: 'en',
					category: 'UTILITY',
					structure,
				}),
			),
	],
	['deleting a template', () => accepted(whatsapp.template.delete(sender, 'made_here'))],
	[
		'the identity of a customer, confirmed',
		async () => {
			const before = await accepted(whatsapp.identity.get(sender, to));
			assert(isObject(before) && typeof before.hash === 'string');
			assert.equal(before.acknowledged, false);
			await accepted(whatsapp.identity.confirm(sender, to, before.hash));
			const after = await accepted(whatsapp.identity.get(sender, to));
			assert(isObject(after));
			assert.equal(after.acknowledged, true);
		},
	],
];

drive('infobip', calls, [
	['sms.send, preview, reports, logs', 'version 2 and 1 of the SMS API, where the package uses version 3'],
	['whatsapp.media', 'customers of the sandbox send no files'],
	['email, 2FA', 'not of the package'],
]);
