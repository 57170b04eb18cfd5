import { jsonParse, type IExecuteFunctions, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { NEIGHBOUR_HEADER, signOwnCall, type ApiAnswer, type NeighbourRequest } from '../../core';
import { describeFailure } from './failed-call';
import { readGroup } from './parameters';
import type { Connection } from './providers';

type HttpContext = Pick<IWebhookFunctions | IHookFunctions | IExecuteFunctions, 'helpers'>;

const ASK_MS = 10_000;
/** Time for a neighbour's own calls of the provider. */
const REPLACE_MS = 60_000;

/** Calls this n8n by its public address, which also is right where several processes share the work. */
export async function callOwn(
	{ helpers }: HttpContext,
	url: string,
	body: Buffer | string,
	headers: Record<string, string>,
	timeout: number,
): Promise<ApiAnswer> {
	try {
		const response: unknown = await helpers.httpRequest({
			method: 'POST',
			url,
			body,
			headers,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			encoding: 'text',
			timeout,
		});
		const { statusCode, body: text } = readGroup(response);
		const answer: unknown = typeof text === 'string' ? jsonParse(text, { fallbackValue: text }) : text;
		return { outcome: 'answered', status: Number(statusCode), body: answer };
	} catch (failure) {
		return describeFailure(failure);
	}
}

/** Asks a trigger that has one of the secrets. */
export async function askNeighbour(
	context: HttpContext,
	{ webhook: { handOverKeys } }: Connection,
	url: string,
	request: NeighbourRequest,
): Promise<ApiAnswer> {
	const [key] = handOverKeys ?? [];
	if (key === undefined) return { outcome: 'refused', reason: 'the credential has no secret for it' };
	const body = JSON.stringify(request);
	const headers = {
		'content-type': 'application/json',
		[NEIGHBOUR_HEADER]: signOwnCall('neighbour', body, key, Date.now()),
	};
	return await callOwn(
		context,
		url,
		Buffer.from(body),
		headers,
		request.ask === 'replace' ? REPLACE_MS : ASK_MS,
	);
}

/**
 * Why n8n cannot call itself, and what to do.
 *
 * @param purpose of such calls
 */
export function cannotCallItself(
	url: string,
	reason: string,
	purpose = 'Workflows that share a webhook hand its calls on to each other by this address.',
): string {
	return [
		`n8n could not call itself at ${new URL(url).origin}: ${reason}.`,
		purpose,
		'Let n8n reach it; where N8N_SSRF_PROTECTION_ENABLED is on, name it in N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.',
	].join(' ');
}
