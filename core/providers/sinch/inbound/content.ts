import { z } from 'zod';
import type { DeliveryError, JsonObject, MessageType } from '../../../events';
import { deliveryError } from '../../../http/error-table';
import { compact, idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { lenient, requiredObject } from '../../../lib/schema';
import {
	contentReader,
	mediaFields,
	readText,
	typeOfMedia,
	type ContentReader,
	type MessageContent,
} from '../../../webhooks/content';
import { coordinate, flowAnswers } from '../../../whatsapp/content';
import { reasonError } from '../errors/classify';

/** The Conversation API gives no MIME type; the ending of the address is all there is. */
const TYPES_BY_ENDING: readonly (readonly [RegExp, MessageType])[] = [
	[/\.(jpe?g|png|gif|webp|heic|bmp)$/i, 'image'],
	[/\.(mp4|3gpp?|mov|avi|webm|mpe?g)$/i, 'video'],
	[/\.(ogg|oga|opus|mp3|m4a|aac|amr|wav)$/i, 'audio'],
];

function typeOfFile(...names: (string | undefined)[]): MessageType {
	const paths = names.flatMap((name) => name?.split(/[?#]/)[0] ?? []);
	return TYPES_BY_ENDING.find(([ending]) => paths.some((path) => ending.test(path)))?.[1] ?? 'document';
}

const readMedia = contentReader(
	z.object({ url: z.string().min(1), filename_override: lenient(textOf), caption: lenient(textOf) }),
	({ url, filename_override: filename, caption }) => ({
		type: typeOfFile(filename, url),
		text: caption,
		media: compact({ url, filename }),
	}),
);

/** Both texts are optional; where both are there, `label` is the address. */
const readLocation = contentReader(
	z.object({
		coordinates: z.object({ latitude: coordinate, longitude: coordinate }),
		title: lenient(textOf),
		label: lenient(textOf),
	}),
	({ coordinates, title, label }) => ({
		type: 'location',
		location: compact({
			...coordinates,
			name: title ?? label,
			address: title === undefined ? undefined : label,
		}),
	}),
);

/** Words alone, as they stand on a button; a machine's value is none. */
const WORDS = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} '’.!?-]{0,39}$/u;
/** The id that Sinch gives to a message, in front of a title. */
const MESSAGE_ID = /^[\dA-HJKMNP-TV-Z]{26}_/;

/**
 * What stands on a tapped button, which Sinch does not tell: what its sender put behind it, or, where that was nothing, the id
 * of the message and the title (Sinch SDK for Java, ChoiceResponseMessage).
 */
function titleOf(postback: string | undefined, messageId: string | undefined): string | undefined {
	if (postback === undefined) return undefined;
	const isOfMessage = messageId !== undefined && postback.startsWith(`${messageId}_`);
	const title = isOfMessage ? postback.slice(messageId.length + 1) : postback.replace(MESSAGE_ID, '');
	return title !== postback || WORDS.test(title) ? textOf(title.trim()) : undefined;
}

const readChoice = contentReader(
	z.object({ message_id: lenient(idOf), postback_data: lenient(textOf) }),
	({ message_id, postback_data }) => ({
		type: 'buttonReply',
		text: titleOf(postback_data, message_id),
		payload: postback_data,
		replyToId: message_id,
	}),
);

/** The causes of the table are about messages that we send: a person does not opt out by sending an odd file. */
function inboundError(reason: JsonObject): DeliveryError {
	const { code, detail } = reasonError(reason);
	return deliveryError(code, detail, {
		title: 'Sinch could not read what the person sent',
		cause: 'unknown',
		retryable: false,
		advice: 'Look at the raw message, or ask the person to send it again in another form.',
	});
}

/** What the channel sent and Sinch could not translate. */
const readFallback = contentReader(z.object({ reason: lenient(objectOf) }), ({ reason }) => ({
	type: 'unsupported',
	error: reason && inboundError(reason),
}));

const flowSchema = z.object({
	message_type: z.literal('nfm_reply'),
	message: z.object({ nfm_reply: z.object({ response_json: lenient(textOf), body: lenient(textOf) }) }),
});

/** Answers of a WhatsApp flow. */
const readChannelSpecific: ContentReader = (content) => {
	const flow = flowSchema.safeParse(content);
	if (!flow.success) return isJsonObject(content) ? { type: 'unsupported' } : undefined;
	const { response_json: answers, body } = flow.data.message.nfm_reply;
	return { type: 'flowReply', text: body, payload: flowAnswers(answers) };
};

/** Kinds of `contact_message`, each under a key of its own (Sinch SDK for Java, ContactMessage). */
const READERS: readonly (readonly [string, ContentReader])[] = [
	['text_message', readText],
	['media_message', readMedia],
	['media_card_message', readMedia],
	['location_message', readLocation],
	['choice_response_message', readChoice],
	[
		'product_response_message',
		contentReader(requiredObject, (order) => ({ type: 'order', text: textOf(order.title), order })),
	],
	['channel_specific_message', readChannelSpecific],
	['fallback_message', readFallback],
];

/**
 * The content of a person's message. A kind that is not known is `unsupported`.
 *
 * @returns `undefined` where a known kind is malformed
 */
export function readContactMessage(message: JsonObject): MessageContent | undefined {
	const reader = READERS.find(([key]) => message[key] !== undefined && message[key] !== null);
	if (reader === undefined) return { type: 'unsupported' };
	const [key, read] = reader;
	const content = read(message[key]);
	const replyToId = idOf(objectOf(message.reply_to)?.message_id);
	return content && { ...content, replyToId: content.replyToId ?? replyToId };
}

const mmsSchema = z.object({
	subject: lenient(textOf),
	message: lenient(textOf),
	media: lenient(listOf),
});

const mmsFileSchema = z.object({ url: z.string().min(1), content_type: lenient(textOf) });

/**
 * The `body` of an inbound MMS. A file that Sinch could not store has a `status` of its own and may have no address; the
 * message is none the worse for it.
 */
export const readMmsBody: ContentReader = contentReader(mmsSchema, ({ subject, message, media }) => {
	const files = media.flatMap((file) => mmsFileSchema.safeParse(file).data ?? []);
	const [first] = files;
	return {
		type: first === undefined ? 'text' : typeOfMedia(first.content_type),
		text: message ?? subject,
		...mediaFields(files.map(({ url, content_type }) => compact({ url, mimeType: content_type }))),
	};
});
