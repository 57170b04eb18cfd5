import { parseOutgoing } from '../../../messages';
import type { ApiRequest } from '../../../http/api';
import type { SendAnswer } from '../../../messages/sending';
import type { Note, Remark } from '../inbound/reader';
import { readAnswerOf } from './answer';
import { renderRequest } from './render';
import type { RequestTemplate } from './request-template';

/** What a request template makes of a message, and of an answer of the gateway. */
export interface RequestPreview {
	/** Absent where the message cannot be sent: the remarks say why. */
	request?: ApiRequest;
	/** Absent where no answer was given. */
	answer?: SendAnswer;
	remarks: Remark[];
}

/** An answer of the gateway as a person pastes it. */
export interface SampleAnswer {
	/** 200 where it is left out. */
	httpStatus?: number;
	/** A value of JSON, or a text: JSON or whatever else the gateway answers. */
	body: unknown;
}

function previewAnswer(template: RequestTemplate, { httpStatus = 200, body }: SampleAnswer) {
	const remarks = new Map<string, Remark>();
	const note: Note = (remark) => remarks.set(`${remark.path} ${remark.message}`, remark);
	return { answer: readAnswerOf(template.answer, httpStatus, body, note), remarks: [...remarks.values()] };
}

/**
 * What a request template does with a message and an answer, shown before it is saved.
 *
 * @param sampleMessage as nodes write it
 */
export function previewRequest(
	template: RequestTemplate,
	sampleMessage: unknown,
	sampleAnswer?: SampleAnswer,
): RequestPreview {
	const parsed = parseOutgoing(sampleMessage);
	const built = parsed.ok ? renderRequest(template, parsed.message) : parsed;
	const read = sampleAnswer === undefined ? { remarks: [] } : previewAnswer(template, sampleAnswer);
	if (built.ok) return { request: built.request, ...read };
	const problem: Remark = { severity: 'problem', path: built.field, message: built.message };
	return { ...read, remarks: [problem, ...read.remarks] };
}
