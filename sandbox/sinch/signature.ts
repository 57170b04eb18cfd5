import { createHmac, randomUUID } from 'node:crypto';
import type { Target } from '../shared/webhooks.ts';

interface Stamp {
	nonce: string;
	/** Unix seconds, as text. */
	timestamp: string;
}

/** base64(HMAC-SHA256(secret, body.nonce.timestamp)), over the body's bytes (Sinch SDKs, validateAuthenticationHeader). */
export function sinchSignature(body: Buffer, secret: string, { nonce, timestamp }: Stamp): string {
	return createHmac('sha256', secret).update(body).update(`.${nonce}.${timestamp}`).digest('base64');
}

/**
 * A target with Sinch's signature. Whether Sinch signs its retries anew is not known: here nonce and time stay those of the first
 * attempt, which asks more of a receiver.
 */
export function signedTarget(url: string, secret: string | undefined, atMs: number): Target {
	if (secret === undefined || secret === '') return { url, headers: () => ({}) };
	const stamp = { nonce: randomUUID(), timestamp: String(Math.floor(atMs / 1_000)) };
	return {
		url,
		headers: (body, isForged) => ({
			'x-sinch-webhook-signature': sinchSignature(body, isForged ? `not ${secret}` : secret, stamp),
			'x-sinch-webhook-signature-nonce': stamp.nonce,
			'x-sinch-webhook-signature-timestamp': stamp.timestamp,
			'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
		}),
	};
}
