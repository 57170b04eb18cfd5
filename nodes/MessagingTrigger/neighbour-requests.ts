import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isOwnCall, isSameServer, mergeNeighbours, readNeighbourRequest } from '../../core';
import { currentConnection, freshConnection } from './connection';
import { introduce, keepNeighbours, knownNeighbours, ownUrl, rememberRegistration } from './introduction';
import { replaceLeaving } from './registration';
import { refuse } from './respond';
import type { TriggerPanel } from './settings';

/** Whether another trigger with the same secret asks; one that was changed a moment ago counts at once. */
async function isKnown(
	context: IWebhookFunctions,
	{ provider }: TriggerPanel,
	header: string,
	body: Buffer,
): Promise<boolean> {
	for (const connect of [currentConnection, freshConnection]) {
		const { webhook } = await connect(context, provider);
		if (isOwnCall('neighbour', header, body, webhook.handOverKeys ?? [], Date.now())) return true;
	}
	return false;
}

/** Answers another trigger of this n8n. n8n sends the answer when it has saved what was kept. */
export async function answerNeighbour(
	context: IWebhookFunctions,
	panel: TriggerPanel,
	header: string,
	body: Buffer,
): Promise<IWebhookResponseData> {
	if (!(await isKnown(context, panel, header, body))) {
		return refuse(context, 401, 'Signature refused', 'a neighbour does not have the same secret');
	}
	const request = readNeighbourRequest(context.getRequestObject().body);
	switch (request?.ask) {
		case 'introduce':
			return { webhookResponse: introduce(context, panel) };
		case 'remember':
			rememberRegistration(context, request);
			return { webhookResponse: { ok: true } };
		case 'welcome':
			keepNeighbours(
				context,
				mergeNeighbours([[request.neighbour], knownNeighbours(context)], ownUrl(context)),
			);
			return { webhookResponse: { ok: true } };
		case 'forget':
			keepNeighbours(context, mergeNeighbours([knownNeighbours(context)], request.url));
			return { webhookResponse: { ok: true } };
		case 'replace':
			if (!isSameServer(request.leaving, ownUrl(context))) break;
			await replaceLeaving(context, panel, request.leaving);
			return { webhookResponse: { ok: true } };
		case undefined:
	}
	return refuse(context, 400, 'Not understood', 'the request of a neighbour was not understood');
}
