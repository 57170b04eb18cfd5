import { STATUS_CODES } from 'node:http';
import axios from 'axios';
import { callbackRefused } from './errors.ts';
import { challenge } from './identifiers.ts';

/** Longest callback URL that Meta takes as an override (Meta, Webhook overrides). */
export const CALLBACK_URL_MAX = 200;

/**
 * Meta's verification of a callback URL: a GET whose answer must be 200 with the challenge as its bare body (Meta, Create a webhook
 * endpoint). Rejects with Meta's code 2200 in every other case.
 *
 * The one difference from Meta: plain HTTP is fine here.
 */
export async function verifyCallback(url: string, verifyToken: string, timeoutMs: number): Promise<void> {
	const expected = challenge();
	const answer = await askForChallenge(url, verifyToken, expected, timeoutMs);
	if (answer.status !== 200) {
		const message = STATUS_CODES[answer.status] ?? 'Unknown';
		throw callbackRefused(
			'Callback verification failed with the following errors: ' +
				`HTTP Status Code = ${answer.status}; HTTP Message = ${message}`,
		);
	}
	if (answer.body !== expected) {
		throw callbackRefused(
			`Response does not match challenge, expected value = "${expected}", received = "${answer.body.slice(0, 100)}"`,
		);
	}
}

async function askForChallenge(url: string, verifyToken: string, expected: string, timeoutMs: number) {
	const target = new URL(url);
	target.searchParams.set('hub.mode', 'subscribe');
	target.searchParams.set('hub.challenge', expected);
	target.searchParams.set('hub.verify_token', verifyToken);
	try {
		const { status, data } = await axios.get<string>(target.href, {
			headers: { 'User-Agent': 'facebookplatform/1.0 (+http://developers.facebook.com)', Accept: '*/*' },
			timeout: timeoutMs,
			proxy: false,
			maxRedirects: 0,
			maxContentLength: 1_000_000,
			responseType: 'text',
			transformResponse: (answer: string) => answer,
			validateStatus: () => true,
		});
		return { status, body: data };
	} catch (failure) {
		const reason = failure instanceof Error ? failure.message : String(failure);
		throw callbackRefused(`Callback verification failed with the following errors: curl_error = ${reason}`);
	}
}
