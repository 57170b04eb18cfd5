import type { IAdditionalCredentialOptions, IExecuteFunctions } from 'n8n-workflow';
import { outboundOf, type Outbound, type Account, type ProviderName } from '../../core';
import { readText } from '../shared/parameters';
import { DEFAULT_PROVIDER, PROVIDER_ACCESS, SENDING_PROVIDERS, type Connection } from '../shared/providers';
import { readChoice } from '../shared/settings';
import { openCredential } from '../shared/transport';
import { chosenRequest } from '../shared/custom-gateway';
import { operationOf, type Operation } from './operations';
import { ParameterReader } from '../shared/reader';

/** What all items of one execution of the node have in common. */
export interface SendRun {
	context: IExecuteFunctions;
	provider: ProviderName;
	operation: Operation;
	connection: Connection;
	credential: IAdditionalCredentialOptions;
	outbound: Outbound;
	account: Account;
	parameters: ParameterReader;
	/**
	 * Begins the ids by which Infobip tells a repeat: the same item of the same execution keeps its id, also when n8n
	 * tries the node again.
	 */
	idPrefix: string;
}

export async function openRun(context: IExecuteFunctions): Promise<SendRun> {
	const chosen = context.getNodeParameter('provider', 0);
	const provider = readChoice(chosen, 'Provider', SENDING_PROVIDERS) ?? DEFAULT_PROVIDER;
	const connection = await PROVIDER_ACCESS[provider].connect(context);
	const operation = operationOf(context.getNodeParameter('operation', 0));
	const needsRequest = provider === 'custom' && operation.reachesPerson;
	return {
		context,
		provider,
		operation,
		connection,
		credential: await openCredential(context, provider),
		outbound: outboundOf(provider),
		account: { ...connection.account, ...(needsRequest && { requestTemplate: chosenRequest(context) }) },
		parameters: new ParameterReader(context),
		idPrefix: [
			context.getInstanceId().slice(0, 12),
			context.getExecutionId(),
			context.getNode().id,
			readText(context.getWorkflowDataProxy(0).$runIndex),
		].join('-'),
	};
}
