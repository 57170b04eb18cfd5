import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import {
	ACCOUNT_EVENTS,
	EVENT_KINDS,
	inboundTraits,
	MESSAGE_STATUSES,
	MESSAGE_TYPES,
	type EventKind,
	type ProviderName,
	type Selection,
} from '../../core';
import { chosenMapping } from '../shared/custom-gateway';
import { readList, readText, readWords } from '../shared/parameters';
import { RECEIVING_PROVIDERS, type Connection } from '../shared/providers';
import { readSection, readChoice, readChoices, readNumber, readSwitch } from '../shared/settings';

export const PURPOSES = ['inbound', 'feedback', 'selected'] as const;
type Purpose = (typeof PURPOSES)[number];

const REGISTRATIONS = ['automatic', 'manual'] as const;

/** When a call is answered, in n8n's words, which reads them out of the panel itself. */
export const ANSWERS = ['onReceived', 'lastNode'] as const;

/**
 * No provider tells how long it waits. Of Meta, whose calls it passes on, 360dialog says five seconds, and the settings of Infobip's and
 * Sinch's webhooks allow more.
 */
export const DEFAULT_ANSWER_SECONDS = 4;
const MOST_ANSWER_SECONDS = 60;

/** The two purposes that marketing suites give a webhook; for anything else the kinds are chosen one by one. */
const PURPOSE_KINDS: Record<Purpose, EventKind[] | undefined> = {
	inbound: ['message', 'consent'],
	feedback: ['status'],
	selected: undefined,
};

/** What a person set on the panel of a trigger. */
export interface TriggerPanel {
	provider: ProviderName;
	selection: Selection;
	/** Whether the events of a burst may share an execution. */
	sharesExecutions: boolean;
	/** How long a call waits for the end of its execution; absent where it is answered when n8n has taken that over. */
	answerWithinMs: number | undefined;
	/** Whether publishing registers the URL with the provider; otherwise a person does. */
	registersItself: boolean;
	/** Whether somebody else's webhook may be replaced. */
	takesOver: boolean;
}

export type TriggerContext = IWebhookFunctions | IHookFunctions;

/** Names a trigger among all of this n8n. */
export function triggerKey(context: TriggerContext): string {
	return `${context.getWorkflow().id ?? ''}:${context.getNode().id}`;
}

function chosenProvider(context: TriggerContext): ProviderName {
	const chosen = context.getNodeParameter('provider');
	const provider = RECEIVING_PROVIDERS.find((name) => name === chosen);
	if (provider === undefined) {
		throw new NodeOperationError(context.getNode(), "'Provider' names no provider that this node knows", {
			description:
				'Choose one from the list. An imported workflow may come from a newer version of this package.',
		});
	}
	return provider;
}

function chosenSelection(context: TriggerContext): Selection {
	const filters = readSection(context.getNodeParameter('filters', {}), 'Filters');
	const purpose = readChoice(context.getNodeParameter('purpose'), 'Trigger On', PURPOSES);
	return {
		kinds:
			PURPOSE_KINDS[purpose ?? 'selected'] ??
			readChoices(context.getNodeParameter('events', []), 'Events', EVENT_KINDS),
		senders: [...readList(filters.channelIds).map(readText), ...readWords(filters.senders)],
		messageTypes: readChoices(filters.messageTypes, 'Message Types', MESSAGE_TYPES),
		statuses: readChoices(filters.statuses, 'Statuses', MESSAGE_STATUSES),
		finalOnly: readSwitch(filters.finalOnly, 'Final Statuses Only') ?? false,
		accountEvents: readChoices(filters.accountEvents, 'Account Events', ACCOUNT_EVENTS),
	};
}

function chosenAnswer({ answer, answerWithin }: Record<string, unknown>): number | undefined {
	if (readChoice(answer, 'Answer the Provider', ANSWERS) !== 'lastNode') return undefined;
	const bounds = { least: 1, most: MOST_ANSWER_SECONDS, isWhole: false };
	return (readNumber(answerWithin, 'Answer Within', bounds) ?? DEFAULT_ANSWER_SECONDS) * 1000;
}

/** Reads the panel, once a call. */
export function readPanel(context: TriggerContext): TriggerPanel {
	const provider = chosenProvider(context);
	const registration = context.getNodeParameter('registration', 'automatic');
	const options = readSection(context.getNodeParameter('options', {}), 'Options');
	return {
		provider,
		selection: chosenSelection(context),
		sharesExecutions: readSwitch(options.oneExecutionPerCall, 'One Execution per Call') !== true,
		answerWithinMs: chosenAnswer(options),
		registersItself: readChoice(registration, 'Registration', REGISTRATIONS) !== 'manual',
		takesOver: readSwitch(options.takeOver, 'Take Over Existing Webhook') ?? false,
	};
}

/** Refuses to publish a trigger that could not read or authenticate a single call, and says what is missing. */
export function checkSetup(
	context: TriggerContext,
	{ provider }: TriggerPanel,
	{ webhook }: Connection,
): void {
	if (inboundTraits(provider).needsMapping) chosenMapping(context);
	if (webhook.missing.length === 0) return;
	const fields = webhook.missing.map((label) => `'${label}'`).join(' and no ');
	throw new NodeOperationError(
		context.getNode(),
		`The credential has no ${fields}. Without it nobody could tell calls of the provider from forged ones. Open the credential of this node and fill it in; the field says where to find the value.`,
	);
}
