import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import {
	EVENT_KINDS,
	inboundTraits,
	MESSAGE_STATUSES,
	MESSAGE_TYPES,
	type EventKind,
	type Selection,
	type ProviderName,
} from '../../core';
import { chosenMapping } from './mapping';
import {
	readChoice,
	readChoices,
	readFlag,
	readGroup,
	readList,
	readText,
	readWords,
} from '../shared/parameters';
import { RECEIVING_PROVIDERS, PROVIDER_ACCESS } from '../shared/providers';

export const PURPOSES = ['inbound', 'feedback', 'selected'] as const;
type Purpose = (typeof PURPOSES)[number];

/** The two purposes that marketing suites give a webhook; for anything else the kinds are chosen one by one. */
const PURPOSE_KINDS: Record<Purpose, EventKind[] | undefined> = {
	inbound: ['message', 'consent'],
	feedback: ['status'],
	selected: undefined,
};

export function chosenProvider(context: IWebhookFunctions | IHookFunctions): ProviderName {
	const provider = readChoice(context.getNodeParameter('provider'), RECEIVING_PROVIDERS);
	if (provider === undefined) {
		throw new NodeOperationError(context.getNode(), "'Provider' names no provider that this node knows", {
			description:
				'Choose one from the list. An imported workflow may come from a newer version of this package.',
		});
	}
	return provider;
}

export function chosenSelection(context: IWebhookFunctions | IHookFunctions): Selection {
	const filters = readGroup(context.getNodeParameter('filters', {}));
	const purpose = readChoice(context.getNodeParameter('purpose'), PURPOSES);
	return {
		kinds:
			PURPOSE_KINDS[purpose ?? 'selected'] ??
			readChoices(context.getNodeParameter('events', []), EVENT_KINDS),
		senders: [...readList(filters.channelIds).map(readText), ...readWords(filters.senders)],
		messageTypes: readChoices(filters.messageTypes, MESSAGE_TYPES),
		statuses: readChoices(filters.statuses, MESSAGE_STATUSES),
		finalOnly: readFlag(filters.finalOnly),
	};
}

/** Whether the events of a burst may share an execution. */
export function sharesExecutions(context: IWebhookFunctions): boolean {
	const options = readGroup(context.getNodeParameter('options', {}));
	return !readFlag(options.oneExecutionPerCall);
}

/** Whether activation registers the URL with the provider; otherwise a person does. */
export function registersItself(context: IHookFunctions): boolean {
	return context.getNodeParameter('registration', 'automatic') === 'automatic';
}

/** Whether somebody else's webhook may be replaced. */
export function takesOver(context: IHookFunctions): boolean {
	return readFlag(readGroup(context.getNodeParameter('options', {})).takeOver);
}

/** Refuses to activate a trigger that could not authenticate a single call, and says which field is missing. */
export async function checkSetup(context: IHookFunctions): Promise<void> {
	if (inboundTraits(chosenProvider(context)).needsMapping) chosenMapping(context);
	const { webhook } = await PROVIDER_ACCESS[chosenProvider(context)].connect(context);
	if (webhook.missing.length === 0) return;
	const fields = webhook.missing.map((label) => `'${label}'`).join(' and no ');
	throw new NodeOperationError(context.getNode(), `The credential has no ${fields}`, {
		description:
			'Without it nobody could tell calls of the provider from forged ones. Open the credential of this node and fill it in; the field says where to find the value.',
	});
}
