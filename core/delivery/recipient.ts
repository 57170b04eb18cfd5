import { idOf } from '../lib/json';
import { isUserId } from '../whatsapp/person';
import { readPhone, type NumbersWithoutPlus } from '../lib/phone/reading';

export type ChosenRecipient =
	| { kind: 'phone'; to: string }
	| { kind: 'user'; toUserId: string }
	| { kind: 'group'; toGroupId: string }
	/** A number without + that can be read in two ways, both in E.164. */
	| { kind: 'ambiguous'; message: string; readings: string[] }
	/** A sentence that names every value that was tried. */
	| { kind: 'invalid'; message: string };

/** A WhatsApp group's id is `capi_group:…` in Base64 (Meta, Groups API). */
const GROUP_ID = /^Y2FwaV9ncm91cD[A-Za-z0-9+/_=-]+$/;

function readAddress(given: string, ...how: [string?, NumbersWithoutPlus?]): ChosenRecipient {
	const value = given.trim();
	if (isUserId(value)) return { kind: 'user', toUserId: value };
	if (GROUP_ID.test(value)) return { kind: 'group', toGroupId: value };
	const phone = readPhone(value, ...how);
	if (phone.ok) return { kind: 'phone', to: phone.to };
	const message = `"${value}" ${phone.reason}`;
	const { readings } = phone;
	return readings === undefined ? { kind: 'invalid', message } : { kind: 'ambiguous', message, readings };
}

function textsOf(values: unknown): string[] {
	if (Array.isArray(values)) return values.flatMap(textsOf);
	const text = idOf(values)?.trim();
	return text ? [text] : [];
}

/**
 * Who a message goes to, out of one value or of several in the order of their worth, such as the mobile number, the number
 * at work and the user id of one person: the first that can be written to. Empty values are passed over.
 *
 * @param defaultCountry ISO 3166 code of the country that numbers without country code belong to
 * @param numbersWithoutPlus what a number without + is where it can be that country's and another's
 */
export function chooseRecipient(
	values: unknown,
	defaultCountry?: string,
	numbersWithoutPlus?: NumbersWithoutPlus,
): ChosenRecipient {
	const messages: string[] = [];
	const readings: string[] = [];
	for (const value of textsOf(values)) {
		const recipient = readAddress(value, defaultCountry, numbersWithoutPlus);
		if (!('message' in recipient)) return recipient;
		messages.push(recipient.message);
		if (recipient.kind === 'ambiguous') readings.push(...recipient.readings);
	}
	if (messages.length === 0) return { kind: 'invalid', message: 'No recipient is given' };
	const message = messages.join('; ');
	return readings.length > 0 ? { kind: 'ambiguous', message, readings } : { kind: 'invalid', message };
}
