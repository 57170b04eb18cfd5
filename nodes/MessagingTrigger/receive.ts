import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	EventLedger,
	isSelected,
	parseWebhook,
	verifyWebhook,
	type Claim,
	type MessagingEvent,
} from '../../core';
import { PROVIDER_ACCESS } from '../shared/providers';
import { refuse, respond } from './respond';
import { chosenProvider, chosenSelection } from './settings';

/** One ledger a trigger, for the life of the process. */
const ledgers = new Map<string, EventLedger>();

function ledgerOf(context: IWebhookFunctions): EventLedger {
	const key = `${context.getWorkflow().id ?? ''}:${context.getNode().id}`;
	let ledger = ledgers.get(key);
	if (ledger === undefined) {
		ledger = new EventLedger(Date.now);
		ledgers.set(key, ledger);
	}
	return ledger;
}

/** n8n parses what is declared as JSON and fails on broken JSON itself; anything else is read from the raw bytes. */
function readBody(context: IWebhookFunctions, rawBody: Buffer): { ok: true; body: unknown } | { ok: false } {
	const request = context.getRequestObject();
	if (request.contentType === 'application/json') return { ok: true, body: request.body };
	try {
		const body: unknown = JSON.parse(rawBody.toString('utf8'));
		return { ok: true, body };
	} catch {
		return { ok: false };
	}
}

/**
 * n8n answers 200 when it has created the execution, so that is when the events count as taken over. Any other end of the
 * response, the caller hanging up included, gives them back to the next delivery.
 */
function settleWithResponse(context: IWebhookFunctions, claim: Claim): void {
	const response = context.getResponseObject();
	response.once('finish', () => {
		if (response.statusCode >= 200 && response.statusCode < 300) claim.commit();
		else claim.release();
	});
	response.once('close', () => {
		claim.release();
	});
}

async function takeOver(context: IWebhookFunctions, events: MessagingEvent[]): Promise<IWebhookResponseData> {
	// While listening for a test event a person sends the same sample again and again, and wants to see it each time.
	if (context.getMode() === 'manual') return start(events);

	const claim = await ledgerOf(context).claim(events.map((event) => event.eventKey));
	const left = new Set(claim.keys);
	// An event that stands twice in one delivery passes once: the second time its key is no longer there to delete.
	const fresh = events.filter((event) => left.delete(event.eventKey));
	if (fresh.length === 0) {
		claim.release();
		return respond(context, 200, 'Already received');
	}
	settleWithResponse(context, claim);
	return start(fresh);
}

function start(events: MessagingEvent[]): IWebhookResponseData {
	return { workflowData: [events.map((event) => ({ json: { ...event } }))] };
}

/** Authenticates a call, normalises it and starts the workflow with those of its events that are wanted and new. */
export async function receiveDelivery(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const provider = chosenProvider(context);
	const { webhookSecrets } = await PROVIDER_ACCESS[provider].connect(context);
	const { headers, rawBody } = context.getRequestObject();
	const bytes = Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0);

	const verification = verifyWebhook(provider, { headers, rawBody: bytes }, webhookSecrets);
	if (!verification.ok) return refuse(context, 401, 'Signature refused', verification.reason);

	const reading = readBody(context, bytes);
	if (!reading.ok) return refuse(context, 400, 'The body is not JSON', 'its body is not JSON');

	const selection = chosenSelection(context);
	const events = parseWebhook(provider, reading.body).filter((event) => isSelected(event, selection));
	if (events.length === 0) return respond(context, 200, 'Received');
	return await takeOver(context, events);
}
