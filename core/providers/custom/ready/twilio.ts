import type { DeliveryCause } from '../../../events';
import type { CustomMapping } from '../inbound/mapping';

/** Twilio, Error and Warning Dictionary. The same codes stand in status callbacks and in answers of the API. */
export const TWILIO_CAUSES: Readonly<Record<string, DeliveryCause>> = {
	'20003': 'credentialInvalid',
	'20429': 'rateLimited',
	'21211': 'recipientUnreachable',
	'21408': 'configurationInvalid',
	'21606': 'configurationInvalid',
	'21608': 'configurationInvalid',
	'21610': 'optedOut',
	'21612': 'configurationInvalid',
	'21614': 'recipientUnreachable',
	'21617': 'contentRejected',
	'30001': 'rateLimited',
	'30002': 'configurationInvalid',
	'30003': 'recipientUnreachable',
	'30004': 'recipientUnreachable',
	'30005': 'recipientUnreachable',
	'30006': 'recipientUnreachable',
	'30007': 'contentRejected',
	'30011': 'configurationInvalid',
	'30034': 'configurationInvalid',
	'63016': 'windowClosed',
	'63018': 'rateLimited',
};

/**
 * Twilio's messaging webhooks, whose bodies are forms (Twilio, Request to your incoming message webhook URL; Track the message
 * status of outbound messages). On channels other than SMS and MMS the name of the channel stands in front of the address:
 * `whatsapp:+447700900123`.
 *
 * Incoming messages carry no time. Status callbacks may carry RawDlrDoneDate, whose time zone is not documented.
 */
export const twilio: CustomMapping = {
	name: 'Twilio',
	description: 'Incoming SMS, MMS and WhatsApp messages, Advanced Opt-Out, and status callbacks',
	message: {
		when: ['MessageSid', 'From', { path: 'MessageStatus', present: false }],
		id: 'MessageSid',
		channel: 'first(From | before(":"), MediaUrl0 | then("mms"), "sms")',
		from: 'first(From | after(":"), From)',
		to: 'first(To | after(":"), To)',
		fromName: 'ProfileName',
		text: 'first(Body, ButtonText)',
		type: 'ButtonPayload | then("button")',
		types: { button: 'buttonReply' },
		payload: 'ButtonPayload',
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
		error: { code: 'ErrorCode', detail: 'first(ErrorMessage, ChannelStatusMessage)', causes: TWILIO_CAUSES },
	},
	/**
	 * Comes with the message itself, where Advanced Opt-Out of the Messaging Service knows the keyword; HELP is no consent
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
	},
	apiError: { code: 'code', detail: 'message', causes: TWILIO_CAUSES },
};
