import type { Suppression } from '../../core';

export type Rule = Suppression['rule'];

/** Who is held back by a rule, after their number: `20 opted out`. */
const HELD_BACK: Readonly<Record<Rule, string>> = {
	optedOut: 'opted out',
	optedOutOfMarketing: 'opted out of marketing',
	optOutAsked: 'asked whether to opt out',
	noConsent: 'never opted in',
	consentPending: 'did not confirm the opt-in',
	unknownConsent: 'of unknown consent',
	windowClosed: 'wrote more than 24 hours ago',
	quietHours: 'in quiet hours',
	frequencyCap: 'got enough already',
	tooEarly: 'whose time has not come',
	noReply: 'without a reply',
};

/** Counts, `marketing: 176`. */
export class Tally {
	private readonly counts = new Map<string, number>();

	add(what: string, count = 1): void {
		this.counts.set(what, (this.counts.get(what) ?? 0) + count);
	}

	list(word: (what: string, count: number) => string): string[] {
		return [...this.counts].map(([what, count]) => word(what, count));
	}
}

/** Who is held back, `20 opted out`, `3 in quiet hours`, by the rules that hold them. */
export function heldBack(rules: readonly Rule[]): string[] {
	const tally = new Tally();
	for (const rule of rules) tally.add(HELD_BACK[rule]);
	return tally.list((words, count) => `${count} ${words}`);
}
