import type { CustomSecrets } from './secrets';
import type { Verification, WebhookRequest } from '../../../webhooks/request';
import { verifyBasic, verifyHeader, verifyUrlToken } from '../../../webhooks/shared-secret';
import { verifyHmac } from './hmac';
import { verifyTwilio } from './twilio-signature';

const NOTHING_SET_UP =
	'the credential has no webhook authentication; set up Basic, a secret header, a signature or a token in the URL there and at the gateway';

/**
 * Whether a call comes from the gateway. Every method that the credential sets up must hold; with none, nobody gets in. Methods
 * without a time cannot tell a repeated call from the first one; the event's key does that.
 */
export function verifyWebhook(request: WebhookRequest, secrets: CustomSecrets | undefined): Verification {
	const { basic, header, hmac, urlToken, twilio } = secrets ?? {};
	const checks: Verification[] = [];
	if (basic) checks.push(verifyBasic(request.headers, basic));
	if (header) checks.push(verifyHeader(request.headers, header));
	if (hmac) checks.push(verifyHmac(request, hmac));
	if (urlToken !== undefined) checks.push(verifyUrlToken(request.urlToken, urlToken));
	if (twilio) checks.push(verifyTwilio(request, twilio));
	if (checks.length === 0) return { ok: false, reason: NOTHING_SET_UP };
	return checks.find((check) => !check.ok) ?? { ok: true };
}
