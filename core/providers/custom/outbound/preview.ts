import { parseOutgoing } from '../../../messages';
import type { ApiRequest } from '../../../http/api';
import type { SendAnswer } from '../../../messages/sending';
import { withRemarks, type Remark } from '../inbound/reader';
import { readAnswerOf } from './answer';
import { renderRequest } from './render';
import type { RequestTemplate } from './request-template';

/**
 * The request that a template makes of a message, and what it reads in an answer of the gateway, with remarks: shown before
 * it is saved.
 *
 * @param sampleMessage as nodes write it
 * @param sample an answer as a person pastes it: its HTTP status, 200 without one, and its body, JSON or any other text
 * @returns no request where the message cannot be sent; the remarks say why
 */
export function previewRequest(
	template: RequestTemplate,
	sampleMessage: unknown,
	sample?: { httpStatus?: number; body: unknown },
): { request?: ApiRequest; answer?: SendAnswer; remarks: Remark[] } {
	const parsed = parseOutgoing(sampleMessage);
	const built = parsed.ok ? renderRequest(template, parsed.message) : parsed;
	const { result, remarks } = withRemarks(
		(note) => sample && readAnswerOf(template.answer, sample.httpStatus ?? 200, sample.body, note),
	);
	const answer = result && { answer: result };
	if (built.ok) return { request: built.request, ...answer, remarks };
	const problem: Remark = { severity: 'problem', path: built.field, message: built.message };
	return { ...answer, remarks: [problem, ...remarks] };
}
