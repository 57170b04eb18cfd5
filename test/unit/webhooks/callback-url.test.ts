import fc from 'fast-check';
import { checkCallbackUrl } from '../../../core';
import {
	isSameEndpoint,
	isSameServer,
	urlToEnter,
	withoutSecrets,
} from '../../../core/webhooks/callback-url';

const provider = 'whatsAppCloud';

test.each([
	'https://n8n.shop.com/webhook/7f/webhook',
	'https://n8n.shop.com:8443/webhook/7f',
	'https://localhost.shop.com/webhook',
	'https://mylocal.com/webhook',
	'https://8.8.8.8/webhook',
	'https://172.15.0.1/webhook',
	'https://172.32.0.1/webhook',
	'https://100.128.0.1/webhook',
	'https://192.0.1.1/webhook',
	'https://198.20.0.1/webhook',
	'https://[64:ff9b::8.8.8.8]/webhook',
	'https://[2002:808:808::1]/webhook',
	'https://[2a00:1450:4001:80e::200e]/webhook',
])('%s can be called', (url) => {
	expect(checkCallbackUrl(url, { provider })).toStrictEqual({ ok: true });
});

test.each([
	['not a url', 'This is not a URL'],
	['http://n8n.shop.com/webhook', 'calls https:// only'],
	['https://user:word@n8n.shop.com/webhook', 'a user name or a password'],
	['https://localhost:5678/webhook', 'only your own network knows'],
	['https://localhost./webhook', 'only your own network knows'],
	['https://n8n.localhost/webhook', 'only your own network knows'],
	['https://n8n.local/webhook', 'only your own network knows'],
	['https://host.docker.internal/webhook', 'only your own network knows'],
	['https://n8n.home.arpa/webhook', 'only your own network knows'],
	['https://n8n/webhook', 'not a full host name'],
	['https://127.0.0.1/webhook', 'address of a private network'],
	['https://0x7f.1/webhook', 'address of a private network'],
	['https://2130706433/webhook', 'address of a private network'],
	['https://0.0.0.0/webhook', 'address of a private network'],
	['https://10.0.0.8/webhook', 'address of a private network'],
	['https://172.16.0.1/webhook', 'address of a private network'],
	['https://172.31.255.254/webhook', 'address of a private network'],
	['https://192.168.178.20/webhook', 'address of a private network'],
	['https://169.254.169.254/webhook', 'address of a private network'],
	['https://100.64.0.1/webhook', 'address of a private network'],
	['https://224.0.0.1/webhook', 'address of a private network'],
	['https://[::1]/webhook', 'address of a private network'],
	['https://[::]/webhook', 'address of a private network'],
	['https://[fd00::8]/webhook', 'address of a private network'],
	['https://[fe80::1]/webhook', 'address of a private network'],
	['https://[::ffff:127.0.0.1]/webhook', 'address of a private network'],
	['https://[::ffff:192.168.0.1]/webhook', 'address of a private network'],
	['https://[::127.0.0.1]/webhook', 'address of a private network'],
	['https://[64:ff9b::127.0.0.1]/webhook', 'address of a private network'],
	['https://[2002:7f00:1::]/webhook', 'address of a private network'],
	['https://[2002:a00:1::5]/webhook', 'address of a private network'],
	['https://[fec0::1]/webhook', 'address of a private network'],
	['https://[2001:db8::1]/webhook', 'address of a private network'],
	['https://198.18.0.1/webhook', 'address of a private network'],
	['https://198.19.255.1/webhook', 'address of a private network'],
	['https://192.0.0.8/webhook', 'address of a private network'],
	['https://192.0.2.1/webhook', 'address of a private network'],
	['https://198.51.100.1/webhook', 'address of a private network'],
	['https://203.0.113.1/webhook', 'address of a private network'],
	['https://0177.0.0.1/webhook', 'address of a private network'],
	['https://0x7f000001/webhook', 'address of a private network'],
	['https://127.1/webhook', 'address of a private network'],
	['https://127.0.0.1./webhook', 'address of a private network'],
	['https://%31%32%37.0.0.1/webhook', 'address of a private network'],
	['https://１２７。０。０。１/webhook', 'address of a private network'],
	['https://ⓛocalhost/webhook', 'only your own network knows'],
	['https://[0:0:0:0:0:ffff:7f00:1]/webhook', 'address of a private network'],
	['https://[::ffff:0:127.0.0.1]/webhook', 'address of a private network'],
	['https://[64:ff9b:1::127.0.0.1]/webhook', 'address of a private network'],
	['https://[2001::7f00:1]/webhook', 'address of a private network'],
	['https://[2001:0:4136:e378::1]/webhook', 'address of a private network'],
	['https://[100::1]/webhook', 'address of a private network'],
	['https://[3fff::1]/webhook', 'address of a private network'],
])('%s cannot: %s', (url, problem) => {
	expect(checkCallbackUrl(url, { provider })).toStrictEqual({
		ok: false,
		problem: expect.stringContaining(problem),
		nextStep: expect.stringMatching(/WEBHOOK_URL|before the @/),
	});
});

test.each([
	['whatsAppCloud', 200],
	['infobip', 512],
	['sinch', 742],
] as const)('%s takes %d characters', (name, longest) => {
	const base = 'https://n8n.shop.com/';
	const url = base + 'a'.repeat(longest - base.length);
	expect(checkCallbackUrl(url, { provider: name }).ok).toBe(true);
	expect(checkCallbackUrl(`${url}a`, { provider: name })).toMatchObject({
		ok: false,
		problem: expect.stringContaining(String(longest)),
	});
});

test('a sandbox calls this machine, but keeps to the length', () => {
	const url = 'http://127.0.0.1:5678/webhook/7f/webhook';
	expect(checkCallbackUrl(url, { provider, isSandbox: true }).ok).toBe(true);
	expect(checkCallbackUrl(url + 'a'.repeat(200), { provider, isSandbox: true }).ok).toBe(false);
});

test('any text gets an answer', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => {
			expect(typeof checkCallbackUrl(url, { provider }).ok).toBe('boolean');
		}),
	);
});

test.each([
	['https://n8n.shop.com/webhook?token=s3cret#part', 'https://n8n.shop.com/webhook'],
	['https://ann:s3cret@n8n.shop.com/webhook', 'https://n8n.shop.com/webhook'],
	['ftp://ann:s3cret@files.shop.com/in', 'ftp://files.shop.com/in'],
	['no url?token=s3cret', 'no url'],
])('%s is shown as %s', (url, shown) => {
	expect(withoutSecrets(url)).toBe(shown);
});

test('a token is named in the URL to enter, not shown', () => {
	expect(urlToEnter('https://n8n.shop.com/webhook?token=s3cret')).toBe(
		"https://n8n.shop.com/webhook?token=<the credential's Webhook Token>",
	);
	expect(urlToEnter('https://n8n.shop.com/webhook')).toBe('https://n8n.shop.com/webhook');
});

test.each([
	['https://N8N.shop.com/webhook?token=old', 'https://n8n.shop.com/webhook?token=new', true],
	['https://n8n.shop.com/webhook', 'https://n8n.shop.com/webhook-test', false],
	['https://n8n.shop.com/webhook', undefined, false],
	[undefined, undefined, false],
])('%s and %s lead to the same place: %s', (one, other, isSame) => {
	expect(isSameEndpoint(one, other)).toBe(isSame);
});

test.each([
	['https://n8n.shop.com/webhook/8a/webhook', true],
	['https://n8n.shop.com/webhook-test/8a/webhook?token=1', true],
	['https://n8n.shop.com/webhook/workflow/trigger/webhook', true],
	['https://n8n.shop.com/other/8a/webhook', false],
	['https://crm.shop.com/webhook/8a/webhook', false],
	['https://n8n.shop.com:8443/webhook/8a/webhook', false],
	['http://n8n.shop.com/webhook/8a/webhook', false],
	['not a url', false],
])('whether %s is of the same n8n: %s', (url, expected) => {
	expect(isSameServer(url, 'https://n8n.shop.com/webhook/7f/webhook')).toBe(expected);
});

test('where the endpoints were renamed too', () => {
	const own = 'https://shop.com/n8n/hooks/7f/webhook';
	expect(isSameServer('https://shop.com/n8n/hooks/8a/webhook', own)).toBe(true);
	expect(isSameServer('https://shop.com/crm/hooks/8a/webhook', own)).toBe(false);
});
