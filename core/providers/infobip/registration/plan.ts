import type { Holder, Receipt, TakenBy } from '../../../webhooks/registration';
import type { InfobipTarget } from './target';
import { digitsOf } from '../../../lib/phone/address';
import { withoutSecrets } from '../../../webhooks/callback-url';
import { claimPlace, isNeighbours, isOursToClear } from '../../../webhooks/place';
import { planOf, type RegistrationPlan, type RemovalPlan, type Step } from '../../../webhooks/registrar';
import { separateSubscriptions } from './manual-steps';
import {
	dropProfile,
	dropSecurity,
	dropSubscription,
	ownId,
	putProfile,
	putSecurity,
	putSubscription,
	securityOf,
	withoutEvents,
	type Profile,
	type Subscription,
} from './subscriptions';
import { eventsFor, wantedEvents } from './webhook-events';

/** What Infobip has at the moment. */
export interface Found {
	/** This trigger's subscriptions, one per channel at most. */
	own: Subscription[];
	/** This trigger's profile, which holds the URL for all of them. */
	profile: Profile | undefined;
	hasSecurity: boolean;
	/** Subscriptions of others on the same channels, with their URLs where they get the same events. */
	foreign: { subscription: Subscription; url: string | undefined }[];
}

/**
 * How a subscription of somebody else meets ours. An event goes to one subscription of those that it matches (Infobip,
 * Subscription groups); which one, where one names senders and the other does not, is not documented.
 */
export function overlapOf(
	{ channel, events, resources, isNarrowed }: Subscription,
	{ kinds, sender }: InfobipTarget,
): 'none' | 'partly' | 'same' {
	const wanted = eventsFor(channel, kinds);
	if (isNarrowed || !events.some((event) => wanted.includes(event))) return 'none';
	if (resources.length === 0) return sender === undefined ? 'same' : 'partly';
	if (sender === undefined) return 'partly';
	return resources.includes(digitsOf(sender)) ? 'same' : 'none';
}

function holderOf({ subscription, url }: Found['foreign'][number]): Holder {
	const { name, channel } = subscription;
	return {
		url: url === undefined ? 'a URL that cannot be read' : withoutSecrets(url),
		by: `the subscription "${name}" to ${channel}`,
	};
}

function union(some: readonly string[], others: readonly string[]): string[] {
	return [...new Set([...some, ...others])].sort();
}

/** A test adds to what production has subscribed to and takes nothing away from it. */
function subscriptionSteps({ own }: Found, target: InfobipTarget): Step[] {
	const id = ownId(target);
	return wantedEvents(target.channels, target.kinds).flatMap(({ channel, events }): Step[] => {
		const name = `subscribe to ${channel}`;
		const resources = target.sender === undefined ? [] : [digitsOf(target.sender)];
		const current = own.find((subscription) => subscription.channel === channel);
		if (current === undefined) {
			const request = putSubscription(id, channel, { events, resources, exists: false });
			return [{ name, request, undo: dropSubscription(channel, id) }];
		}
		const settings =
			target.purpose === 'test'
				? { events: union(current.events, events), resources: current.resources }
				: { events, resources };
		const isAsWanted =
			settings.events.every((event) => current.events.includes(event)) &&
			settings.resources.join() === current.resources.join();
		return isAsWanted ? [] : [{ name, request: putSubscription(id, channel, { ...settings, exists: true }) }];
	});
}

function profileSteps({ profile, hasSecurity }: Found, target: InfobipTarget): Step[] {
	const id = ownId(target);
	const security = securityOf(target.secrets);
	const exists = profile !== undefined;
	const callbackUrl = profile?.notifyUrl;
	const withSecurity = security !== undefined;
	return [
		...(security === undefined
			? []
			: [
					{
						name: 'save how Infobip authenticates itself',
						request: putSecurity(id, security, hasSecurity),
						...(!hasSecurity && { undo: dropSecurity(id) }),
					},
				]),
		{
			name: 'save the webhook URL',
			request: putProfile(id, target, { exists, withSecurity }),
			undo:
				callbackUrl === undefined
					? dropProfile(id)
					: putProfile(id, { callbackUrl, secrets: target.secrets }, { exists: true, withSecurity }),
		},
	];
}

/** Infobip takes no subscription without events; the neighbour makes its own anew when it needs it. */
function takeFromNeighbour(subscription: Subscription, { kinds }: InfobipTarget): Step {
	const { channel, id, events } = subscription;
	const taken = eventsFor(channel, kinds);
	const isLeftEmpty = events.every((event) => taken.includes(event));
	return {
		name: `take the events from the neighbour's subscription to ${channel}`,
		request: isLeftEmpty ? dropSubscription(channel, id) : withoutEvents(subscription, taken),
		goneIsFine: true,
	};
}

export function planRegistration(
	found: Found,
	target: InfobipTarget,
	takeOver: boolean,
): RegistrationPlan | TakenBy {
	const neighbours = found.foreign.filter(
		({ subscription, url }) => isNeighbours(url, target) && overlapOf(subscription, target) !== 'none',
	);
	const others = found.foreign.filter((one) => !neighbours.includes(one));
	const inTheWay = others.filter(({ subscription }) => overlapOf(subscription, target) === 'same');
	const beside = others.filter(({ subscription }) => overlapOf(subscription, target) === 'partly');
	const isTest = target.purpose === 'test';
	const [first] = inTheWay;
	if (first !== undefined && (isTest || !takeOver)) {
		const advice = isTest
			? 'A test does not take events away from somebody else. Publish the workflow with the option to take over, or choose one sender.'
			: 'Infobip delivers an event to one subscription only. Remove that one in the portal under Developer Tools → Subscriptions Management, put it into a group of its own there, or switch on the option to take over: then it loses these events.';
		return { state: 'takenBy', ...holderOf(first), advice };
	}
	const claim = claimPlace(found.profile?.notifyUrl, target);
	// The profile's id is this trigger's alone, so whatever URL somebody wrote into it by hand, it is ours to set.
	const borrowedFrom = claim.decision === 'foreign' ? undefined : claim.borrowedFrom;
	return planOf({
		steps: [
			...(claim.decision === 'keep' ? [] : profileSteps(found, target)),
			...subscriptionSteps(found, target),
			...neighbours.map(({ subscription }) => takeFromNeighbour(subscription, target)),
			...inTheWay.map(({ subscription }) => ({
				name: `take the events from the subscription "${subscription.name}"`,
				request: withoutEvents(subscription, eventsFor(subscription.channel, target.kinds)),
			})),
		],
		...(isTest && { receipt: { borrowed: { profile: borrowedFrom ?? 'nothing' } } }),
		byHand: beside.map(({ subscription }) => separateSubscriptions(subscription)),
		tookOver: inTheWay.map(holderOf),
	});
}

/** A subscription without events holds no place. */
export function holders({ own, profile, foreign }: Found, target: InfobipTarget): string[] {
	const isHolding = own.some(({ events }) => events.length > 0);
	const others = foreign.filter(({ subscription }) => overlapOf(subscription, target) !== 'none');
	const urls = [isHolding ? profile?.notifyUrl : undefined, ...others.map(({ url }) => url)];
	return urls.filter((url) => url !== undefined);
}

export function planRemoval(found: Found, target: InfobipTarget, { borrowed }: Receipt): RemovalPlan {
	const { own, profile, hasSecurity } = found;
	const id = ownId(target);
	const url = profile?.notifyUrl;
	const plan: RemovalPlan = { state: 'plan', steps: [], givesBack: false, left: [] };
	if (url !== undefined && !isOursToClear(url, target)) {
		const shown = withoutSecrets(url);
		return { ...plan, left: [`The notification profile ${id} has the URL ${shown} now and stays as it is.`] };
	}
	if (borrowed.profile === 'production' && target.siblingUrl !== undefined && profile !== undefined) {
		const settings = { callbackUrl: target.siblingUrl, secrets: target.secrets };
		const withSecurity = securityOf(target.secrets) !== undefined;
		const request = putProfile(id, settings, { exists: true, withSecurity });
		return { ...plan, steps: [{ name: 'give the webhook URL back', request }], givesBack: true };
	}
	const removals = [
		...own.map(({ channel }) => ({
			name: `end the subscription to ${channel}`,
			request: dropSubscription(channel, id),
		})),
		...(profile === undefined ? [] : [{ name: 'remove the webhook URL', request: dropProfile(id) }]),
		...(hasSecurity ? [{ name: 'remove the authentication', request: dropSecurity(id) }] : []),
	];
	return { ...plan, steps: removals.map((step) => ({ ...step, goneIsFine: true })) };
}
