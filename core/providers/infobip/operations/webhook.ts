import { z } from 'zod';
import { EVENT_KINDS, type JsonObject } from '../../../events';
import type { OperationOutcome } from '../../../operations/contract';
import { optionalText, requiredText } from '../../../messages/media';
import {
	INFOBIP_CHANNELS,
	targetSecrets,
	type InfobipChannel,
	type InfobipTarget,
} from '../registration/target';
import { fieldFailure, optionalId } from '../../../operations/input';
import { itemsOf, type OperationContext } from '../../../operations/operation';
import { withoutSecrets } from '../../../webhooks/callback-url';
import { registeredOutcome, unregisteredOutcome } from '../../../operations/webhook-outcome';
import { secretsInUrl } from '../../../lib/url';
import { registration } from '../registration';
import {
	dropSubscription,
	PAGE_SIZE,
	parseProfile,
	parseSubscriptions,
	readProfile,
	readSubscriptions,
	type Subscription,
} from '../registration/subscriptions';
import { operationWith } from './operation';
import { digitsOf } from '../../../lib/phone/address';
import { webhookSecrets } from './webhook-secrets';
import { compact } from '../../../lib/json';

const operation = operationWith('subscriptions:manage');

const channel = z.enum(INFOBIP_CHANNELS, {
	message: `The channel has to be one of ${INFOBIP_CHANNELS.join(', ')}`,
});

async function subscriptionsTo({ ask }: OperationContext, name: InfobipChannel) {
	const subscriptions: Subscription[] = [];
	for (let page = 0, pages = 1; page < pages; page++) {
		const reply = await ask(readSubscriptions(name, page));
		if (!reply.ok) return { ok: false, error: reply.error } as const;
		const found = parseSubscriptions(name, reply.body);
		subscriptions.push(...found.subscriptions);
		pages = found.subscriptions.length < PAGE_SIZE ? 0 : found.pages;
	}
	return { ok: true, subscriptions } as const;
}

/** Of all profiles at once, as several subscriptions share one. */
async function urlsOf(
	{ ask }: OperationContext,
	subscriptions: readonly Subscription[],
): Promise<Map<string, string | undefined>> {
	const ids = [...new Set(subscriptions.flatMap(({ profileId }) => profileId ?? []))];
	const urls = await Promise.all(
		ids.map(async (id): Promise<[string, string | undefined]> => {
			const reply = await ask(readProfile(id));
			return [id, reply.ok ? parseProfile(reply.body).notifyUrl : undefined];
		}),
	);
	return new Map(urls);
}

function subscriptionItem(
	{ id, channel: name, events, resources, ...subscription }: Subscription,
	url: string | undefined,
): JsonObject {
	return compact({
		subscriptionId: id,
		channel: name,
		name: subscription.name,
		events,
		senders: resources.length > 0 ? resources : undefined,
		callbackUrl: url === undefined ? undefined : withoutSecrets(url),
	});
}

/** A channel that cannot be read hides no other, unless it is the one that was asked for. */
const getAll = operation({
	input: z.object({ channel: channel.optional() }),
	async run({ channel: only }, context) {
		const names = only === undefined ? INFOBIP_CHANNELS : [only];
		const lists = await Promise.all(
			names.map(async (name) => ({ name, list: await subscriptionsTo(context, name) })),
		);
		const [failure] = lists.flatMap(({ list }) => (list.ok ? [] : [list]));
		if (failure !== undefined && lists.every(({ list }) => !list.ok)) return failure;
		const subscriptions = lists.flatMap(({ list }) => (list.ok ? list.subscriptions : []));
		const urls = await urlsOf(context, subscriptions);
		return {
			ok: true,
			items: [
				...subscriptions.map((one) => subscriptionItem(one, urls.get(one.profileId ?? ''))),
				...lists.flatMap(({ name, list }) =>
					list.ok ? [] : [{ channel: name, unknown: `${list.error.title}. ${list.error.advice}` }],
				),
			],
		};
	},
});

const urls = {
	callbackUrl: requiredText('The callback URL'),
	/** The same trigger's other URL: production's while testing, and the other way round. */
	siblingUrl: optionalText('The other URL'),
};

const setInput = z.object({
	...urls,
	channels: z.array(channel).nonempty('The channels are missing').default(['SMS', 'WHATSAPP']),
	events: z.array(z.enum(EVENT_KINDS)).nonempty('The events are missing').default(['message', 'status']),
	sender: optionalId.transform((sender) => (sender === undefined ? undefined : digitsOf(sender))),
	secrets: webhookSecrets,
	takeOver: z.boolean().default(false),
	isSandbox: z.boolean().default(false),
});

type SetInput = z.output<typeof setInput>;

function targetOf({ callbackUrl, siblingUrl, sender, ...input }: SetInput): InfobipTarget {
	return compact<InfobipTarget>({
		provider: 'infobip',
		callbackUrl,
		purpose: 'production',
		kinds: input.events,
		channels: input.channels,
		isSandbox: input.isSandbox,
		secrets: input.secrets,
		siblingUrl,
		sender,
	});
}

function isOpen({ secrets: { basic, header, hmac, urlToken }, callbackUrl }: SetInput): boolean {
	return [basic, header, hmac, urlToken].every((one) => one === undefined) && !callbackUrl.includes('?');
}

/** One subscription for each channel and one profile, which has the URL. */
const set = operation({
	input: setInput,
	secrets: (input) => targetSecrets(targetOf(input)),
	async run(input, { call }): Promise<OperationOutcome> {
		if (isOpen(input)) {
			return fieldFailure(
				'secrets',
				'Nothing tells calls of Infobip from forged ones',
				'Choose a way to authenticate webhooks in the credential: user name and password, a header or a signature.',
			);
		}
		const target = targetOf(input);
		const outcome = await registration.register(call, target, { takeOver: input.takeOver });
		return registeredOutcome(outcome, { callbackUrl: target.callbackUrl, channels: input.channels });
	},
});

/** One subscription by its id, whosever it is; or all that were made for a URL. */
const remove = operation({
	input: z.object({
		channel: channel.optional(),
		subscriptionId: optionalId,
		callbackUrl: optionalText('The callback URL'),
		siblingUrl: urls.siblingUrl,
		isSandbox: z.boolean().default(false),
	}),
	secrets: ({ callbackUrl, siblingUrl }) => [...secretsInUrl(callbackUrl), ...secretsInUrl(siblingUrl)],
	async run({ channel: name, subscriptionId, callbackUrl, ...input }, context) {
		if (subscriptionId !== undefined) {
			if (name === undefined) return fieldFailure('channel', 'The channel of the subscription is missing');
			return await itemsOf(context, dropSubscription(name, subscriptionId), () => [
				{ subscriptionId, channel: name, deleted: true },
			]);
		}
		if (callbackUrl === undefined) {
			return fieldFailure('subscriptionId', 'It is not said which webhook: its subscription or its URL');
		}
		const target = targetOf(setInput.parse({ ...input, callbackUrl }));
		const done = await registration.unregister(context.call, target);
		return unregisteredOutcome(done, callbackUrl);
	},
});

export const WEBHOOK = { get: getAll, set, delete: remove };
