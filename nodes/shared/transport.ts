import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import type { ApiAnswer, ApiRequest } from '../../core';
import { readGroup } from './parameters';
import { ACT_AS_HEADER } from './actAs';
import { PROVIDER_ACCESS, type ConnectedProvider, type Connection } from './providers';

export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions;

/** Longer than a provider takes to answer, shorter than an operator's patience. */
const TIMEOUT_MS = 30_000;

/** System errors of a connection that never stood, by Node's code: nothing of the request went out. */
const NEVER_CONNECTED: Record<string, string> = {
	ECONNREFUSED: 'nothing listens at this address',
	ENOTFOUND: 'the name of the host is not known',
	EAI_AGAIN: 'the name of the host could not be looked up',
	EHOSTUNREACH: 'there is no way to the host',
	ENETUNREACH: 'there is no network',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the host is self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'the certificate of the host is self-signed',
	CERT_HAS_EXPIRED: 'the certificate of the host has expired',
	ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the host cannot be verified',
};

/** n8n wraps what the HTTP client threw, sometimes more than once; Node's code is somewhere down the causes. */
function systemCode(failure: unknown): string | undefined {
	let code: string | undefined;
	for (let level = failure; level instanceof Error; level = level.cause) {
		if ('code' in level && typeof level.code === 'string') code = level.code;
	}
	return code;
}

function describeFailure(failure: unknown): ApiAnswer {
	const message = failure instanceof Error ? failure.message : String(failure);
	const code = systemCode(failure);
	// Without a system error nothing was sent: n8n itself declined, over a missing credential or a forbidden address.
	if (code === undefined) return { outcome: 'refused', reason: message };
	const neverConnected = NEVER_CONNECTED[code];
	return neverConnected === undefined
		? { outcome: 'unknown', reason: `${message} (${code})` }
		: { outcome: 'refused', reason: neverConnected };
}

function hostOf({ hosts }: Connection, { base }: ApiRequest): string {
	return base === 'sms' ? (hosts.sms ?? hosts.main) : hosts.main;
}

/**
 * Calls the provider's API through n8n, so that its proxy, TLS and address rules and its credential handling apply. An
 * answer with an error status is an answer: the provider's code in the body decides what it means.
 */
export async function callProvider(
	context: RequestContext,
	provider: ConnectedProvider,
	connection: Connection,
	request: ApiRequest,
): Promise<ApiAnswer> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: hostOf(connection, request) + request.path,
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: TIMEOUT_MS,
		...(request.query && { qs: request.query }),
		...(request.actAs && { headers: { [ACT_AS_HEADER]: request.actAs } }),
		...(request.body && { body: request.body }),
	};
	try {
		const { credentialType } = PROVIDER_ACCESS[provider];
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialType,
			options,
		);
		const { statusCode, body } = readGroup(response);
		return { outcome: 'answered', status: Number(statusCode), body };
	} catch (failure) {
		return describeFailure(failure);
	}
}
