/** Shorter words of a query choose something rather than keep something secret. */
const SHORTEST = 8;

/** A token in the URL is a secret like any other. */
export function secretsInUrl(url: string | undefined): string[] {
	return url !== undefined && URL.canParse(url)
		? [...new URL(url).searchParams.values()].filter((value) => value.length >= SHORTEST)
		: [];
}
