import { sleep } from 'n8n-workflow';
import { runOperation, type RateFacts } from '../../core';
import { readText } from '../shared/parameters';
import { callProvider } from '../shared/transport';
import type { SendRun } from './run';

/** The slowest number sends so many in a second: for fewer messages the question would take longer than it saves. */
const WORTH_ASKING = 20;

/** What the provider says of the sender's speed; nothing where its API does not tell. */
export async function throughputOf(run: SendRun): Promise<Pick<RateFacts, 'number'>> {
	const { context, provider, connection, credential, parameters, line } = run;
	const sender = readText(parameters.value('sender', 0, true));
	if (provider !== 'whatsAppCloud' || sender === '' || parameters.count <= WORTH_ASKING) return {};
	const call = async (request: Parameters<typeof callProvider>[3]) =>
		await callProvider(context, provider, connection, request, credential);
	const input = { phoneNumberId: sender, brief: true };
	const outcome = await runOperation(provider, 'number', 'get', input, {
		call,
		line,
		now: Date.now(),
		sleep,
	});
	const [number] = outcome.ok ? outcome.items : [];
	if (number !== undefined) return { number };
	context.logger.warn("Messaging Send could not read the number's throughput and sends 80 messages a second");
	return {};
}
