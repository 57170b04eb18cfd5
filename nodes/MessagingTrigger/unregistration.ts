import type { IHookFunctions } from 'n8n-workflow';
import { isSameEndpoint, unregisterWebhook, webhookHolders } from '../../core';
import { readGroup, readList, readText } from '../shared/parameters';
import { PROVIDER_ACCESS, type Connection } from '../shared/providers';
import { askNeighbour, cannotCallItself } from '../shared/own-calls';
import { forgetMemory, keepNeighbours, knownNeighbours, ownUrl } from './introduction';
import { lineOf, type Line } from './registration';
import { readPanel, type TriggerContext, type TriggerPanel } from './settings';
import { oneAfterTheOther } from './turns';

/** Has published triggers hand on to this one no more. */
async function leave(
	context: TriggerContext,
	connection: Connection,
	urls: readonly string[],
): Promise<void> {
	const request = { ask: 'forget', url: ownUrl(context) } as const;
	await Promise.all(urls.map(async (url) => await askNeighbour(context, connection, url, request)));
}

/** Has the neighbours register themselves, the newest first, until none of the places is this trigger's any more. */
async function makeRoom(context: TriggerContext, line: Line): Promise<void> {
	const own = ownUrl(context);
	for (const { url, until, workflow } of knownNeighbours(context)) {
		if (until !== undefined) continue;
		const places = await webhookHolders(line.tools.call, line.target);
		if (!places.some((place) => isSameEndpoint(place, own))) return;
		const answer = await askNeighbour(context, line.connection, url, { ask: 'replace', leaving: own });
		if (answer.outcome !== 'refused') continue;
		const why = cannotCallItself(own, answer.reason);
		context.logger.warn(
			`${context.getNode().name}: the webhook could not be left to the workflow "${workflow}", which gets nothing more until you publish it again. ${why}`,
		);
		return;
	}
}

async function removeRegistration(context: IHookFunctions, panel: TriggerPanel): Promise<boolean> {
	const remembered = readGroup(context.getWorkflowStaticData('node'));
	const connection = await PROVIDER_ACCESS[panel.provider].connect(context);
	const lentBy = readList(remembered.lentBy).map(readText);
	if (lentBy.length > 0) {
		await leave(context, connection, lentBy);
		return true;
	}
	const senders = readList(remembered.senders).map(readText);
	const neighbours = knownNeighbours(context);
	const line = await lineOf(context, panel, connection, { senders, neighbours });
	if (line === undefined) return true;
	if (!line.isTest) await makeRoom(context, line);
	const result = await unregisterWebhook(line.tools.call, line.target, remembered.receipt);
	keepNeighbours(context, []);
	if (result.state !== 'failed') return true;
	context.logger.warn(
		`${context.getNode().name}: could not ${result.step}: ${result.error.title}. ${result.error.advice}`,
	);
	return false;
}

/**
 * Removes what this trigger registered, and nothing of anybody else. Never throws: n8n would then leave the URLs of all triggers of
 * the workflow in place.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	forgetMemory(context);
	const panel = readPanel(context);
	if (!panel.registersItself) return true;
	try {
		return await oneAfterTheOther(async () => await removeRegistration(context, panel));
	} catch (failure) {
		const reason = failure instanceof Error ? failure.message : String(failure);
		context.logger.warn(
			`${context.getNode().name}: the webhook stays registered at the provider: ${reason}. Publish and unpublish the workflow once more with a working credential, or remove ${ownUrl(context)} there.`,
		);
		return false;
	}
}
