import {
	ownRate,
	perSecond,
	type BurstRate,
	type RateFacts,
	type SenderRates,
} from '../../../messages/rates';
import { numberOf } from '../../../lib/json';

/** Messages a second of a number of which nothing is known (Meta, Throughput). */
const STANDARD = 80;

/**
 * One message in six seconds to one person, and up to 45 within six seconds ahead of it (Meta, Platform rate limits). 44 at
 * once, because one more becomes due at the end of the six seconds.
 */
const PAIR: BurstRate = { messages: 1, perMs: 6000, burst: 44 };

/** The rates of a WhatsApp number, by its item. */
export function rates(facts: RateFacts): SenderRates {
	const published = numberOf(facts.number?.messagesPerSecond) ?? STANDARD;
	return { rate: ownRate(facts) ?? perSecond(published), pair: PAIR };
}
