import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import {
	HANDED_ON,
	NEIGHBOUR_HEADER,
	neighboursFor,
	type NeighbourHandOver as HandOver,
	type MessagingEvent,
	type Neighbour,
} from '../../core';
import { readText } from '../shared/parameters';
import { askNeighbour, cannotCallItself } from '../shared/own-calls';
import { currentConnection } from './connection';
import { knownNeighbours, ownUrl } from './introduction';
import { handOn, type HandedOn } from './neighbour-calls';
import type { TriggerPanel } from './settings';

/** A call of the provider. */
interface Call {
	/** Without those that were answers. */
	events: readonly MessagingEvent[];
	/** Marks of the answers. */
	taken: readonly string[];
	rawBody: Buffer;
}

/** Calls that come again come soon: of a thousand calls, where ten neighbours want each. */
const MOST_REMEMBERED = 10_000;

/** By call and neighbour; the oldest give way. */
const handedOn = new Map<string, Promise<HandedOn>>();

/** Spares a neighbour a repeat of what it has taken, which would cost it as much as the first time. A test is to get each. */
async function handOnOnce(
	context: IWebhookFunctions,
	{ url, until }: Neighbour,
	call: Call,
	digest: string,
): Promise<HandedOn> {
	const key = `${digest} ${url}`;
	const before = handedOn.get(key);
	if (before !== undefined) return await before;
	const underWay = handOn(context, url, call);
	handedOn.set(key, underWay);
	const [oldest] = handedOn.keys();
	if (handedOn.size > MOST_REMEMBERED && oldest !== undefined) handedOn.delete(oldest);
	const handed = await underWay;
	if (handed.outcome !== 'taken' || until !== undefined) handedOn.delete(key);
	return handed;
}

/** The header of a call that comes from another trigger; empty where it comes from the provider. */
export function neighbourHeader(context: IWebhookFunctions): string {
	return readText(context.getHeaderData()[NEIGHBOUR_HEADER]);
}

/** By calls to itself: n8n saves what a call leaves behind at its end, over everything that came while neighbours were waited for. */
async function forget(
	context: IWebhookFunctions,
	{ provider }: TriggerPanel,
	gone: readonly Neighbour[],
): Promise<void> {
	for (const { url } of gone) {
		const connection = await currentConnection(context, provider);
		await askNeighbour(context, connection, ownUrl(context), { ask: 'forget', url });
	}
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
	panel: TriggerPanel,
	call: Call,
	isWanted: boolean,
): Promise<boolean> {
	if (neighbourHeader(context) === HANDED_ON || context.getMode() === 'manual') return false;
	const wanting = neighboursFor(knownNeighbours(context), call.events, Date.now());
	if (wanting.length === 0) return false;
	const digest = createHash('sha256').update(call.rawBody).digest('base64');
	const outcomes = await Promise.all(
		wanting.map(async (neighbour) => ({
			neighbour,
			...(await handOnOnce(context, neighbour, call, digest)),
		})),
	);
	const those = (wanted: HandOver) =>
		outcomes.flatMap(({ neighbour, outcome }) => (outcome === wanted ? neighbour : []));
	await forget(context, panel, those('gone'));
	const failed = those('again');
	if (failed.length === 0) return false;
	const names = failed.map(({ workflow }) => `"${workflow}"`).join(', ');
	const [unreachable] = outcomes.flatMap((one) => one.unreachable ?? []);
	const why = unreachable === undefined ? '' : ` ${cannotCallItself(ownUrl(context), unreachable)}`;
	context.logger.warn(
		`${context.getNode().name}: the workflow ${names} did not take a call that was handed on; the provider is asked to repeat it.${why}`,
		{ workflowId: context.getWorkflow().id },
	);
	if (isWanted) await handOn(context, ownUrl(context), call);
	return true;
}
