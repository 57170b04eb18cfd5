import { chooseRecipient, NUMBERS_WITHOUT_PLUS, type FieldProblem, type OutgoingMessage } from '../../core';
import { readText, readWords } from '../shared/parameters';
import type { ItemReader } from '../shared/reader';
import { readChoice } from '../shared/settings';

type Recipient = Partial<Pick<OutgoingMessage, 'to' | 'toUserId' | 'toGroupId'>>;

function recipientValues(reader: ItemReader): unknown {
	switch (reader.choice('recipientFrom', 'Recipient From', ['value', 'fields', 'writer'])) {
		case 'fields':
			return readWords(reader.text('recipientFields')).map((name) => reader.field(name));
		case 'writer':
			return reader.field('from') || reader.field('fromUserId');
		default:
			return reader.value('to');
	}
}

/**
 * The first of the given values that can be written to; of a test the number of one's own.
 *
 * @param options of the item
 */
export function recipientOf(
	reader: ItemReader,
	options: Record<string, unknown>,
	hasOwnIds: boolean,
	isTest: boolean,
): Recipient | FieldProblem {
	const { defaultCountry, numbersWithoutPlus } = options;
	const values = isTest ? reader.text('testRecipient') : recipientValues(reader);
	const ids = hasOwnIds ? [values].flat().map(readText) : [];
	const id = ids.find((text) => text !== '');
	if (id !== undefined) return { to: id };
	const meaning = readChoice(numbersWithoutPlus, 'Numbers Without +', NUMBERS_WITHOUT_PLUS);
	const recipient = chooseRecipient(values, readText(defaultCountry), meaning);
	switch (recipient.kind) {
		case 'ambiguous':
		case 'invalid':
			return { ok: false, field: 'to', message: recipient.message };
		case 'phone':
			return { to: recipient.to };
		case 'user':
			return { toUserId: recipient.toUserId };
		case 'group':
			return { toGroupId: recipient.toGroupId };
	}
}
