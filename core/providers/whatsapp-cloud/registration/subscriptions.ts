import type { ApiRequest } from '../../../http/api';
import { idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';

/** An app that gets the events of a WhatsApp Business Account. */
export interface SubscribedApp {
	id: string;
	name: string;
	/** The account's own callback URL for this app. */
	overrideUrl: string | undefined;
}

/** Where the events of one number go, by precedence: number, account, app. */
export interface NumberCallbacks {
	number: string | undefined;
	account: string | undefined;
	app: string | undefined;
}

/** What the app has subscribed to, for all its accounts. */
export interface AppSubscription {
	callbackUrl: string | undefined;
	fields: string[];
}

const OBJECT = 'whatsapp_business_account';

export const readApps = (accountId: string): ApiRequest => ({
	method: 'GET',
	path: `/${accountId}/subscribed_apps`,
});

/** `GET /<account>/subscribed_apps` (Meta, Webhook overrides). */
export function parseApps(body: unknown): SubscribedApp[] {
	return listOf(objectOf(body)?.data)
		.filter(isJsonObject)
		.flatMap(({ whatsapp_business_api_data, override_callback_uri }) => {
			const app = objectOf(whatsapp_business_api_data);
			const id = idOf(app?.id);
			return id === undefined
				? []
				: [{ id, name: textOf(app?.name) ?? id, overrideUrl: textOf(override_callback_uri) }];
		});
}

export const readNumber = (phoneNumberId: string): ApiRequest => ({
	method: 'GET',
	path: `/${phoneNumberId}`,
	query: { fields: 'webhook_configuration' },
});

/** `webhook_configuration` of a number (Meta, Webhook overrides). */
export function parseNumberCallbacks(body: unknown): NumberCallbacks {
	const configuration = objectOf(objectOf(body)?.webhook_configuration);
	return {
		number: textOf(configuration?.phone_number),
		account: textOf(configuration?.whatsapp_business_account),
		app: textOf(configuration?.application),
	};
}

/** A number of the account with a callback URL of its own. */
export interface DivertedNumber {
	id: string;
	url: string;
}

export const readNumbers = (accountId: string): ApiRequest => ({
	method: 'GET',
	path: `/${accountId}/phone_numbers`,
	query: { fields: 'id,webhook_configuration', limit: '100' },
});

export function parseDivertedNumbers(body: unknown): DivertedNumber[] {
	return listOf(objectOf(body)?.data)
		.filter(isJsonObject)
		.flatMap((number) => {
			const id = idOf(number.id);
			const url = parseNumberCallbacks(number).number;
			return id === undefined || url === undefined ? [] : [{ id, url }];
		});
}

export const readAppSubscription = (appId: string): ApiRequest => ({
	method: 'GET',
	path: `/${appId}/subscriptions`,
	actAs: 'app',
});

/** `GET /<app>/subscriptions` (Meta, Graph API: Subscriptions edge). Fields come as names or as `{name, version}`. */
export function parseAppSubscription(body: unknown): AppSubscription {
	const subscription = listOf(objectOf(body)?.data)
		.filter(isJsonObject)
		.find(({ object }) => object === OBJECT);
	return {
		callbackUrl: textOf(subscription?.callback_url),
		fields: listOf(subscription?.fields).flatMap((field) => textOf(objectOf(field)?.name ?? field) ?? []),
	};
}

export const subscribeApp = (accountId: string): ApiRequest => ({
	method: 'POST',
	path: `/${accountId}/subscribed_apps`,
});

export const unsubscribeApp = (accountId: string): ApiRequest => ({
	method: 'DELETE',
	path: `/${accountId}/subscribed_apps`,
});

/** The same call without a body drops the override and keeps the subscription (Meta, Webhook overrides). */
export const overrideAccount = (accountId: string, url: string, verifyToken: string): ApiRequest => ({
	...subscribeApp(accountId),
	body: { override_callback_uri: url, verify_token: verifyToken },
});

export const overrideNumber = (phoneNumberId: string, url: string, verifyToken: string): ApiRequest => ({
	method: 'POST',
	path: `/${phoneNumberId}`,
	body: { webhook_configuration: { override_callback_uri: url, verify_token: verifyToken } },
});

export const dropNumberOverride = (phoneNumberId: string): ApiRequest => ({
	method: 'POST',
	path: `/${phoneNumberId}`,
	body: { webhook_configuration: { override_callback_uri: '' } },
});

/** `fields` names all of them: what is not named would be lost. */
export const subscribeToFields = (
	appId: string,
	callbackUrl: string,
	verifyToken: string,
	fields: readonly string[],
): ApiRequest => ({
	method: 'POST',
	path: `/${appId}/subscriptions`,
	body: { object: OBJECT, callback_url: callbackUrl, verify_token: verifyToken, fields: fields.join(',') },
	actAs: 'app',
});

export const dropAppSubscription = (appId: string): ApiRequest => ({
	method: 'DELETE',
	path: `/${appId}/subscriptions`,
	query: { object: OBJECT },
	actAs: 'app',
});
