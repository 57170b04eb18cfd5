import { z } from 'zod';
import { DELIVERY_CAUSES, MESSAGE_STATUSES, MESSAGE_TYPES } from '../../../events';
import { checkerOf, expression, group, paths, table } from '../language/schema';
import { conditions } from './conditions';

const optional = expression.optional();

const error = {
	code: optional,
	title: optional,
	detail: optional,
	/** What their codes mean. */
	causes: table(DELIVERY_CAUSES).optional(),
};

/** Fields that every kind of event may have. */
const common = {
	/** How to tell this kind of event from the others. */
	when: conditions.optional(),
	id: optional,
	/** `sms`, `mms`, `whatsapp`, …; a constant stands in quotes, as in `"'sms'"`. */
	channel: optional,
	/** Our side's id; our address where the gateway knows no other. */
	channelId: optional,
	timestamp: optional,
};

const message = group({
	...common,
	from: expression,
	to: optional,
	fromUserId: optional,
	fromName: optional,
	fromUsername: optional,
	fromParentUserId: optional,
	text: optional,
	/** Anything there: the gateway has answered the person by itself. */
	answered: optional,
	/** Where a long text comes in parts: what they have in common, which one this is, and how many there are. */
	partReference: optional,
	partNumber: optional,
	partCount: optional,
	type: optional,
	types: table(MESSAGE_TYPES).optional(),
	payload: optional,
	media: group({ url: optional, id: optional, mimeType: optional, filename: optional }).optional(),
	location: group({
		latitude: expression,
		longitude: expression,
		name: optional,
		address: optional,
	}).optional(),
	replyToId: optional,
	error: group(error).optional(),
});

const status = group({
	...common,
	from: optional,
	/** Whom we wrote to. */
	to: optional,
	/** The id that the gateway gave when it took the message. */
	messageId: optional,
	/** Our own reference, which we gave with the message. */
	callbackData: optional,
	status: expression,
	statuses: table(MESSAGE_STATUSES),
	error: group(error).optional(),
	price: group({ amount: expression, currency: optional }).optional(),
});

const consent = group({
	...common,
	/** The person. */
	from: expression,
	to: optional,
	fromUserId: optional,
	action: expression,
	actions: table(['optIn', 'optOut']),
	/** What the person wrote. */
	text: optional,
	answered: optional,
	scope: optional,
});

const mappingSchema = group({
	name: z.string().optional(),
	description: z.string().optional(),
	/** Where a call brings several events, the path to the list of them, or a list of such paths. */
	items: paths.optional(),
	message: message.optional(),
	status: status.optional(),
	consent: consent.optional(),
	/** The gateway's answer to a message that it does not take. */
	apiError: group({ ...error, code: expression }).optional(),
}).superRefine((mapping, context) => {
	const kinds = (['message', 'status', 'consent'] as const).filter((kind) => mapping[kind] !== undefined);
	if (kinds.length === 0) {
		context.addIssue({ code: 'custom', message: 'needs at least one of message, status and consent' });
	}
	for (const kind of kinds.length > 1 ? kinds : []) {
		if (mapping[kind]?.when !== undefined) continue;
		const others = kinds.filter((other) => other !== kind).join(' or ');
		context.addIssue({
			code: 'custom',
			path: [kind, 'when'],
			message: `is missing; without it a ${kind} cannot be told from a ${others}`,
		});
	}
});

/** A mapping as it is written and saved: plain JSON. */
export type CustomMapping = z.input<typeof mappingSchema>;

/** A mapping that was checked and is ready for use. */
export type Mapping = z.output<typeof mappingSchema>;

export type MessageRule = NonNullable<Mapping['message']>;
export type StatusRule = NonNullable<Mapping['status']>;
export type ConsentRule = NonNullable<Mapping['consent']>;
export type ErrorRule = NonNullable<StatusRule['error']>;

/** A mapping in JSON, checked. */
export const parseMapping = checkerOf(mappingSchema);
