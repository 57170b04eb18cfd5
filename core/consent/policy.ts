import type { ConsentState } from './types';

/** What a message is for. A template's category says it on WhatsApp; elsewhere the sender does. */
export const PURPOSES = ['marketing', 'utility', 'authentication', 'service'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What an opt-out covers: `marketing` leaves order news in force. */
export type ConsentScope = 'all' | 'marketing';

/** Kinds of messages that somebody can refuse apart. */
export const TOPICS = ['offers', 'surveys', 'reminders', 'orderUpdates'] as const;

export function isTopic(scope: string): boolean {
	return TOPICS.some((topic) => topic === scope);
}

/** The scopes that a text names, with commas between them: somebody can have refused surveys and reminders. */
export function scopesOf(scope: string | undefined): string[] {
	const scopes = (scope ?? '').split(',').map((one) => one.trim());
	return scopes.filter((one) => one !== '');
}

/**
 * What a recorded scope stands for. A topic counts as marketing; a scope of a provider's own, which nobody here knows
 * the extent of, counts as all.
 */
export function coveredScope(scope: string | undefined): ConsentScope {
	const scopes = scopesOf(scope);
	const isPart = scopes.length > 0 && scopes.every((one) => one === 'marketing' || isTopic(one));
	return isPart ? 'marketing' : 'all';
}

/** Whether an opt-out of one scope is one of the other, too. */
export function coversScope(held: string | undefined, asked: string | undefined): boolean {
	if (coveredScope(held) === 'all') return true;
	if (coveredScope(asked) === 'all') return false;
	const parts = scopesOf(held);
	return parts.includes('marketing') || scopesOf(asked).every((one) => parts.includes(one));
}

export interface SendQuestion {
	purpose: Purpose;
	/** Of the recipient; absent where nobody looked it up. */
	state?: ConsentState;
	/** What the recipient opted out of: `all`, `marketing` or topics. Any other value counts as `all`. */
	scope?: string;
	/** The message's own topic, where it has one: an opt-out of a topic is about messages of that topic alone then. */
	topic?: string;
	/** Whether the recipient, who opted out of some topics, never opted in to anything. */
	lacksOptIn?: boolean;
	/** Whether the recipient was asked if an opt-out was meant, and has not answered. */
	awaitsOptOutAnswer?: boolean;
	/**
	 * Whether the customer service window is open; absent on channels without one.
	 * Meta, Send messages: free-form messages only within 24 hours of the person's last one.
	 */
	windowOpen?: boolean;
	/** Whether the message is an approved template, which needs no window. */
	template?: boolean;
	/** The one confirmation of an opt-out or the answer to HELP, which the law allows to anybody. */
	confirmation?: 'optOut' | 'help';
}

export type SendReason =
	| 'optedOut'
	| 'optedOutOfMarketing'
	| 'optOutAsked'
	| 'noConsent'
	| 'consentPending'
	| 'windowClosed'
	| 'unknownConsent';

export type SendDecision = { allowed: true } | { allowed: false; reason: SendReason; explanation: string };

const EXPLANATIONS: Record<SendReason, string> = {
	optedOut: 'The recipient has opted out of all messages.',
	optedOutOfMarketing: 'The recipient has opted out of marketing messages.',
	optOutAsked: 'The recipient was asked whether to opt out and has not answered yet.',
	noConsent: 'The recipient has not opted in, which marketing messages need.',
	consentPending: 'The recipient has not confirmed the opt-in yet.',
	windowClosed:
		'The customer service window is closed: only an approved template can be sent until the person writes again.',
	unknownConsent: 'The consent state of the recipient was not given, and marketing messages need it.',
};

const ALLOWED: SendDecision = { allowed: true };

/**
 * Whether a message may go out.
 *
 * Marketing needs a confirmed opt-in. The rest needs that the person has not opted out of everything: after that only
 * the one confirmation and the answer to HELP go out. An opt-out of marketing leaves order news and passwords in force.
 */
export function decideSend(question: SendQuestion): SendDecision {
	const reason = consentReason(question) ?? windowReason(question);
	return reason === undefined ? ALLOWED : { allowed: false, reason, explanation: EXPLANATIONS[reason] };
}

function consentReason(question: SendQuestion): SendReason | undefined {
	const { purpose, state, scope, topic, lacksOptIn, awaitsOptOutAnswer = false, confirmation } = question;
	if (confirmation !== undefined) return undefined;
	if (state === 'optedOut') {
		if (coveredScope(scope) === 'all') return 'optedOut';
		if (topic === undefined) return purpose === 'marketing' ? 'optedOutOfMarketing' : undefined;
		if (coversScope(scope, topic)) return 'optedOutOfMarketing';
		return purpose === 'marketing' && lacksOptIn === true ? 'noConsent' : undefined;
	}
	if (purpose !== 'marketing') return undefined;
	if (awaitsOptOutAnswer) return 'optOutAsked';
	if (state === 'optedIn') return undefined;
	if (state === 'pending') return 'consentPending';
	return state === 'none' ? 'noConsent' : 'unknownConsent';
}

function windowReason({ windowOpen, template = false }: SendQuestion): SendReason | undefined {
	return windowOpen === false && !template ? 'windowClosed' : undefined;
}
