import type { IWebhookFunctions } from 'n8n-workflow';
import {
	HANDED_ON,
	isSameEndpoint,
	isSameServer,
	mergeNeighbours,
	NEIGHBOUR_HEADER,
	readHandOver,
	readIntroduction,
	TAKEN_HEADER,
	type NeighbourHandOver as HandOver,
	type Introduction,
	type Neighbour,
} from '../../core';
import { withQueryOf } from '../shared/callback-url';
import { askNeighbour, callOwn } from '../shared/own-calls';
import type { Connection } from '../shared/providers';
import type { TriggerContext } from './settings';

/** Headers that belong to one connection, or that a proxy wrote. */
const OF_THE_CONNECTION =
	/^(?:accept.*|connection|content-(?:encoding|length)|cookie|expect|forwarded|host|keep-alive|te|trailer|transfer-encoding|upgrade|via|x-(?:forwarded|real)-.*)$/i;

/** A provider gives up after some ten seconds. */
const HAND_OVER_MS = 8000;

/** What became of a call that was handed on. */
export interface HandedOn {
	outcome: HandOver;
	/** Why n8n could not call itself. */
	unreachable?: string;
}

/**
 * Hands a call of the provider on as it came, so that its signature still holds.
 *
 * @param taken marks of the events in it that were answers
 */
export async function handOn(
	context: IWebhookFunctions,
	url: string,
	{ rawBody, taken }: { rawBody: Buffer; taken: readonly string[] },
): Promise<HandedOn> {
	const { headers, originalUrl } = context.getRequestObject();
	const kept = Object.entries(headers).flatMap(([name, value]) =>
		typeof value === 'string' && !OF_THE_CONNECTION.test(name) ? [[name, value] as const] : [],
	);
	const answer = await callOwn(
		context,
		withQueryOf(url, originalUrl),
		rawBody,
		{ ...Object.fromEntries(kept), [NEIGHBOUR_HEADER]: HANDED_ON, [TAKEN_HEADER]: taken.join() },
		HAND_OVER_MS,
	);
	return {
		outcome: readHandOver(answer),
		...(answer.outcome === 'refused' && { unreachable: answer.reason }),
	};
}

/** What there was to learn about those who have a place that a trigger wants. */
export interface Meeting {
	/** Those to hand calls on to, the newest first. */
	neighbours: Neighbour[];
	/** The triggers that share their places, by their URLs. */
	hosts: { url: string; introduction: Introduction }[];
	/** URLs whose places may be taken. */
	free: string[];
	/** Why a place of this n8n is not shared, by its URL. */
	kept: { url: string; reason: string }[];
	/** n8n cannot call itself. */
	unreachable?: string;
}

const OTHER_SECRET =
	'Another workflow of this n8n has it, with another credential. Choose the same credential in both, or at least the same webhook secrets.';
const NOT_OURS =
	'Something else of this n8n has it. Unpublish that workflow, or give it a number or an app of its own.';

function byHand(workflow: string): string {
	return `Your workflow "${workflow}" has it, entered By Hand, and shares it with nobody. Set its 'Registration' to Automatic and publish it again.`;
}

/** Asks all triggers of this n8n that have such a place who they are. */
export async function meetNeighbours(
	context: TriggerContext,
	connection: Connection,
	own: string,
	holders: readonly string[],
	leaving?: string,
): Promise<Meeting> {
	const free = leaving === undefined ? [] : [leaving];
	const meeting: Meeting = { neighbours: [], hosts: [], free, kept: [] };
	const urls = holders.filter(
		(url) =>
			isSameServer(url, own) && !isSameEndpoint(url, own) && !free.some((one) => isSameEndpoint(one, url)),
	);
	for (const url of new Set(urls)) {
		const answer = await askNeighbour(context, connection, url, { ask: 'introduce' });
		if (answer.outcome !== 'answered') {
			meeting.unreachable = answer.reason;
			continue;
		}
		const introduction = answer.status === 200 ? readIntroduction(answer.body) : undefined;
		if (readHandOver(answer) === 'gone') meeting.free.push(url);
		else if (introduction === undefined) {
			meeting.kept.push({ url, reason: answer.status === 401 ? OTHER_SECRET : NOT_OURS });
		} else if (introduction.isShared) {
			meeting.free.push(url);
			meeting.hosts.push({ url, introduction });
		} else meeting.kept.push({ url, reason: byHand(introduction.workflow) });
	}
	const known = meeting.hosts.map(({ introduction }) => introduction.neighbours);
	meeting.neighbours = mergeNeighbours(known, own).filter(
		({ url }) => leaving === undefined || !isSameEndpoint(url, leaving),
	);
	return meeting;
}
