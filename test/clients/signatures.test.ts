/** Signatures of webhook calls: what the providers' libraries sign is let in, and what they refuse is kept out. */
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import {
	calculateWebhookSignature,
	computeSignedData,
	validateSignatureHeader,
	validateWebhookSignature,
} from '@sinch/sdk-core';
import { verifySignature } from '@vonage/jwt';
import fc from 'fast-check';
import jwt from 'jsonwebtoken';
import twilio from 'twilio';
import { core } from './core.ts';

type Request = Parameters<typeof core.verifyWebhook>[1];
type Secrets = Parameters<typeof core.verifyWebhook>[2];

const NOW = new Date('2026-03-01T10:00:00Z');
const SECONDS = NOW.getTime() / 1_000;

function isLetIn(
	provider: 'sinch' | 'custom',
	secrets: Secrets,
	headers: Request['headers'],
	body: string,
	url?: string,
) {
	const rawBody = Buffer.from(body, 'utf8');
	return core.verifyWebhook(
		provider,
		{ headers, rawBody, receivedAt: NOW, ...(url !== undefined && { url }) },
		secrets,
	).ok;
}

/** One call, and what its library says of it. */
interface Judged {
	byLibrary: boolean;
	byUs: boolean;
}

/** Both have to agree on every call; the library has to take some and refuse others. */
function agree<Call>(
	context: TestContext,
	name: string,
	calls: fc.Arbitrary<Call>,
	judge: (call: Call) => Judged[],
) {
	const counts = { taken: 0, refused: 0 };
	fc.assert(
		fc.property(calls, (call) => {
			for (const { byLibrary, byUs } of judge(call)) {
				assert.equal(byUs, byLibrary);
				counts[byLibrary ? 'taken' : 'refused'] += 1;
			}
		}),
		{ numRuns: 500 },
	);
	context.diagnostic(`${name}: ${counts.taken} signatures taken by both, ${counts.refused} refused by both`);
	assert.ok(counts.taken >= 500 && counts.refused >= 500);
}

const secret = fc
	.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 })
	.filter((text) => text.trim() !== '');
/** Text that survives UTF-8. */
const text = fc.string({ unit: 'grapheme' });
const body = fc.oneof(
	text.map((words) => JSON.stringify({ message: words })),
	text,
);

test('Sinch, Conversation API', (context) => {
	const call = fc.record({
		secret,
		body,
		nonce: fc.uuid(),
		offset: fc.integer({ min: -300, max: 300 }),
		other: text,
	});
	agree(context, 'Sinch', call, ({ secret: key, body: content, nonce, offset, other }) => {
		const timestamp = String(SECONDS + offset);
		const signature = calculateWebhookSignature(computeSignedData(content, nonce, timestamp), key);
		const headers = {
			'x-sinch-webhook-signature': signature,
			'x-sinch-webhook-signature-nonce': nonce,
			'x-sinch-webhook-signature-timestamp': timestamp,
			'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
		};
		const secrets = { sinch: { webhookSecrets: [key] } };
		return [content, `${content}${other}.`, content.slice(1)].map((given) => ({
			byLibrary: validateWebhookSignature(key, headers, given),
			byUs: isLetIn('sinch', secrets, headers, given),
		}));
	});
});

test('Sinch, Numbers API', (context) => {
	const call = fc.record({ secret, body, other: text });
	agree(context, 'Sinch Numbers', call, ({ secret: key, body: content, other }) => {
		const headers = { 'x-sinch-signature': createHmac('sha1', key).update(content).digest('hex') };
		const secrets = { sinch: { webhookSecrets: [key] } };
		return [content, `${content}${other}.`].map((given) => ({
			byLibrary: validateSignatureHeader(key, headers, given),
			byUs: isLetIn('sinch', secrets, headers, given),
		}));
	});
});

const name = fc
	.string({ unit: 'grapheme-ascii', minLength: 1 })
	.filter((word) => !(word in Object.prototype));
const values = fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 4 }));
const form = fc.dictionary(name, values, { maxKeys: 8 });
const address = fc
	.record({
		scheme: fc.constantFrom('https', 'http'),
		port: fc.constantFrom('', ':443', ':8443'),
		path: fc.webPath(),
		query: fc.oneof(
			fc.constant(''),
			fc.webQueryParameters().map((words) => `?${words}`),
		),
	})
	.map(({ scheme, port, path, query }) => `${scheme}://n8n.example.com${port}${path}${query}`);

function encoded(fields: Readonly<Record<string, string | string[]>>): string {
	const pairs = Object.entries(fields).flatMap(([key, value]) =>
		[value].flat().map((each): [string, string] => [key, each]),
	);
	return new URLSearchParams(pairs).toString();
}

test('Twilio, forms', (context) => {
	const call = fc.record({ secret, fields: form, url: address, other: text });
	agree(context, 'Twilio forms', call, ({ secret: key, fields, url, other }) => {
		const signature = twilio.getExpectedTwilioSignature(key, url, fields);
		const changed = { ...fields, More: other };
		const headers = { 'x-twilio-signature': signature };
		const secrets = { custom: { twilio: { authTokens: [key] } } };
		return [fields, changed].map((given) => ({
			byLibrary: twilio.validateRequest(key, signature, url, given),
			byUs: isLetIn('custom', secrets, headers, encoded(given), url),
		}));
	});
});

test('Twilio, bodies in JSON', (context) => {
	const call = fc.record({ secret, body, url: address, other: text });
	agree(context, 'Twilio JSON', call, ({ secret: key, body: content, url, other }) => {
		const hash = createHash('sha256').update(content).digest('hex');
		const signed = `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
		const signature = twilio.getExpectedTwilioSignature(key, signed, {});
		const headers = { 'x-twilio-signature': signature };
		const secrets = { custom: { twilio: { authTokens: [key] } } };
		return [content, `${content}${other}.`].map((given) => ({
			byLibrary: twilio.validateRequestWithBody(key, signature, signed, given),
			byUs: isLetIn('custom', secrets, headers, given, signed),
		}));
	});
});

/** Vonage's library looks at the token alone; the hash of the body is left to whoever receives it. */
test('Vonage', (context) => {
	const call = fc.record({
		secret,
		other: secret,
		body: body.filter((content) => content !== ''),
		change: text,
	});
	agree(context, 'Vonage', call, ({ secret: key, other, body: content, change }) => {
		const payload_hash = createHash('sha256').update(content).digest('hex');
		const claims = { iat: SECONDS, iss: 'Vonage', payload_hash, api_key: 'abcd1234' };
		const token = jwt.sign(claims, key, { algorithm: 'HS256' });
		const longer = jwt.sign(claims, key, { algorithm: 'HS512' });
		const [header = '', , signature = ''] = token.split('.');
		const forged = `${header}.${Buffer.from(JSON.stringify({ ...claims, iss: change })).toString('base64url')}.${signature}`;
		const secrets = { custom: { vonage: { signatureSecrets: [key], toleranceSeconds: 300 } } };
		const enter = (given: string, sent = content) =>
			isLetIn('custom', secrets, { authorization: `Bearer ${given}` }, sent);
		assert.equal(enter(token, `${content}.`), false);
		return [
			token,
			jwt.sign(claims, `${other}.`, { algorithm: 'HS256' }),
			longer,
			...(change === 'Vonage' ? [] : [forged]),
		].map((given) => ({ byLibrary: verifySignature(given, key), byUs: enter(given) }));
	});
});
