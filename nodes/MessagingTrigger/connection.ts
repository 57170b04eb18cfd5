import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import { PROVIDER_ACCESS, type Connection } from '../shared/providers';
import type { ProviderName } from '../../core';

/**
 * Reading a credential costs n8n about 45 ms of CPU, as long as everything else about a call together, so it is kept for
 * some seconds and then forgotten. A secret that is removed from the credential counts until then.
 */
const KEEP_MS = 10_000;

/** Calls with a wrong signature may cost one reading a second, not one each. */
const REREAD_AFTER_MS = 1000;

interface Kept {
	connection: Promise<Connection>;
	readAt: number;
}

const kept = new Map<string, Kept>();

function readUnlessYounger(
	context: IWebhookFunctions,
	provider: ProviderName,
	maxAgeMs: number,
): Promise<Connection> {
	const { credentials, id } = context.getNode();
	const credential = credentials?.[PROVIDER_ACCESS[provider].credential.name];
	const key = [context.getWorkflow().id, id, credential?.id].join(':');
	const known = kept.get(key);
	if (known !== undefined && performance.now() - known.readAt < maxAgeMs) return known.connection;

	const connection = PROVIDER_ACCESS[provider].connect(context);
	const one = { connection, readAt: performance.now() };
	const forget = () => {
		if (kept.get(key) === one) kept.delete(key);
	};
	kept.set(key, one);
	connection.catch(forget);
	void sleep(KEEP_MS).then(forget);
	return connection;
}

/**
 * The trigger's credential, at most some seconds old. All calls of a burst wait for one reading, so one that fails is made once more before all
 * of them are refused.
 */
export async function currentConnection(
	context: IWebhookFunctions,
	provider: ProviderName,
): Promise<Connection> {
	const read = async () => await readUnlessYounger(context, provider, KEEP_MS);
	return await read().catch(read);
}

/** The trigger's credential as it is now, or the same object as before if that was read within the last second. */
export async function freshConnection(
	context: IWebhookFunctions,
	provider: ProviderName,
): Promise<Connection> {
	return await readUnlessYounger(context, provider, REREAD_AFTER_MS);
}
