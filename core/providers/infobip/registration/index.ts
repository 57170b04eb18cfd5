import type { DeliveryError } from '../../../events';
import {
	LONGEST_URL,
	targetSecrets,
	INFOBIP_CHANNELS,
	type InfobipChannel,
	type InfobipTarget,
} from './target';
import type { ApiRequest } from '../../../http/api';
import type { Registrar, RegistrationFailure } from '../../../webhooks/registration';
import type { Ask, Reply } from '../../../http/ask';
import { createRegistrar, setUpFailure, type Reading } from '../../../webhooks/registrar';
import { classifyError } from '../errors/classify';
import { holders, overlapOf, planRegistration, planRemoval, type Found } from './plan';
import {
	ownId,
	parseProfile,
	parseSubscriptions,
	readProfile,
	readSecurity,
	readSubscriptions,
	type Subscription,
} from './subscriptions';
import { wantedEvents } from './webhook-events';

/** More subscriptions than any account has; a page more would only cost time. */
const MOST_PAGES = 10;

const FORBIDDEN: ReadonlySet<string> = new Set(['E403', 'FORBIDDEN', 'http.403']);

function explain(error: DeliveryError): DeliveryError {
	if (!FORBIDDEN.has(error.code)) return error;
	const advice =
		'Give the key the scope subscriptions:manage in the Infobip portal under Developer Tools → API Keys, or create the subscription there by hand.';
	return { ...error, title: 'The API key may not manage subscriptions', advice };
}

function check({ channels, kinds }: InfobipTarget): RegistrationFailure | undefined {
	if (wantedEvents(channels, kinds).length > 0) return undefined;
	return setUpFailure(
		'find out what to subscribe to',
		'channels',
		'None of the chosen channels has any of the chosen events',
		'Choose a channel: SMS and MMS bring messages and statuses, WhatsApp brings all kinds.',
	);
}

function failed(step: string, error: DeliveryError): RegistrationFailure {
	return { state: 'failed', step, error };
}

async function readChannel(ask: Ask, channel: InfobipChannel): Promise<Subscription[] | RegistrationFailure> {
	const found: Subscription[] = [];
	for (let page = 0; page < MOST_PAGES; page++) {
		const reply = await ask(readSubscriptions(channel, page));
		if (!reply.ok) return failed(`read the subscriptions to ${channel}`, reply.error);
		const { subscriptions, pages } = parseSubscriptions(channel, reply.body);
		found.push(...subscriptions);
		if (page + 1 >= pages) break;
	}
	return found;
}

/** What is not there is an answer too. */
async function readIfThere(ask: Ask, request: ApiRequest): Promise<Reply> {
	const reply = await ask(request);
	return !reply.ok && reply.status === 404 ? { ok: true, body: undefined } : reply;
}

async function readForeign(
	ask: Ask,
	subscription: Subscription,
	target: InfobipTarget,
): Promise<Found['foreign'][number]> {
	const { profileId } = subscription;
	if (profileId === undefined || overlapOf(subscription, target) === 'none') {
		return { subscription, url: undefined };
	}
	const profile = await ask(readProfile(profileId));
	return { subscription, url: profile.ok ? parseProfile(profile.body).notifyUrl : undefined };
}

/**
 * All channels are looked through, as a subscription of this trigger may be left on one that was chosen before; but a
 * channel that is not wanted does no harm if it cannot be read.
 */
async function read(ask: Ask, target: InfobipTarget): Promise<Reading<Found>> {
	const id = ownId(target);
	const wanted = new Set(wantedEvents(target.channels, target.kinds).map(({ channel }) => channel));
	const [profile, security, ...lists] = await Promise.all([
		readIfThere(ask, readProfile(id)),
		readIfThere(ask, readSecurity(id)),
		...INFOBIP_CHANNELS.map(async (channel) => ({ channel, list: await readChannel(ask, channel) })),
	]);
	if (!profile.ok) return failed('read the notification profile', profile.error);
	if (!security.ok) return failed('read the security settings', security.error);
	const subscriptions: Subscription[] = [];
	for (const { channel, list } of lists) {
		if (Array.isArray(list)) subscriptions.push(...list);
		else if (wanted.has(channel)) return list;
	}
	const others = subscriptions.filter((subscription) => subscription.id !== id);
	return {
		state: 'read',
		found: {
			own: subscriptions.filter((subscription) => subscription.id === id),
			profile: profile.body === undefined ? undefined : parseProfile(profile.body),
			hasSecurity: security.body !== undefined,
			foreign: await Promise.all(
				others
					.filter(({ channel }) => wanted.has(channel))
					.map(async (subscription) => await readForeign(ask, subscription, target)),
			),
		},
	};
}

/**
 * Webhooks of Infobip: a subscription per channel, which share one notification profile with the URL. A test switches the
 * URL of the profile, so that it never competes with its own production for an event.
 */
export const registration: Registrar<InfobipTarget> = createRegistrar({
	classify: classifyError,
	longestUrl: LONGEST_URL,
	secrets: targetSecrets,
	check,
	read,
	holders,
	planRegistration,
	planRemoval,
	explain,
});
