import { randomBytes, randomInt } from 'node:crypto';

/** Digits of an address, which for a phone number is E.164 without the `+`. */
export function digits(address: string): string {
	return address.replace(/\D/g, '');
}

/**
 * A WhatsApp message id. Meta's ids are opaque; these keep their outer form (`wamid.` and Base64 of the other side's number, the
 * direction and a random part) so that they look familiar in a log.
 */
export function whatsAppMessageId(waId: string, direction: 'inbound' | 'outbound'): string {
	const random = randomBytes(9).toString('hex').toUpperCase();
	const parts = [
		Buffer.from([0x1c, 0x18, waId.length]),
		Buffer.from(waId),
		Buffer.from([0x15, 0x02, 0x00, direction === 'inbound' ? 0x12 : 0x11, 0x18, random.length]),
		Buffer.from(random),
		Buffer.from([0x00]),
	];
	return `wamid.${Buffer.concat(parts).toString('base64')}`;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 characters that begin with the time: Sinch's ids are ULIDs. */
export function ulid(atMs: number): string {
	const time = Array.from({ length: 10 }, (_, place) => CROCKFORD[Math.floor(atMs / 32 ** (9 - place)) % 32]);
	const random = Array.from({ length: 16 }, () => CROCKFORD[randomInt(32)]);
	return [...time, ...random].join('');
}

/** A number of so many digits, as text. */
export function randomDigits(length: number): string {
	return Array.from({ length }, (_, place) => String(randomInt(place === 0 ? 1 : 0, 10))).join('');
}
