import type { CustomHmac } from './secrets';
import type { Verification, WebhookRequest } from '../../../webhooks/request';
import { HMAC_ALGORITHMS, headerValue, hmacMatches, isHmacAlgorithm } from '../../../webhooks/authentication';
import { timeFromEpoch, timeFromIso } from '../../../lib/time';

const BODY = '{body}';

type Content = { ok: true; signed: (Buffer | string)[] } | { ok: false; reason: string };

/** A name in braces, or what stands between two of them. */
const PARTS = /\{([^{}]+)\}|[^{}]+/g;

/** The bytes that were signed. The body counts as it came, so it is never turned into text. */
function readContent(template: string, { headers, rawBody }: WebhookRequest): Content {
	const signed: (Buffer | string)[] = [];
	for (const [text, name] of template.matchAll(PARTS)) {
		const part = name?.toLowerCase() === 'body' ? rawBody : name ? headerValue(headers, name) : text;
		if (part === undefined) return { ok: false, reason: `the call carries no header ${name}` };
		signed.push(part);
	}
	return signed.includes(rawBody)
		? { ok: true, signed }
		: { ok: false, reason: `what is signed has to include ${BODY}` };
}

function verifyTimestamp(
	{ headers, receivedAt }: WebhookRequest,
	{ header, toleranceSeconds }: NonNullable<CustomHmac['timestamp']>,
): Verification {
	const given = headerValue(headers, header);
	const time = timeFromEpoch(given) ?? timeFromIso(given);
	if (time === undefined) return { ok: false, reason: `the call carries no time in the header ${header}` };
	const secondsApart = Math.abs(receivedAt.getTime() - Date.parse(time)) / 1000;
	return secondsApart <= toleranceSeconds
		? { ok: true }
		: {
				ok: false,
				reason: `the call was signed ${Math.round(secondsApart)} seconds away from now, more than the ${toleranceSeconds} that the credential allows`,
			};
}

/** Whether a header carries the HMAC of the body, or of what else the gateway signs. */
export function verifyHmac(request: WebhookRequest, hmac: CustomHmac): Verification {
	const { secret, formerSecret = '', header, encoding, prefix = '', content = BODY, timestamp } = hmac;
	const algorithm = hmac.algorithm.toLowerCase().replace('-', '');
	if (secret === '' || header === '') {
		return { ok: false, reason: 'the credential has no signature key or no name for the signature header' };
	}
	if (!isHmacAlgorithm(algorithm)) {
		return {
			ok: false,
			reason: `the credential names an algorithm other than ${HMAC_ALGORITHMS.join(', ')}`,
		};
	}
	if (timestamp && !content.toLowerCase().includes(`{${timestamp.header.toLowerCase()}}`)) {
		return { ok: false, reason: 'the header with the time is not part of what is signed' };
	}
	const given = headerValue(request.headers, header);
	if (given === undefined) return { ok: false, reason: `the call carries no header ${header}` };
	if (!given.toLowerCase().startsWith(prefix.toLowerCase())) {
		return { ok: false, reason: `the signature in ${header} does not begin with ${prefix}` };
	}
	const read = readContent(content, request);
	if (!read.ok) return read;
	const signature = given.slice(prefix.length).trim();
	if (
		!hmacMatches({ signature, encoding, algorithm, signed: read.signed, secrets: [secret, formerSecret] })
	) {
		return {
			ok: false,
			reason: `the signature in ${header} does not fit; compare key, algorithm, encoding and what is signed with the gateway's settings`,
		};
	}
	return timestamp ? verifyTimestamp(request, timestamp) : { ok: true };
}
