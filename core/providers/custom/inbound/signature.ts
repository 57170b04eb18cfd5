import type { CustomSecrets } from './secrets';
import type { Verification, WebhookRequest } from '../../../webhooks/request';
import { verifySharedSecrets } from '../../../webhooks/shared-secret';
import { verifyHmac } from './hmac';
import { verifyTwilio } from './twilio-signature';

const NOTHING_SET_UP =
	'the credential has no webhook authentication; set up Basic, a secret header, a signature or a token in the URL there and at the gateway';

/**
 * Whether a call comes from the gateway. Every method that the credential sets up must hold; with none, nobody gets in. Methods
 * without a time cannot tell a repeated call from the first one; the event's key does that.
 */
export function verifyWebhook(request: WebhookRequest, secrets: CustomSecrets = {}): Verification {
	const { hmac, twilio } = secrets;
	return verifySharedSecrets(request, secrets, NOTHING_SET_UP, [
		...(hmac ? [verifyHmac(request, hmac)] : []),
		...(twilio ? [verifyTwilio(request, twilio)] : []),
	]);
}
