import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Weaker ones are there because Infobip's and Sinch's products offer them, not because one should pick
 * them.
 */
export const HMAC_ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
export type HmacAlgorithm = (typeof HMAC_ALGORITHMS)[number];

export function isHmacAlgorithm(value: string): value is HmacAlgorithm {
	return HMAC_ALGORITHMS.some((algorithm) => algorithm === value);
}

/**
 * Whether two texts are the same, in a time that does not tell where they differ. Digests are compared so
 * that the time does not tell the length either.
 */
export function equalInConstantTime(given: string, expected: string): boolean {
	const digestOf = (text: string) => createHash('sha256').update(text, 'utf8').digest();
	return timingSafeEqual(digestOf(given), digestOf(expected));
}

/**
 * Secrets that may be compared with. An empty one is a setting left blank, and everybody can sign with it.
 */
export function usableSecrets(secrets: readonly string[] | undefined): string[] {
	return (secrets ?? []).filter((secret) => secret !== '');
}

export interface HmacCheck {
	/** The signature of the request: hex in any case, standard padded Base64, or Base64url without padding. */
	signature: string;
	encoding: 'hex' | 'base64' | 'base64url';
	algorithm: HmacAlgorithm;
	/** What was signed, in order. Bytes of the body as they came: re-serialised JSON has other bytes. */
	signed: readonly (Buffer | string)[];
	/** Any of them may have signed; all are tried, so that the time does not tell which one did. */
	secrets: readonly string[];
}

/** Whether one of the secrets made the signature. Without a usable secret nothing matches. */
export function hmacMatches({ signature, encoding, algorithm, signed, secrets }: HmacCheck): boolean {
	const given = encoding === 'hex' ? signature.toLowerCase() : signature;
	let matches = false;
	for (const secret of usableSecrets(secrets)) {
		const hmac = createHmac(algorithm, secret);
		for (const part of signed) hmac.update(part);
		if (equalInConstantTime(given, hmac.digest(encoding))) matches = true;
	}
	return matches;
}

/** A header's value, whatever the case of its name; the first where it came several times. */
export function headerValue(
	headers: Readonly<Record<string, string | string[] | undefined>>,
	name: string,
): string | undefined {
	const wanted = name.toLowerCase();
	for (const [key, value] of Object.entries(headers)) {
		if (key.toLowerCase() !== wanted) continue;
		const first = Array.isArray(value) ? value[0] : value;
		if (first !== undefined && first !== '') return first;
	}
	return undefined;
}
