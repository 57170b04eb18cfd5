import type { JsonObject } from '../events';

/** So many messages in so many milliseconds. */
export interface Rate {
	messages: number;
	perMs: number;
}

/** A rate, and how many messages may go out ahead of it. */
export interface BurstRate extends Rate {
	burst: number;
}

/** The rates of one sender. Without them nothing is limited. */
export interface SenderRates {
	rate?: Rate;
	/** To one recipient. */
	pair?: BurstRate;
}

/** Facts on which a rate depends. */
export interface RateFacts {
	/** `whatsapp`, `sms`, … */
	channel?: string;
	/** The sender as the operation `number.get` gives it, where the provider's API tells how fast a number may send. */
	number?: JsonObject;
	/** Messages a second that the user wants or has agreed with the provider; goes before all else. */
	messagesPerSecond?: number;
}

export function perSecond(messages: number): Rate {
	return { messages, perMs: 1000 };
}

/** The rate that the user wants. Less than one message a second is one in so many. */
export function ownRate({ messagesPerSecond }: RateFacts): Rate | undefined {
	if (messagesPerSecond === undefined || !(messagesPerSecond > 0) || !Number.isFinite(messagesPerSecond)) {
		return undefined;
	}
	return messagesPerSecond < 1
		? { messages: 1, perMs: 1000 / messagesPerSecond }
		: perSecond(Math.floor(messagesPerSecond));
}

/** A known provider that publishes no rate: our own figure, which the provider's queue makes harmless. */
export const UNPUBLISHED = perSecond(30);
