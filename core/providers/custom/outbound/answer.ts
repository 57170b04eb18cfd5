import type { DeliveryError, JsonObject, JsonValue } from '../../../events';
import type { SendAnswer } from '../../../messages/sending';
import { deliveryError } from '../../../http/error-table';
import { meaningOfStatus } from '../../../http/http-failure';
import { parseJson, toJsonValue } from '../../../lib/json';
import { classifyError, readError } from '../errors/classify';
import { FieldReader, type Note } from '../inbound/reader';
import type { AnswerRule } from './request-template';

/** An answer's value of JSON, also where the HTTP client left it as text or bytes; other text stays text. */
function answerValue(body: unknown): JsonValue {
	const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
	return typeof text === 'string' ? (parseJson(text) ?? text) : toJsonValue(body);
}

function errorRule({ errorCode, errorMessage, causes }: AnswerRule) {
	return { code: errorCode, detail: errorMessage, causes };
}

/** An answer whose HTTP status is no success: a code that the template knows decides, otherwise the HTTP status. */
function httpError(rule: AnswerRule, reader: FieldReader, httpStatus: number, body: unknown): DeliveryError {
	const usual = classifyError(httpStatus, body);
	const own = readError(reader, errorRule(rule), usual.code);
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

function accepted(messageId: string, word: string | undefined): SendAnswer {
	const details: JsonObject = word === undefined ? {} : { status: word };
	return { outcome: 'accepted', messageId, details };
}

function rejected(error: DeliveryError): SendAnswer {
	return { outcome: 'rejected', error };
}

/** What the gateway says of the one message of a call. */
export function readAnswerOf(rule: AnswerRule, httpStatus: number, body: unknown, note?: Note): SendAnswer {
	const value = answerValue(body);
	const reader = new FieldReader({ element: value, body: value }, 'answer', note);
	const [least, most] = rule.success;
	if (httpStatus < least || httpStatus > most) return rejected(httpError(rule, reader, httpStatus, body));
	const word = reader.text('status', rule.status);
	const verdict =
		word === undefined
			? undefined
			: reader.word('status', { name: 'answer.statuses', rows: rule.statuses }, word);
	const error = readError(reader, errorRule(rule), word);
	if (verdict === 'rejected') return rejected(error ?? unclear(word ?? 'rejected', ''));
	if (error !== undefined) return rejected(error);
	if (rule.status !== undefined && verdict === undefined) {
		return rejected(
			unclear(word ?? `http.${httpStatus}`, 'The answer has no status that the request template lists.'),
		);
	}
	const messageId = reader.text('messageId', rule.messageId);
	return messageId === undefined
		? rejected(
				unclear(`http.${httpStatus}`, `The answer has no ID of the message at ${rule.messageId.source}.`),
			)
		: accepted(messageId, word);
}
