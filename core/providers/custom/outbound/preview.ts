import { parseOutgoing } from '../../../messages';
import type { ApiRequest } from '../../../http/api';
import type { SendAnswer } from '../../../messages/sending';
import { withRemarks, type Remark } from '../inbound/reader';
import { readAnswerOf } from './answer';
import { renderRequest } from './render';
import type { RequestTemplate } from './request-template';

/** The request that a template makes of a message, and what it reads in an answer of the gateway. */
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

/**
 * A request template's preview, shown before it is saved.
 *
 * @param sampleMessage as nodes write it
 */
export function previewRequest(
	template: RequestTemplate,
	sampleMessage: unknown,
	sample?: SampleAnswer,
): RequestPreview {
	const parsed = parseOutgoing(sampleMessage);
	const built = parsed.ok ? renderRequest(template, parsed.message) : parsed;
	const { result, remarks } = withRemarks(
		(note) => sample && readAnswerOf(template.answer, sample.httpStatus ?? 200, sample.body, note),
	);
	const answer = result && { answer: result };
	if (built.ok) return { request: built.request, ...answer, remarks };
	return {
		...answer,
		remarks: [{ severity: 'problem', path: built.field, message: built.message }, ...remarks],
	};
}
