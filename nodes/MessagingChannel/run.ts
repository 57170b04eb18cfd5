import {
	type IAdditionalCredentialOptions,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';
import type { ProviderName, OperationTools } from '../../core';
import { operationTools } from '../shared/operation-tools';
import { readWords } from '../shared/parameters';
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

/** From here on a secret cannot stand in a text by chance, as a verify token of one word could. */
const UNMISTAKABLE = 16;

/** What stands in fields of the credential that n8n masks. */
function secretsOf(provider: ProviderName, { credentialsDecrypted }: IAdditionalCredentialOptions): string[] {
	return PROVIDER_ACCESS[provider].credential.properties
		.filter(({ typeOptions }) => typeOptions?.password === true)
		.flatMap(({ name }) => readWords(credentialsDecrypted?.data?.[name]))
		.filter((secret) => secret.length >= UNMISTAKABLE);
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
