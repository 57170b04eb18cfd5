import { randomBytes, randomInt } from 'node:crypto';

/**
 * A WhatsApp message id. Meta's ids are opaque; these keep their outer form (`wamid.` and Base64 of the other side's number, the
 * direction and a random part) so that they look familiar in a log.
 */
export function messageId(waId: string, direction: 'inbound' | 'outbound'): string {
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

/** `fbtrace_id` of an answer. */
export function traceId(): string {
	return `A${randomBytes(16).toString('base64url')}`;
}

/** `hub.challenge` of a handshake. */
export function challenge(): string {
	return String(randomInt(100_000_000, 2_000_000_000));
}
