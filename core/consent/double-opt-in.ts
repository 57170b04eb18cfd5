import { coveredScope } from './policy';
import type { ConsentState, KeywordMatch } from './types';

/** What the record holds of a person when a message comes in. */
export interface ConsentStatus {
	state: ConsentState;
	/** What the state covers, as recorded; `all` where absent. */
	scope?: string;
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
	/** What the state covers now. */
	scope: string;
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

/** An opt-out of everything covers any other. */
function covers(held: string | undefined, asked: string | undefined): boolean {
	return coveredScope(held) === 'all' || coveredScope(asked) === 'marketing';
}

function widest(held: string | undefined, asked: string | undefined): string {
	return (coveredScope(asked) === 'all' ? asked : held) ?? 'all';
}

/**
 * The step that a message makes in a person's consent. Pure: the record goes in, what to store and what to answer
 * comes out.
 *
 * Opt-out is honoured from any state and answered once: 47 CFR 64.1200(a)(12) allows a single confirmation. Who left
 * marketing and then leaves everything asks for more, and gets another.
 */
export function nextConsent(
	status: ConsentStatus,
	match: KeywordMatch,
	settings: DoubleOptInSettings,
	now: Date,
): ConsentTransition {
	const state = currentState(status, now);
	const held = status.scope;
	const asked = match.scope ?? 'all';
	const stay = (reply: ReplyKind, reason: string, scope = held ?? 'all'): ConsentTransition => ({
		state,
		scope,
		changed: state !== status.state,
		...(state === 'pending' && status.expiresAt !== undefined ? { expiresAt: status.expiresAt } : {}),
		reply,
		reason,
	});
	const go = (to: ConsentState, reply: ReplyKind, reason: string, scope = asked): ConsentTransition => ({
		state: to,
		scope,
		changed: true,
		reply,
		reason,
	});

	switch (match.category) {
		case 'optOut':
			if (state !== 'optedOut') return go('optedOut', 'optedOut', 'The person asked to leave.');
			return covers(held, asked)
				? stay(
						'none',
						'The person had left already; a second confirmation is not allowed.',
						widest(held, asked),
					)
				: go('optedOut', 'optedOut', 'The person had left marketing only and now leaves everything.');
		case 'fuzzyOptOut':
			return state === 'optedOut' && covers(held, asked)
				? stay('none', 'The person had left already.')
				: stay('confirmOptOut', 'The message may be an opt-out: ask, and change nothing before the answer.');
		case 'help':
			return stay('help', 'Help changes no consent and is answered in every state.');
		case 'doubleOptIn':
			return state === 'pending'
				? go('optedIn', 'optedIn', 'The person confirmed in time.', held ?? 'all')
				: stay('none', 'There was nothing to confirm, or it had lapsed.');
		case 'optIn':
			if (state === 'optedIn') return stay('none', 'The person is subscribed already.');
			if (!settings.enabled) return go('optedIn', 'optedIn', 'The person asked to subscribe.');
			return {
				...go('pending', 'confirmOptIn', 'The person asked to subscribe and has to confirm it.'),
				expiresAt: new Date(now.getTime() + (settings.pendingDays ?? DEFAULT_PENDING_DAYS) * DAY),
			};
		case 'custom':
		case 'default':
			return stay('none', 'The message is not about consent.');
	}
}
