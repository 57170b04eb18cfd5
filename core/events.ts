/**
 * The normalised event: what a webhook of any provider becomes before anything else in this package looks at it.
 *
 * Users write `{{ $json.from }}` against these names, so they are the package's public contract: a name never changes
 * without a major version. A field that does not apply is absent, never empty.
 */

export const EVENT_KINDS = ['message', 'status', 'consent', 'account', 'unknown'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const MESSAGE_TYPES = [
	'text',
	'image',
	'audio',
	'video',
	'document',
	'sticker',
	'location',
	'contacts',
	'reaction',
	'buttonReply',
	'listReply',
	'flowReply',
	'order',
	'system',
	'unsupported',
] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

/** Messages whose `text` nobody typed or chose as an answer: an emoji, the summary of a form, a notice of the provider. */
export const UNTYPED_MESSAGES = [
	'reaction',
	'flowReply',
	'system',
	'unsupported',
] as const satisfies MessageType[];

export const MESSAGE_STATUSES = [
	'queued',
	'sent',
	'delivered',
	'read',
	'played',
	'clicked',
	'failed',
	'expired',
	'rejected',
	'deleted',
	'cancelled',
	'unknown',
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const ACCOUNT_EVENTS = [
	'accountUpdate',
	'accountReview',
	'capabilityUpdate',
	'qualityUpdate',
	'nameUpdate',
	'templateStatus',
	'templateQuality',
	'templateCategory',
	'templateComponents',
	'security',
	'history',
	'echo',
	'call',
	'contactUpdate',
	'capability',
	'channelEvent',
	'identityChange',
	'numberUpdate',
	'flowUpdate',
] as const;
export type AccountEventName = (typeof ACCOUNT_EVENTS)[number];

/** Values of a JSON document. What a provider sent is kept as such under `raw` and `details`. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

interface EventBase {
	/** Name of the provider: `whatsAppCloud`, `infobip`, `sinch`, `custom`. */
	provider: string;
	/** `whatsapp`, `sms`, `mms`, … in lower case; absent where the provider does not say. */
	channel?: string;
	/** The provider's id of the message or event. */
	id: string;
	/** Stable key of this very event: the same delivery twice gives the same key, `sent` and `read` of one message two. */
	eventKey: string;
	/** ISO 8601 in UTC, of the event at the provider. */
	timestamp?: string;
	/** Our side's id: phone number id, service plan, app id. */
	channelId?: string;
	/** This event's part of the payload, untouched. */
	raw: JsonValue;
}

interface Addressed {
	/** E.164 with `+` where it is a phone number; otherwise as given (short code, alphanumeric sender). */
	from?: string;
	to?: string;
	/** `provider:channelId:address`, the key of a conversation. */
	conversationKey?: string;
}

export interface Media {
	id?: string;
	url?: string;
	mimeType?: string;
	filename?: string;
	sha256?: string;
	sizeBytes?: number;
	voice?: boolean;
	animated?: boolean;
}

export interface Location {
	latitude: number;
	longitude: number;
	name?: string;
	address?: string;
}

export interface MessageEvent extends EventBase, Addressed {
	kind: 'message';
	/** The provider's id of the person where one exists; `from` may be absent then. */
	fromUserId?: string;
	fromName?: string;
	/** Of WhatsApp, where the person has one. */
	fromUsername?: string;
	/** The id of the person across the portfolios of one business; a message can go there as well. */
	fromParentUserId?: string;
	/** Of the phone that the person uses: a message sent with it reaches no other. */
	fromIdentityHash?: string;
	/** On a notice that a person has a new number or user id, `type` being `system`. */
	previousAddress?: string;
	newAddress?: string;
	previousUserId?: string;
	newUserId?: string;
	previousParentUserId?: string;
	newParentUserId?: string;
	/** The key that the conversation has from now on. */
	newConversationKey?: string;
	type: MessageType;
	/** What the person said, whatever its form: body, caption, title of the tapped button or row, emoji of a reaction. */
	text?: string;
	/** `text` without the keyword of a number that several services share, and the keyword. */
	cleanText?: string;
	keyword?: string;
	/** The provider has answered the person by itself. */
	answered?: true;
	/** Which part of a long text this is, counted from 1, of how many, and what they have in common. */
	partReference?: string;
	partNumber?: number;
	partCount?: number;
	/** Machine value of the tapped button or row; parsed answers of a flow. */
	payload?: JsonValue;
	media?: Media;
	/** All media, when a message has more than one. */
	attachments?: Media[];
	location?: Location;
	contacts?: JsonValue[];
	order?: JsonObject;
	referral?: JsonObject;
	replyToId?: string;
	forwarded?: true;
	error?: DeliveryError;
}

export interface Price {
	amount?: number;
	currency?: string;
	category?: string;
	model?: string;
	billable?: boolean;
}

export interface StatusEvent extends EventBase, Addressed {
	kind: 'status';
	/** The provider's id of the recipient, where one exists. */
	toUserId?: string;
	toUsername?: string;
	toParentUserId?: string;
	toIdentityHash?: string;
	/** Id of the message that we sent. */
	messageId?: string;
	status: MessageStatus;
	/** Whether no further status is expected by this one's nature. */
	final: boolean;
	/** The reference that we gave with the send. */
	callbackData?: string;
	error?: DeliveryError;
	price?: Price;
}

export type ConsentAction = 'optIn' | 'optOut';

export interface ConsentEvent extends EventBase, Addressed {
	kind: 'consent';
	fromUserId?: string;
	fromUsername?: string;
	fromParentUserId?: string;
	action?: ConsentAction;
	/** `all`, `marketing`, or the provider's own scope. */
	scope?: string;
	/** What the person wrote, where the provider tells. */
	text?: string;
	/** The provider has answered the person by itself. */
	answered?: true;
	error?: DeliveryError;
}

export interface AccountEvent extends EventBase {
	kind: 'account';
	event: AccountEventName;
	/** The provider's own values. */
	details: JsonObject;
}

export interface UnknownEvent extends EventBase {
	kind: 'unknown';
}

export type MessagingEvent = MessageEvent | StatusEvent | ConsentEvent | AccountEvent | UnknownEvent;

export const DELIVERY_CAUSES = [
	'rateLimited',
	'quotaExhausted',
	'temporarilyUnavailable',
	'credentialInvalid',
	'configurationInvalid',
	'recipientUnreachable',
	'optedOut',
	'windowClosed',
	'contentRejected',
	'unknown',
] as const;
export type DeliveryCause = (typeof DELIVERY_CAUSES)[number];

/** Why a provider did not deliver or accept, in one shape for all providers. */
export interface DeliveryError {
	/** The provider's own code, or `http.<status>` where the answer carried none. */
	code: string;
	title: string;
	/** The provider's words about this very case; empty where it gave none. */
	detail: string;
	cause: DeliveryCause;
	/** Whether the provider surely did not accept the message and a later attempt can succeed. */
	retryable: boolean;
	/** Shortest wait before the next attempt, in milliseconds, where the provider names one. */
	retryAfterMs?: number;
	/** What a person should do next, in one or two sentences. */
	advice: string;
}
