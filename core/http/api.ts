import { toJsonValue } from '../lib/json';
import { hideIn, type Hide } from '../lib/secrets';

/** A file that goes along with the fields of a form, as uploads take it. */
export interface ApiFile {
	/** Of the form's member. */
	name: string;
	content: Uint8Array<ArrayBuffer>;
	mimeType: string;
	filename: string;
}

/** One call of the provider's API, below the address of the credential. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path: string;
	/**
	 * The whole address in place of base and path, as where the provider keeps a file on a host of its own. The credential
	 * goes along, so only an address that was checked to be the provider's may stand here.
	 */
	url?: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** JSON; bytes go out as they are. */
	body?: object;
	/** The body as a form instead of JSON. */
	form?: Record<string, string>;
	/** Makes the form a multipart one. */
	file?: ApiFile;
	/** The answer is a file: its body comes as bytes. */
	download?: true;
	/** The name of another of the provider's hosts in place of its main one. */
	base?: string;
	/**
	 * The identity of the call in place of the credential's: its app, or whoever a token belongs to that came up on the way
	 * and appears nowhere else.
	 */
	actAs?: 'app' | { token: string };
}

/** What became of a call. `refused`: the provider was never reached; `unknown`: it may have acted, but no answer came. */
export type ApiAnswer =
	| {
			outcome: 'answered';
			status: number;
			body: unknown;
			/** What the answer's Retry-After says, in milliseconds. */
			retryAfterMs?: number;
	  }
	| { outcome: 'refused' | 'unknown'; reason: string };

/** How to reach the provider. An answer with an error status is an answer too. */
export type ApiCall = (request: ApiRequest) => Promise<ApiAnswer>;

/** An answer in which no secret can be read that the provider, or a proxy in front of it, repeats. */
export function answerWithout(hide: Hide, answer: ApiAnswer): ApiAnswer {
	return answer.outcome === 'answered'
		? { ...answer, body: hideIn(toJsonValue(answer.body), hide) }
		: { ...answer, reason: hide(answer.reason) };
}
