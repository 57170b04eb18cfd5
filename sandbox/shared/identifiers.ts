/** Digits of an address, which for a phone number is E.164 without the `+`. */
export function digits(address: string): string {
	return address.replace(/\D/g, '');
}
