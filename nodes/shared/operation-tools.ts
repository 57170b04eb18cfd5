import { sleep, type IAdditionalCredentialOptions } from 'n8n-workflow';
import type { OperationTools, ProviderName } from '../../core';
import type { Connection } from './providers';
import { callProvider, type RequestContext } from './transport';

/** What operations of core work with: the provider's API by way of n8n, the credential's ids and the clock. */
export function operationTools(
	context: RequestContext,
	provider: ProviderName,
	connection: Connection,
	credential?: IAdditionalCredentialOptions,
): OperationTools {
	return {
		call: async (request) => await callProvider(context, provider, connection, request, credential),
		line: connection.account,
		now: Date.now(),
		sleep,
	};
}
