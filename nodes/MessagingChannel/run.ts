import {
	sleep,
	type IAdditionalCredentialOptions,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';
import type { AdminProvider, AdminTools } from '../../core';
import { readChoice } from '../shared/parameters';
import { PROVIDER_ACCESS, type Connection } from '../shared/providers';
import { callProvider, openCredential } from '../shared/transport';

/** Those whose API sets something up. A gateway of one's own is set up at its maker's. */
export const ADMIN_PROVIDERS = ['infobip', 'sinch', 'whatsAppCloud'] as const satisfies AdminProvider[];

export function providerOf(value: unknown): AdminProvider {
	return readChoice(value, ADMIN_PROVIDERS) ?? 'whatsAppCloud';
}

/** What all items of one execution of the node have in common. */
export interface ChannelRun {
	provider: AdminProvider;
	connection: Connection;
	/** What only the credential knows of the webhooks that it is used for. */
	target: ReturnType<typeof targetOf>;
	tools: AdminTools;
}

function targetOf(connection: Connection) {
	return connection.registrationTarget?.({ callbackUrl: '', purpose: 'production', kinds: [], senders: [] });
}

function toolsOf(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	provider: AdminProvider,
	connection: Connection,
	credential?: IAdditionalCredentialOptions,
): AdminTools {
	const target = targetOf(connection);
	const appId = target !== undefined && 'appId' in target ? target.appId : undefined;
	return {
		call: async (request) => await callProvider(context, provider, connection, request, credential),
		line: { ...connection.line, ...(appId !== undefined && { appId }) },
		now: Date.now(),
		sleep,
	};
}

export async function openRun(context: IExecuteFunctions): Promise<ChannelRun> {
	const provider = providerOf(context.getNodeParameter('provider', 0));
	const connection = await PROVIDER_ACCESS[provider].connect(context);
	const credential = await openCredential(context, provider);
	return {
		provider,
		connection,
		target: targetOf(connection),
		tools: toolsOf(context, provider, connection, credential),
	};
}

/** The same for a list in the editor. */
export async function openListRun(context: ILoadOptionsFunctions): Promise<ChannelRun> {
	const provider = providerOf(context.getCurrentNodeParameter('provider'));
	const connection = await PROVIDER_ACCESS[provider].connect(context);
	return {
		provider,
		connection,
		target: targetOf(connection),
		tools: toolsOf(context, provider, connection),
	};
}
