import { z } from 'zod';
import { canonicalAddress } from '../lib/phone/address';
import type { AnswerEvent } from './hand-over';

/** What an answer may be. */
export const ANSWER_KINDS = [
	'approval',
	'options',
	'text',
	'number',
	'date',
	'location',
	'media',
	'flow',
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const MEDIA_KINDS = ['image', 'audio', 'video', 'document'] as const;

/** What an answer has to be. */
const Expected = z.object({
	kind: z.enum(ANSWER_KINDS),
	/** Of buttons, lists and approvals, in their order. */
	options: z.array(z.object({ value: z.string(), title: z.string() })),
	/** Of a number, both ends included. */
	least: z.number().optional(),
	most: z.number().optional(),
	/** Of a date, `YYYY-MM-DD`, both ends included. */
	from: z.string().optional(),
	to: z.string().optional(),
	/** Of a date in figures: whether the day comes before the month, as everywhere but in the US. */
	dayFirst: z.boolean(),
	mediaTypes: z.array(z.enum(MEDIA_KINDS)),
});
export type Expected = z.output<typeof Expected>;

/** A question that an execution waits for the answer of, as n8n stores it with the execution. */
const OpenQuestion = z.object({
	/** Tells it from others of the same node. */
	question: z.string(),
	provider: z.string(),
	/** Our side, as the event of an answer names it. */
	sender: z.string(),
	/** Of the person: numbers in E.164 and ids. */
	addresses: z.array(z.string()).min(1),
	expected: Expected,
	/** How often the person may try. */
	tries: z.number().int().min(1),
	/** The message that goes out when an answer does not do. */
	again: z.record(z.string(), z.unknown()).optional(),
});
export type OpenQuestion = z.output<typeof OpenQuestion>;

export function readQuestion(value: unknown): OpenQuestion | undefined {
	return OpenQuestion.safeParse(value).data;
}

/** Whether the person who was asked wrote it, to the number that asked. */
export function isFromAsked(
	{ provider, sender, addresses }: OpenQuestion,
	event: AnswerEvent,
	ownSide: string | undefined,
): boolean {
	const isSame = (one: string | undefined, other: string) =>
		one !== undefined && canonicalAddress(one) === canonicalAddress(other);
	const isThem = addresses.some((known) => isSame(event.from, known) || isSame(event.fromUserId, known));
	// Without a sender the provider chose the number itself.
	return isThem && event.provider === provider && (sender === '' || isSame(ownSide, sender));
}
