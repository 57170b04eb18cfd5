import type { Verification, WebhookRequest } from '../../../webhooks/request';
import { parseJson } from '../../../lib/json';
import { headerValue, hmacMatches, usableSecrets } from '../../../webhooks/authentication';
import { verifySharedSecrets, type SharedSecrets } from '../../../webhooks/shared-secret';
import { isSmsCallback } from './webhook';

/** A signed call is judged by its signature; one without, as SMS callbacks are by default, by the other methods. */
export interface SinchSecrets extends SharedSecrets {
	webhookSecrets: string[];
	/** Callbacks of the SMS API count without any authentication, and nothing else does. */
	isSmsOpen?: boolean;
	/** How long ago a call may have been signed, in seconds. */
	toleranceSeconds?: number;
}

const SIGNATURE = 'x-sinch-webhook-signature';
const NUMBERS_SIGNATURE = 'x-sinch-signature';
const ALGORITHM = 'HmacSHA256';

/**
 * Sinch repeats a call after 5 seconds, then after twice as long each time, 81,920 seconds at the end (Sinch, SMS
 * Webhooks): 45.5 hours in all. Whether a repetition is signed anew is not documented, so the signature of the first
 * attempt has to be good for that long; repetitions are told by the event's key.
 */
const DEFAULT_TOLERANCE_SECONDS = 48 * 60 * 60;

/** How far Sinch's clock may be ahead of this machine's. */
const MOST_AHEAD_SECONDS = 5 * 60;

/**
 * The signature of Conversation and SMS callbacks: Base64 of HMAC-SHA256 over body, nonce and timestamp, joined by dots
 * (test vectors of Sinch's SDKs). The algorithm is pinned: the header that names it is as untrusted as the rest.
 */
function verifySignature(
	signature: string,
	{ headers, rawBody, receivedAt }: WebhookRequest,
	secrets: string[],
	toleranceSeconds: number,
): Verification {
	const algorithm = headerValue(headers, `${SIGNATURE}-algorithm`);
	if (algorithm !== undefined && algorithm.toLowerCase() !== ALGORITHM.toLowerCase()) {
		return { ok: false, reason: `the call says that it is signed with something other than ${ALGORITHM}` };
	}
	const nonce = headerValue(headers, `${SIGNATURE}-nonce`);
	const timestamp = headerValue(headers, `${SIGNATURE}-timestamp`);
	if (nonce === undefined || timestamp === undefined) {
		return { ok: false, reason: 'the call carries a signature without its nonce or timestamp' };
	}
	if (!/^\d{1,12}$/.test(timestamp)) {
		return { ok: false, reason: 'the timestamp of the signature is not a time in seconds' };
	}
	const signed = [rawBody, `.${nonce}.${timestamp}`];
	if (!hmacMatches({ signature, encoding: 'base64', algorithm: 'sha256', signed, secrets })) {
		return {
			ok: false,
			reason:
				"the signature does not fit the body and the credential's webhook secrets; receipts sent to an overridden callback URL have a secret of their own",
		};
	}
	const secondsAgo = receivedAt.getTime() / 1000 - Number(timestamp);
	const isTimely = secondsAgo <= toleranceSeconds && -secondsAgo <= MOST_AHEAD_SECONDS;
	return isTimely
		? { ok: true }
		: {
				ok: false,
				reason: `the call was signed ${Math.abs(Math.round(secondsAgo))} seconds away from now: ${toleranceSeconds} before it or ${MOST_AHEAD_SECONDS} after it would be taken`,
			};
}

/** Numbers events: hexadecimal HMAC-SHA1 over the body alone (test vectors of Sinch's SDKs). */
function verifyNumbersSignature(
	signature: string,
	{ rawBody }: WebhookRequest,
	secrets: string[],
): Verification {
	return hmacMatches({ signature, encoding: 'hex', algorithm: 'sha1', signed: [rawBody], secrets })
		? { ok: true }
		: {
				ok: false,
				reason:
					"the signature of the Numbers event does not fit the body and the credential's webhook secrets",
			};
}

const NOTHING_SET_UP = 'the Sinch credential has no webhook secret and no other webhook authentication';
const NOT_SIGNED =
	'the call carries no Sinch signature; give the webhook a secret at Sinch, or set up Basic, a secret header or a token in the URL for SMS callbacks';

/** A full report on the thousand recipients of a batch has a fifth of that; more is not even read of somebody unknown. */
const MOST_OPEN_BYTES = 1_000_000;

function isOpenSms({ rawBody }: WebhookRequest): boolean {
	return rawBody.length <= MOST_OPEN_BYTES && isSmsCallback(parseJson(rawBody.toString('utf8')));
}

/** A call that carries no signature of Sinch. */
function verifyUnsigned(request: WebhookRequest, sinch: SinchSecrets, nothingSetUp: string): Verification {
	return sinch.isSmsOpen === true && isOpenSms(request)
		? { ok: true }
		: verifySharedSecrets(request, sinch, nothingSetUp);
}

/**
 * Whether a call comes from Sinch. Its products authenticate in different ways and may share one credential, so what the
 * call carries decides which way is checked: a signature counts where the credential has webhook secrets, and then
 * alone; any other call needs Basic, the secret header and the token, as far as they are set up. With nothing set up nobody gets in.
 */
export function verifyWebhook(
	request: WebhookRequest,
	sinch: SinchSecrets = { webhookSecrets: [] },
): Verification {
	const secrets = usableSecrets(sinch.webhookSecrets);
	if (secrets.length === 0) return verifyUnsigned(request, sinch, NOTHING_SET_UP);
	const signature = headerValue(request.headers, SIGNATURE);
	if (signature !== undefined) {
		const tolerance = sinch.toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS;
		return verifySignature(signature, request, secrets, tolerance);
	}
	const numbersSignature = headerValue(request.headers, NUMBERS_SIGNATURE);
	return numbersSignature === undefined
		? verifyUnsigned(request, sinch, NOT_SIGNED)
		: verifyNumbersSignature(numbersSignature, request, secrets);
}
