import { z } from 'zod';
import { Fault, numberFrom, readBy } from '../lib/schema';
import { isJsonObject, rowOf, textOf } from '../lib/json';
import { problem, type Result } from '../lib/result';
import { isUserId } from '../whatsapp/person';
import { INTERACTIVE } from './interactive';
import { optionalText, requiredText } from './media';
import { PLAIN } from './plain';

export type { OutgoingHeader, OutgoingMedia } from './media';
export type { OutgoingContact } from './plain';

/** Marks a message of the person as read, and shows that an answer is being written. */
const readReceipt = z.object({
	type: z.literal('readReceipt'),
	messageId: requiredText('The ID of the message to mark as read'),
	typing: z.boolean().optional(),
});

/** Whether a template goes the optimised way for marketing. */
export const MARKETING_ROUTES = ['automatic', 'on', 'off'] as const;

function templateValue(given: unknown): string | Fault {
	const isPlain = ['string', 'number', 'boolean'].includes(typeof given) && !Number.isNaN(given);
	return isPlain ? String(given) : new Fault('The value has to be a text, not a list or a group of fields');
}

/** A message that the provider has approved beforehand, with values for its blanks by their keys. */
const template = z.object({
	type: z.literal('template'),
	name: requiredText('The template'),
	language: requiredText('The language of the template'),
	values: z.record(z.string(), readBy(templateValue)),
	/**
	 * Meta, Marketing Messages API: whether the template goes the optimised way for marketing. What is automatic is decided by
	 * its category, see `routed`, and goes the ordinary way where nobody decided.
	 */
	marketing: z.enum(MARKETING_ROUTES).optional(),
});

const CONTENT = [...PLAIN, ...INTERACTIVE, template, readReceipt] as const;

/** Members around the content. A provider ignores what it cannot use. */
const envelope = {
	/** Our side: phone number id (WhatsApp Cloud), number, short code or name (Infobip, Sinch). */
	sender: optionalText('The sender'),
	/** `whatsapp`, `sms`, … where the provider carries more than one. */
	channel: optionalText('The channel'),
	/** E.164. */
	to: optionalText('The recipient'),
	/** The provider's id of a person whose number is hidden. */
	toUserId: optionalText('The user ID of the recipient', (userId) =>
		isUserId(userId) ? undefined : 'The user ID of the recipient has to look like US.13491208655302741918',
	),
	toGroupId: optionalText('The group'),
	/** WhatsApp: of the phone that alone may get the message. */
	identityHash: optionalText('The identity hash'),
	replyToId: optionalText('The ID of the message to reply to'),
	callbackData: optionalText('The callback data'),
	/** An id of our own, by which the provider refuses a repeat. Only Infobip has it. */
	clientMessageId: optionalText('The message ID'),
	/** Where the statuses of this message go instead of the account's webhook. */
	reportUrl: optionalText('The delivery webhook'),
	/** ISO 8601. */
	sendAt: optionalText('The time of sending'),
	validityMinutes: numberFrom(z.number().int().positive('The validity has to be positive')).optional(),
	shortenLinks: z.boolean().optional(),
	trackClicks: z.boolean().optional(),
	/** SMS: shown at once and not stored. */
	flash: z.boolean().optional(),
	/** SMS: replaces letters that would need the costlier encoding. */
	transliteration: optionalText('The transliteration'),
	campaignId: optionalText('The campaign'),
	/** Infobip: registrations that India, Turkey and South Korea ask for, as in its API. */
	regional: z.record(z.string(), z.unknown()).optional(),
	entityId: optionalText('The entity'),
	applicationId: optionalText('The application'),
	/** What goes out as SMS when the message cannot be delivered on the first channel. */
	fallback: z
		.object({ sender: optionalText('The sender of the SMS'), text: requiredText('The text of the SMS') })
		.optional(),
	/** What the message is for, where the provider keeps opt-outs by purpose. */
	purpose: z.enum(['marketing', 'utility', 'authentication', 'service']).optional(),
};

export type Envelope = z.output<z.ZodObject<typeof envelope>>;
export type OutgoingContent = z.output<(typeof CONTENT)[number]>;
export type OutgoingType = OutgoingContent['type'];
export const OUTGOING_TYPES: readonly OutgoingType[] = CONTENT.map((content) => content.shape.type.value);
export type ContentOf<Type extends OutgoingType> = Extract<OutgoingContent, { type: Type }>;
/** A message as every provider's builder gets it: complete, but not yet checked against the provider's limits. */
export type OutgoingMessage = Envelope & OutgoingContent;

type MessageSchema = z.ZodType<OutgoingMessage, z.ZodTypeDef, unknown>;

const envelopeSchema = z.object(envelope);

function withEnvelope(content: z.ZodType<OutgoingContent, z.ZodTypeDef, unknown>): MessageSchema {
	return envelopeSchema.and(content);
}

const SCHEMAS: Readonly<Record<string, MessageSchema>> = Object.fromEntries(
	CONTENT.map((content) => [content.shape.type.value, withEnvelope(content)]),
);

/** A node's input as a message, checked for completeness. Nothing throws. */
export function parseOutgoing(input: unknown): Result<{ message: OutgoingMessage }> {
	const type = isJsonObject(input) ? textOf(input.type) : undefined;
	const schema = rowOf(SCHEMAS, type);
	if (schema === undefined) {
		return problem('type', `There is no message type "${type ?? ''}"`);
	}
	const result = schema.safeParse(input);
	if (result.success) return { ok: true, message: result.data };
	const [issue] = result.error.issues;
	return problem(issue?.path.join('.') || 'message', issue?.message ?? 'The message is not complete');
}
