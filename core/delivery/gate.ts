import { decideSend, type SendQuestion, type SendReason } from '../consent/policy';
import { customerServiceWindow, type ServiceWindow } from '../whatsapp/customer-service-window';
import { isZone, quietAt, type QuietHours } from './quiet-hours';
import { zonesOfPhone } from './zones';

export const CAP_PERIODS = ['hour', 'day', 'week', 'month'] as const;
export type CapPeriod = (typeof CAP_PERIODS)[number];

export interface GateQuestion extends Omit<SendQuestion, 'windowOpen'> {
	/** Milliseconds since 1970. */
	now: number;
	/** When the person wrote last, on channels with a customer service window: `never` where they did not. */
	lastInboundAt?: number | 'never';
	quiet?: {
		hours: QuietHours;
		/** The person's time zone; without one, and where there is no such zone, the number's country counts. */
		zone?: string;
		/** Where neither is known, and for user ids. */
		fallbackZone: string;
	};
	/** The message goes out from here on, by the clock of the person: what the time is in a zone, in milliseconds since 1970. */
	notBefore?: { timeIn: (zone: string) => number } & Omit<NonNullable<GateQuestion['quiet']>, 'hours'>;
	/** E.164 of the person. */
	to?: string;
	cap?: { most: number; period: CapPeriod; /** In the period that ends now. */ sentSoFar: number };
}

export interface Suppression {
	allowed: false;
	/** What holds the message back, for machines. */
	rule: SendReason | 'quietHours' | 'frequencyCap' | 'tooEarly' | 'noReply';
	/** The same as a sentence. */
	reason: string;
	advice: string;
	/** ISO 8601, where time alone lifts it. */
	resumeAt?: string;
}

export type GateDecision = { allowed: true; window?: ServiceWindow } | Suppression;

const RECORD_CONSENT =
	'Ask the person for an opt-in and record it with its source before you send marketing.';

/** What to do where the record holds a message back, by what holds it. */
export const CONSENT_ADVICE: Readonly<Record<SendReason, string>> = {
	optedOut: 'Do not send until the person opts in again by themselves.',
	optedOutOfMarketing: 'Send no marketing until the person opts in again; order news may still go out.',
	optOutAsked: 'Send no marketing until the person answers, or opts in again.',
	noConsent: RECORD_CONSENT,
	consentPending: 'Wait for the answer to the double opt-in, or repeat the question once.',
	windowClosed: 'Choose an approved template as the message, or wait until the person writes.',
	unknownConsent: 'Look the person up in your consent record before this node.',
};

/** A password that was just asked for and an answer in a conversation come when they are wanted, however late and often. */
const ASKED_FOR = new Set<string>(['authentication', 'service']);

/**
 * Whether a message may go out now: consent first, then the customer service window, quiet hours, the frequency cap, and last the
 * time that was set for it.
 */
export function passGate(question: GateQuestion): GateDecision {
	const { lastInboundAt, now } = question;
	const window = typeof lastInboundAt === 'number' ? customerServiceWindow(lastInboundAt, now) : undefined;
	const held =
		consentRule(question, window) ?? quietRule(question) ?? capRule(question) ?? timeRule(question);
	if (held !== undefined) return held;
	return window === undefined ? { allowed: true } : { allowed: true, window };
}

function consentRule(question: GateQuestion, window: ServiceWindow | undefined): Suppression | undefined {
	const windowOpen = question.lastInboundAt === 'never' ? false : windowIsOpen(window);
	const decision = decideSend({ ...question, windowOpen });
	if (decision.allowed) return undefined;
	const { reason: rule, explanation } = decision;
	return { allowed: false, rule, reason: explanation, advice: CONSENT_ADVICE[rule] };
}

function windowIsOpen(window: ServiceWindow | undefined): boolean | undefined {
	return window === undefined ? undefined : window.state === 'open';
}

function isAskedFor({ purpose, confirmation }: GateQuestion): boolean {
	return confirmation !== undefined || ASKED_FOR.has(purpose);
}

function zonesOf(
	{ zone, fallbackZone }: Omit<NonNullable<GateQuestion['quiet']>, 'hours'>,
	to?: string,
): readonly string[] {
	if (zone !== undefined && isZone(zone)) return [zone];
	const zones = to === undefined ? [] : zonesOfPhone(to);
	if (zones.length > 0) return zones;
	return [isZone(fallbackZone) ? fallbackZone : 'UTC'];
}

function quietRule(question: GateQuestion): Suppression | undefined {
	const { quiet, now, to } = question;
	if (quiet === undefined || isAskedFor(question)) return undefined;
	const zones = zonesOf(quiet, to);
	const state = quietAt(quiet.hours, zones, now);
	if (!state.quiet) return undefined;
	const where = zones.length === 1 ? `in ${zones.join()}` : `in a part of the recipient's country`;
	const held = { allowed: false, rule: 'quietHours', reason: `It is quiet time ${where}.` } as const;
	return state.resumeAt === undefined
		? { ...held, advice: 'The quiet hours leave no time to send: change them.' }
		: { ...held, advice: `Send again from ${state.resumeAt} on.`, resumeAt: state.resumeAt };
}

function capRule(question: GateQuestion): Suppression | undefined {
	const { cap } = question;
	if (cap === undefined || isAskedFor(question) || cap.sentSoFar < cap.most) return undefined;
	return {
		allowed: false,
		rule: 'frequencyCap',
		reason: `The recipient got ${cap.sentSoFar} messages within the last ${cap.period}; ${cap.most} are allowed.`,
		advice: `Send again when the oldest of them is more than a ${cap.period} ago, or raise the limit.`,
	};
}

function timeRule({ notBefore, now, to }: GateQuestion): Suppression | undefined {
	if (notBefore === undefined) return undefined;
	const time = Math.max(...zonesOf(notBefore, to).map(notBefore.timeIn));
	if (time <= now) return undefined;
	const resumeAt = new Date(time).toISOString();
	return {
		allowed: false,
		rule: 'tooEarly',
		reason: 'The time has not come where the recipient is.',
		advice: `Send again from ${resumeAt} on.`,
		resumeAt,
	};
}
