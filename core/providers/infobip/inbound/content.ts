import { z } from 'zod';
import type { DeliveryError, JsonObject, JsonValue } from '../../../events';
import {
	contentReader,
	mediaFields,
	typeOfMedia,
	type Content,
	type ContentReader,
} from '../../../webhooks/content';
import { deliveryError } from '../../../http/error-table';
import { compact, idOf, listOf, numberOf, objectOf, textOf, toJsonValue } from '../../../lib/json';
import { lenient, required, requiredObject } from '../../../lib/schema';

const mediaSchema = z.object({ url: z.string().min(1), caption: lenient(textOf) });

function mediaReader(
	type: 'image' | 'audio' | 'video' | 'document' | 'sticker',
	voice?: true,
): ContentReader {
	return contentReader(mediaSchema, ({ url, caption }) => ({
		type,
		text: caption,
		media: compact({ url, voice }),
	}));
}

const replySchema = z.object({ id: lenient(idOf), title: z.string() });

function replyReader(type: 'buttonReply' | 'listReply'): ContentReader {
	return contentReader(replySchema, ({ id, title }) => ({ type, text: textOf(title), payload: id }));
}

const coordinate = required(numberOf);

const locationReader = contentReader(
	z.object({
		latitude: coordinate,
		longitude: coordinate,
		name: lenient(textOf),
		address: lenient(textOf),
	}),
	(location) => ({ type: 'location', location: compact(location) }),
);

const reactionReader = contentReader(
	z.object({ emoji: lenient(textOf), action: lenient(textOf) }),
	({ emoji, action }) => ({ type: 'reaction', text: action === 'REMOVED' ? undefined : emoji }),
);

function withoutType(content: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(content).filter(([field]) => field !== 'type' && field !== 'context'),
	);
}

/** Payments and sign-ins that WhatsApp itself reports into the conversation: nobody said anything. */
const systemReader = contentReader(requiredObject, (content) => ({
	type: 'system',
	payload: withoutType(content),
}));

/**
 * Whether the business may call. Answered by a tap, but no reply of the conversation: as a `buttonReply` its word "accept"
 * could pass for the keyword of an opt-in.
 */
const callPermissionReader = contentReader(z.object({ callPermissionReply: requiredObject }), (content) => ({
	type: 'unsupported',
	text: textOf(content.callPermissionReply.response),
	payload: content.callPermissionReply,
}));

function infected(detail: string): DeliveryError {
	return deliveryError('INFECTED_CONTENT', detail, {
		title: 'The file that the person sent holds malware',
		cause: 'contentRejected',
		retryable: false,
		advice:
			'Infobip withholds the file. Ask the person to send it again from a clean device, or in another form.',
	});
}

const infectedReader = contentReader(z.object({ malware: lenient(textOf) }), ({ malware = '' }) => ({
	type: 'unsupported',
	error: infected(malware),
}));

/** WhatsApp messages by `message.type` (Infobip OpenAPI 3.210.0, Receive inbound WhatsApp messages). */
const READERS = new Map<string, ContentReader>([
	[
		'TEXT',
		contentReader(z.object({ text: z.string() }), ({ text }) => ({ type: 'text', text: textOf(text) })),
	],
	['IMAGE', mediaReader('image')],
	['VIDEO', mediaReader('video')],
	['DOCUMENT', mediaReader('document')],
	['AUDIO', mediaReader('audio')],
	['VOICE', mediaReader('audio', true)],
	['STICKER', mediaReader('sticker')],
	['LOCATION', locationReader],
	[
		'CONTACT',
		contentReader(z.object({ contacts: z.array(z.unknown()) }), ({ contacts }) => ({
			type: 'contacts',
			contacts: listOf(contacts),
		})),
	],
	[
		'BUTTON',
		contentReader(z.object({ text: z.string(), payload: lenient(textOf) }), ({ text, payload }) => ({
			type: 'buttonReply',
			text: textOf(text),
			payload,
		})),
	],
	['INTERACTIVE_BUTTON_REPLY', replyReader('buttonReply')],
	['INTERACTIVE_LIST_REPLY', replyReader('listReply')],
	[
		// `text` is an id of the flow here, not something that the person said.
		'INTERACTIVE_FLOW_REPLY',
		contentReader(z.object({ response: z.unknown() }), ({ response }) => ({
			type: 'flowReply',
			payload: response === undefined ? undefined : toJsonValue(response),
		})),
	],
	['INTERACTIVE_PAYMENT_CONFIRMATION', systemReader],
	['INTERACTIVE_PAYMENT_ACKNOWLEDGEMENT', systemReader],
	['INTERACTIVE_IN_THREAD_AUTHENTICATION_REPLY', systemReader],
	['INTERACTIVE_CALL_PERMISSION_REPLY', callPermissionReader],
	[
		'ORDER',
		contentReader(requiredObject, (order) => ({
			type: 'order',
			text: textOf(order.text),
			order: withoutType(order),
		})),
	],
	['REACTION', reactionReader],
	['INFECTED_CONTENT', infectedReader],
]);

/**
 * The content of a WhatsApp message. A type that is not known is `unsupported`, like Infobip's own UNSUPPORTED: the list in
 * the specification lags behind its own examples.
 *
 * @returns `undefined` where a known type comes without its content, or with one of another shape
 */
export function readContent(message: JsonObject, type: string): Content | undefined {
	const read = READERS.get(type.toUpperCase());
	if (read === undefined) return { type: 'unsupported' };
	const content = read(message);
	return (
		content && {
			...content,
			referral: objectOf(message.referral),
			replyToId: idOf(objectOf(message.context)?.id),
		}
	);
}

const partSchema = z.object({
	contentType: z.string().min(1),
	value: lenient(textOf),
	url: lenient(textOf),
});

type Part = z.output<typeof partSchema>;

/** Layout and text are parts of an MMS as its files are. */
function isFile({ contentType, url }: Part): boolean {
	return url !== undefined && !/^(text\/plain|application\/smil)/i.test(contentType);
}

/**
 * The parts of an MMS: its texts one below the other, its files in order. A part that is malformed does not cost the
 * others: a STOP may stand beside it.
 *
 * @returns `undefined` where no part can be read
 */
export function readParts(given: JsonValue[]): Content | undefined {
	const parts = given.flatMap((part) => partSchema.safeParse(part).data ?? []);
	if (parts.length === 0 && given.length > 0) return undefined;
	const texts = parts.filter(({ contentType }) => /^text\/plain/i.test(contentType));
	const files = parts.filter(isFile);
	const [first] = files;
	return {
		type: first === undefined ? 'text' : typeOfMedia(first.contentType),
		text: textOf(texts.flatMap(({ value }) => value ?? []).join('\n')),
		...mediaFields(files.map(({ url, contentType }) => compact({ url, mimeType: contentType }))),
	};
}
