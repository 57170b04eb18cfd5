import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerHandshake } from '../../core';
import { freshConnection } from './connection';
import { refuse, respond } from './respond';
import { chosenProvider } from './settings';

/** Answers the provider's check that this URL belongs to somebody who knows the verify token. */
export async function answerVerification(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { webhook } = await freshConnection(context, chosenProvider(context));
	const query: Record<string, unknown> = { ...context.getRequestObject().query };
	const answer = answerHandshake(query, webhook.verifyToken ?? '');
	return answer.ok
		? respond(context, 200, answer.challenge)
		: refuse(context, 403, 'Verification refused', answer.reason);
}
