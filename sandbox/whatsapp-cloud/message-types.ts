import type { Content, Media } from '../shared/content.ts';
import { composeInteractive } from './interactive.ts';
import type { Attachments } from './media.ts';
import { objectAt, objectsAt, type Parameters, textAt } from './parameters.ts';
import { check, type Rule, WEB_ADDRESS } from './requirements.ts';

/** What a message says, and how it looks on the phone. */
export interface Composed {
	/** For lists and quotes: never empty. */
	text: string;
	content?: Content;
}

/** Checks a message's own object and composes what the customer sees. */
type Compose = (parameters: Parameters, attachments: Attachments) => Composed;

/** Message types of the Cloud API with their limits (Meta, Messages; Service messages). Templates and reactions have their own files. */
export const COMPOSE: Readonly<Record<string, Compose>> = {
	audio: media('audio', { rules: [{ path: ['audio', 'voice'], kind: 'flag' }] }),
	contacts: composeContacts,
	document: media('document', { caption: 1024, rules: [text(['document', 'filename'], 240)] }),
	image: media('image', { caption: 1024 }),
	interactive: composeInteractive,
	location: composeLocation,
	sticker: media('sticker', {}),
	text: composeText,
	video: media('video', { caption: 1024 }),
};

function text(path: string[], maxLength?: number): Rule {
	return { path, kind: 'text', ...(maxLength === undefined ? {} : { maxLength }) };
}

function composeText(parameters: Parameters): Composed {
	check(parameters, [
		{ path: ['text'], kind: 'object', required: true },
		{ path: ['text', 'body'], kind: 'text', required: true, maxLength: 4096 },
		{ path: ['text', 'preview_url'], kind: 'flag' },
	]);
	return { text: textAt(parameters, 'text', 'body') ?? '' };
}

/** What a list shows of a message without words. */
export const MEDIA_WORDS: Readonly<Record<Media['kind'], string>> = {
	audio: 'Audio',
	document: 'Document',
	image: 'Photo',
	sticker: 'Sticker',
	video: 'Video',
};

function media(kind: Media['kind'], { caption, rules = [] }: { caption?: number; rules?: Rule[] }): Compose {
	return (parameters, attachments) => {
		check(parameters, [
			{ path: [kind], kind: 'media', required: true },
			...(caption === undefined ? [] : [text([kind, 'caption'], caption)]),
			...rules,
		]);
		const value = objectAt(parameters, kind);
		const isVoice = value.voice === true || value.voice === 'true';
		const attached = { ...attachments.attach(kind, value), ...(isVoice ? { isVoice } : {}) };
		const words = caption === undefined ? undefined : textAt(value, 'caption');
		return {
			text: words ?? attached.name ?? (isVoice ? 'Voice message' : MEDIA_WORDS[kind]),
			content: { media: attached, ...(words === undefined ? {} : { text: words }) },
		};
	};
}

/** Rules of a place at `path`, as messages and template headers have it. */
export function placeRules(path: readonly string[]): Rule[] {
	return [
		{ path, kind: 'object', required: true },
		{ path: [...path, 'latitude'], kind: 'number', required: true, min: -90, max: 90 },
		{ path: [...path, 'longitude'], kind: 'number', required: true, min: -180, max: 180 },
		{ path: [...path, 'name'], kind: 'text' },
		{ path: [...path, 'address'], kind: 'text' },
	];
}

export function placeOf(value: unknown) {
	const name = textAt(value, 'name');
	const address = textAt(value, 'address');
	return {
		latitude: Number(textAt(value, 'latitude')),
		longitude: Number(textAt(value, 'longitude')),
		...(name === undefined ? {} : { name }),
		...(address === undefined ? {} : { address }),
	};
}

function composeLocation(parameters: Parameters): Composed {
	check(parameters, placeRules(['location']));
	const place = placeOf(parameters.location);
	return { text: place.name ?? place.address ?? 'Location', content: { place } };
}

const ofType: Rule = text(['type']);

const CONTACT: readonly Rule[] = [
	{ path: ['name'], kind: 'object', required: true },
	{ path: ['name', 'formatted_name'], kind: 'text', required: true },
	{ path: ['birthday'], kind: 'text', pattern: /^\d{4}-\d{2}-\d{2}$/ },
	{ path: ['phones'], kind: 'list', each: [text(['phone']), text(['wa_id']), ofType] },
	{ path: ['emails'], kind: 'list', each: [text(['email']), ofType] },
	{ path: ['addresses'], kind: 'list', each: [text(['street']), text(['city']), ofType] },
	{ path: ['urls'], kind: 'list', each: [{ path: ['url'], kind: 'text', pattern: WEB_ADDRESS }, ofType] },
	{ path: ['org'], kind: 'object' },
];

function composeContacts(parameters: Parameters): Composed {
	check(parameters, [{ path: ['contacts'], kind: 'list', required: true, min: 1, max: 257, each: CONTACT }]);
	const contacts = objectsAt(parameters, 'contacts').map((contact) => ({
		name: textAt(contact, 'name', 'formatted_name') ?? '',
		lines: [
			textAt(contact, 'org', 'company'),
			...objectsAt(contact, 'phones').map((phone) => textAt(phone, 'phone')),
			...objectsAt(contact, 'emails').map((email) => textAt(email, 'email')),
			...objectsAt(contact, 'urls').map((url) => textAt(url, 'url')),
		].filter((line) => line !== undefined),
	}));
	return { text: contacts.map(({ name }) => name).join(', '), content: { contacts } };
}
