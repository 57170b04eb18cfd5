/** What a person gets over a channel by the consent record, and what has to be recorded so that it becomes something else. */
import { currentState } from '../../../core/consent/double-opt-in';
import { countsOn, statusOfRows } from '../../../core/consent/person';
import { decideSend, isTopic, scopesOf, TOPICS } from '../../../core/consent/policy';

/**
 * @typedef {import('../../../core/consent/person').KnownConsent & { channel: string }} Row
 * @typedef {{ channel: string, action: 'optIn' | 'optOut', scope: string }} Change
 */

/** What messages of a topic are for: advertising needs an opt-in, the rest that nobody refused it. */
const PURPOSES = /** @type {const} */ ({
	offers: 'marketing',
	surveys: 'marketing',
	reminders: 'utility',
	orderUpdates: 'utility',
});

export { isTopic };

/** @param {typeof TOPICS[number]} topic */
const isGiven = (status, topic) => decideSend({ ...status, purpose: PURPOSES[topic], topic }).allowed;

/**
 * @param {Row[]} rows all rows of the person
 * @param {string} channel
 * @param {Date} now
 */
export function choicesOn(rows, channel, now) {
	const recorded = statusOfRows(
		rows.filter((row) => countsOn(channel, row)),
		now,
	);
	const state = currentState(recorded, now);
	const status = { state, scope: recorded.scope, awaitsOptOutAnswer: recorded.optOutAsked !== undefined };
	const refused = state === 'optedOut' ? scopesOf(recorded.scope) : [];
	return {
		channel,
		/** Topics that the person gets. */
		given: TOPICS.filter((topic) => isGiven(status, topic)),
		/** Whether nothing comes at all. */
		isStopped: !decideSend({ ...status, purpose: 'service' }).allowed,
		/** Whether more was refused than topics one by one. */
		isRefusedAsAWhole: refused.some((scope) => !isTopic(scope)),
		/** Whether the person never said what to get. */
		isUndecided: state === 'none' || state === 'pending',
	};
}

/**
 * What to record, in this order, so that one topic changes and no other does.
 *
 * Who refused everything opts in to everything first, which takes that back, and then refuses the rest by name. Of whom nothing is
 * known, what is not given is refused by name, because a first opt-in or opt-out would open all topics of which nothing is said.
 *
 * @param {ReturnType<typeof choicesOn>} choices
 * @param {typeof TOPICS[number]} topic
 * @param {boolean} isWanted
 * @returns {Change[]}
 */
export function changesFor({ channel, given, isRefusedAsAWhole, isUndecided }, topic, isWanted) {
	/** @type {(scope: string) => Change} */
	const optIn = (scope) => ({ channel, action: 'optIn', scope });
	/** @type {(scope: string) => Change} */
	const optOut = (scope) => ({ channel, action: 'optOut', scope });

	const others = TOPICS.filter((other) => other !== topic && !given.includes(other));
	const base = isRefusedAsAWhole ? [optIn('all')] : isWanted ? [optIn(topic)] : [];
	const rest = isRefusedAsAWhole || isUndecided ? others.map(optOut) : [];
	return [...base, ...rest, ...(isWanted ? [] : [optOut(topic)])];
}

/**
 * @param {string} channel
 * @returns {Change[]}
 */
export const stopOf = (channel) => [{ channel, action: 'optOut', scope: 'all' }];
