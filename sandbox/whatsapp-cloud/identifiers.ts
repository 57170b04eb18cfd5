import { randomBytes, randomInt } from 'node:crypto';

/** `fbtrace_id` of an answer. */
export function traceId(): string {
	return `A${randomBytes(16).toString('base64url')}`;
}

/** `hub.challenge` of a handshake. */
export function challenge(): string {
	return String(randomInt(100_000_000, 2_000_000_000));
}
