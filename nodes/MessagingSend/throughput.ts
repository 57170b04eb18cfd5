import { runOperation, type RateFacts } from '../../core';
import { operationTools } from '../shared/operation-tools';
import type { SendRun } from './run';

/** The slowest number sends so many in a second: for fewer messages the question would take longer than it saves. */
const WORTH_ASKING = 20;

/** What the provider says of the sender's speed; nothing where its API does not tell. */
export async function throughputOf(
	{ context, provider, connection, credential, rows }: SendRun,
	sender: string | undefined,
): Promise<Pick<RateFacts, 'number'>> {
	if (provider !== 'whatsAppCloud' || sender === undefined || rows.length <= WORTH_ASKING) return {};
	const input = { phoneNumberId: sender, brief: true };
	const tools = operationTools(context, provider, connection, credential);
	const outcome = await runOperation(provider, 'number', 'get', input, tools);
	const [number] = outcome.ok ? outcome.items : [];
	if (number !== undefined) return { number };
	context.logger.warn("Messaging Send could not read the number's throughput and sends 80 messages a second");
	return {};
}
