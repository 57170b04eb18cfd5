/** Calls that the nodes of one n8n make to each other, by a secret that their credentials have in common. */
import { createHmac } from 'node:crypto';
import { equalInConstantTime, usableSecrets } from './authentication';

/** What a call is for: a signature for the one is none for the other. */
type Purpose = 'neighbour' | 'answer';

/** How long a signature is good for, so that a call that was overheard cannot be repeated for ever. */
const TOLERANCE_MS = 5 * 60 * 1000;

function signatureOf(purpose: Purpose, time: string, body: Buffer | string, secret: string): string {
	return createHmac('sha256', secret).update(`${purpose}.${time}.`).update(body).digest('hex');
}

/** The value of the header by which a node that shares a secret knows the call. */
export function signOwnCall(purpose: Purpose, body: string, secret: string, now: number): string {
	return `${now}.${signatureOf(purpose, String(now), body, secret)}`;
}

export function isOwnCall(
	purpose: Purpose,
	header: string,
	body: Buffer,
	secrets: readonly string[],
	now: number,
): boolean {
	const [time = '', signature = ''] = header.split('.');
	const isFresh = /^\d+$/.test(time) && Math.abs(now - Number(time)) <= TOLERANCE_MS;
	return (
		isFresh &&
		usableSecrets(secrets).some((secret) =>
			equalInConstantTime(signature, signatureOf(purpose, time, body, secret)),
		)
	);
}
