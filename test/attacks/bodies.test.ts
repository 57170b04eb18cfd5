/**
 * The largest bodies that are looked at, of somebody who knows no secret: what they cost before the refusal. Larger ones, up to the 16 MB that n8n lets
 * through, are refused by their length.
 */
import { randomBytes } from 'node:crypto';
import { inboundTraits, verifyWebhook, type ProviderName, type WebhookSecrets } from '../../core';

/** N8N_PAYLOAD_SIZE_MAX where nobody changed it. */
const SIZE = 16 * 2 ** 20;
/** Some twenty times what a quiet machine needs. */
const LIMIT_MS = 200;

const filled = (unit: string) => Buffer.from(unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE));

const BODIES: Readonly<Record<string, Buffer>> = {
	'random bytes': randomBytes(SIZE),
	'a form of ampersands': filled('a&'),
	'a form that is encoded': filled('%41%42=%43&'),
	'a form of one field': filled('a'),
	'JSON of numbers': Buffer.from(`[${filled('1,').toString()}1]`),
	'JSON of depth': Buffer.from(`${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}`),
	'an SMS of Sinch': Buffer.from(`{"type":"mo_text","body":"${filled('\\n').toString()}"}`),
	'zero bytes': Buffer.alloc(SIZE),
	'broken UTF-8': Buffer.alloc(SIZE, 0xff),
};

const hmac = (algorithm: 'md5' | 'sha512') => ({
	hmac: { secret: 'key', header: 'X-Sig', algorithm, encoding: 'hex' as const },
});
const WAYS: Readonly<Record<string, [ProviderName, WebhookSecrets]>> = {
	'Meta, two App Secrets': ['whatsAppCloud', { whatsAppCloud: { appSecrets: ['one', 'other'] } }],
	'Infobip, HMAC-SHA512': ['infobip', { infobip: hmac('sha512') }],
	'Infobip, HMAC-MD5': ['infobip', { infobip: hmac('md5') }],
	'Infobip, Basic': ['infobip', { infobip: { basic: { username: 'u', password: 'p' } } }],
	'Sinch, signed': ['sinch', { sinch: { webhookSecrets: ['one', 'other'] } }],
	'Sinch, SMS open': ['sinch', { sinch: { webhookSecrets: ['one'], isSmsOpen: true } }],
	Twilio: ['custom', { custom: { twilio: { authTokens: ['one', 'other'] } } }],
	Vonage: ['custom', { custom: { vonage: { signatureSecrets: ['one'], toleranceSeconds: 300 } } }],
	'HMAC of one’s own': ['custom', { custom: hmac('sha512') }],
	'a token in the URL': ['custom', { custom: { urlToken: 'a-long-random-word-in-the-url' } }],
};

/** What a caller claims, so that the check goes as far as it can. */
const HEADERS = {
	'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
	'x-sig': '0'.repeat(128),
	'x-twilio-signature': `${'A'.repeat(27)}=`,
	authorization: 'Basic dTpx',
};
const SIGNED_BY_SINCH = {
	'x-sinch-webhook-signature': `${'A'.repeat(43)}=`,
	'x-sinch-webhook-signature-nonce': '1',
	'x-sinch-webhook-signature-timestamp': '1700000000',
};

function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

const cases = Object.keys(WAYS).flatMap((way) => Object.keys(BODIES).map((body) => [way, body] as const));

test.each(cases)('%s: %s is refused at once', (way, name) => {
	const [provider, secrets] = WAYS[way] ?? [];
	const body = BODIES[name];
	if (provider === undefined || secrets === undefined || body === undefined) throw new Error('No such case');
	const rawBody = body.subarray(0, inboundTraits(provider).mostBytes);
	const headers = { ...HEADERS, ...(way === 'Sinch, signed' && SIGNED_BY_SINCH) };
	const url = 'https://n8n.example.com/webhook/x';
	const before = cpuMs();
	const verification = verifyWebhook(provider, { headers, rawBody, url }, secrets);
	const took = cpuMs() - before;
	expect(verification.ok).toBe(false);
	expect(took).toBeLessThan(LIMIT_MS);
	if (process.env.SHOW_FIGURES === '1') process.stdout.write(`${took.toFixed(1)}\t${way}\t${name}\n`);
});
