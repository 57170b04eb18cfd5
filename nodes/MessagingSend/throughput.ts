import { runOperation, type RateFacts } from '../../core';
import { operationTools } from '../shared/operation-tools';
import { readText } from '../shared/parameters';
import type { SendRun } from './run';

/** The slowest number sends so many in a second: for fewer messages the question would take longer than it saves. */
const WORTH_ASKING = 20;

/** What the provider says of the sender's speed; nothing where its API does not tell. */
export async function throughputOf(run: SendRun): Promise<Pick<RateFacts, 'number'>> {
	const { context, provider, connection, credential, parameters } = run;
	const sender = readText(parameters.value('sender', 0, true));
	if (provider !== 'whatsAppCloud' || sender === '' || parameters.count <= WORTH_ASKING) return {};
	const input = { phoneNumberId: sender, brief: true };
	const tools = operationTools(context, provider, connection, credential);
	const outcome = await runOperation(provider, 'number', 'get', input, tools);
	const [number] = outcome.ok ? outcome.items : [];
	if (number !== undefined) return { number };
	context.logger.warn("Messaging Send could not read the number's throughput and sends 80 messages a second");
	return {};
}
