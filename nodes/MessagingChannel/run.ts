import { type IExecuteFunctions, type ILoadOptionsFunctions } from 'n8n-workflow';
import type { ProviderName, OperationTools } from '../../core';
import { secretsOf } from '../shared/credential-secrets';
import { operationTools } from '../shared/operation-tools';
import {
	ADMINISTERED_PROVIDERS,
	DEFAULT_PROVIDER,
	PROVIDER_ACCESS,
	type Connection,
} from '../shared/providers';
import { readChoice } from '../shared/settings';
import { openCredential } from '../shared/transport';

function providerOf(value: unknown): ProviderName {
	return readChoice(value, 'Provider', ADMINISTERED_PROVIDERS) ?? DEFAULT_PROVIDER;
}

/** What all items of one execution of the node have in common. */
export interface ChannelRun {
	provider: ProviderName;
	connection: Connection;
	/** What only the credential knows of the webhooks that it is used for. */
	target: ReturnType<typeof targetOf>;
	/** The provider is a stand-in on this machine. */
	isSandbox: boolean;
	tools: OperationTools;
	/** Of the credential. A proxy in front of the provider may repeat them. */
	secrets: readonly string[];
}

function targetOf(connection: Connection) {
	return connection.registrationTarget?.({ callbackUrl: '', purpose: 'production', kinds: [], senders: [] });
}

async function open(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	provider: ProviderName,
): Promise<ChannelRun> {
	const connection = await PROVIDER_ACCESS[provider].connect(context);
	const credential = await openCredential(context, provider);
	const target = targetOf(connection);
	const appId = target !== undefined && 'appId' in target ? target.appId : undefined;
	return {
		provider,
		connection,
		target,
		isSandbox: target?.isSandbox === true,
		tools: {
			...operationTools(context, provider, connection, credential),
			line: { ...connection.account, ...(appId !== undefined && { appId }) },
		},
		secrets: secretsOf(provider, credential),
	};
}

export async function openRun(context: IExecuteFunctions): Promise<ChannelRun> {
	return await open(context, providerOf(context.getNodeParameter('provider', 0)));
}

/** The same for a list in the editor. */
export async function openListRun(context: ILoadOptionsFunctions): Promise<ChannelRun> {
	return await open(context, providerOf(context.getCurrentNodeParameter('provider')));
}
