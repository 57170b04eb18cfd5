import { ownRate, perSecond, UNPUBLISHED, type RateFacts, type SenderRates } from '../../../messages/rates';

/** Infobip, Rate limits and throttling. For SMS nothing is published. */
const WHATSAPP = perSecond(4000);

export function rates(facts: RateFacts): SenderRates {
	return { rate: ownRate(facts) ?? (facts.channel === 'whatsapp' ? WHATSAPP : UNPUBLISHED) };
}
