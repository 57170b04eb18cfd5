import type { Verification, WebhookRequest } from '../../../webhooks/request';
import { headerValue, hmacMatches, usableSecrets } from '../../../webhooks/authentication';

/** More than one secret means rotation: any of them may match. */
export interface WhatsAppCloudSecrets {
	appSecrets: string[];
}

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/**
 * Whether Meta signed the call: `X-Hub-Signature-256` is HMAC-SHA256 of the raw body with the app's secret,
 * in hex (Meta, Create a webhook endpoint). Meta signs the bytes it sends, with everything beyond ASCII as
 * `\u` escapes, so a body that was parsed and written again fails as soon as somebody writes an accent. The
 * older SHA-1 header is not looked at.
 */
export function verifyWebhook(
	request: WebhookRequest,
	secrets: WhatsAppCloudSecrets | undefined,
): Verification {
	const appSecrets = usableSecrets(secrets?.appSecrets);
	if (appSecrets.length === 0) return { ok: false, reason: 'the credential has no app secret' };
	const header = headerValue(request.headers, 'x-hub-signature-256');
	if (header === undefined) return { ok: false, reason: 'the call carries no header X-Hub-Signature-256' };
	const signature = SIGNATURE.exec(header)?.[1];
	if (signature === undefined) {
		return { ok: false, reason: 'the header X-Hub-Signature-256 is not sha256= and 64 hexadecimal digits' };
	}
	return hmacMatches({
		signature,
		encoding: 'hex',
		algorithm: 'sha256',
		signed: [request.rawBody],
		secrets: appSecrets,
	})
		? { ok: true }
		: { ok: false, reason: 'the signature was not made with the app secret of the credential' };
}
