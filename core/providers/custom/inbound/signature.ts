import { timeFromEpoch, timeFromIso } from '../../../lib/time';
import type { Result } from '../../../lib/result';
import { HMAC_ALGORITHMS, headerValue, hmacMatches, isHmacAlgorithm } from '../../../webhooks/authentication';
import type { Verification, WebhookRequest } from '../../../webhooks/request';
import { verifySharedSecrets } from '../../../webhooks/shared-secret';
import type { CustomHmac, CustomSecrets } from './secrets';
import { verifyTwilio } from './twilio-signature';
import { verifyVonage } from './vonage-signature';

const BODY = '{body}';

type Signed = Result<{ signed: (Buffer | string)[] }, { reason: string }>;

function refused(reason: string): { ok: false; reason: string } {
	return { ok: false, reason };
}

/** A name in braces, or what stands between two of them. */
const PARTS = /\{([^{}]+)\}|[^{}]+/g;

/** The bytes that were signed. The body counts as it came, so it is never turned into text. */
function readContent(template: string, { headers, rawBody }: WebhookRequest): Signed {
	const signed: (Buffer | string)[] = [];
	for (const [text, name] of template.matchAll(PARTS)) {
		const part = name?.toLowerCase() === 'body' ? rawBody : name ? headerValue(headers, name) : text;
		if (part === undefined) return refused(`the call carries no header ${name}`);
		signed.push(part);
	}
	return signed.includes(rawBody) ? { ok: true, signed } : refused(`what is signed has to include ${BODY}`);
}

function verifyTimestamp(
	{ headers, receivedAt }: WebhookRequest,
	{ header, toleranceSeconds }: NonNullable<CustomHmac['timestamp']>,
): Verification {
	const given = headerValue(headers, header);
	const time = timeFromEpoch(given) ?? timeFromIso(given);
	if (time === undefined) return refused(`the call carries no time in the header ${header}`);
	const secondsApart = Math.abs(receivedAt.getTime() - Date.parse(time)) / 1000;
	return secondsApart <= toleranceSeconds
		? { ok: true }
		: refused(
				`the call was signed ${Math.round(secondsApart)} seconds away from now, more than the ${toleranceSeconds} that the credential allows`,
			);
}

/** Whether a header carries the HMAC of the body, or of what else the gateway signs. */
function verifyHmac(request: WebhookRequest, hmac: CustomHmac): Verification {
	const { secret, formerSecret = '', header, encoding, prefix = '', content = BODY, timestamp } = hmac;
	const algorithm = hmac.algorithm.toLowerCase().replace('-', '');
	if (secret === '' || header === '') {
		return refused('the credential has no signature key or no name for the signature header');
	}
	if (!isHmacAlgorithm(algorithm)) {
		return refused(`the credential names an algorithm other than ${HMAC_ALGORITHMS.join(', ')}`);
	}
	if (timestamp && !content.toLowerCase().includes(`{${timestamp.header.toLowerCase()}}`)) {
		return refused('the header with the time is not part of what is signed');
	}
	const given = headerValue(request.headers, header);
	if (given === undefined) return refused(`the call carries no header ${header}`);
	if (!given.toLowerCase().startsWith(prefix.toLowerCase())) {
		return refused(`the signature in ${header} does not begin with ${prefix}`);
	}
	if (request.rawBody.length === 0) {
		return refused(
			'the call has no body, and the signature covers nothing else; let the gateway call with POST',
		);
	}
	const read = readContent(content, request);
	if (!read.ok) return read;
	const { signed } = read;
	const signature = given.slice(prefix.length).trim();
	if (!hmacMatches({ signature, encoding, algorithm, signed, secrets: [secret, formerSecret] })) {
		return refused(
			`the signature in ${header} does not fit; compare key, algorithm, encoding and what is signed with the gateway's settings`,
		);
	}
	return timestamp ? verifyTimestamp(request, timestamp) : { ok: true };
}

const NOTHING_SET_UP =
	'the credential has no webhook authentication; set up Basic, a secret header, a signature or a token in the URL there and at the gateway';

/**
 * Whether a call comes from the gateway. Every method that the credential sets up must hold; with none, nobody gets in. Methods
 * without a time cannot tell a repeated call from the first one; the event's key does that.
 */
export function verifyWebhook(request: WebhookRequest, secrets: CustomSecrets = {}): Verification {
	const { hmac, twilio, vonage } = secrets;
	return verifySharedSecrets(request, secrets, NOTHING_SET_UP, [
		...(hmac ? [verifyHmac(request, hmac)] : []),
		...(twilio ? [verifyTwilio(request, twilio)] : []),
		...(vonage ? [verifyVonage(request, vonage)] : []),
	]);
}
