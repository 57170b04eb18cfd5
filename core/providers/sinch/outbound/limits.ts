import type { Limit } from '../../../messages/limits';

/** Recipients of one batch (Sinch, SMS API reference, Batches). */
export const MAX_RECIPIENTS = 1000;
/** Longest validity of an SMS in minutes: three days after the time of sending. */
export const MAX_SMS_VALIDITY = 4320;

/** The SMS API (Sinch, SMS API reference, Batches). */
export const SMS_LIMITS: readonly Limit[] = [
	['text', 'The text', 2000],
	['callbackData', 'The callback data', 2048],
	['reportUrl', 'The delivery webhook', 2048],
];

/** The Conversation API (Sinch SDK for Node.js: send-message-request, choice-, card-, carousel-message, whatsapp-flow). */
export const CONVERSATION_LIMITS: readonly Limit[] = [
	['callbackData', 'The callback data', 1024],
	['sender', 'The sender', 1024],
	['fallback.sender', 'The sender of the SMS', 1024],
	['buttons', 'The buttons', 10],
	['cards', 'The cards', 10],
	['cards.*.buttons', 'The buttons of the card', 10],
];

/** Only on a flow, which is a message of WhatsApp. */
export const FLOW_LIMITS: readonly Limit[] = [['buttonText', 'The label of the button', 20]];
