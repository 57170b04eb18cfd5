import { parseThroughputLevel, throughputRequest, type RateFacts } from '../../core';
import { readText } from '../shared/parameters';
import { callProvider } from '../shared/transport';
import type { SendRun } from './run';

/** What every number may send in a second: for so few messages the question would take longer than it saves. */
const WORTH_ASKING = 80;

/** What the provider says of the sender's speed; nothing where its API does not tell. */
export async function throughputOf(run: SendRun): Promise<Pick<RateFacts, 'throughputLevel'>> {
	const { context, provider, connection, credential, parameters } = run;
	const sender = readText(parameters.value('sender', 0, true));
	if (provider !== 'whatsAppCloud' || sender === '' || parameters.count <= WORTH_ASKING) return {};
	const answer = await callProvider(context, provider, connection, throughputRequest(sender), credential);
	const level =
		answer.outcome === 'answered' && answer.status === 200 ? parseThroughputLevel(answer.body) : undefined;
	if (level !== undefined) return { throughputLevel: level };
	context.logger.warn("Messaging Send could not read the number's throughput and sends 80 messages a second");
	return {};
}
