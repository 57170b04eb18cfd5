import type { DeliveryError, JsonObject } from '../../../events';
import type { OutgoingMessage } from '../../../messages';
import type { SendAnswer } from '../../../messages/sending';
import { readErrorBody } from '../../../http/http-failure';
import { compact, idOf, listOf, numberOf, objectOf, textOf } from '../../../lib/json';
import { classifyError, statusError } from '../errors/classify';
import { groupOf } from '../inbound/status-groups';
import { digitsOf } from '../../../lib/phone/address';

/** Groups of a status that takes the message: accepted, pending, delivered. All others refuse it, with HTTP 200 too. */
const ACCEPTED_GROUPS: ReadonlySet<number | undefined> = new Set([0, 1, 3]);
/** REJECTED, DUPLICATE_MESSAGE_ID: an earlier call with our id had arrived. */
const REPEATED = { group: 5, id: 23 };

function rejected(error: DeliveryError): SendAnswer {
	return { outcome: 'rejected', error };
}

/** The number of parts, the call's id and the provider's word for the status, where the answer has them. */
function detailsOf(row: JsonObject, status: JsonObject, bulkId: string | undefined): JsonObject {
	const parts = numberOf(objectOf(row.details)?.messageCount ?? row.messageCount);
	const name = textOf(status.name);
	return compact({ bulkId, parts, status: name });
}

/** What is not understood may have been accepted. */
function readRow(
	row: JsonObject,
	{ clientMessageId }: OutgoingMessage,
	httpStatus: number,
	bulkId: string | undefined,
): SendAnswer {
	const status = objectOf(row.status) ?? {};
	const group = groupOf(status);
	const messageId = idOf(row.messageId) ?? clientMessageId;
	if (messageId !== undefined && ACCEPTED_GROUPS.has(group)) {
		return { outcome: 'accepted', messageId, details: detailsOf(row, status, bulkId) };
	}
	const isRepeated = group === REPEATED.group && numberOf(status.id) === REPEATED.id;
	if (isRepeated && clientMessageId !== undefined) {
		return { outcome: 'accepted', messageId: clientMessageId, details: { repeated: true } };
	}
	return rejected(statusError(row) ?? classifyError(httpStatus, {}));
}

/** Whether a row can be about a message: SMS rows name the recipient in `destination`, those of WhatsApp in `to`. */
function isAbout(row: JsonObject, { to, toUserId }: OutgoingMessage): boolean {
	const recipient = idOf(row.destination) ?? idOf(row.to);
	const ours = to === undefined ? toUserId : digitsOf(to);
	return recipient === undefined || recipient === ours || digitsOf(recipient) === ours;
}

function rowFor(
	message: OutgoingMessage,
	index: number,
	rows: readonly JsonObject[],
): JsonObject | undefined {
	const { clientMessageId } = message;
	const own =
		clientMessageId === undefined
			? undefined
			: rows.find(({ messageId }) => idOf(messageId) === clientMessageId);
	const row = own ?? rows[index];
	return row !== undefined && isAbout(row, message) ? row : undefined;
}

/** Every message of a call has a row, `messages`; a message that went alone over WhatsApp is the answer itself. */
function rowsOf(body: JsonObject): JsonObject[] {
	if (body.messages !== undefined) return listOf(body.messages).map((row) => objectOf(row) ?? {});
	return body.status === undefined ? [] : [body];
}

export function readAnswer(
	messages: readonly OutgoingMessage[],
	httpStatus: number,
	body: unknown,
): SendAnswer[] {
	if (httpStatus < 200 || httpStatus > 299) {
		const error = classifyError(httpStatus, body);
		return messages.map(() => rejected(error));
	}
	const answer = readErrorBody(body).object ?? {};
	const rows = rowsOf(answer);
	const bulkId = textOf(answer.bulkId);
	return messages.map((message, index) => {
		// A read receipt is answered without a body.
		if (message.type === 'readReceipt') {
			return { outcome: 'accepted', messageId: message.messageId, details: {} };
		}
		const row = rowFor(message, index, rows);
		if (row !== undefined) return readRow(row, message, httpStatus, bulkId);
		return rejected(classifyError(httpStatus, rows.length === 0 ? body : {}));
	});
}
