import type { DeliveryError, JsonValue } from '../../../events';
import type { SendAnswer } from '../../../messages/sending';
import { deliveryError } from '../../../http/error-table';
import { meaningOfStatus } from '../../../http/http-failure';
import { parseJson, toJsonValue } from '../../../lib/json';
import { classifyError, readError } from '../errors/classify';
import { FieldReader, type Note } from '../inbound/reader';
import { elementsAt, type Source } from '../language/evaluate';
import type { AnswerRule } from './request-template';

/** An answer's value of JSON, also where the HTTP client left it as text or bytes; other text stays text. */
function answerValue(body: unknown): JsonValue {
	const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
	return typeof text === 'string' ? (parseJson(text) ?? text) : toJsonValue(body);
}

function errorRule({ errorCode, errorMessage, causes }: AnswerRule) {
	return { code: errorCode, detail: errorMessage, causes };
}

/** An answer whose HTTP status is not a success: a code that the template knows decides, otherwise the HTTP status. */
function httpError(rule: AnswerRule, source: Source, httpStatus: number, body: unknown): DeliveryError {
	const usual = classifyError(httpStatus, body);
	const own = readError(source, errorRule(rule), usual.code);
	if (own === undefined) return usual;
	if (own.cause !== 'unknown') return own;
	const isExplained = own.code !== usual.code;
	return deliveryError(own.code, own.detail || usual.detail, meaningOfStatus(httpStatus, isExplained));
}

function unclear(code: string, detail: string): DeliveryError {
	return deliveryError(code, detail, {
		title: "The gateway's answer was not understood",
		cause: 'unknown',
		retryable: false,
		advice:
			'Look for the message at the gateway before you send it again: it may have been accepted. Then correct the answer in the request template.',
	});
}

function rejected(error: DeliveryError): SendAnswer {
	return { outcome: 'rejected', error };
}

/** A message of which a part is on its way must not go out again, whatever became of the others. */
function partly(refused: readonly DeliveryError[], count: number): SendAnswer {
	const [first] = refused;
	const taken = `${count - refused.length} of ${count} parts of the message were accepted.`;
	return rejected({
		...(first ?? unclear('parts', '')),
		detail: [taken, first?.detail].filter(Boolean).join(' '),
		retryable: false,
		advice: 'Do not send the same text again: the person gets a part of it. Correct the cause first.',
	});
}

/** One answer for all parts: accepted where each was. */
function together(parts: readonly SendAnswer[]): SendAnswer | undefined {
	const [first] = parts;
	const refused = parts.flatMap((part) => (part.outcome === 'rejected' ? [part.error] : []));
	if (first === undefined || parts.length === 1 || refused.length === parts.length) return first;
	if (refused.length > 0 || first.outcome === 'rejected') return partly(refused, parts.length);
	const messageIds = parts.flatMap((part) => (part.outcome === 'accepted' ? [part.messageId] : []));
	return { ...first, details: { ...first.details, parts: parts.length, messageIds } };
}

/** The gateway's answer for the one message of a call. */
export function readAnswerOf(rule: AnswerRule, httpStatus: number, body: unknown, note?: Note): SendAnswer {
	const value = answerValue(body);
	const source: Source = { element: value, body: value };
	const [least, most] = rule.success;
	if (httpStatus < least || httpStatus > most) return rejected(httpError(rule, source, httpStatus, body));
	const parts = rule.parts === undefined ? [value] : (elementsAt(rule.parts, value) ?? []);
	const answers = parts.map((element) => readPart(rule, httpStatus, { element, body: value }, note));
	return together(answers) ?? rejected(unclear(`http.${httpStatus}`, 'The answer names no message.'));
}

function readPart(rule: AnswerRule, httpStatus: number, source: Source, note?: Note): SendAnswer {
	const reader = new FieldReader<'messageId' | 'status'>(source, 'answer', rule, note);
	const word = reader.text('status');
	const verdict = word === undefined ? undefined : reader.word('status', word, 'statuses', rule.statuses);
	const error = readError(source, errorRule(rule), word);
	if (verdict === 'rejected') return rejected(error ?? unclear(word ?? 'rejected', ''));
	if (error !== undefined) return rejected(error);
	if (rule.status !== undefined && verdict === undefined) {
		const detail = 'The answer has no status that the request template lists.';
		return rejected(unclear(word ?? `http.${httpStatus}`, detail));
	}
	const messageId = reader.text('messageId');
	if (messageId === undefined) {
		const detail = `The answer has no ID of the message at ${rule.messageId.source}.`;
		return rejected(unclear(`http.${httpStatus}`, detail));
	}
	return { outcome: 'accepted', messageId, details: word === undefined ? {} : { status: word } };
}
