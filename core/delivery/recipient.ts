import { idOf } from '../lib/json';
import { isUserId } from '../whatsapp/person';
import { readPhone } from '../lib/phone';

export type ChosenRecipient =
	| { kind: 'phone'; to: string }
	| { kind: 'user'; toUserId: string }
	| { kind: 'group'; toGroupId: string }
	/** A sentence that names every value that was tried. */
	| { kind: 'invalid'; message: string };

/** A WhatsApp group's id is `capi_group:…` in Base64 (Meta, Groups API). */
const GROUP_ID = /^Y2FwaV9ncm91cD[A-Za-z0-9+/_=-]+$/;

function readAddress(given: string, defaultCountry?: string): ChosenRecipient {
	const value = given.trim();
	if (isUserId(value)) return { kind: 'user', toUserId: value };
	if (GROUP_ID.test(value)) return { kind: 'group', toGroupId: value };
	const phone = readPhone(value, defaultCountry);
	return phone.ok
		? { kind: 'phone', to: phone.to }
		: { kind: 'invalid', message: `"${value}" ${phone.reason}` };
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
 */
export function chooseRecipient(values: unknown, defaultCountry?: string): ChosenRecipient {
	const messages: string[] = [];
	for (const value of textsOf(values)) {
		const recipient = readAddress(value, defaultCountry);
		if (recipient.kind !== 'invalid') return recipient;
		messages.push(recipient.message);
	}
	if (messages.length === 0) return { kind: 'invalid', message: 'No recipient is given' };
	return { kind: 'invalid', message: messages.join('; ') };
}
