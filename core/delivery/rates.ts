import type { Provider } from '../events';
import type { BurstRate, Rate } from './pacing';
import type { SenderRates } from './sender-lane';

function perSecond(messages: number): Rate {
	return { messages, perMs: 1000 };
}

/**
 * Messages a second of a WhatsApp number, in and out together, by its `throughput.level` (Meta, Throughput). Numbers that are
 * also in use with the WhatsApp Business app have 20, whatever the level says.
 */
const WHATSAPP_LEVELS: ReadonlyMap<string, Rate> = new Map([
	['STANDARD', perSecond(80)],
	['HIGH', perSecond(1000)],
]);
const WHATSAPP_DEFAULT = perSecond(80);
const WHATSAPP_COEXISTENCE = perSecond(20);

/**
 * One message in six seconds to one person, and up to 45 within six seconds ahead of it (Meta, Platform rate limits). 44 at
 * once, because one more becomes due at the end of the six seconds.
 */
const WHATSAPP_PAIR: BurstRate = { messages: 1, perMs: 6000, burst: 44 };

/**
 * What the providers publish, by channel where it differs.
 *
 * - Infobip, Rate limits and throttling: WhatsApp 4,000 a second; for SMS nothing is published.
 * - Sinch, Conversation API, Rate limits: 800 calls a second for a project; behind them a queue of 500,000 messages is sent
 *   on at 20 a second unless agreed otherwise. For SMS every service plan has a rate of its own, which is not published, and
 *   what comes too fast waits in the plan's queue.
 */
const PUBLISHED: Readonly<Record<Exclude<Provider, 'whatsAppCloud'>, ReadonlyMap<string, Rate>>> = {
	infobip: new Map([['whatsapp', perSecond(4000)]]),
	sinch: new Map([
		['whatsapp', perSecond(800)],
		['rcs', perSecond(800)],
		['messenger', perSecond(800)],
	]),
	custom: new Map(),
};

/** For a gateway that nothing is known of: our own figure of caution. */
const CAUTIOUS = perSecond(10);
/** Where a known provider publishes nothing: our own figure too, which its queue makes harmless. */
const UNPUBLISHED = perSecond(30);

export interface RateFacts {
	/** `whatsapp`, `sms`, … */
	channel?: string;
	/** WhatsApp Cloud: `throughput.level` of the number. */
	throughputLevel?: string;
	/** WhatsApp Cloud: the number is also used with the WhatsApp Business app. */
	isCoexisting?: boolean;
	/** Messages a second that the user wants or has agreed with the provider; goes before all else. */
	messagesPerSecond?: number;
}

function whatsAppRate({ throughputLevel, isCoexisting }: RateFacts): Rate {
	if (isCoexisting) return WHATSAPP_COEXISTENCE;
	return WHATSAPP_LEVELS.get(throughputLevel?.toUpperCase() ?? '') ?? WHATSAPP_DEFAULT;
}

function publishedRate(provider: Exclude<Provider, 'whatsAppCloud'>, channel = 'sms'): Rate {
	return PUBLISHED[provider].get(channel) ?? (provider === 'custom' ? CAUTIOUS : UNPUBLISHED);
}

/** A rate of less than one a second is one message in so many. */
function ownRate(messagesPerSecond: number | undefined): Rate | undefined {
	if (messagesPerSecond === undefined || !(messagesPerSecond > 0) || !Number.isFinite(messagesPerSecond)) {
		return undefined;
	}
	return messagesPerSecond < 1
		? { messages: 1, perMs: 1000 / messagesPerSecond }
		: perSecond(Math.floor(messagesPerSecond));
}

/** How fast a sender may send. */
export function ratesOf(provider: Provider, facts: RateFacts = {}): SenderRates {
	const own = ownRate(facts.messagesPerSecond);
	if (provider === 'whatsAppCloud') return { rate: own ?? whatsAppRate(facts), pair: WHATSAPP_PAIR };
	return { rate: own ?? publishedRate(provider, facts.channel) };
}
