import { z } from 'zod';
import type { ApiAnswer } from '../http/api';

const text = z.string().optional();
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional();

/** What a question needs to know of the event that may answer it. */
const AnswerEvent = z.object({
	kind: z.enum(['message', 'consent']),
	provider: z.string(),
	id: z.string(),
	type: text,
	from: text,
	fromUserId: text,
	to: text,
	channelId: text,
	text,
	/** What was filled in, where it is a flow. */
	payload: z.unknown(),
	media: values,
	location: values,
	action: text,
	timestamp: text,
});
export type AnswerEvent = z.output<typeof AnswerEvent>;

const HandOver = z.object({
	/** Of the question, as it is stored or stands in a payload. */
	reference: z.string(),
	event: AnswerEvent,
	/** What was tapped, by its value. */
	tapped: text,
	/** How often the person was asked again before. */
	tries: z.number().int().min(0).default(0),
});
/** A message on its way to the execution that waits for it. */
export type HandOver = z.output<typeof HandOver>;

export function readHandOverOfAnswer(value: unknown): HandOver | undefined {
	return HandOver.safeParse(value).data;
}

/** Whether the event can be an answer at all. What it holds besides, such as the provider's own words, stays behind. */
export function answerEventOf(event: unknown): AnswerEvent | undefined {
	return AnswerEvent.safeParse(event).data;
}

/** Header of a call that brings an answer: its signature. */
export const ANSWER_HEADER = 'x-messaging-answer';

/** Header of a call that was handed on: which of its events were answers and start nothing more. */
export const TAKEN_HEADER = 'x-messaging-taken';

const OUTCOMES = ['answered', 'optedOut', 'askedAgain', 'gaveUp', 'notTaken'] as const;

/** What the waiting node says of an answer. */
const Verdict = z.object({
	outcome: z.enum(OUTCOMES),
	/** How often the person was asked again, with this time. */
	tries: z.number().int().optional(),
	reason: text,
});
export type Verdict = z.output<typeof Verdict>;

/** Whether the message was one for the question, so that it starts nothing else. An opt-out always does. */
export function isTaken({ outcome }: Verdict): boolean {
	return outcome === 'answered' || outcome === 'askedAgain' || outcome === 'gaveUp';
}

/** What became of a call of a waiting execution. */
export type Delivery =
	| { state: 'done'; verdict: Verdict }
	/** n8n has not stored yet that it waits, or goes on at this moment. */
	| { state: 'busy' }
	/** It does not wait any more, or never did. */
	| { state: 'over'; reason: string }
	| { state: 'unreachable'; reason: string };

/** A new execution is neither found nor complete for a moment. */
const BUSY = [404, 409, 500, 502, 503, 504];

/**
 * Reads n8n's answer.
 *
 * @param isYoung whether the question was asked a moment ago
 */
export function readDelivery(answer: ApiAnswer, isYoung: boolean): Delivery {
	if (answer.outcome !== 'answered') return { state: 'unreachable', reason: answer.reason };
	const verdict = answer.status === 200 ? Verdict.safeParse(answer.body).data : undefined;
	if (verdict !== undefined) return { state: 'done', verdict };
	if (isYoung && BUSY.includes(answer.status)) return { state: 'busy' };
	return { state: 'over', reason: `n8n answered ${answer.status}: the question is not open any more` };
}

/** For so long after it was asked, a question may not be stored yet. */
const YOUNG_MS = 60_000;

/** A name for a question that tells when it was asked. */
export function questionName(run: number, now: number): string {
	return `${run.toString(36)}-${Math.floor(now / 1000).toString(36)}`;
}

export function isYoung(question: string, now: number): boolean {
	const [, seconds = ''] = question.split('-');
	return now - Number.parseInt(seconds, 36) * 1000 < YOUNG_MS;
}
