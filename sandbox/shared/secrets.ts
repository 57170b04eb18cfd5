const DOTS = '••••••••';

/** Names of headers, parameters and properties that hold a secret, in the APIs and webhooks of all providers. */
const SECRET = /(token|secret|password|proof|api[-_]?key|cookie|authorization|(^|[._])pin)$/i;
const PARAMETER = /([?&]([\w.-]+)=)[^&#\s"]*/g;
const USER = /(\/\/)[^/@\s]+@/g;

/** A value as a page may show it: dots stand for whatever opens a door, also in the middle of an address. */
export function withoutSecrets(value: unknown, name = ''): unknown {
	if (Array.isArray(value)) return value.map((each: unknown) => withoutSecrets(each, name));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([key, each]) => [key, withoutSecrets(each, key)] as const),
		);
	}
	const isSecret = SECRET.test(name) && (typeof value === 'string' || typeof value === 'number');
	if (isSecret) return dots(String(value));
	return typeof value === 'string' ? textWithoutSecrets(value) : value;
}

export function textWithoutSecrets(text: string): string {
	return text
		.replace(USER, `$1${DOTS}@`)
		.replace(PARAMETER, (whole, start: string, name: string) => (SECRET.test(name) ? start + DOTS : whole));
}

/** Leaves the scheme of an `Authorization` header, which says what kind of secret was sent. */
function dots(value: string): string {
	const scheme = /^(\w+) \S/.exec(value)?.[1];
	return scheme === undefined ? DOTS : `${scheme} ${DOTS}`;
}
