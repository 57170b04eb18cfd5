import { jsonParse, type IWebhookFunctions } from 'n8n-workflow';
import {
	HANDED_ON,
	isSameEndpoint,
	isSameServer,
	mergeNeighbours,
	NEIGHBOUR_HEADER,
	readHandOver,
	readIntroduction,
	signNeighbourRequest,
	type ApiAnswer,
	type HandOver,
	type Introduction,
	type Neighbour,
	type NeighbourRequest,
} from '../../core';
import { withQueryOf } from '../shared/callback-url';
import { describeFailure } from '../shared/failed-call';
import { readGroup } from '../shared/parameters';
import type { Connection } from '../shared/providers';
import type { TriggerContext } from './settings';

type HttpContext = Pick<TriggerContext, 'helpers'>;

/** A provider gives up after some ten seconds. */
const HAND_OVER_MS = 8000;
const ASK_MS = 10_000;
/** Time for a neighbour's own calls of the provider. */
const REPLACE_MS = 60_000;

/** Calls a trigger of this n8n by its public address, which also is right where several processes share the work. */
async function post(
	{ helpers }: HttpContext,
	url: string,
	body: Buffer,
	headers: Record<string, string>,
	timeout: number,
): Promise<ApiAnswer> {
	try {
		const response: unknown = await helpers.httpRequest({
			method: 'POST',
			url,
			body,
			headers,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			encoding: 'text',
			timeout,
		});
		const { statusCode, body: text } = readGroup(response);
		const answer: unknown = typeof text === 'string' ? jsonParse(text, { fallbackValue: text }) : text;
		return { outcome: 'answered', status: Number(statusCode), body: answer };
	} catch (failure) {
		return describeFailure(failure);
	}
}

/** Asks a trigger that has one of the secrets. */
export async function askNeighbour(
	context: HttpContext,
	{ webhook: { handOverKeys } }: Connection,
	url: string,
	request: NeighbourRequest,
): Promise<ApiAnswer> {
	const [key] = handOverKeys ?? [];
	if (key === undefined) return { outcome: 'refused', reason: 'the credential has no secret for it' };
	const body = JSON.stringify(request);
	const headers = {
		'content-type': 'application/json',
		[NEIGHBOUR_HEADER]: signNeighbourRequest(body, key, Date.now()),
	};
	return await post(
		context,
		url,
		Buffer.from(body),
		headers,
		request.ask === 'replace' ? REPLACE_MS : ASK_MS,
	);
}

/** Headers that belong to one connection, or that a proxy wrote. */
const OF_THE_CONNECTION =
	/^(?:accept.*|connection|content-(?:encoding|length)|cookie|expect|forwarded|host|keep-alive|te|trailer|transfer-encoding|upgrade|via|x-(?:forwarded|real)-.*)$/i;

/** What became of a call that was handed on. */
export interface HandedOn {
	outcome: HandOver;
	/** Why n8n could not call itself. */
	unreachable?: string;
}

/** Hands a call of the provider on as it came, so that its signature still holds. */
export async function handOn(context: IWebhookFunctions, url: string, rawBody: Buffer): Promise<HandedOn> {
	const { headers, originalUrl } = context.getRequestObject();
	const kept = Object.entries(headers).flatMap(([name, value]) =>
		typeof value === 'string' && !OF_THE_CONNECTION.test(name) ? [[name, value] as const] : [],
	);
	const answer = await post(
		context,
		withQueryOf(url, originalUrl),
		rawBody,
		{ ...Object.fromEntries(kept), [NEIGHBOUR_HEADER]: HANDED_ON },
		HAND_OVER_MS,
	);
	return {
		outcome: readHandOver(answer),
		...(answer.outcome === 'refused' && { unreachable: answer.reason }),
	};
}

/** Why workflows cannot share a webhook, and what to do. */
export function cannotCallItself(url: string, reason: string): string {
	return [
		`n8n could not call itself at ${new URL(url).origin}: ${reason}.`,
		'Workflows that share a webhook hand its calls on to each other by this address.',
		'Let n8n reach it; where N8N_SSRF_PROTECTION_ENABLED is on, name it in N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.',
	].join(' ');
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
