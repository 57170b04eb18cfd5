import type { IAdditionalCredentialOptions, IExecuteFunctions } from 'n8n-workflow';
import { outboundOf, type Outbound, type Account, type ProviderName } from '../../core';
import { ConsentRecords } from '../shared/consent-records';
import type { ItemFailure } from '../shared/item-failure';
import { readText } from '../shared/parameters';
import {
	AS_IN_ITEM,
	DEFAULT_PROVIDER,
	PROVIDER_ACCESS,
	SENDING_PROVIDERS,
	type Connection,
} from '../shared/providers';
import { readChoice, readChoices } from '../shared/settings';
import { openCredential } from '../shared/transport';
import { chosenRequest } from '../shared/custom-gateway';
import { invalidMessage } from './failure';
import { operationOf, type Operation } from './operations';
import { RUN_MODES } from './operations/run-fields';
import { guardOf, type Guard } from './repeat';
import { ParameterReader } from '../shared/reader';

/** What all items of one execution of the node that go over one provider have in common. */
export interface SendRun {
	context: IExecuteFunctions;
	provider: ProviderName;
	/** Whether our side of a message and its channel are those that the item came over. */
	isAsInItem: boolean;
	mode: (typeof RUN_MODES)[number];
	guard: Guard;
	/** The items, by their place in the input. */
	rows: readonly number[];
	operation: Operation;
	connection: Connection;
	credential: IAdditionalCredentialOptions;
	outbound: Outbound;
	account: Account;
	parameters: ParameterReader;
	/** What the workflow knows of people, whatever provider they are written to over. */
	records: ConsentRecords;
	/**
	 * Begins the ids by which Infobip tells a repeat: the same item of the same execution keeps its id, also when n8n
	 * tries the node again.
	 */
	idPrefix: string;
}

/** Names one run of the node: n8n's tries of it have the same name, and the next round of a loop has another. */
export function runName(context: IExecuteFunctions): string {
	return [
		context.getInstanceId().slice(0, 12),
		context.getExecutionId(),
		context.getNode().id,
		readText(context.getWorkflowDataProxy(0).$runIndex),
	].join('-');
}

async function openRun(
	parameters: ParameterReader,
	provider: ProviderName,
	shared: Pick<SendRun, 'rows' | 'isAsInItem' | 'mode' | 'guard' | 'records'>,
): Promise<SendRun> {
	const { context } = parameters;
	const connection = await PROVIDER_ACCESS[provider].connect(context);
	const operation = operationOf(context.getNodeParameter('operation', 0));
	const needsRequest = provider === 'custom' && operation.consentAdvice !== undefined;
	return {
		context,
		provider,
		...shared,
		operation,
		connection,
		credential: await openCredential(context, provider),
		outbound: outboundOf(provider),
		account: { ...connection.account, ...(needsRequest && { requestTemplate: chosenRequest(context) }) },
		parameters,
		idPrefix: runName(context),
	};
}

/** The provider that an item came over, or why it cannot be answered. */
function providerOfItem(
	context: IExecuteFunctions,
	named: unknown,
	ticked: readonly ProviderName[],
): { provider: ProviderName } | { complaint: string } {
	const alone = named === undefined && ticked.length === 1 ? ticked[0] : undefined;
	const provider = SENDING_PROVIDERS.find((one) => one === named) ?? alone;
	if (provider === undefined) {
		return {
			complaint:
				"The item does not say which provider it came over. Choose one under 'Provider', or let a Messaging Trigger give the item",
		};
	}
	const { displayName, credential } = PROVIDER_ACCESS[provider];
	if (!ticked.includes(provider)) {
		return {
			complaint: `The item came over ${displayName}, which is not ticked under 'Possible Providers'. Tick it and choose its '${credential.displayName}' credential`,
		};
	}
	if (context.getNode().credentials?.[credential.name] === undefined) {
		return {
			complaint: `The item came over ${displayName}, and no credential is chosen for it. Choose one under '${credential.displayName}'`,
		};
	}
	return { provider };
}

/**
 * A run for each provider that the items need, and the items for which there is none.
 *
 * @param isLeft whether anything is to be done for an item
 */
export async function openRuns(
	context: IExecuteFunctions,
	isLeft: (row: number) => boolean,
): Promise<{ mode: SendRun['mode']; runs: SendRun[]; refused: Map<number, ItemFailure> }> {
	const parameters = new ParameterReader(context);
	const records = new ConsentRecords();
	const mode = readChoice(context.getNodeParameter('runMode', 0, 'send'), 'Run', RUN_MODES) ?? 'send';
	const guard = guardOf(context, mode !== 'dryRun');
	const count = mode === 'test' ? 1 : parameters.count;
	const rows = Array.from({ length: count }, (_, row) => row).filter(isLeft);
	const refused = new Map<number, ItemFailure>();
	const chosen = context.getNodeParameter('provider', 0);
	if (chosen !== AS_IN_ITEM) {
		const provider = readChoice(chosen, 'Provider', SENDING_PROVIDERS) ?? DEFAULT_PROVIDER;
		return {
			mode,
			runs: [await openRun(parameters, provider, { rows, isAsInItem: false, mode, guard, records })],
			refused,
		};
	}
	const ticked = readChoices(
		context.getNodeParameter('providers', 0, []),
		'Possible Providers',
		SENDING_PROVIDERS,
	);
	const byProvider = new Map<ProviderName, number[]>();
	for (const row of rows) {
		const found = providerOfItem(context, parameters.item(row).json.provider, ticked);
		if ('complaint' in found) {
			refused.set(row, invalidMessage(context, { field: 'provider', message: found.complaint }, row));
			continue;
		}
		const own = byProvider.get(found.provider) ?? [];
		own.push(row);
		byProvider.set(found.provider, own);
	}
	const runs: SendRun[] = [];
	for (const [provider, own] of byProvider) {
		runs.push(await openRun(parameters, provider, { rows: own, isAsInItem: true, mode, guard, records }));
	}
	return { mode, runs, refused };
}
