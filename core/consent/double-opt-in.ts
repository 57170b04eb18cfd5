import type { ConsentState, KeywordMatch } from './types';

/** What the record holds of a person when a message comes in. */
export interface ConsentStatus {
	state: ConsentState;
	/** When a pending opt-in lapses. */
	expiresAt?: Date;
}

export interface DoubleOptInSettings {
	/** Whether an opt-in word has to be confirmed by a second message. */
	enabled: boolean;
	/** How long the confirming word is waited for, in days. Braze, Double opt-in: 30. */
	pendingDays?: number;
}

export const DEFAULT_PENDING_DAYS = 30;
const DAY = 86_400_000;

/** What the answer to the person is about. */
export type ReplyKind = 'optedIn' | 'confirmOptIn' | 'optedOut' | 'confirmOptOut' | 'help' | 'none';

export interface ConsentTransition {
	state: ConsentState;
	/** Whether the record has to be written. */
	changed: boolean;
	expiresAt?: Date;
	reply: ReplyKind;
	/** One sentence for the log. */
	reason: string;
}

/** A pending opt-in that nobody confirmed in time is none. Pass the result on as `consentState`. */
export function currentState({ state, expiresAt }: ConsentStatus, now: Date): ConsentState {
	return state === 'pending' && expiresAt !== undefined && expiresAt <= now ? 'none' : state;
}

/**
 * The step that a message makes in a person's consent. Pure: the record goes in, what to store and what to answer
 * comes out.
 *
 * Opt-out is honoured from any state and answered once: 47 CFR 64.1200(a)(12) allows a single confirmation.
 */
export function nextConsent(
	status: ConsentStatus,
	match: KeywordMatch,
	settings: DoubleOptInSettings,
	now: Date,
): ConsentTransition {
	const state = currentState(status, now);
	const stay = (reply: ReplyKind, reason: string): ConsentTransition => ({
		state,
		changed: state !== status.state,
		...(state === 'pending' && status.expiresAt !== undefined ? { expiresAt: status.expiresAt } : {}),
		reply,
		reason,
	});
	const go = (to: ConsentState, reply: ReplyKind, reason: string): ConsentTransition => ({
		state: to,
		changed: to !== status.state,
		reply,
		reason,
	});

	switch (match.category) {
		case 'optOut':
			return state === 'optedOut'
				? stay('none', 'The person had left already; a second confirmation is not allowed.')
				: go('optedOut', 'optedOut', 'The person asked to leave.');
		case 'fuzzyOptOut':
			return state === 'optedOut'
				? stay('none', 'The person had left already.')
				: stay('confirmOptOut', 'The message may be an opt-out: ask, and change nothing before the answer.');
		case 'help':
			return stay('help', 'Help changes no consent and is answered in every state.');
		case 'doubleOptIn':
			return state === 'pending'
				? go('optedIn', 'optedIn', 'The person confirmed in time.')
				: stay('none', 'There was nothing to confirm, or it had lapsed.');
		case 'optIn':
			if (state === 'optedIn') return stay('none', 'The person is subscribed already.');
			if (!settings.enabled) return go('optedIn', 'optedIn', 'The person asked to subscribe.');
			return {
				state: 'pending',
				changed: true,
				expiresAt: new Date(now.getTime() + (settings.pendingDays ?? DEFAULT_PENDING_DAYS) * DAY),
				reply: 'confirmOptIn',
				reason: 'The person asked to subscribe and has to confirm it.',
			};
		case 'custom':
		case 'default':
			return stay('none', 'The message is not about consent.');
	}
}
