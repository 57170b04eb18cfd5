import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { inboundTraits, isSelected, parseWebhook, verifyWebhook, type Verification } from '../../core';
import { readText } from '../shared/parameters';
import type { Connection } from '../shared/providers';
import { chosenMapping } from './mapping';
import { currentConnection, freshConnection } from './connection';
import { refuse, respond } from './respond';
import { chosenProvider, chosenSelection, sharesExecutions } from './settings';
import { takeOver } from './take-over';

type Reading = { ok: true; body: unknown } | { ok: false };

const TOKEN_PARAMETER = 'token';
const PARSED_BY_N8N = ['application/json', 'application/x-www-form-urlencoded'];

/**
 * n8n parses JSON and forms, and fails on broken JSON itself; anything else is read as JSON from the raw bytes. A GET has
 * its values in the query.
 */
function readBody(context: IWebhookFunctions, rawBody: Buffer): Reading {
	const request = context.getRequestObject();
	if (request.method === 'GET') {
		// The secret word in the URL is no part of what the gateway says.
		const values = Object.entries(request.query).filter(([name]) => name !== TOKEN_PARAMETER);
		return { ok: true, body: Object.fromEntries(values) };
	}
	if (PARSED_BY_N8N.includes(request.contentType ?? '')) return { ok: true, body: request.body };
	try {
		const body: unknown = JSON.parse(rawBody.toString('utf8'));
		return { ok: true, body };
	} catch {
		return { ok: false };
	}
}

/** n8n reads the body of the types that it parses, and leaves any other in the stream. A form with files is used up. */
async function readBytes(request: ReturnType<IWebhookFunctions['getRequestObject']>): Promise<Buffer> {
	if (!Buffer.isBuffer(request.rawBody) && request.readable) await request.readRawBody();
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
}

/** The URL as the provider called it. */
function publicUrl(context: IWebhookFunctions, originalUrl: string): string {
	const [, search] = originalUrl.split('?', 2);
	const url = context.getNodeWebhookUrl('default') ?? '';
	return search === undefined ? url : `${url}?${search}`;
}

/** A secret that was changed a moment ago counts at once, so before a refusal the credential is read afresh. */
async function authenticate(context: IWebhookFunctions, rawBody: Buffer): Promise<Verification> {
	const provider = chosenProvider(context);
	const { headers, query, originalUrl } = context.getRequestObject();
	const request = {
		headers,
		rawBody,
		urlToken: readText(query[TOKEN_PARAMETER]),
		// Only gateways of one's own sign it.
		...(inboundTraits(provider).signsUrl && { url: publicUrl(context, originalUrl) }),
	};
	const check = ({ webhook }: Connection): Verification =>
		webhook.isOpen ? { ok: true } : verifyWebhook(provider, request, webhook.secrets);

	const known = await currentConnection(context, provider);
	const verification = check(known);
	if (verification.ok) return verification;
	const fresh = await freshConnection(context, provider);
	return fresh === known ? verification : check(fresh);
}

/** Authenticates a call, normalises it and starts the workflow with those of its events that are wanted and new. */
export async function receiveDelivery(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const bytes = await readBytes(context.getRequestObject());

	const verification = await authenticate(context, bytes);
	if (!verification.ok) return refuse(context, 401, 'Signature refused', verification.reason);

	const reading = readBody(context, bytes);
	if (!reading.ok) return refuse(context, 400, 'The body is not JSON', 'its body is not JSON');

	const selection = chosenSelection(context);
	const provider = chosenProvider(context);
	const options = inboundTraits(provider).needsMapping ? { mapping: chosenMapping(context) } : {};
	const events = parseWebhook(provider, reading.body, options).filter((event) =>
		isSelected(event, selection),
	);
	if (events.length === 0) return respond(context, 200, 'Received');
	return await takeOver(context, events, sharesExecutions(context));
}
