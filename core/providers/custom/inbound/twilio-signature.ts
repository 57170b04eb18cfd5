import { createHash } from 'node:crypto';
import type { Verification, WebhookRequest } from '../../../webhooks/request';
import {
	equalInConstantTime,
	headerValue,
	hmacMatches,
	usableSecrets,
} from '../../../webhooks/authentication';

const SIGNATURE = 'X-Twilio-Signature';

const URL_PARTS = /^(https?):\/\/([^/?#]*?)(?::\d+)?([/?#].*)?$/is;
const STANDARD_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** Apostrophes of the query as older calls sign them (twilio-node, withLegacyQuerystring). */
function withLegacyQuery(url: string): string {
	const at = url.indexOf('?');
	return at < 0 ? url : url.slice(0, at) + url.slice(at).replaceAll("'", '%27');
}

/**
 * The forms in which Twilio may have signed the URL: with and without a port, which a proxy in between may have changed
 * (twilio-node, validateRequest).
 */
function formsOf(url: string): string[] {
	const [, scheme = '', host = '', rest = ''] = URL_PARTS.exec(url) ?? [];
	const port = STANDARD_PORTS[scheme.toLowerCase()];
	const forms =
		port === undefined ? [url] : [url, `${scheme}://${host}${rest}`, `${scheme}://${host}:${port}${rest}`];
	return [...new Set([...forms, ...forms.map(withLegacyQuery)])];
}

/** Base64 of the 20 bytes of HMAC-SHA1. */
const SIGNATURE_FORM = /^[A-Za-z0-9+/]{27}=$/;

/** As many fields as n8n's own parser of forms reads, and like the bytes many more than Twilio sends. */
const MOST_FIELDS = 1000;
const MOST_BYTES = 256 * 1024;

const AMPERSAND = '&'.charCodeAt(0);

/** Reading a form takes Node.js time that grows with the square of its fields, so it is bounded before anything is known of the caller. */
function isTooLarge(rawBody: Buffer): boolean {
	if (rawBody.length > MOST_BYTES) return true;
	let fields = 1;
	for (let at = rawBody.indexOf(AMPERSAND); at >= 0; at = rawBody.indexOf(AMPERSAND, at + 1)) {
		fields += 1;
		if (fields > MOST_FIELDS) return true;
	}
	return false;
}

/** The fields of a form by name, each with its values, none of them twice; names and values sorted. */
function fieldsOf(rawBody: Buffer): string {
	const fields = [...new URLSearchParams(rawBody.toString('utf8'))];
	const distinct = new Map(fields.map((field) => [JSON.stringify(field), field]));
	return [...distinct.values()]
		.sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]))
		.flat()
		.join('');
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}

/** The digest of a body that is not a form stands in the URL, which is signed. */
function bodyDigestOf(url: string): string | undefined {
	const [, query] = /\?([^#]*)/.exec(url) ?? [];
	return new URLSearchParams(query).get('bodySHA256') ?? undefined;
}

/**
 * Whether Twilio signed the call: Base64 of HMAC-SHA1 over the URL and the fields of the form, sorted and joined without
 * anything in between; where the body is not a form, over the URL alone, which then carries the body's SHA-256 (Twilio, Security:
 * validating requests). SHA-1 and the URL are Twilio's choice: a URL that a proxy rewrites has to be given as Twilio knows it.
 */
export function verifyTwilio(
	{ headers, rawBody, url }: WebhookRequest,
	{ authTokens }: { authTokens: readonly string[] },
): Verification {
	const secrets = usableSecrets(authTokens);
	if (secrets.length === 0) return { ok: false, reason: 'the credential has no auth token of Twilio' };
	if (url === undefined) return { ok: false, reason: 'the URL that Twilio called is not known' };
	const signature = headerValue(headers, SIGNATURE);
	if (signature === undefined) return { ok: false, reason: `the call carries no header ${SIGNATURE}` };
	if (!SIGNATURE_FORM.test(signature)) {
		return { ok: false, reason: `the value of ${SIGNATURE} is not a signature of Twilio` };
	}
	const digest = bodyDigestOf(url);
	if (digest === undefined && isTooLarge(rawBody)) {
		return { ok: false, reason: 'the form of the call is larger than any of Twilio' };
	}
	const fields = digest === undefined ? fieldsOf(rawBody) : '';
	const isSigned = formsOf(url).map((form) =>
		hmacMatches({ signature, encoding: 'base64', algorithm: 'sha1', signed: [form, fields], secrets }),
	);
	if (!isSigned.includes(true)) {
		return {
			ok: false,
			reason: `the signature in ${SIGNATURE} does not fit; compare the auth token, and the webhook URL with the one at Twilio`,
		};
	}
	const isWhole =
		digest === undefined ||
		equalInConstantTime(digest.toLowerCase(), createHash('sha256').update(rawBody).digest('hex'));
	return isWhole ? { ok: true } : { ok: false, reason: 'the body is not the one that Twilio signed' };
}
