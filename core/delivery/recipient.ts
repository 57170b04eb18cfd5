import { toE164 } from '../channels/shared/address';
import { isUserId } from '../channels/shared/user-id';

export type Recipient =
	{ kind: 'phone'; to: string } | { kind: 'user'; toUserId: string } | { kind: 'invalid'; message: string };

const INTERNATIONAL_PREFIX = /^00(?=[1-9])/;

/**
 * Who a message goes to, out of what a person or another node wrote: a phone number with its country code in any usual
 * notation, or a provider's user id. A national number is refused rather than guessed: the provider would put the
 * country of the business in front of it and write to a stranger (Meta, Service messages).
 */
export function readRecipient(given: string): Recipient {
	const value = given.trim();
	if (value === '') return { kind: 'invalid', message: 'is empty' };
	if (isUserId(value)) return { kind: 'user', toUserId: value };
	const to = toE164(value.replace(INTERNATIONAL_PREFIX, '+'));
	if (to !== undefined) return { kind: 'phone', to };
	return {
		kind: 'invalid',
		message: `is "${value}", which is no phone number with a country code, such as +16505551234`,
	};
}
