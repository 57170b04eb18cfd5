import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import { digits } from '../shared/identifiers.ts';
import type { People } from '../shared/people.ts';
import { GraphError, invalidParameter, invalidValue } from './errors.ts';
import { type Parameters, textAt } from './parameters.ts';

/** The one group that the business's numbers are in. All customers of the world are its participants. */
export const GROUP_ID = 'Y2FwaV9ncm91cDpzdW5yaXNlLXJlZ3VsYXJz';

/** A business-scoped user id, also of a parent portfolio (Meta, Business-scoped user IDs). */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
const PHONE_NUMBER = /^\+?[\d\s().-]{5,25}$/;

export interface Recipient {
	/** As the caller wrote it. */
	to: string;
	kind: 'phone' | 'userId' | 'group';
	customer: SandboxCustomer | undefined;
	/** `contacts` of the answer. */
	contacts?: { input: string; wa_id?: string; user_id?: string }[];
}

/**
 * Who is meant by `to`, or without it by `recipient`. Digits without a `+` are read as a WhatsApp id; Meta may put the business's
 * country code before them instead, which its documents warn of.
 */
export function readRecipient(number: SandboxLine, parameters: Parameters, people: People): Recipient {
	const to = textAt(parameters, 'to');
	if (textAt(parameters, 'recipient_type')?.toLowerCase() === 'group') return readGroup(to);
	if (to !== undefined) {
		if (!PHONE_NUMBER.test(to)) throw invalidValue('Recipient phone number is not valid');
		if (digits(to) === digits(number.phoneNumber)) throw GraphError.of('recipientIsSender');
		const contact = { input: to, wa_id: digits(to) };
		return { to, kind: 'phone', customer: people.customer(to), contacts: [contact] };
	}
	const userId = textAt(parameters, 'recipient');
	if (userId === undefined) throw invalidParameter('The parameter to is required.');
	if (!USER_ID.test(userId)) throw invalidValue('Recipient is not a valid user id');
	const customer = people.customerByUserId(userId);
	return { to: userId, kind: 'userId', customer, contacts: [{ input: userId, user_id: userId }] };
}

function readGroup(to: string | undefined): Recipient {
	if (to === undefined) throw invalidParameter('The parameter to is required.');
	if (to !== GROUP_ID) throw invalidValue('Group ID is not valid');
	return { to, kind: 'group', customer: undefined };
}
