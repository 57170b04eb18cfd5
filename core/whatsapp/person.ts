import { toAddress } from '../lib/phone/address';

/**
 * A business-scoped user id of WhatsApp, `US.1349…`, or a parent's, `US.ENT.1181…` (Meta, Business-scoped user IDs).
 * Providers put it where the phone number belongs, once a person hides the number.
 */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$/;

export function isUserId(value: string): boolean {
	return USER_ID.test(value);
}

/** A person at the other end. A phone number may be hidden, a user id may be missing from older payloads. */
export interface Person {
	/** E.164; as given where it is not a phone number. */
	address: string | undefined;
	userId: string | undefined;
	/** The id across the portfolios of one business. */
	parentUserId?: string | undefined;
	name?: string | undefined;
	username?: string | undefined;
	/** Of the phone that the person uses now. */
	identityHash?: string | undefined;
}

/** The person who wrote, as events name them. */
export function writerFields({ address, userId, parentUserId, username }: Person) {
	return { from: address, fromUserId: userId, fromUsername: username, fromParentUserId: parentUserId };
}

/** The person who was written to, beyond the address, as events name them. */
export function recipientFields({ userId, parentUserId, username, identityHash }: Person) {
	return {
		toUserId: userId,
		toUsername: username,
		toParentUserId: parentUserId,
		toIdentityHash: identityHash,
	};
}

/** A person by what stands where the phone number belongs, which may be the user id, and by a user id beside it. */
export function personOf(given: string | undefined, userId: string | undefined): Person {
	const isHidden = given !== undefined && isUserId(given);
	return {
		address: isHidden ? undefined : toAddress(given),
		userId: userId ?? (isHidden ? given : undefined),
	};
}
