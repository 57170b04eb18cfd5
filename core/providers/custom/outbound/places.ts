/** A token of RFC 9110, 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~\da-z]+$/i;

/** A header value that is safe everywhere: letters of ASCII, without line breaks and other control characters. */
const HEADER_VALUE = /^[\x20-\x7e]*$/;

/** Headers that others write, by whom. */
const TAKEN_HEADERS: ReadonlyMap<string, string> = new Map([
	['authorization', 'the credential writes it'],
	['connection', 'n8n writes it'],
	['content-length', 'n8n writes it'],
	['content-type', 'contentType decides it'],
	['host', 'the base URL of the credential decides it'],
	['transfer-encoding', 'n8n writes it'],
]);

export function faultOfHeaderName(name: string): string | undefined {
	if (!HEADER_NAME.test(name)) return 'is not a valid header name';
	const reason = TAKEN_HEADERS.get(name.toLowerCase());
	return reason === undefined ? undefined : `cannot be set here: ${reason}`;
}

export function isHeaderValue(value: string): boolean {
	return HEADER_VALUE.test(value);
}

const PATH = /^\/(?!\/)[!$&'()*+,\-./\d:;=@A-Z_a-z~%]*$/;

/** Segments that lead out of the folder, also as `%2e%2e`, which counts as the same (WHATWG URL, path state). */
const DOTS = /^(?:\.|%2e){1,2}$/i;

/** The reason why a path is not one below the base URL. */
export function faultOfPath(path: string): string | undefined {
	if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) {
		return 'must be a path such as /messages; the address of the gateway is the base URL of the credential';
	}
	if (!path.startsWith('/')) return 'must begin with /';
	if (/[?#]/.test(path)) return 'must be the path alone; what comes behind ? belongs into query';
	if (!PATH.test(path)) return 'has a letter that cannot stand in a path; write it with %, such as %20';
	return path.split('/').some((segment) => DOTS.test(segment))
		? 'must not lead out of the base URL with . or ..'
		: undefined;
}

/** One value within a path, so that it can neither end a segment nor the path. */
export function encodePathValue(value: string): string {
	return encodeURIComponent(value.toWellFormed());
}
