import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { inboundTraits } from '../../core';
import { freshConnection } from './connection';
import { receiveDelivery } from './receive';
import { refuse, respond } from './respond';
import { chosenProvider } from './settings';

/**
 * Answers a GET: Meta's check that this URL belongs to somebody who knows the verify token, or a delivery of a gateway
 * that puts its events into the query.
 */
export async function answerCheck(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const provider = chosenProvider(context);
	const { deliversByGet, handshake } = inboundTraits(provider);
	if (deliversByGet) return await receiveDelivery(context);
	if (handshake === undefined)
		return refuse(context, 404, 'Not found', 'the provider makes no calls of this kind');
	const { webhook } = await freshConnection(context, provider);
	const query: Record<string, unknown> = { ...context.getRequestObject().query };
	const answer = handshake.answer(query, webhook.verifyToken ?? '');
	return answer.ok
		? respond(context, 200, answer.challenge)
		: refuse(context, 403, 'Verification refused', answer.reason);
}
