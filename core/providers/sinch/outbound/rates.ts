import { ownRate, perSecond, UNPUBLISHED, type RateFacts, type SenderRates } from '../../../messages/rates';

/**
 * Calls a second of a project (Sinch, Conversation API, Rate limits). Behind them a queue of 500,000 messages is sent on at
 * 20 a second unless agreed otherwise. For SMS every service plan has a rate of its own, which is not published, and what
 * comes too fast waits in the plan's queue.
 */
const CONVERSATION = perSecond(800);
const OVER_CONVERSATION: ReadonlySet<string> = new Set(['whatsapp', 'rcs', 'messenger']);

export function rates(facts: RateFacts): SenderRates {
	const published = OVER_CONVERSATION.has(facts.channel ?? 'sms') ? CONVERSATION : UNPUBLISHED;
	return { rate: ownRate(facts) ?? published };
}
