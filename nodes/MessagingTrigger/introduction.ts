import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isSameServer, readNeighbours, type Introduction, type Neighbour, type Selection } from '../../core';
import { routesAnswers } from '../shared/answers';
import { siblingOf } from '../shared/callback-url';
import { readGroup } from '../shared/parameters';
import { triggerKey, type TriggerContext, type TriggerPanel } from './settings';

/** A test of n8n ends after ten minutes at the latest. */
const LONGEST_TEST_MS = 11 * 60 * 1000;

const EVERYTHING: Selection = {
	kinds: [],
	senders: [],
	messageTypes: [],
	statuses: [],
	finalOnly: false,
	accountEvents: [],
};

/** The trigger's URL without a token: that of the test while one runs. */
export function ownUrl(context: TriggerContext): string {
	const url = context.getNodeWebhookUrl('default') ?? '';
	const isTest = context.getMode() === 'manual';
	// While it receives a call, n8n names the URL of production alone.
	return isTest && !url.includes('/webhook-test/') ? (siblingOf(url) ?? url) : url;
}

/** What an expression asks for may be something else with the next call, so the neighbour is to get everything. */
function selectionOf(context: TriggerContext, { selection }: TriggerPanel): Selection {
	const { purpose, events, filters } = context.getNode().parameters;
	return JSON.stringify([purpose, events, filters]).includes('"=') ? EVERYTHING : selection;
}

/** This trigger as its neighbours know it. */
export function ownEntry(context: TriggerContext, panel: TriggerPanel): Neighbour {
	const { kinds, senders, messageTypes, statuses, finalOnly, accountEvents } = selectionOf(context, panel);
	return {
		url: ownUrl(context),
		workflow: context.getWorkflow().name ?? '',
		selection: {
			kinds: [...kinds],
			senders: [...senders],
			messageTypes: [...messageTypes],
			statuses: [...statuses],
			finalOnly,
			accountEvents: [...accountEvents],
		},
		...(context.getMode() === 'manual' && { until: Date.now() + LONGEST_TEST_MS }),
	};
}

/** Those to whom this trigger hands calls on. */
export function knownNeighbours(context: TriggerContext): Neighbour[] {
	return readNeighbours(context.getWorkflowStaticData('node').neighbours);
}

/** By trigger, its part of what n8n itself remembers of a published workflow. */
const inMemory = new Map<string, IDataObject>();

/**
 * Has what calls bring kept in n8n's memory as well. n8n saves that, for all triggers of the workflow at once, when a publication
 * ends and whenever a Schedule Trigger among them runs: over what calls have saved meanwhile.
 */
export function keepInMemory(context: IHookFunctions): void {
	if (context.getMode() === 'manual') return;
	inMemory.set(triggerKey(context), context.getWorkflowStaticData('node'));
}

export function forgetMemory(context: IHookFunctions): void {
	if (context.getMode() !== 'manual') inMemory.delete(triggerKey(context));
}

function keep(context: TriggerContext, values: IDataObject): void {
	const remembered = context.getMode() === 'manual' ? undefined : inMemory.get(triggerKey(context));
	for (const data of [context.getWorkflowStaticData('node'), remembered]) {
		if (data !== undefined) Object.assign(data, values);
	}
}

/** Keeps them, unless they are of another server. n8n saves them when the hook or the call has ended. */
export function keepNeighbours(context: TriggerContext, neighbours: readonly Neighbour[]): void {
	const own = ownUrl(context);
	keep(context, {
		neighbours: neighbours.filter(({ url }) => isSameServer(url, own)).map((neighbour) => ({ ...neighbour })),
	});
}

/** What deactivation needs to know of the registration, whatever the parameters say by then. Holds no secret. */
export interface Registered {
	receipt?: unknown;
	senders: readonly string[];
	/** Triggers that hand calls on to a test, in place of a registration. */
	lentBy?: readonly string[];
	neighbours: readonly Neighbour[];
}

export function rememberRegistration(
	context: TriggerContext,
	{ receipt = {}, senders, lentBy = [], neighbours }: Registered,
): void {
	keep(context, { receipt: readGroup(receipt), senders: [...senders], lentBy: [...lentBy] });
	keepNeighbours(context, neighbours);
}

export function introduce(context: IWebhookFunctions, panel: TriggerPanel): Introduction {
	return {
		workflow: context.getWorkflow().name ?? '',
		isShared: panel.registersItself,
		routesAnswers: routesAnswers(context),
		neighbours: [ownEntry(context, panel), ...knownNeighbours(context)],
	};
}
