/** An id as one segment of a path. */
export function pathPart(id: string): string {
	return encodeURIComponent(id.toWellFormed());
}

/** The values of a URL's query: a token there is a secret like any other. */
export function secretsInUrl(url: string | undefined): string[] {
	return url !== undefined && URL.canParse(url) ? [...new URL(url).searchParams.values()] : [];
}
