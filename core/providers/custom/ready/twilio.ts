import type { CustomMapping } from '../inbound/mapping';
import type { CustomRequestTemplate } from '../outbound/request-template';
import { causesOf } from './causes-of';

/** Twilio, Error and Warning Dictionary. The same codes stand in status callbacks and in answers of the API. */
const CAUSES = causesOf({
	credentialInvalid: ['20003'],
	rateLimited: ['20429', '30001', '63018'],
	recipientUnreachable: ['21211', '21614', '30003', '30004', '30005', '30006', '63003', '63024', '63032'],
	quotaExhausted: ['63049'],
	configurationInvalid: [
		...['21408', '21606', '21608', '21612', '30002', '30011', '30032', '30034', '63007', '63051'],
	],
	optedOut: ['21610'],
	contentRejected: ['21617', '30007'],
	windowClosed: ['63016'],
});

/**
 * Twilio's messaging webhooks, whose bodies are forms (Twilio, Request to your incoming message webhook URL; Track the message
 * status of outbound messages). On channels other than SMS and MMS the name of the channel stands in front of the address:
 * `whatsapp:+447700900123`.
 *
 * Incoming messages carry no time. Status callbacks may carry RawDlrDoneDate, whose time zone is not documented.
 */
export const mapping: CustomMapping = {
	name: 'Twilio',
	description: 'Incoming SMS, MMS and WhatsApp messages, Advanced Opt-Out, and status callbacks',
	message: {
		// A STOP that the Messaging Service has carried out is a consent event, and nothing besides.
		when: [
			'MessageSid',
			'From',
			{ path: 'MessageStatus', present: false },
			{ path: 'OptOutType', noneOf: ['STOP', 'START'] },
		],
		id: 'MessageSid',
		channel: 'first(From | before(":"), MediaUrl0 | then("mms"), "sms")',
		from: 'first(From | after(":"), From)',
		to: 'first(To | after(":"), To)',
		fromName: 'ProfileName',
		text: 'first(Body, ButtonText, ListTitle)',
		answered: 'OptOutType',
		type: 'first(ListId | then("list"), ButtonPayload | then("button"))',
		types: { button: 'buttonReply', list: 'listReply' },
		payload: 'first(ListId, ButtonPayload)',
		media: { url: 'MediaUrl*', mimeType: 'MediaContentType*' },
		location: { latitude: 'Latitude', longitude: 'Longitude', name: 'Label', address: 'Address' },
		replyToId: 'OriginalRepliedMessageSid',
	},
	status: {
		when: 'MessageStatus',
		messageId: 'MessageSid',
		channel: 'first(To | before(":"), "sms")',
		from: 'first(From | after(":"), From)',
		to: 'first(To | after(":"), To)',
		status: 'MessageStatus',
		// Twilio, Messages resource: message status values.
		statuses: {
			accepted: 'queued',
			scheduled: 'queued',
			queued: 'queued',
			sending: 'queued',
			sent: 'sent',
			delivered: 'delivered',
			read: 'read',
			failed: 'failed',
			undelivered: 'failed',
			canceled: 'cancelled',
		},
		// ErrorMessage and ChannelStatusMessage are seen in callbacks; the guide to status callbacks promises ErrorCode only.
		error: { code: 'ErrorCode', detail: 'first(ErrorMessage, ChannelStatusMessage)', causes: CAUSES },
	},
	/**
	 * Comes with the message itself, where Advanced Opt-Out of the Messaging Service knows the keyword; HELP is not consent
	 * (Twilio Support, How to track opt-out, opt-in and help messages using the OptOutType parameter).
	 */
	consent: {
		when: { path: 'OptOutType', oneOf: ['STOP', 'START'] },
		id: 'MessageSid',
		channel: 'first(From | before(":"), "sms")',
		from: 'first(From | after(":"), From)',
		to: 'first(To | after(":"), To)',
		action: 'OptOutType',
		actions: { STOP: 'optOut', START: 'optIn' },
		scope: '"all"',
		text: 'Body',
		answered: 'OptOutType',
	},
	apiError: { code: 'code', detail: 'message', causes: CAUSES },
};

/** On channels other than SMS and MMS the name of the channel stands in front of the address. */
const CHANNEL =
	'{{ first(channel | is("whatsapp") | then("whatsapp:"), channel | is("rcs") | then("rcs:"), "") }}';

const FILE = { MediaUrl: '{{ media.link }}', 'Body?': '{{ caption }}' };

/**
 * Twilio, Messages resource: create a message; Send templates created with the Content Template Builder. The base URL of the
 * credential ends with the account: `https://api.twilio.com/2010-04-01/Accounts/AC…`. The name of a template is its Content
 * SID. Where a Messaging Service sends, MessagingServiceSid takes the place of From.
 */
export const request: CustomRequestTemplate = {
	name: 'Twilio',
	description: 'SMS, MMS, WhatsApp messages and content templates',
	path: '/Messages.json',
	contentType: 'form',
	body: {
		To: `${CHANNEL}{{ first(to | e164, toUserId) }}`,
		From: `${CHANNEL}{{ sender | e164 }}`,
		'StatusCallback?': '{{ reportUrl }}',
	},
	types: {
		text: { Body: '{{ text }}' },
		image: FILE,
		audio: FILE,
		video: FILE,
		document: FILE,
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
		causes: CAUSES,
	},
};
