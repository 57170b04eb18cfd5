/** Secrets that nothing holds by chance, and every spelling in which one could come out. */

/** Letters, marks and blanks that an address, a JSON document and a header each spell in another way. */
export const PLANTED = {
	accessToken: 'EAAplantedAccessToken7Zq4Vw90',
	appSecret: 'planted0app1secret2f3c4b5d6a7',
	verifyToken: 'planted verify/token+9c1&d"é',
	apiKey: 'planted-api-key-5e8c1a7f90b2',
	keySecret: 'planted~key.secret-77aa31cc/+=',
	smsApiToken: 'planted-sms-token-4be19f02c6',
	/** With which Sinch signs its calls. */
	webhookSecret: 'planted-webhook-secret-6d0a',
	/** Of calls from Infobip. */
	webhookPassword: 'planted,pass"wörd\\83d1/+',
	/** In the URL that Sinch's SMS API calls. */
	urlToken: 'planted+url/token=5fd0 8831a',
	customToken: 'planted-custom-token-20b7e6d1',
	/** Of a gateway that wants Basic authentication. */
	customPassword: 'planted:pass"wörd\\7c13e5,1',
	/** Given out for an access key of Sinch, and kept for an hour. */
	freshToken: 'planted-fresh-token-b8820e4d',
	/** Typed into a panel, where n8n keeps it with the workflow. */
	pin: '730591',
};
export type SecretName = keyof typeof PLANTED;

/** Base64 of a text at each place that it may have within a longer one, without the characters that depend on what stands beside it. */
function base64Of(text: string): string[] {
	const bytes = Buffer.from(text, 'utf8');
	return [0, 1, 2].map((before) => {
		const encoded = Buffer.concat([Buffer.alloc(before), bytes])
			.toString('base64')
			.replace(/=+$/, '');
		const first = Math.ceil((before * 8) / 6);
		const last = Math.floor(((before + bytes.length) * 8) / 6);
		return encoded.slice(first, last);
	});
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const inAscii = (text: string) =>
	text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** As it is, in an address, a form, Base64, JSON, JSON within JSON, and as somebody writes JSON in ASCII. */
function spellingsOf(secret: string): string[] {
	const json = inJson(secret);
	const base64 = base64Of(secret);
	return [
		secret,
		encodeURIComponent(secret),
		new URLSearchParams({ '': secret }).toString().slice(1),
		encodeURI(secret),
		...base64,
		...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
		...base64.map((text) => encodeURIComponent(text)),
		json,
		inJson(json),
		inAscii(json),
	];
}

const SPELLINGS = Object.entries(PLANTED).map(([name, secret]) => ({
	name,
	forms: [...new Set(spellingsOf(secret))],
}));

/** A PIN is one where it stands alone: in the middle of a longer id it is none. */
function holds(text: string, form: string): boolean {
	if (form !== PLANTED.pin) return text.includes(form);
	return new RegExp(`(?<![0-9A-Za-z])${form}(?![0-9A-Za-z])`).test(text);
}

/** What of the secrets can be read in a text, with some of what stands before it. */
export function secretsIn(text: string, but: readonly SecretName[] = []): string[] {
	return SPELLINGS.filter(({ name }) => !but.some((one) => one === name)).flatMap(({ name, forms }) => {
		const form = forms.find((one) => holds(text, one));
		if (form === undefined) return [];
		const at = text.indexOf(form);
		return [`${name} as ${form} in ${JSON.stringify(text.slice(Math.max(0, at - 160), at + 60))}`];
	});
}
