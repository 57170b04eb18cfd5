import { createHmac } from 'node:crypto';
import type { WebhookAuthentication } from '../settings.ts';
import type { Target } from './webhooks.ts';

/** A webhook's target that proves in the given way where its calls come from; forged ones carry another secret. */
export function authenticatedTarget(
	url: string,
	authentication: WebhookAuthentication,
	more: Record<string, string> = {},
): Target {
	const spoil = (secret: string, isForged: boolean) => (isForged ? `not ${secret}` : secret);
	const withHeaders = (headers: (body: Buffer, isForged: boolean) => Record<string, string>): Target => ({
		url,
		headers: (body, isForged) => ({ ...more, ...headers(body, isForged) }),
	});
	switch (authentication.kind) {
		case 'none':
			return withHeaders(() => ({}));
		case 'urlToken': {
			const { token } = authentication;
			return {
				...withHeaders(() => ({})),
				url: withToken(url, token),
				forgedUrl: withToken(url, spoil(token, true)),
			};
		}
		case 'basic': {
			const { username, password } = authentication;
			return withHeaders((_body, isForged) => {
				const pair = Buffer.from(`${username}:${spoil(password, isForged)}`).toString('base64');
				return { Authorization: `Basic ${pair}` };
			});
		}
		case 'header': {
			const { name, value } = authentication;
			return withHeaders((_body, isForged) => ({ [name]: spoil(value, isForged) }));
		}
		case 'hmac': {
			const { secret, header, algorithm, encoding } = authentication;
			return withHeaders((body, isForged) => ({
				[header]: createHmac(algorithm, spoil(secret, isForged)).update(body).digest(encoding),
			}));
		}
	}
}

function withToken(url: string, token: string): string {
	const target = new URL(url);
	target.searchParams.set('token', token);
	return target.href;
}
