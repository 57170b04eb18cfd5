import type { RequestHandler } from 'express';
import type { Provider } from '../settings.ts';
import type { DeliveryState, WebhookDelivery } from './ledger.ts';
import { textWithoutSecrets, withoutSecrets } from './secrets.ts';
import type { StandIn } from './stand-in.ts';

/** Calls that are kept, and webhooks that are shown of each provider. */
const KEPT = 200;
/** Larger bodies are named, not kept. */
const BODY_BYTES = 64_000;
const CODES_KEPT = 5;

/** One call of a provider's API. */
interface Call {
	id: string;
	provider: Provider;
	/** Milliseconds since 1970. */
	at: number;
	method: string;
	address: string;
	headers: unknown;
	body?: unknown;
	answer?: unknown;
	/** Absent while the answer is outstanding, and for good where none came. */
	status?: number;
	/** Absent while the connection is open. */
	durationMs?: number;
}

/** A call of an API or a webhook, in a line. */
export interface Exchange {
	id: string;
	kind: 'call' | 'webhook';
	provider: Provider;
	at: number;
	method: string;
	address: string;
	/** What a webhook is about. */
	about?: string;
	state: 'open' | 'answered' | 'unanswered' | DeliveryState;
	status?: number | undefined;
	durationMs?: number | undefined;
	attempts?: number;
}

/** A part of an exchange that can be read: headers, a body, an attempt. */
interface Part {
	title: string;
	text: string;
}

/** A code that was asked for, to prove that a number is one's own. */
interface SentCode {
	provider: Provider;
	numberId: string;
	method: string;
	at: number;
}

/** What goes over the wire between a workflow and the stand-ins, for the page to show. Bounded, and without secrets. */
export class Traffic {
	readonly #standIns: readonly StandIn[];
	#calls: Call[] = [];
	#codes: SentCode[] = [];
	#serial = 0;

	constructor(standIns: readonly StandIn[]) {
		this.#standIns = standIns;
	}

	/** Takes down each call that comes by. */
	readonly record: RequestHandler = (request, response, next) => {
		const startedAt = performance.now();
		this.#serial += 1;
		const call: Call = {
			id: `call-${this.#serial}`,
			provider: this.#providerOf(request.path),
			at: Date.now(),
			method: request.method,
			address: request.originalUrl,
			headers: request.headers,
		};
		this.#calls.push(call);
		if (this.#calls.length > KEPT) this.#calls.shift();
		const send = response.send.bind(response);
		response.send = (answer: unknown) => {
			call.answer = kept(answer, sizeOf(answer));
			return send(answer);
		};
		response.on('close', () => {
			call.durationMs = Math.round(performance.now() - startedAt);
			const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
			if (length ?? encoding) call.body = kept(request.body, Number(length ?? 0));
			if (!response.writableFinished) return;
			call.status = response.statusCode;
			if (call.status === 200) this.#noteCode(call);
		});
		next();
	};

	/** The latest `limit` calls and webhooks, newest first. */
	exchanges(limit: number): Exchange[] {
		const webhooks = this.#standIns.flatMap(({ provider, ledger }) =>
			ledger.deliveries.slice(-KEPT).map((delivery) => webhookLine(provider, delivery)),
		);
		return [...this.#calls.map(callLine), ...webhooks].sort((a, b) => b.at - a.at).slice(0, limit);
	}

	/** What one of them said; undefined where it is not kept any more. */
	parts(id: string): Part[] | undefined {
		const call = this.#calls.find((each) => each.id === id);
		if (call) return callParts(call);
		const delivery = this.#standIns
			.flatMap(({ ledger }) => ledger.deliveries.slice(-KEPT))
			.find((each) => each.id === id);
		return delivery && webhookParts(delivery);
	}

	/** Codes that were asked for and not entered yet, the latest of each number. */
	get codes(): readonly SentCode[] {
		return this.#codes;
	}

	clear(): void {
		this.#calls = [];
		this.#codes = [];
	}

	/** Each provider but the one at the root is mounted under its own name. */
	#providerOf(path: string): Provider {
		const named = this.#standIns.find(({ provider }) => path.startsWith(`/${provider}/`));
		return named?.provider ?? 'whatsAppCloud';
	}

	/** `POST /{phone number}/request_code` and `/verify_code` (Meta, Business phone numbers). */
	#noteCode({ provider, address, body, at }: Call): void {
		const [, numberId = '', edge] = /\/(\d+)\/(request|verify)_code(?:\?|$)/.exec(address) ?? [];
		if (provider !== 'whatsAppCloud' || edge === undefined) return;
		const others = this.#codes.filter((code) => code.numberId !== numberId);
		const sent = edge === 'request' ? [{ provider, numberId, method: codeMethod(body), at }] : [];
		this.#codes = [...others, ...sent].slice(-CODES_KEPT);
	}
}

function codeMethod(body: unknown): string {
	const isObject = typeof body === 'object' && body !== null;
	return isObject && 'code_method' in body ? String(body.code_method).toUpperCase() : 'SMS';
}

function callLine({ id, provider, at, method, address, status, durationMs }: Call): Exchange {
	const end = status === undefined ? 'unanswered' : 'answered';
	const state = durationMs === undefined ? 'open' : end;
	return {
		id,
		kind: 'call',
		provider,
		at,
		method,
		address: textWithoutSecrets(address),
		state,
		status,
		durationMs,
	};
}

function webhookLine(provider: Provider, { id, at, about, state, attempts }: WebhookDelivery): Exchange {
	const last = attempts.at(-1);
	return {
		id,
		kind: 'webhook',
		provider,
		at: Date.parse(at),
		method: 'POST',
		address: textWithoutSecrets(last?.url ?? ''),
		about,
		state,
		status: last?.status,
		durationMs: last?.durationMs,
		attempts: attempts.length,
	};
}

function callParts({ headers, body, answer, status }: Call): Part[] {
	return [
		{ title: 'Request body', text: shown(body) },
		{ title: status === undefined ? 'Answer' : `Answer ${status}`, text: shown(answer) },
		{ title: 'Request headers', text: shown(headers) },
	].filter(({ text }) => text !== '');
}

function webhookParts({ body, attempts }: WebhookDelivery): Part[] {
	const tries = attempts.map(({ status, answer, problem, durationMs }, index) => ({
		title: `Attempt ${index + 1}${status === undefined ? '' : `, answered ${status}`}, ${durationMs} ms`,
		text: shown(answer) || textWithoutSecrets(problem ?? '') || 'No body',
	}));
	return [{ title: 'Body', text: shown(body) }, ...tries].filter(({ text }) => text !== '');
}

/** As text for a person: JSON in lines, without secrets. */
function shown(value: unknown): string {
	if (value === undefined || value === '') return '';
	const content = typeof value === 'string' ? jsonOr(value) : value;
	const safe = withoutSecrets(content);
	return typeof safe === 'string' ? safe : JSON.stringify(safe, null, 2);
}

/** What the text holds as JSON, or the text itself where it is none, such as HTML. */
function jsonOr(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return text;
	}
}

function kept(body: unknown, size: number): unknown {
	if (body === undefined || (size <= BODY_BYTES && !Buffer.isBuffer(body))) return body;
	return `(${size.toLocaleString('en')} bytes, not shown)`;
}

function sizeOf(answer: unknown): number {
	return typeof answer === 'string' || Buffer.isBuffer(answer) ? answer.length : 0;
}
