import type { CustomMapping } from '../inbound/mapping';
import type { CustomRequestTemplate } from '../outbound/request-template';
import { causesOf } from './causes-of';

/** Vonage, API errors: Messages API. */
const CAUSES = causesOf({
	rateLimited: ['1000'],
	contentRejected: ['1010', '1020', '1021', '1022', '1090'],
	temporarilyUnavailable: ['1030', '1100'],
	recipientUnreachable: ['1040', '1050'],
	configurationInvalid: ['1060', '1080', '1120'],
	quotaExhausted: ['1070'],
});

/**
 * Vonage's Messages API, version 1 (Vonage, Messages API reference: webhooks; Messages API status callbacks; the classes
 * InboundMessage and MessageStatus of the SDK for Java). The fields of buttons and reactions are those of WhatsApp in that
 * reference, which could not be compared with a call.
 */
export const mapping: CustomMapping = {
	name: 'Vonage Messages API',
	description: 'Inbound messages and message statuses of the Messages API, version 1, on all its channels',
	message: {
		when: ['message_uuid', 'message_type', { path: 'status', present: false }],
		id: 'message_uuid',
		channel: 'channel',
		timestamp: 'timestamp',
		from: 'from',
		to: 'to',
		fromName: 'profile.name',
		fromUsername: 'profile.username',
		text: 'first(text, image.caption, video.caption, file.caption, reply.title, button.text, reaction.emoji)',
		type: 'message_type',
		types: {
			text: 'text',
			image: 'image',
			audio: 'audio',
			video: 'video',
			file: 'document',
			vcard: 'contacts',
			sticker: 'sticker',
			location: 'location',
			reply: 'buttonReply',
			button: 'buttonReply',
			order: 'order',
			reaction: 'reaction',
			unsupported: 'unsupported',
		},
		payload: 'first(reply.id, button.payload)',
		media: { url: 'first(image.url, audio.url, video.url, file.url, vcard.url, sticker.url)' },
		location: {
			latitude: 'location.lat',
			longitude: 'location.long',
			name: 'location.name',
			address: 'location.address',
		},
		replyToId: 'context.message_uuid',
	},
	status: {
		when: ['message_uuid', 'status'],
		messageId: 'message_uuid',
		channel: 'channel',
		timestamp: 'timestamp',
		from: 'from',
		to: 'to',
		status: 'status',
		statuses: {
			submitted: 'sent',
			delivered: 'delivered',
			read: 'read',
			rejected: 'rejected',
			undeliverable: 'failed',
		},
		callbackData: 'client_ref',
		price: { amount: 'usage.price', currency: 'usage.currency' },
		// `title` is the code, and `type` a link that ends with it.
		error: {
			code: 'first(error.type | after("#"), error.title)',
			detail: 'error.detail',
			causes: CAUSES,
		},
	},
	apiError: { code: 'first(type | after("#"), title)', detail: 'detail', causes: CAUSES },
};

/**
 * Vonage, Messages API reference: send a message. The base URL of the credential is `https://api.nexmo.com`. Numbers go
 * without `+`. The API takes a JSON Web Token, or the API key and secret as _Basic_.
 */
export const request: CustomRequestTemplate = {
	name: 'Vonage Messages API',
	description: 'Texts, files, locations and templates over SMS, MMS and WhatsApp',
	path: '/v1/messages',
	body: {
		channel: '{{ channel | default("sms") }}',
		to: '{{ first(to | e164 | after("+"), toUserId) }}',
		from: '{{ first(sender | after("+"), sender) }}',
		message_type: '{{ type }}',
		'client_ref?': '{{ callbackData }}',
		'webhook_url?': '{{ reportUrl }}',
		'context?': { message_uuid: '{{ replyToId }}' },
	},
	types: {
		text: { text: '{{ text }}' },
		image: { image: { url: '{{ media.link }}', 'caption?': '{{ caption }}' } },
		audio: { audio: { url: '{{ media.link }}' } },
		voice: { message_type: 'audio', audio: { url: '{{ media.link }}' } },
		video: { video: { url: '{{ media.link }}', 'caption?': '{{ caption }}' } },
		document: {
			message_type: 'file',
			file: { url: '{{ media.link }}', 'caption?': '{{ caption }}', 'name?': '{{ filename }}' },
		},
		sticker: { sticker: { url: '{{ media.link }}' } },
		location: {
			message_type: 'custom',
			custom: {
				type: 'location',
				location: {
					latitude: '{{ latitude }}',
					longitude: '{{ longitude }}',
					'name?': '{{ name }}',
					'address?': '{{ address }}',
				},
			},
		},
		template: {
			template: { name: '{{ template.name }}', 'parameters?': '{{ template.parameters }}' },
			whatsapp: { policy: 'deterministic', locale: '{{ template.language }}' },
		},
	},
	answer: {
		messageId: 'message_uuid',
		errorCode: 'first(type | after("#"), title)',
		errorMessage: 'detail',
		causes: CAUSES,
	},
};
