/**
 * A business-scoped user id of WhatsApp, `US.1349…`, or a parent's, `US.ENT.1181…` (Meta, Business-scoped user IDs).
 * Providers put it where the phone number belongs, once a person hides the number.
 */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$/;

export function isUserId(value: string): boolean {
	return USER_ID.test(value);
}
