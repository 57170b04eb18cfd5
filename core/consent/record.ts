import { canonicalAddress, hasPhoneNumbers } from '../lib/phone/address';
import type { ConsentTransition } from './double-opt-in';
import type { SignalSource } from './signal';
import type { ConsentState, KeywordCategory, KeywordMatch, MatchTier } from './types';

/** What the record needs of an inbound event; any item with an address and a text will do. */
export interface ConsentSource {
	/** The person's address: `from` of a message. */
	from?: string;
	/** The person's id at the provider, where there is no address. */
	fromUserId?: string;
	/** Our address: `to` of a message. */
	to?: string;
	channelId?: string;
	provider?: string;
	channel?: string;
	/** The provider's message id. */
	id?: string;
	/** ISO 8601, of the message at the provider. */
	timestamp?: string;
	text?: string;
}

/** One row of the consent table: flat, so that a Data Table or a spreadsheet takes it as it is. */
export interface ConsentRow {
	/** Unique per person, channel, sender and scope: what an upsert matches on. */
	key: string;
	/** Of the person, in the one form that stands for every way to write it. */
	address: string;
	channel: string;
	sender: string;
	/** `all`, `marketing`, a topic, or the provider's own. */
	scope: string;
	/** `none` only of a person who never opted in or out and was asked whether an opt-out was meant. */
	status: ConsentState;
	/** How the consent came about: `keyword`, `phrase`, `nearMatch`, `provider`, `preferences`. */
	source: string;
	keyword: string;
	tier: MatchTier;
	messageId: string;
	/** ISO 8601 in UTC. */
	timestamp: string;
	/** ISO 8601 in UTC, when a pending opt-in lapses; empty otherwise. */
	expiry: string;
	/**
	 * ISO 8601 in UTC, when the person was asked whether an opt-out was meant; empty once that was answered, absent
	 * where nothing was ever asked.
	 */
	optOutAsked?: string;
	/** The person's own words. */
	evidence: string;
}

const MAX_EVIDENCE = 500;
const SOURCES: Partial<Record<MatchTier, string>> = { phrase: 'phrase', fuzzy: 'nearMatch' };
const ABOUT_CONSENT: readonly KeywordCategory[] = ['optIn', 'optOut', 'doubleOptIn', 'fuzzyOptOut'];

/**
 * The row of what a message says of consent, if it says anything.
 *
 * @param step what becomes of the person's consent
 * @param now the clock, for messages without a time of their own
 * @param signal what reported it without a word of the person
 */
export function consentRow(
	event: ConsentSource,
	match: KeywordMatch,
	step: ConsentTransition,
	now: Date,
	signal?: SignalSource,
): ConsentRow | undefined {
	const address = recordedAddress(event);
	const isDue = step.questionChanged || ABOUT_CONSENT.includes(match.category);
	if (!isDue || address === undefined) return undefined;

	const channel = event.channel ?? event.provider ?? '';
	const sender = event.to ?? event.channelId ?? '';
	const { state, scope, expiresAt, optOutAsked, questionChanged } = step;
	return {
		key: [channel, sender, address, scope].join('|'),
		address,
		channel,
		sender,
		scope,
		status: state,
		source: signal ?? SOURCES[match.tier] ?? 'keyword',
		keyword: match.keyword ?? '',
		tier: match.tier,
		messageId: event.id ?? '',
		timestamp: event.timestamp ?? now.toISOString(),
		expiry: expiresAt?.toISOString() ?? '',
		...((questionChanged || optOutAsked) && { optOutAsked: optOutAsked?.toISOString() ?? '' }),
		evidence: [...(event.text ?? '')].slice(0, MAX_EVIDENCE).join(''),
	};
}

/** A person as the record names them. */
export function recordedAddress({ from, fromUserId, channel }: ConsentSource): string | undefined {
	if (from === undefined) return fromUserId;
	return channel === undefined || hasPhoneNumbers(channel) ? canonicalAddress(from) : from;
}

/** One line of the history: written once, never changed. */
export interface AuditRow extends ConsentRow {
	/** Unique per change: the same message delivered twice gives the same line. */
	auditKey: string;
	previousStatus: ConsentState;
	/** ISO 8601 in UTC, when the change was recorded. */
	recordedAt: string;
	explanation: string;
}

/** The line to append for a change of the record. */
export function auditRow(row: ConsentRow, match: KeywordMatch, previous: ConsentState, now: Date): AuditRow {
	return {
		...row,
		auditKey: [row.key, row.messageId === '' ? row.timestamp : row.messageId, row.status].join('|'),
		previousStatus: previous,
		recordedAt: now.toISOString(),
		explanation: match.explanation,
	};
}
