import type { Verification, WebhookRequest } from '../../../webhooks/request';
import { HMAC_ALGORITHMS, headerValue, hmacMatches, isHmacAlgorithm } from '../../../webhooks/authentication';
import { verifySharedSecrets, type SharedSecrets } from '../../../webhooks/shared-secret';

/** Where several methods are set up, all of them must hold. */
export interface InfobipSecrets extends SharedSecrets {
	hmac?: { secret: string; header: string; algorithm: string; encoding: 'hex' | 'base64' };
}

const NOTHING_SET_UP =
	'the Infobip credential has no webhook authentication; set up Basic, a secret header, HMAC or a token in the URL there and at Infobip';

/** Some senders name the algorithm in front of the signature, as in `sha256=…`. */
const ALGORITHM_PREFIX = /^(?:hmac[-_]?)?(?:md5|sha[-_]?\d{1,3})=/i;

/** Infobip's console says `HMAC_SHA_256` for what everybody else calls `sha256`. */
function algorithmOf(name: string): string {
	return name.toLowerCase().replace(/^hmac|[-_]/g, '');
}

/**
 * HMAC over the body's bytes. Infobip's OpenAPI 3.210.0 names the algorithms of a subscription profile, but neither the
 * header nor the encoding of the signature: these are settings.
 */
function verifyHmac(
	{ headers, rawBody }: WebhookRequest,
	{ secret, header, algorithm: name, encoding }: NonNullable<InfobipSecrets['hmac']>,
): Verification {
	if (secret === '' || header === '') {
		return {
			ok: false,
			reason: 'the Infobip credential has no HMAC key or no name for the signature header',
		};
	}
	const algorithm = algorithmOf(name);
	if (!isHmacAlgorithm(algorithm)) {
		return {
			ok: false,
			reason: `the Infobip credential names an HMAC algorithm other than ${HMAC_ALGORITHMS.join(', ')}`,
		};
	}
	const given = headerValue(headers, header);
	if (given === undefined) return { ok: false, reason: `the call carries no header ${header}` };
	const signature = given.replace(ALGORITHM_PREFIX, '');
	return hmacMatches({ signature, encoding, algorithm, signed: [rawBody], secrets: [secret] })
		? { ok: true }
		: {
				ok: false,
				reason: `the signature in ${header} does not fit the body; compare key, algorithm and encoding with Infobip's`,
			};
}

/**
 * A verification that the call comes from Infobip. Every method that the credential sets up must hold; without any, every
 * call is refused.
 *
 * Infobip signs no time, so a repeated call cannot be told from the first one here; the event's key does that.
 */
export function verifyWebhook(request: WebhookRequest, secrets: InfobipSecrets = {}): Verification {
	const { hmac } = secrets;
	return verifySharedSecrets(request, secrets, NOTHING_SET_UP, hmac ? [verifyHmac(request, hmac)] : []);
}
