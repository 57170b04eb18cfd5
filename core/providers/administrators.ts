import type { Provider } from '../events';
import type {
	AdministrationChannel,
	AdminOutcome,
	AdminOperation,
	AdminResource,
	AdminTools,
} from '../operations/contract';
import { checkInfobipChannel, infobipAdministration } from './infobip/operations';
import { fieldFailure } from '../operations/input';
import { withoutSecretsIn } from '../operations/redaction';
import { rowOf } from '../lib/json';
import { checkSinchChannel, sinchAdministration } from './sinch/operations';
import { checkWhatsAppChannel, whatsAppCloudAdministration } from './whatsapp-cloud/operations';

/** A gateway of one's own is set up wherever it comes from. */
export type AdminProvider = Exclude<Provider, 'custom'>;

const ADMINISTRATIONS: Readonly<Record<AdminProvider, AdministrationChannel>> = {
	whatsAppCloud: whatsAppCloudAdministration,
	infobip: infobipAdministration,
	sinch: sinchAdministration,
};

const CHECKS: Readonly<Record<AdminProvider, AdminOperation>> = {
	whatsAppCloud: checkWhatsAppChannel,
	infobip: checkInfobipChannel,
	sinch: checkSinchChannel,
};

/** The operations of a resource that a provider's API offers, by their names. */
export function offeredOperations(provider: AdminProvider, resource: AdminResource): string[] {
	return Object.keys(ADMINISTRATIONS[provider][resource] ?? {});
}

/**
 * Runs one operation, such as `number` `register`. Nothing throws, and nothing secret stands in what comes back.
 *
 * @param input what the panel says, by the names of the operation's documentation
 * @param secrets of the credential, which operations do not know and a proxy may repeat
 */
export async function administer(
	provider: AdminProvider,
	resource: AdminResource,
	operation: string,
	input: unknown,
	tools: AdminTools,
	secrets: readonly string[] = [],
): Promise<AdminOutcome> {
	const offered = rowOf(ADMINISTRATIONS[provider][resource] ?? {}, operation);
	if (offered !== undefined) return withoutSecretsIn(await offered.run(input, tools), secrets);
	const title = `The API of this provider cannot do "${resource}: ${operation}"`;
	return fieldFailure('operation', title, 'Choose another operation.');
}

/** Whether a channel can send and receive: one item with `status` and `checks`. Changes nothing and never rejects. */
export async function checkChannel(
	provider: AdminProvider,
	input: unknown,
	tools: AdminTools,
	secrets: readonly string[] = [],
): Promise<AdminOutcome> {
	return withoutSecretsIn(await CHECKS[provider].run(input, tools), secrets);
}
