import { createHmac } from 'node:crypto';

/**
 * The JSON of a webhook as Meta puts it on the wire: everything outside ASCII escaped as `\uxxxx` in lower case. The signature is
 * over these bytes, so a receiver that serialises the parsed body again gets another one as soon as an accent or emoji occurs.
 */
export function wireJson(payload: unknown): string {
	return JSON.stringify(payload).replace(
		/[\u0080-\uffff]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** Value of `X-Hub-Signature-256` (Meta, Create a webhook endpoint). */
export function signature(body: Buffer, appSecret: string): string {
	return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** `appsecret_proof` of a call (Meta, Secure Graph API calls). */
export function appSecretProof(accessToken: string, appSecret: string): string {
	return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}
