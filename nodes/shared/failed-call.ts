import type { ApiAnswer } from '../../core';
import { readGroup, readText } from './parameters';

/** System errors of a connection that never stood, by Node's code: nothing of the request went out. */
const NEVER_CONNECTED: Record<string, string> = {
	ECONNREFUSED: 'nothing listens at this address',
	ENOTFOUND: 'the name of the host is not known',
	EAI_AGAIN: 'the name of the host could not be looked up',
	EHOSTUNREACH: 'there is no way to the host',
	ENETUNREACH: 'there is no network',
	ERR_INVALID_URL: 'the base URL in the credential is not an address',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the host is self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'the certificate of the host is self-signed',
	CERT_HAS_EXPIRED: 'the certificate of the host has expired',
	ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the host cannot be verified',
};

/** n8n wraps what the HTTP client threw, sometimes more than once. Outermost first. */
function layersOf(failure: unknown): Error[] {
	const layers: Error[] = [];
	for (let layer = failure; layer instanceof Error; layer = layer.cause) layers.push(layer);
	return layers;
}

/** Node's code, which the innermost has. */
function systemCode(failure: unknown): string | undefined {
	return layersOf(failure)
		.flatMap((layer) => ('code' in layer && typeof layer.code === 'string' ? layer.code : []))
		.at(-1);
}

/** Whether the connection ended in the middle of an answer, whose status was there already. */
function brokeOff(failure: unknown, status: number): boolean {
	return status < 300 || layersOf(failure).some(({ message }) => message.includes('aborted'));
}

/**
 * The status of an answer that was thrown, by what the error holds: n8n's class of it may be there twice, once for the package and
 * once for n8n.
 */
function statusOf(failure: unknown): number | undefined {
	const { httpCode, response } = readGroup(failure);
	const status = Number(httpCode ?? readGroup(response).status);
	return Number.isInteger(status) && status > 0 ? status : undefined;
}

/**
 * An answer that was thrown came before the call: n8n throws what a request for an access token brought, and the 401 that comes
 * back with a fresh one. Of other statuses none is, because the call itself takes each of them as an answer.
 */
function withoutToken(failure: unknown, status: number, message: string): ApiAnswer {
	return status === 401
		? {
				outcome: 'answered',
				status,
				body: { error: { message: readText(readGroup(failure).description) || message } },
			}
		: { outcome: 'refused', reason: `the provider gave no access token and answered ${status}` };
}

/** What a call that brought no answer means for what it was to do. */
export function describeFailure(failure: unknown): ApiAnswer {
	const message = failure instanceof Error ? failure.message : String(failure);
	const status = statusOf(failure);
	const code = systemCode(failure);
	if (status !== undefined) {
		return brokeOff(failure, status)
			? { outcome: 'unknown', reason: `${message} (${code ?? status})` }
			: withoutToken(failure, status, message);
	}
	// Without a system error nothing was sent: n8n itself declined, over a missing credential or a forbidden address.
	if (code === undefined) return { outcome: 'refused', reason: message };
	const neverConnected = NEVER_CONNECTED[code];
	return neverConnected === undefined
		? { outcome: 'unknown', reason: `${message} (${code})` }
		: { outcome: 'refused', reason: neverConnected };
}
