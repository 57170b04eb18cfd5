import {
	ownRate,
	perSecond,
	type BurstRate,
	type Rate,
	type RateFacts,
	type SenderRates,
} from '../../../messages/rates';

/**
 * Messages a second of a WhatsApp number, in and out together, by its `throughput.level` (Meta, Throughput). Numbers that are
 * also in use with the WhatsApp Business app have 20, whatever the level says.
 */
const LEVELS: ReadonlyMap<string, Rate> = new Map([
	['STANDARD', perSecond(80)],
	['HIGH', perSecond(1000)],
]);
const DEFAULT = perSecond(80);
const COEXISTENCE = perSecond(20);

/**
 * One message in six seconds to one person, and up to 45 within six seconds ahead of it (Meta, Platform rate limits). 44 at
 * once, because one more becomes due at the end of the six seconds.
 */
const PAIR: BurstRate = { messages: 1, perMs: 6000, burst: 44 };

function published({ throughputLevel, isCoexisting }: RateFacts): Rate {
	if (isCoexisting) return COEXISTENCE;
	return LEVELS.get(throughputLevel?.toUpperCase() ?? '') ?? DEFAULT;
}

export function rates(facts: RateFacts): SenderRates {
	return { rate: ownRate(facts) ?? published(facts), pair: PAIR };
}
