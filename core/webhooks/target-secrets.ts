import type { CallbackTarget } from './registration';

/** A token in the URL is a secret like any other. */
function inQuery(url: string | undefined): string[] {
	return url !== undefined && URL.canParse(url) ? [...new URL(url).searchParams.values()] : [];
}

/**
 * What a provider's own words about a failure may repeat, and nobody may see.
 *
 * @param own secrets of the provider's own kind
 */
export function secretsOf(
	{ callbackUrl, siblingUrl }: CallbackTarget,
	own: readonly (string | undefined)[],
): string[] {
	const secrets = [...own, ...inQuery(callbackUrl), ...inQuery(siblingUrl)];
	return secrets.flatMap((secret) => secret || []);
}
