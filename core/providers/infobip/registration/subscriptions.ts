import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../events';
import type { ApiRequest } from '../../../http/api';
import type { InfobipChannel, InfobipTarget } from './target';
import { withoutSecrets } from '../../../webhooks/callback-url';
import { idOf, isJsonObject, listOf, numberOf, objectOf, textOf } from '../../../lib/json';

/** A subscription of the account, ours or not. */
export interface Subscription {
	channel: InfobipChannel;
	id: string;
	name: string;
	events: string[];
	/** Senders that it is limited to; empty for all. */
	resources: string[];
	/** Limited further, to applications, entities or users. */
	isNarrowed: boolean;
	profileId: string | undefined;
	/** As Infobip returned it. */
	raw: JsonObject;
}

/** Where a subscription's events go. */
export interface Profile {
	notifyUrl: string | undefined;
}

/** Subscriptions on a page (Infobip, OpenAPI 3.210.0, Subscriptions). */
export const PAGE_SIZE = 100;

/**
 * The id of this trigger's subscriptions, profile and security settings: the same for its test and its production, so
 * that there is one of each, and one that no other trigger has.
 */
export function ownId({
	callbackUrl,
	siblingUrl,
}: Pick<InfobipTarget, 'callbackUrl' | 'siblingUrl'>): string {
	const urls = [callbackUrl, siblingUrl ?? ''].map(withoutSecrets).sort();
	return `n8n-${createHash('sha256').update(urls.join(' ')).digest('hex').slice(0, 24)}`;
}

const ROOT = '/subscriptions/1';

const subscriptionPath = (channel: InfobipChannel, id?: string): string =>
	[ROOT, 'subscription', channel, ...(id === undefined ? [] : [encodeURIComponent(id)])].join('/');

const profilePath = (id: string): string => `${ROOT}/profiles/${encodeURIComponent(id)}`;
const securityPath = (id: string): string => `${ROOT}/security/${encodeURIComponent(id)}`;

export const readSubscriptions = (channel: InfobipChannel, page: number): ApiRequest => ({
	method: 'GET',
	path: subscriptionPath(channel),
	query: { page: String(page), size: String(PAGE_SIZE) },
});

export const readProfile = (id: string): ApiRequest => ({ method: 'GET', path: profilePath(id) });
export const readSecurity = (id: string): ApiRequest => ({ method: 'GET', path: securityPath(id) });

/** Events come as names or as `{event, format}`. */
export function eventName(event: unknown): string | undefined {
	return textOf(objectOf(event)?.event ?? event);
}

function readSubscription(channel: InfobipChannel, raw: JsonObject): Subscription[] {
	const id = idOf(raw.subscriptionId);
	if (id === undefined) return [];
	return [
		{
			channel,
			id,
			name: textOf(raw.name) ?? id,
			events: listOf(raw.events).flatMap((event) => eventName(event) ?? []),
			resources: listOf(raw.resources).flatMap((resource) => idOf(resource) ?? []),
			isNarrowed: listOf(raw.criteria).length > 0 || listOf(raw.users).length > 0,
			profileId: idOf(objectOf(raw.profile)?.profileId),
			raw,
		},
	];
}

export function parseSubscriptions(channel: InfobipChannel, body: unknown) {
	const page = objectOf(body);
	return {
		subscriptions: listOf(page?.results)
			.filter(isJsonObject)
			.flatMap((raw) => readSubscription(channel, raw)),
		pages: numberOf(objectOf(page?.paging)?.totalPages) ?? 1,
	};
}

export function parseProfile(body: unknown): Profile {
	return { notifyUrl: textOf(objectOf(objectOf(body)?.webhook)?.notifyUrl) };
}

const HMAC_ALGORITHMS: Readonly<Record<string, string | undefined>> = {
	md5: 'HMAC_MD5',
	sha1: 'HMAC_SHA_1',
	sha224: 'HMAC_SHA_224',
	sha256: 'HMAC_SHA_256',
	sha384: 'HMAC_SHA_384',
	sha512: 'HMAC_SHA_512',
};

/** How Infobip is to authenticate itself, beyond a header of its own; nothing where the header or the URL does it. */
export function securityOf({ basic, hmac }: InfobipTarget['secrets']): object | undefined {
	if (hmac !== undefined) {
		const algorithm = HMAC_ALGORITHMS[hmac.algorithm.toLowerCase().replace('-', '')] ?? 'HMAC_SHA_256';
		return { type: 'HMAC', credentials: { secretKey: hmac.secret, algorithm } };
	}
	return basic && { type: 'BASIC', credentials: { username: basic.username, password: basic.password } };
}

export const putSecurity = (id: string, security: object, exists: boolean): ApiRequest =>
	exists
		? { method: 'PUT', path: securityPath(id), body: security }
		: { method: 'POST', path: `${ROOT}/security`, body: { authId: id, ...security } };

/** @param withSecurity whether security settings with the same id exist by then */
export function putProfile(
	id: string,
	{ callbackUrl: notifyUrl, secrets }: Pick<InfobipTarget, 'callbackUrl' | 'secrets'>,
	{ exists, withSecurity }: { exists: boolean; withSecurity: boolean },
): ApiRequest {
	const settings = {
		webhook: { notifyUrl, contentType: 'application/json' },
		...(withSecurity && { security: { authId: id } }),
		...(secrets.header && { headers: { [secrets.header.name]: secrets.header.value } }),
	};
	return exists
		? { method: 'PUT', path: profilePath(id), body: settings }
		: { method: 'POST', path: `${ROOT}/profiles`, body: { profileId: id, ...settings } };
}

export function putSubscription(
	id: string,
	channel: InfobipChannel,
	{ events, resources, exists }: { events: readonly string[]; resources: readonly string[]; exists: boolean },
): ApiRequest {
	const settings = {
		name: 'n8n Messaging Trigger',
		events,
		profile: { profileId: id },
		...(resources.length > 0 && { resources }),
	};
	return exists
		? { method: 'PUT', path: subscriptionPath(channel, id), body: settings }
		: { method: 'POST', path: subscriptionPath(channel), body: { subscriptionId: id, ...settings } };
}

/** Somebody else's subscription as it is, without these events. */
export function withoutEvents(
	{ channel, id, raw, profileId }: Subscription,
	events: readonly string[],
): ApiRequest {
	const settings = Object.fromEntries(Object.entries(raw).filter(([name]) => name !== 'subscriptionId'));
	const kept = listOf(raw.events).filter((event) => !events.includes(eventName(event) ?? ''));
	return {
		method: 'PUT',
		path: subscriptionPath(channel, id),
		body: { ...settings, events: kept, profile: { profileId } },
	};
}

export const dropSubscription = (channel: InfobipChannel, id: string): ApiRequest => ({
	method: 'DELETE',
	path: subscriptionPath(channel, id),
});
export const dropProfile = (id: string): ApiRequest => ({ method: 'DELETE', path: profilePath(id) });
export const dropSecurity = (id: string): ApiRequest => ({ method: 'DELETE', path: securityPath(id) });
