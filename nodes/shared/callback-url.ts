import type { Connection } from './providers';

const TEST_PATH = '/webhook-test/';
const PRODUCTION_PATH = '/webhook/';

/** The same trigger's other URL. Where an administrator renamed n8n's endpoints it is not known. */
export function siblingOf(url: string): string | undefined {
	if (url.includes(TEST_PATH)) return url.replace(TEST_PATH, PRODUCTION_PATH);
	if (url.includes(PRODUCTION_PATH)) return url.replace(PRODUCTION_PATH, TEST_PATH);
	return undefined;
}

/** A URL with the query of another, which begins at the first question mark: a further one is a part of it. */
export function withQueryOf(url: string, other: string): string {
	const at = other.indexOf('?');
	return at < 0 ? url : url + other.slice(at);
}

/** A trigger's URL with the token that makes it a secret, where the credential has one. */
export function withToken(url: string, { webhook }: Connection): string {
	const { urlToken } = webhook;
	return urlToken === undefined ? url : `${url}?token=${encodeURIComponent(urlToken)}`;
}
