import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { HANDED_ON, isSameEndpoint, NEIGHBOUR_HEADER, neighboursFor, type MessagingEvent } from '../../core';
import { readText } from '../shared/parameters';
import { keepNeighbours, knownNeighbours, ownUrl } from './introduction';
import { handOn } from './neighbour-calls';

/** Calls that come again are few, and come soon. */
const MOST_CALLS_REMEMBERED = 1000;

/** By call and trigger, the neighbours that took it while another did not; the oldest give way. */
const takenBy = new Map<string, Set<string>>();

function rememberTaken(call: string, urls: readonly string[]): void {
	takenBy.set(call, new Set([...(takenBy.get(call) ?? []), ...urls]));
	const [oldest] = takenBy.keys();
	if (takenBy.size > MOST_CALLS_REMEMBERED && oldest !== undefined) takenBy.delete(oldest);
}

/** The header of a call that comes from another trigger; empty where it comes from the provider. */
export function neighbourHeader(context: IWebhookFunctions): string {
	return readText(context.getHeaderData()[NEIGHBOUR_HEADER]);
}

/**
 * Hands a call of the provider on to those neighbours who want any of its events. One whose workflow is gone is forgotten.
 *
 * @param isWanted whether this trigger wants any itself
 * @returns whether the call has to come again. Then this trigger has had its own share already, the way its neighbours get theirs:
 * one that keeps failing holds up nobody.
 */
export async function handOverEvents(
	context: IWebhookFunctions,
	events: readonly MessagingEvent[],
	rawBody: Buffer,
	isWanted: boolean,
): Promise<boolean> {
	if (neighbourHeader(context) === HANDED_ON || context.getMode() === 'manual') return false;
	const neighbours = knownNeighbours(context);
	if (neighbours.length === 0) return false;
	const call = createHash('sha256').update(ownUrl(context)).update(rawBody).digest('base64');
	const had = takenBy.get(call);
	const wanting = neighboursFor(neighbours, events, Date.now()).filter(({ url }) => had?.has(url) !== true);
	const outcomes = await Promise.all(
		wanting.map(async ({ url, workflow }) => ({
			url,
			workflow,
			outcome: await handOn(context, url, rawBody),
		})),
	);
	const gone = outcomes.filter(({ outcome }) => outcome === 'gone');
	if (gone.length > 0) {
		keepNeighbours(
			context,
			neighbours.filter(({ url }) => !gone.some((one) => isSameEndpoint(one.url, url))),
		);
	}
	const failed = outcomes.filter(({ outcome }) => outcome === 'again');
	if (failed.length === 0) return false;
	rememberTaken(
		call,
		outcomes.flatMap(({ url, outcome }) => (outcome === 'taken' ? url : [])),
	);
	const names = failed.map(({ workflow }) => `"${workflow}"`).join(', ');
	context.logger.warn(
		`${context.getNode().name}: the workflow ${names} did not take a call that was handed on; the provider is asked to repeat it`,
		{ workflowId: context.getWorkflow().id },
	);
	if (isWanted) await handOn(context, ownUrl(context), rawBody);
	return true;
}
