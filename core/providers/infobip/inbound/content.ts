import { z } from 'zod';
import type { DeliveryError, JsonObject, JsonValue } from '../../../events';
import { deliveryError } from '../../../http/error-table';
import { compact, idOf, listOf, objectOf, rowOf, textOf, toJsonValue } from '../../../lib/json';
import { lenient, requiredObject } from '../../../lib/schema';
import {
	contentReader,
	mediaFields,
	readText,
	typeOfMedia,
	type ContentReader,
	type MessageContent,
} from '../../../webhooks/content';
import { callPermission, readButton, readLocation, replyReader } from '../../../whatsapp/content';

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

const readReaction = contentReader(
	z.object({ emoji: lenient(textOf), action: lenient(textOf) }),
	({ emoji, action }) => ({ type: 'reaction', text: action === 'REMOVED' ? undefined : emoji }),
);

function withoutType(content: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(content).filter(([field]) => field !== 'type' && field !== 'context'),
	);
}

/** Payments and sign-ins that WhatsApp itself reports into the conversation: the person wrote nothing. */
const readSystem = contentReader(requiredObject, (content) => ({
	type: 'system',
	payload: withoutType(content),
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

const readInfected = contentReader(z.object({ malware: lenient(textOf) }), ({ malware = '' }) => ({
	type: 'unsupported',
	error: infected(malware),
}));

/** WhatsApp messages by `message.type` (Infobip OpenAPI 3.210.0, Receive inbound WhatsApp messages). */
const READERS: Readonly<Record<string, ContentReader>> = {
	TEXT: readText,
	IMAGE: mediaReader('image'),
	VIDEO: mediaReader('video'),
	DOCUMENT: mediaReader('document'),
	AUDIO: mediaReader('audio'),
	VOICE: mediaReader('audio', true),
	STICKER: mediaReader('sticker'),
	LOCATION: readLocation,
	CONTACT: contentReader(z.object({ contacts: z.array(z.unknown()) }), ({ contacts }) => ({
		type: 'contacts',
		contacts: listOf(contacts),
	})),
	BUTTON: readButton,
	INTERACTIVE_BUTTON_REPLY: replyReader('buttonReply'),
	INTERACTIVE_LIST_REPLY: replyReader('listReply'),
	// `text` is an id of the flow here, not something that the person said.
	INTERACTIVE_FLOW_REPLY: contentReader(z.object({ response: z.unknown() }), ({ response }) => ({
		type: 'flowReply',
		payload: response === undefined ? undefined : toJsonValue(response),
	})),
	INTERACTIVE_PAYMENT_CONFIRMATION: readSystem,
	INTERACTIVE_PAYMENT_ACKNOWLEDGEMENT: readSystem,
	INTERACTIVE_IN_THREAD_AUTHENTICATION_REPLY: readSystem,
	INTERACTIVE_CALL_PERMISSION_REPLY: contentReader(
		z.object({ callPermissionReply: requiredObject }),
		({ callPermissionReply }) => callPermission(callPermissionReply),
	),
	ORDER: contentReader(requiredObject, (order) => ({
		type: 'order',
		text: textOf(order.text),
		order: withoutType(order),
	})),
	REACTION: readReaction,
	INFECTED_CONTENT: readInfected,
};

/**
 * The content of a WhatsApp message. A type that is not known is `unsupported`, like Infobip's own UNSUPPORTED: the list in
 * the specification lags behind its own examples.
 *
 * @returns `undefined` where a known type comes without its content, or with one of another shape
 */
export function readContent(message: JsonObject, type: string): MessageContent | undefined {
	const read = rowOf(READERS, type.toUpperCase());
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
export function readParts(given: JsonValue[]): MessageContent | undefined {
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
