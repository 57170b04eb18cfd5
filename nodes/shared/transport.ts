import {
	jsonParse,
	UserError,
	type IAdditionalCredentialOptions,
	type IDataObject,
	type IExecuteFunctions,
	type IHookFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import {
	answerWithout,
	parseJson,
	type ApiAnswer,
	type ApiFile,
	type ApiRequest,
	type ProviderName,
} from '../../core';
import { ACT_AS_HEADER } from './act-as';
import { callHider } from './credential-secrets';
import { describeFailure } from './failed-call';
import { readGroup } from './parameters';
import { PROVIDER_ACCESS, type Connection } from './providers';

export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions;

/** Longer than a provider takes to answer, shorter than an operator's patience. */
const TIMEOUT_MS = 30_000;

/** The credential of a run with many calls, read once. */
export async function openCredential(
	context: RequestContext,
	provider: ProviderName,
): Promise<IAdditionalCredentialOptions> {
	const type = PROVIDER_ACCESS[provider].credential.name;
	const data = await context.getCredentials(type);
	const { id, name } = context.getNode().credentials?.[type] ?? { id: null, name: type };
	return { credentialsDecrypted: { id: id ?? '', name, type, data } };
}

function hostOf({ hosts }: Connection, { base }: ApiRequest): string {
	return (base === undefined ? undefined : hosts[base]) ?? hosts.main;
}

function multipart(fields: Record<string, string>, file: ApiFile): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	form.append(file.name, new Blob([file.content], { type: file.mimeType }), file.filename);
	return form;
}

function bodyOf({ form, body, file }: ApiRequest): IHttpRequestOptions['body'] {
	if (file !== undefined) return multipart(form ?? {}, file);
	if (form !== undefined) return new URLSearchParams(form);
	return body instanceof Uint8Array ? Buffer.from(body) : body;
}

function isOnMainHost(url: string, { hosts }: Connection): boolean {
	return URL.canParse(url) && new URL(url).origin === new URL(hosts.main).origin;
}

/** A file comes as bytes, and so does the JSON that tells why there is none. */
function bytesOf(body: unknown, status: number): unknown {
	if (!(body instanceof Uint8Array)) return body;
	if (status < 400) return new Uint8Array(body);
	const text = new TextDecoder().decode(body);
	return jsonParse(text, { fallbackValue: text });
}

/** The value of an answer's JSON, exact to the last digit; text that is none stays text. */
function valueOf(body: unknown): unknown {
	return typeof body === 'string' ? (parseJson(body) ?? body) : body;
}

/** The credential of a call, with somebody else's token in the place of its own where the call names one. */
async function credentialOf(
	context: RequestContext,
	provider: ProviderName,
	{ actAs }: ApiRequest,
	given: IAdditionalCredentialOptions = {},
): Promise<IAdditionalCredentialOptions> {
	const own = given.credentialsDecrypted === undefined ? await openCredential(context, provider) : given;
	if (typeof actAs !== 'object') return own;
	const { credentialsDecrypted } = own;
	if (credentialsDecrypted === undefined) throw new UserError('The credential could not be read');
	const data = { ...credentialsDecrypted.data, accessToken: actAs.token };
	return { credentialsDecrypted: { ...credentialsDecrypted, data } };
}

/** Header of an answer in milliseconds from now: seconds or a date (RFC 9110, Retry-After). */
function retryAfterMs(headers: unknown): number | undefined {
	const value = readGroup(headers)['retry-after'];
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const seconds = Number(value);
	const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
	return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}

async function answerOf(
	context: RequestContext,
	provider: ProviderName,
	connection: Connection,
	request: ApiRequest,
	credential: IAdditionalCredentialOptions,
): Promise<ApiAnswer> {
	const { credential: type, ownsUrl = isOnMainHost } = PROVIDER_ACCESS[provider];
	const body = bodyOf(request);
	const headers: IDataObject = {
		...request.headers,
		...(request.actAs === 'app' && { [ACT_AS_HEADER]: request.actAs }),
	};
	const { url, download = false } = request;
	if (url !== undefined && !ownsUrl(url, connection)) {
		return { outcome: 'refused', reason: 'the address is not one of the provider' };
	}
	const options: IHttpRequestOptions = {
		method: request.method,
		url: url ?? hostOf(connection, request) + request.path,
		// As text, because the client's own parser rounds ids of more digits than a number holds.
		...(download ? { encoding: 'arraybuffer' } : { json: true, encoding: 'text' }),
		// What a credential authenticates goes to the address that was called and nowhere else.
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: type.preAuthentication !== undefined ? { ignore: true, except: [401] } : true,
		timeout: TIMEOUT_MS,
		headers,
		...(request.query && { qs: request.query }),
		...(body !== undefined && { body }),
	};
	try {
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			type.name,
			options,
			credential,
		);
		const answer = readGroup(response);
		const pause = retryAfterMs(answer.headers);
		return {
			outcome: 'answered',
			status: Number(answer.statusCode),
			body: download ? bytesOf(answer.body, Number(answer.statusCode)) : valueOf(answer.body),
			...(pause !== undefined && { retryAfterMs: pause }),
		};
	} catch (failure) {
		return describeFailure(failure);
	}
}

/**
 * Calls the provider's API through n8n, so that its proxy, TLS and address rules and its credential handling apply. An
 * answer with an error status is an answer: the provider's code in the body decides what it means. None of the secrets that
 * went along can be read in it.
 */
export async function callProvider(
	context: RequestContext,
	provider: ProviderName,
	connection: Connection,
	request: ApiRequest,
	/** Spares the reading of the credential. See `openCredential`. */
	given?: IAdditionalCredentialOptions,
): Promise<ApiAnswer> {
	const credential = await credentialOf(context, provider, request, given);
	const answer = await answerOf(context, provider, connection, request, credential);
	if (answer.outcome === 'answered' && answer.body instanceof Uint8Array) return answer;
	// n8n puts a token that it fetched for the call into the credential that it was given.
	return answerWithout(callHider(provider, credential), answer);
}
