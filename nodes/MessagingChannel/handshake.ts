import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { inboundTraits, type ProviderName } from '../../core';
import { describeFailure } from '../shared/failed-call';
import { readGroup } from '../shared/parameters';

const TIMEOUT_MS = 10_000;

export interface Handshake {
	ok: boolean;
	found: string;
}

/** Calls a trigger as the provider does when its URL is entered; nothing where the provider does not call. */
export async function tryHandshake(
	{ helpers }: IExecuteFunctions,
	provider: ProviderName,
	url: string,
	verifyToken: string,
): Promise<Handshake | undefined> {
	const { handshake } = inboundTraits(provider);
	if (handshake === undefined) return undefined;
	const challenge = randomUUID();
	try {
		const response: unknown = await helpers.httpRequest({
			method: 'GET',
			url,
			qs: handshake.question(verifyToken, challenge),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		});
		const { statusCode, body } = readGroup(response);
		if (statusCode === 200 && String(body).trim() === challenge) return { ok: true, found: 'the challenge' };
		const what = statusCode === 200 ? 'something else than the challenge' : 'no challenge';
		return { ok: false, found: `${what}, HTTP ${String(statusCode)}` };
	} catch (failure) {
		const answer = describeFailure(failure);
		return { ok: false, found: 'reason' in answer ? answer.reason : 'no answer' };
	}
}
