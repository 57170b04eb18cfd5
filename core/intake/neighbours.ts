/**
 * Triggers of one n8n on the same number, account or app. The provider calls one of them, the newest, which hands the calls on
 * to its neighbours, each by its own selection. It knows all that were there before it.
 */
import { z } from 'zod';
import { ACCOUNT_EVENTS, EVENT_KINDS, MESSAGE_STATUSES, MESSAGE_TYPES, type MessagingEvent } from '../events';
import type { ApiAnswer } from '../http/api';
import { objectOf } from '../lib/json';
import { isSameEndpoint } from '../webhooks/callback-url';
import { isSelected } from './selection';

const Selection = z.object({
	kinds: z.array(z.enum(EVENT_KINDS)),
	senders: z.array(z.string()),
	messageTypes: z.array(z.enum(MESSAGE_TYPES)),
	statuses: z.array(z.enum(MESSAGE_STATUSES)),
	finalOnly: z.boolean(),
	/** A trigger of an earlier version says nothing of it. */
	accountEvents: z.array(z.enum(ACCOUNT_EVENTS)).default([]),
});

const Neighbour = z.object({
	/** Of its webhook, without a query. */
	url: z.string().url(),
	/** The name of its workflow. */
	workflow: z.string(),
	selection: Selection,
	/** The end of a test, in milliseconds since 1970. */
	until: z.number().optional(),
});
export type Neighbour = z.infer<typeof Neighbour>;

/** What one trigger asks another. */
const NeighbourRequest = z.discriminatedUnion('ask', [
	/** Who are you, and whom do you hand calls on to? */
	z.object({ ask: z.literal('introduce') }),
	/** You registered for these senders, and hand calls on to these neighbours. A trigger asks itself. */
	z.object({ ask: z.literal('remember'), senders: z.array(z.string()), neighbours: z.array(Neighbour) }),
	/** Hand calls on to this one as well. */
	z.object({ ask: z.literal('welcome'), neighbour: Neighbour }),
	/** Hand calls on to this one no more. */
	z.object({ ask: z.literal('forget'), url: z.string().url() }),
	/** Register yourself anew, in the places of this trigger, which leaves. */
	z.object({ ask: z.literal('replace'), leaving: z.string().url() }),
]);
export type NeighbourRequest = z.infer<typeof NeighbourRequest>;

/** The answer to `introduce`. */
const Introduction = z.object({
	workflow: z.string(),
	/** Whether its place may be taken. It is not where a person entered the URL. */
	isShared: z.boolean(),
	/** Whether its n8n can go on after a wait at another output than the first. */
	routesAnswers: z.boolean().optional(),
	/** The trigger itself, and those that it knows. */
	neighbours: z.array(Neighbour),
});
export type Introduction = z.infer<typeof Introduction>;

/** Header of a call from one trigger to another. */
export const NEIGHBOUR_HEADER = 'x-messaging-neighbour';

/** The header's value where the call is one of the provider's, which is not handed on a second time. */
export const HANDED_ON = 'handed-on';

export function readNeighbours(value: unknown): Neighbour[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((one) => {
		const result = Neighbour.safeParse(one);
		return result.success ? [result.data] : [];
	});
}

export function readNeighbourRequest(value: unknown): NeighbourRequest | undefined {
	return NeighbourRequest.safeParse(value).data;
}

export function readIntroduction(value: unknown): Introduction | undefined {
	return Introduction.safeParse(value).data;
}

/** The neighbours in their order, each once, without one that is not to be among them. */
export function mergeNeighbours(lists: readonly (readonly Neighbour[])[], without: string): Neighbour[] {
	const merged: Neighbour[] = [];
	for (const neighbour of lists.flat()) {
		const isThere = [without, ...merged.map(({ url }) => url)].some((url) =>
			isSameEndpoint(url, neighbour.url),
		);
		if (!isThere) merged.push(neighbour);
	}
	return merged;
}

/** Those who want any of the events; a test that has ended wants none. */
export function neighboursFor(
	neighbours: readonly Neighbour[],
	events: readonly MessagingEvent[],
	now: number,
): Neighbour[] {
	return neighbours.filter(
		({ selection, until }) =>
			(until === undefined || until > now) && events.some((event) => isSelected(event, selection)),
	);
}

/** The senders that any of them wants; none where one of them wants all. */
export function sendersOfAll(selections: readonly Neighbour['selection'][]): string[] {
	const lists = selections.map(({ senders }) => senders);
	return lists.some(({ length }) => length === 0) ? [] : [...new Set(lists.flat())];
}

/**
 * What became of a call that was handed on. `gone`: n8n itself says that there is no such webhook or workflow any more, in JSON; a
 * proxy's 404, or that of an n8n that is starting, says nothing.
 * `again`: it is to come again. Whatever else a neighbour answers, it has dealt with the call.
 */
export type HandOver = 'taken' | 'gone' | 'again';

export function readHandOver(answer: ApiAnswer): HandOver {
	if (answer.outcome !== 'answered' || answer.status >= 500) return 'again';
	if (answer.status !== 404) return 'taken';
	return objectOf(answer.body)?.code === 404 ? 'gone' : 'again';
}
