import { DEFAULT_PENDING_DAYS } from './double-opt-in';
import { canonicalAddress, hasPhoneNumbers } from '../lib/phone/address';
import type { ConsentState, KeywordMatch, MatchTier } from './types';

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

export interface ConsentRowOptions {
	/** How long a pending double opt-in waits for its confirming word, in days. */
	pendingDays?: number;
	/** Whether an opt-in word only asks for confirmation first. */
	doubleOptIn?: boolean;
	/** What the record covers after this message, where that is more than the message said. */
	scope?: string;
	/** What is recorded of the person so far, for a row that only tells that a question was asked or answered. */
	state?: ConsentState;
	/** When the person was asked whether an opt-out was meant. */
	optOutAsked?: Date;
	/** Whether such a question was open before this message, so that the row has to say that it is not any more. */
	wasAsked?: boolean;
	/** Whether the provider reported the consent itself, without a word of the person. */
	isProviderSignal?: boolean;
}

export type RecordedStatus = ConsentState;

/** One row of the consent table: flat, so that a Data Table or a spreadsheet takes it as it is. */
export interface ConsentRow {
	/** Unique per person, channel, sender and scope: what an upsert matches on. */
	key: string;
	/** Of the person, in the one form that stands for every way to write it. */
	address: string;
	channel: string;
	sender: string;
	scope: string;
	status: RecordedStatus;
	/** How the consent came about: `keyword`, `phrase`, `nearMatch`, `provider`. */
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

const DAY = 86_400_000;
const MAX_EVIDENCE = 500;
const SOURCES: Partial<Record<MatchTier, string>> = { phrase: 'phrase', fuzzy: 'nearMatch' };

/**
 * The row that a keyword evaluation changes in the consent record, if it changes any.
 *
 * @param now the clock, for messages without a time of their own and for the expiry
 */
export function consentRow(
	event: ConsentSource,
	match: KeywordMatch,
	now: Date,
	options: ConsentRowOptions = {},
): ConsentRow | undefined {
	const status = statusOf(match, options);
	const address = recordedAddress(event);
	if (status === undefined || address === undefined) return undefined;

	const channel = event.channel ?? event.provider ?? '';
	const sender = event.to ?? event.channelId ?? '';
	const scope = options.scope ?? match.scope ?? 'all';
	const { optOutAsked, wasAsked = false } = options;
	return {
		key: [channel, sender, address, scope].join('|'),
		address,
		channel,
		sender,
		scope,
		status,
		source: options.isProviderSignal ? 'provider' : (SOURCES[match.tier] ?? 'keyword'),
		keyword: match.keyword ?? '',
		tier: match.tier,
		messageId: event.id ?? '',
		timestamp: event.timestamp ?? now.toISOString(),
		expiry:
			status === 'pending'
				? new Date(now.getTime() + (options.pendingDays ?? DEFAULT_PENDING_DAYS) * DAY).toISOString()
				: '',
		...((optOutAsked !== undefined || wasAsked) && { optOutAsked: optOutAsked?.toISOString() ?? '' }),
		evidence: [...(event.text ?? '')].slice(0, MAX_EVIDENCE).join(''),
	};
}

/** A person as the record names them. */
export function recordedAddress({ from, fromUserId, channel }: ConsentSource): string | undefined {
	if (from === undefined) return fromUserId;
	return channel === undefined || hasPhoneNumbers(channel) ? canonicalAddress(from) : from;
}

function statusOf(
	match: KeywordMatch,
	{ doubleOptIn = false, optOutAsked, wasAsked = false, state = 'none' }: ConsentRowOptions,
): RecordedStatus | undefined {
	if (match.category === 'optOut') return 'optedOut';
	if (match.category === 'doubleOptIn') return 'optedIn';
	if (match.category === 'optIn') return doubleOptIn ? 'pending' : 'optedIn';
	const isAsking = match.category === 'fuzzyOptOut' && optOutAsked !== undefined;
	const isDenied = match.category === 'default' && match.tier !== 'none' && wasAsked;
	return isAsking || isDenied ? state : undefined;
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
