import { coveredScope, coversScope, isTopic, scopesOf } from './policy';
import type { ConsentState, KeywordMatch } from './types';

/** What the record holds of a person when a message comes in. */
export interface ConsentStatus {
	state: ConsentState;
	/** What the state covers, as recorded; `all` where absent, several topics with commas between them. */
	scope?: string;
	/** When a pending opt-in lapses. */
	expiresAt?: Date;
	/** When the person was asked whether an opt-out was meant; absent once that was answered. */
	optOutAsked?: Date;
	/** Parts are refused, and the person never opted in to the rest. */
	lacksOptIn?: true;
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
	/** Whether it has to be written because a question was asked or answered, though state and scope stay. */
	questionChanged: boolean;
	expiresAt?: Date;
	/** When the person was asked whether an opt-out was meant; absent where nothing is asked any more. */
	optOutAsked?: Date;
	reply: ReplyKind;
	/** One sentence for the log. */
	reason: string;
}

/** A pending opt-in that nobody confirmed in time is none. Pass the result on as `consentState`. */
export function currentState({ state, expiresAt }: ConsentStatus, now: Date): ConsentState {
	return state === 'pending' && expiresAt !== undefined && expiresAt <= now ? 'none' : state;
}

const HOUR = 3_600_000;
/** How long the question whether an opt-out was meant can be answered. */
const ASKED_HOURS = 24;

/**
 * Whether the question if an opt-out was meant is the one that a bare yes answers now: for 24 hours, unless a double
 * opt-in was asked for later. Pass the result on as `optOutAsked`.
 */
export function isOptOutAsked(status: ConsentStatus, settings: DoubleOptInSettings, now: Date): boolean {
	const { optOutAsked, expiresAt } = status;
	if (optOutAsked === undefined || now.getTime() - optOutAsked.getTime() > ASKED_HOURS * HOUR) return false;
	if (currentState(status, now) !== 'pending' || expiresAt === undefined) return true;
	const pendingSince = expiresAt.getTime() - (settings.pendingDays ?? DEFAULT_PENDING_DAYS) * DAY;
	return pendingSince <= optOutAsked.getTime();
}

/** Which of the refused scopes a refusal repeats. */
function repeated(held: string | undefined, asked: string): string {
	return coveredScope(asked) === 'all' || scopesOf(held).includes(asked) ? asked : (held ?? 'all');
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
	const wasAsked = status.optOutAsked;
	const stay = (
		reply: ReplyKind,
		reason: string,
		{ scope = held ?? 'all', question = wasAsked }: { scope?: string; question?: Date | 'answered' } = {},
	): ConsentTransition => ({
		state,
		scope,
		changed: state !== status.state,
		questionChanged: question !== wasAsked && (wasAsked !== undefined || question !== 'answered'),
		...(state === 'pending' && status.expiresAt !== undefined ? { expiresAt: status.expiresAt } : {}),
		...(question instanceof Date && { optOutAsked: question }),
		reply,
		reason,
	});
	const go = (to: ConsentState, reply: ReplyKind, reason: string, scope = asked): ConsentTransition => ({
		state: to,
		scope,
		changed: true,
		questionChanged: wasAsked !== undefined,
		reply,
		reason,
	});
	const optOut = (): ConsentTransition => {
		if (state !== 'optedOut') return go('optedOut', 'optedOut', 'The person asked to leave.');
		return coversScope(held, asked)
			? stay('none', 'The person had left already; a second confirmation is not allowed.', {
					scope: repeated(held, asked),
				})
			: go('optedOut', 'optedOut', 'The person had left a part only and now leaves more.');
	};

	switch (match.category) {
		case 'optOut':
			return optOut();
		case 'fuzzyOptOut':
			if (state === 'optedOut' && coversScope(held, asked)) {
				return stay('none', 'The person had left already.');
			}
			return isOptOutAsked(status, settings, now)
				? optOut()
				: stay('confirmOptOut', 'The message may be an opt-out: ask, and change nothing before the answer.', {
						question: now,
					});
		case 'help':
			return stay('help', 'Help changes no consent and is answered in every state.');
		case 'doubleOptIn':
			return state === 'pending'
				? go('optedIn', 'optedIn', 'The person confirmed in time.', held ?? 'all')
				: stay('none', 'There was nothing to confirm, or it had lapsed.');
		case 'optIn':
			if (state === 'optedIn')
				return stay('none', 'The person is subscribed already.', { question: 'answered' });
			if (state === 'optedOut' && isTopic(asked) && !scopesOf(held).includes(asked)) {
				const reason = `The person wants ${asked} again; the opt-out of ${held ?? 'all'} stays.`;
				return stay('optedIn', reason, { question: 'answered' });
			}
			if (!settings.enabled) return go('optedIn', 'optedIn', 'The person asked to subscribe.');
			return {
				...go('pending', 'confirmOptIn', 'The person asked to subscribe and has to confirm it.'),
				expiresAt: new Date(now.getTime() + (settings.pendingDays ?? DEFAULT_PENDING_DAYS) * DAY),
			};
		case 'custom':
			return stay('none', 'The message is not about consent.');
		case 'default':
			return match.tier === 'none' || wasAsked === undefined
				? stay('none', 'The message is not about consent.')
				: stay('none', 'The person answered that no opt-out was meant.', { question: 'answered' });
	}
}
