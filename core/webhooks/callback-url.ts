export type UrlCheck = { ok: true } | { ok: false; problem: string; nextStep: string };

const MAKE_PUBLIC =
	"Set n8n's environment variable WEBHOOK_URL to its public HTTPS address. For a try-out on your own machine put a tunnel such as cloudflared or ngrok in front and use the tunnel's address.";

/** Names that the public DNS does not answer (RFC 2606, RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`). */
const PRIVATE_NAME =
	/(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|example|invalid)$/;

/** This machine, private, shared, link-local, reserved and multicast addresses (IANA, IPv4 special-purpose registry). */
const PRIVATE_IPV4 =
	/^(?:0|10|127|22[4-9]|23\d|24\d|25[0-5])\.|^192\.(?:168|0\.[02])\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^198\.(?:1[89]\.|51\.100\.)|^203\.0\.113\./;

/**
 * Loopback and unspecified, unique local, link-local, site-local, discard, documentation, multicast and Teredo addresses, and those that hold an IPv4
 * address for a translator of one's own, as `URL` writes them (IANA, IPv6 special-purpose registry).
 */
const PRIVATE_IPV6 =
	/^(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89a-f][0-9a-f]:.*|ff[0-9a-f]{2}:.*|2001:(?:0?:|db8:).*|3fff:.*|100::.*|64:ff9b:1:.*|::ffff:0:.*)$/;

/** Prefixes behind which an IPv4 address stands: mapped, compatible, NAT64 and 6to4 (RFC 4291, RFC 6052, RFC 3056). */
const HOLDS_IPV4 = [
	/^(?:::ffff:|::|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/,
	/^2002:([0-9a-f]{1,4}):([0-9a-f]{1,4}):/,
];

function ipv4Within(ipv6: string): string | undefined {
	const [, high, low] = HOLDS_IPV4.flatMap((form) => form.exec(ipv6) ?? []);
	if (high === undefined || low === undefined) return undefined;
	const words = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
	return words.flatMap((word) => [word >> 8, word & 255]).join('.');
}

function isPrivateAddress(address: string): boolean {
	if (!address.startsWith('[')) return PRIVATE_IPV4.test(address);
	const ipv6 = address.slice(1, -1);
	return PRIVATE_IPV6.test(ipv6) || PRIVATE_IPV4.test(ipv4Within(ipv6) ?? '');
}

const IP_ADDRESS = /^(?:\[.*\]|\d+\.\d+\.\d+\.\d+)$/;

function hostProblem(host: string): string | undefined {
	if (IP_ADDRESS.test(host)) {
		return isPrivateAddress(host)
			? `${host} is an address of a private network, which the provider cannot reach`
			: undefined;
	}
	if (PRIVATE_NAME.test(host)) return `${host} is a name that only your own network knows`;
	return host.includes('.') ? undefined : `${host} is not a full host name, so the provider cannot find it`;
}

/** A URL without query, user name and fragment, any of which may hold a secret. */
export function withoutSecrets(url: string): string {
	if (!URL.canParse(url)) return url.replace(/[?#].*$/s, '');
	const { origin, host, protocol, pathname } = new URL(url);
	return `${origin === 'null' ? `${protocol}//${host}` : origin}${pathname}`;
}

/** The URL as somebody is to enter it; a token in it is named, not shown. */
export function urlToEnter(url: string): string {
	const shown = withoutSecrets(url);
	return url.includes('?') ? `${shown}?token=<the credential's Webhook Token>` : shown;
}

/** Whether both lead to the same place; a token in the query may have been changed since. */
export function isSameEndpoint(one: string | undefined, other: string | undefined): boolean {
	return one !== undefined && other !== undefined && withoutSecrets(one) === withoutSecrets(other);
}

/** An endpoint of n8n for triggers, of tests or of production, and what follows it. */
const ENDPOINT = /\/webhook(?:-test)?\/.*$/;

/** Where an administrator renamed the endpoints, a trigger's URL still ends in an id and a word. */
const ID_AND_WORD = /(?:\/[^/]*){2}$/;

/** Whether two URLs of triggers are of the same n8n. */
export function isSameServer(one: string, other: string): boolean {
	const rootOf = (url: string) => {
		const shown = withoutSecrets(url);
		return ENDPOINT.test(shown) ? shown.replace(ENDPOINT, '') : shown.replace(ID_AND_WORD, '');
	};
	return rootOf(one) === rootOf(other);
}

/**
 * Whether a provider can call this URL: public HTTPS, within the provider's length. Whether the host really answers is
 * for the provider to find out.
 *
 * @param options.longest characters that the provider takes
 * @param options.isSandbox the provider is a stand-in on this machine and calls anything
 */
export function checkCallbackUrl(
	url: string,
	{ longest, isSandbox = false }: { longest: number; isSandbox?: boolean | undefined },
): UrlCheck {
	if (!URL.canParse(url)) {
		return { ok: false, problem: 'This is not a URL', nextStep: MAKE_PUBLIC };
	}
	const { protocol, hostname, username, password } = new URL(url);
	if (url.length > longest) {
		return {
			ok: false,
			problem: `The URL has ${url.length} characters, and the provider takes ${longest} at most`,
			nextStep: "Shorten n8n's public address or the path of the webhook.",
		};
	}
	if (isSandbox) return { ok: true };
	if (protocol !== 'https:') {
		return {
			ok: false,
			problem: `The URL begins with ${protocol}//, and the provider calls https:// only`,
			nextStep: MAKE_PUBLIC,
		};
	}
	if (username !== '' || password !== '') {
		return {
			ok: false,
			problem: 'The URL holds a user name or a password, which providers do not send',
			nextStep: 'Remove what stands before the @.',
		};
	}
	const problem = hostProblem(hostname.replace(/\.$/, ''));
	return problem === undefined ? { ok: true } : { ok: false, problem, nextStep: MAKE_PUBLIC };
}
