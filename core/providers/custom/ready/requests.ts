import type { CustomRequestTemplate } from '../outbound/request-template';
import { TWILIO_CAUSES } from './twilio';
import { VONAGE_MESSAGES_CAUSES } from './vonage-messages';
import { VONAGE_SMS_CAUSES } from './vonage-sms';

/** On channels other than SMS and MMS the name of the channel stands in front of the address. */
const TWILIO_CHANNEL = '{{ channel | is("whatsapp") | then("whatsapp:") | default("") }}';

const TWILIO_FILE = { MediaUrl: '{{ media.link }}', 'Body?': '{{ caption }}' };

/**
 * Twilio, Messages resource: create a message; Send templates created with the Content Template Builder. The base URL of the
 * credential ends with the account: `https://api.twilio.com/2010-04-01/Accounts/AC…`. The name of a template is its Content
 * SID. Where a Messaging Service sends, MessagingServiceSid takes the place of From.
 */
const twilio: CustomRequestTemplate = {
	name: 'Twilio',
	description: 'SMS, MMS, WhatsApp messages and content templates',
	path: '/Messages.json',
	contentType: 'form',
	body: {
		To: `${TWILIO_CHANNEL}{{ to | e164 }}`,
		From: `${TWILIO_CHANNEL}{{ sender | e164 }}`,
		'StatusCallback?': '{{ reportUrl }}',
	},
	types: {
		text: { Body: '{{ text }}' },
		image: TWILIO_FILE,
		audio: TWILIO_FILE,
		video: TWILIO_FILE,
		document: TWILIO_FILE,
		template: { ContentSid: '{{ template.name }}', 'ContentVariables?': '{{ template.variables }}' },
	},
	answer: {
		messageId: 'sid',
		status: 'status',
		statuses: {
			accepted: 'accepted',
			scheduled: 'accepted',
			queued: 'accepted',
			sending: 'accepted',
			sent: 'accepted',
			delivered: 'accepted',
			failed: 'rejected',
			undelivered: 'rejected',
			canceled: 'rejected',
		},
		errorCode: 'first(code, error_code)',
		errorMessage: 'first(message, error_message)',
		causes: TWILIO_CAUSES,
	},
};

/**
 * Vonage, SMS API reference: send an SMS. The base URL of the credential is `https://rest.nexmo.com`, with the API key and
 * secret as _Basic_. Numbers go without `+`. Letters beyond the GSM alphabet arrive as `?` unless the type is `unicode`.
 * The answer is HTTP 200 also where the message was refused; of a long text it names every part, and the first stands for all.
 */
const vonageSms: CustomRequestTemplate = {
	name: 'Vonage SMS API',
	description: 'Texts as SMS',
	path: '/sms/json',
	contentType: 'form',
	body: {
		to: '{{ to | e164 | after("+") }}',
		from: '{{ first(sender | after("+"), sender) }}',
		text: '{{ text }}',
		'type?': '{{ text | unicode | then("unicode") }}',
		'client-ref?': '{{ callbackData }}',
		'callback?': '{{ reportUrl }}',
	},
	answer: {
		messageId: 'messages[0].message-id',
		status: 'messages[0].status',
		statuses: { '0': 'accepted' },
		errorCode: 'messages[0].status',
		errorMessage: 'messages[0].error-text',
		causes: VONAGE_SMS_CAUSES,
	},
};

/**
 * Vonage, Messages API reference: send a message. The base URL of the credential is `https://api.nexmo.com`. Numbers go
 * without `+`. The API takes a JSON Web Token, or the API key and secret as _Basic_.
 */
const vonageMessages: CustomRequestTemplate = {
	name: 'Vonage Messages API',
	description: 'Texts, files, locations and templates over SMS, MMS and WhatsApp',
	path: '/v1/messages',
	body: {
		channel: '{{ channel | default("sms") }}',
		to: '{{ to | e164 | after("+") }}',
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
		causes: VONAGE_MESSAGES_CAUSES,
	},
};

/** Request templates that a person picks, and changes where the gateway differs. */
export const READY_REQUEST_TEMPLATES = { twilio, vonageSms, vonageMessages } as const satisfies Readonly<
	Record<string, CustomRequestTemplate>
>;
