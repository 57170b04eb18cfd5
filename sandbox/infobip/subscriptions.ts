import { z } from 'zod';
import type { InfobipAccount } from '../settings.ts';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import { authenticatedTarget } from '../shared/authentication.ts';
import { digits } from '../shared/identifiers.ts';
import type { FindTarget } from '../shared/webhooks.ts';
import { badRequest, notFound } from './errors.ts';
import { Id, Profile, Profiles, taken } from './profiles.ts';

/** What the sandbox tells of. Other channels and events can be subscribed to, as at Infobip, and stay silent here. */
export type Channel = 'SMS' | 'WHATSAPP' | 'BLOCKLIST';
export type EventName =
	| 'INBOUND_MESSAGE'
	| 'DELIVERY'
	| 'SEEN'
	| 'MARKETING_SUBSCRIPTION_UPDATE'
	| 'TEMPLATE_UPDATE'
	| 'BLOCK'
	| 'UNBLOCK';

const Changeable = z.object({
	name: z.string().min(1).max(255).optional(),
	events: z.array(z.union([z.string(), z.object({ event: z.string(), format: z.string() })])).min(1),
	criteria: z.array(z.record(z.string())).optional(),
	resources: z.array(z.string()).optional(),
	users: z.array(z.string()).optional(),
});
const Subscription = Changeable.extend({ subscriptionId: Id, profile: Profile });
const Changed = Changeable.extend({ profile: z.object({ profileId: Id }) });

type StoredSubscription = Omit<z.output<typeof Subscription>, 'profile'> & { profileId: string };

/** Which events go where (Infobip OpenAPI 3.210.0, subscriptions). */
export class Subscriptions {
	readonly #account: InfobipAccount;
	readonly #changed: () => void;
	readonly #profiles: Profiles;
	readonly #byChannel = new Map<string, Map<string, StoredSubscription>>();
	#portalUrl: string | undefined;

	constructor(account: InfobipAccount, changed: () => void) {
		this.#account = account;
		this.#changed = changed;
		this.#profiles = new Profiles(account, {
			isSubscribed: (profileId) =>
				[...this.#byChannel.values()].some((channel) =>
					[...channel.values()].some((each) => each.profileId === profileId),
				),
			changed,
		});
	}

	/** Where inbound messages go first. */
	get url(): string | undefined {
		const inbound = (['SMS', 'WHATSAPP'] as const).flatMap((channel) =>
			this.targets(channel, 'INBOUND_MESSAGE'),
		);
		return inbound.map((find) => find()?.url).find((url) => url !== undefined);
	}

	/** A subscription to everything, as set in Infobip's portal, authenticated as the account's settings say. */
	setPortal(url: string | undefined): void {
		this.#portalUrl = url;
		this.#changed();
	}

	/** One target for every subscription to the event. An empty list of resources matches all senders. */
	targets(channel: Channel, event: EventName, sender?: string): FindTarget[] {
		const portal: FindTarget[] = this.#portalUrl === undefined ? [] : [() => this.#portalTarget()];
		const matching = [...this.#of(channel).values()].filter(
			({ events, resources = [] }) =>
				events.some((each) => (typeof each === 'string' ? each : each.event) === event) &&
				(resources.length === 0 || sender === undefined || resources.map(digits).includes(digits(sender))),
		);
		const subscribed = matching.map(
			({ subscriptionId }): FindTarget =>
				() =>
					this.#target(channel, subscriptionId),
		);
		return [...subscribed, ...portal];
	}

	/** Somebody ends all subscriptions in the portal. Gives what brings back those that are still missing. */
	endAll(): () => void {
		const before = [...this.#byChannel].map(([channel, all]) => [channel, new Map(all)] as const);
		this.#byChannel.clear();
		this.#changed();
		return () => {
			for (const [channel, all] of before) {
				const now = this.#of(channel);
				for (const [id, subscription] of all) if (!now.has(id)) now.set(id, subscription);
			}
			this.#changed();
		};
	}

	/** Somebody enters another URL in the portal. Gives what takes it back where it still stands. */
	redirect(url: string): () => void {
		return this.#profiles.redirect(url);
	}

	routes(): Route[] {
		const list = '/subscriptions/1/subscription/:channel';
		const one = `${list}/:subscriptionId`;
		return [
			{
				method: 'GET',
				path: list,
				run: (request) => {
					const results = [...this.#of(pathParameter(request, 'channel')).values()].map((each) =>
						this.#show(each),
					);
					const paging = { page: 0, size: 20, totalPages: 1, totalResults: results.length };
					return { status: 200, body: { results, paging } };
				},
			},
			{
				method: 'POST',
				path: list,
				run: (request) => {
					const { profile, ...rest } = readBody(Subscription, request.body, badRequest);
					const subscriptions = this.#of(pathParameter(request, 'channel'));
					if (subscriptions.has(rest.subscriptionId)) throw taken('subscriptionId');
					this.#profiles.keep(profile);
					const stored = { ...rest, profileId: profile.profileId };
					subscriptions.set(rest.subscriptionId, stored);
					this.#changed();
					return { status: 201, body: this.#identify(stored) };
				},
			},
			{
				method: 'GET',
				path: one,
				run: (request) => ({ status: 200, body: this.#show(this.#find(request.params)) }),
			},
			{
				method: 'PUT',
				path: one,
				run: (request) => {
					const stored = this.#find(request.params);
					const { profile, ...rest } = readBody(Changed, request.body, badRequest);
					this.#profiles.keep(profile);
					Object.assign(stored, rest, { profileId: profile.profileId });
					this.#changed();
					return { status: 200, body: this.#identify(stored) };
				},
			},
			{
				method: 'DELETE',
				path: one,
				run: (request) => {
					const stored = this.#find(request.params);
					this.#of(pathParameter(request, 'channel')).delete(stored.subscriptionId);
					this.#changed();
					return { status: 200, body: this.#identify(stored) };
				},
			},
			...this.#profiles.routes(),
		];
	}

	#of(channel: string): Map<string, StoredSubscription> {
		const known = this.#byChannel.get(channel) ?? new Map<string, StoredSubscription>();
		this.#byChannel.set(channel, known);
		return known;
	}

	#find(parameters: Record<string, string | string[]>): StoredSubscription {
		const found = this.#of(String(parameters.channel)).get(String(parameters.subscriptionId));
		if (!found) throw notFound();
		return found;
	}

	#identify({ subscriptionId, profileId }: StoredSubscription) {
		return { subscriptionId, profile: this.#profiles.identify(profileId) };
	}

	#show({ profileId, ...rest }: StoredSubscription) {
		return { ...rest, ...this.#identify({ profileId, ...rest }) };
	}

	#target(channel: string, subscriptionId: string) {
		return this.#profiles.target(this.#of(channel).get(subscriptionId)?.profileId);
	}

	#portalTarget() {
		return this.#portalUrl === undefined
			? undefined
			: authenticatedTarget(this.#portalUrl, this.#account.webhookAuthentication);
	}
}
