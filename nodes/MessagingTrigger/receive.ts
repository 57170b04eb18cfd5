import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	HANDED_ON,
	hasLongIntegers,
	hasMoreValues,
	inboundTraits,
	isSelected,
	parseWebhook,
	verifyWebhook,
	withExactIntegers,
	type Handshake,
	type ProviderName,
	type Verification,
} from '../../core';
import { readText } from '../shared/parameters';
import { withQueryOf } from '../shared/callback-url';
import type { Connection } from '../shared/providers';
import { chosenMapping } from '../shared/custom-gateway';
import { handOverAnswers } from './answers';
import { currentConnection, freshConnection } from './connection';
import { takeOverAndWait } from './await-end';
import { handOverEvents, neighbourHeader } from './hand-over';
import { answerNeighbour } from './neighbour-requests';
import { refuse, respond } from './respond';
import { readPanel, type TriggerPanel } from './settings';
import { takeOver } from './take-over';

type Reading = { ok: true; body: unknown } | { ok: false };

/** Meta's calls have 3 MB at most, and a report on a thousand messages has about 30,000 values. */
const MOST_VALUES = 100_000;

const TOKEN_PARAMETER = 'token';
const JSON_TYPE = 'application/json';
const PARSED_BY_N8N = [JSON_TYPE, 'application/x-www-form-urlencoded'];

/**
 * n8n parses JSON and forms, and fails on broken JSON itself; anything else is read as JSON from the raw bytes, and so is JSON
 * with numbers that n8n's parser rounds. A GET has its values in the query.
 */
function readBody(context: IWebhookFunctions, rawBody: Buffer): Reading {
	const request = context.getRequestObject();
	if (request.method === 'GET') {
		// The secret word in the URL is not part of what the gateway says.
		const values = Object.entries(request.query).filter(([name]) => name !== TOKEN_PARAMETER);
		return { ok: true, body: Object.fromEntries(values) };
	}
	const text = rawBody.toString('utf8');
	const isParsed = PARSED_BY_N8N.includes(request.contentType ?? '');
	const isExact = request.contentType !== JSON_TYPE || !hasLongIntegers(text);
	if (isParsed && isExact) return { ok: true, body: request.body };
	try {
		const body: unknown = JSON.parse(withExactIntegers(text));
		return { ok: true, body };
	} catch {
		return isParsed ? { ok: true, body: request.body } : { ok: false };
	}
}

/**
 * n8n reads the body of the types that it parses, and leaves any other in the stream. A form with files is used up. The body of a
 * GET is not read, so its signature must not stand for what the query says.
 */
async function readBytes(request: ReturnType<IWebhookFunctions['getRequestObject']>): Promise<Buffer> {
	if (request.method === 'GET') return Buffer.alloc(0);
	if (!Buffer.isBuffer(request.rawBody) && request.readable) await request.readRawBody();
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
}

/** The URL as the provider called it. */
function publicUrl(context: IWebhookFunctions, originalUrl: string): string {
	return withQueryOf(context.getNodeWebhookUrl('default') ?? '', originalUrl);
}

/** A secret that was changed a moment ago counts at once, so before a refusal the credential is read afresh. */
async function authenticate(
	context: IWebhookFunctions,
	provider: ProviderName,
	rawBody: Buffer,
): Promise<Verification> {
	const { headers, query, originalUrl } = context.getRequestObject();
	const request = {
		headers,
		rawBody,
		urlToken: readText(query[TOKEN_PARAMETER]),
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
async function receiveDelivery(
	context: IWebhookFunctions,
	panel: TriggerPanel,
): Promise<IWebhookResponseData> {
	const { provider, selection, sharesExecutions, answerWithinMs, registersItself } = panel;
	const arrivedAt = performance.now();
	const bytes = await readBytes(context.getRequestObject());
	const { needsMapping, mostBytes } = inboundTraits(provider);
	if (bytes.length > mostBytes) {
		return refuse(context, 413, 'The body is too large', `its body has more than ${mostBytes} bytes`);
	}
	const header = neighbourHeader(context);
	if (header !== '' && header !== HANDED_ON) return await answerNeighbour(context, panel, header, bytes);

	const verification = await authenticate(context, provider, bytes);
	if (!verification.ok) return refuse(context, 401, 'Signature refused', verification.reason);

	const reading = readBody(context, bytes);
	if (!reading.ok) return refuse(context, 400, 'The body is not JSON', 'its body is not JSON');
	if (hasMoreValues(reading.body, MOST_VALUES)) {
		return refuse(context, 413, 'The body is too large', `its body has more than ${MOST_VALUES} values`);
	}

	const options = needsMapping ? { mapping: chosenMapping(context) } : {};
	const parsed = parseWebhook(provider, reading.body, options);
	const { events: all, taken, isBusy } = await handOverAnswers(context, panel, parsed);
	if (isBusy) return respond(context, 503, 'Deliver it again');
	const events = all.filter((event) => isSelected(event, selection));
	const call = { events: all, taken, rawBody: bytes };
	if (registersItself && (await handOverEvents(context, panel, call, events.length > 0))) {
		return respond(context, 503, 'Deliver it again');
	}
	if (events.length === 0) return respond(context, 200, 'Received');
	if (answerWithinMs === undefined) return await takeOver(context, events, sharesExecutions);
	return await takeOverAndWait(context, events, { sharesExecutions, deadline: arrivedAt + answerWithinMs });
}

/** Answers a provider that asks, before it uses this URL, whether it belongs to somebody who knows the verify token. */
async function answerHandshake(
	context: IWebhookFunctions,
	provider: ProviderName,
	{ answer }: Handshake,
): Promise<IWebhookResponseData> {
	const { webhook } = await freshConnection(context, provider);
	const { query } = context.getRequestObject();
	const handshake = answer({ ...query }, webhook.verifyToken ?? '');
	return handshake.ok
		? respond(context, 200, handshake.challenge)
		: refuse(context, 403, 'Verification refused', handshake.reason);
}

/** One call of the trigger's URL: a delivery, or a GET by which the provider verifies the URL. */
export async function receiveCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const panel = readPanel(context);
	const { handshake, deliversByGet } = inboundTraits(panel.provider);
	if (context.getWebhookName() !== 'setup' || deliversByGet) return await receiveDelivery(context, panel);
	if (handshake !== undefined) return await answerHandshake(context, panel.provider, handshake);
	return refuse(context, 403, 'Verification refused', 'this provider makes no calls by GET');
}
