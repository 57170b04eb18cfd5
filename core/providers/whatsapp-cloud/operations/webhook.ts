import { z } from 'zod';
import type { DeliveryError, JsonObject, JsonValue } from '../../../events';
import { requiredText } from '../../../messages/media';
import { fieldFailure, optionalId } from '../../../operations/input';
import { itemsOf } from '../../../operations/operation';
import { checkCallbackUrl, withoutSecrets } from '../../../webhooks/callback-url';
import { LONGEST_URL } from '../registration/target';
import {
	dropNumberOverride,
	overrideAccount,
	overrideNumber,
	parseApps,
	parseAppSubscription,
	parseNumberCallbacks,
	readApps,
	readAppSubscription,
	readNumber,
	subscribeApp,
} from '../registration/subscriptions';
import { accountOf, appOf, ofAccount, operation, pathId } from './operation';
import { compact } from '../../../lib/json';
import { secretsInUrl } from '../../../lib/url';

type Level = 'number' | 'account' | 'app';

function levelItem(
	level: Level,
	url: string | undefined,
	more: Record<string, JsonValue | undefined> = {},
): JsonObject {
	return compact({ level, callbackUrl: url === undefined ? undefined : withoutSecrets(url), ...more });
}

/** The first that has a URL is the one that is called (Meta, Webhook overrides). */
function markInEffect(items: readonly JsonObject[]): JsonObject[] {
	const effective = items.find(({ callbackUrl }) => callbackUrl !== undefined);
	return items.map((item) => ({ ...item, inEffect: item === effective }));
}

/** That call is made with the app's own token. */
function whyUnknown({ cause, advice }: DeliveryError): string {
	return cause === 'credentialInvalid' ? 'Check "App ID" and "App Secret" in the credential.' : advice;
}

/** The three places for a URL, by precedence. That of the app is known only to somebody who has its secret. */
const getAll = ofAccount({
	input: z.object({ accountId: optionalId, phoneNumberId: optionalId, appId: optionalId }),
	async run(input, { accountId, ask, line }) {
		const app = appOf(input.appId, line);
		const [apps, number, subscription] = await Promise.all([
			ask(readApps(accountId)),
			input.phoneNumberId === undefined ? undefined : ask(readNumber(input.phoneNumberId)),
			app.ok ? ask(readAppSubscription(app.id)) : undefined,
		]);
		if (!apps.ok) return { ok: false, error: apps.error };
		if (number?.ok === false) return { ok: false, error: number.error };
		const ofNumber = parseNumberCallbacks(number?.body);
		const subscribed = parseApps(apps.body);
		const own = subscribed.find(({ id }) => app.ok && id === app.id);
		const known = subscription?.ok === true ? parseAppSubscription(subscription.body) : undefined;
		return {
			ok: true,
			items: markInEffect([
				...(number === undefined
					? []
					: [levelItem('number', ofNumber.number, { phoneNumberId: input.phoneNumberId ?? '' })]),
				levelItem('account', own?.overrideUrl ?? ofNumber.account, {
					accountId,
					subscribed: app.ok ? own !== undefined : subscribed.length > 0,
				}),
				levelItem('app', known?.callbackUrl ?? ofNumber.app, {
					appId: app.ok ? app.id : undefined,
					fields: known?.fields,
					unknown: subscription?.ok === false ? whyUnknown(subscription.error) : undefined,
				}),
			]),
		};
	},
});

const level = z.enum(['account', 'number'], {
	message: 'The webhook is that of the account or of a number',
});

/** Meta calls the URL at once to verify it, so it has to listen (Meta, Webhook overrides). */
const setOverride = operation({
	input: z.object({
		level,
		accountId: optionalId,
		phoneNumberId: optionalId,
		callbackUrl: requiredText('The callback URL'),
		verifyToken: requiredText('The verify token'),
		/** The provider is a stand-in on this machine, so the URL needs not be public. */
		isSandbox: z.boolean().optional(),
	}),
	secrets: ({ verifyToken, callbackUrl }) => [verifyToken, ...secretsInUrl(callbackUrl)],
	async run({ callbackUrl, verifyToken, isSandbox = false, ...input }, context) {
		const check = checkCallbackUrl(callbackUrl, { longest: LONGEST_URL, isSandbox });
		if (!check.ok) return fieldFailure('callbackUrl', check.problem, check.nextStep);
		if (input.level === 'account') {
			const account = accountOf(input.accountId, context.line);
			if (!account.ok) return account;
			return await itemsOf(context, overrideAccount(account.id, callbackUrl, verifyToken), () => [
				levelItem('account', callbackUrl, { accountId: account.id }),
			]);
		}
		const number = pathId('phoneNumberId', 'The phone number ID', input.phoneNumberId);
		if (!number.ok) return number;
		return await itemsOf(context, overrideNumber(number.id, callbackUrl, verifyToken), () => [
			levelItem('number', callbackUrl, { phoneNumberId: number.id }),
		]);
	},
});

/** The account stays subscribed; its events go to the next place by precedence. */
const deleteOverride = operation({
	input: z.object({ level, accountId: optionalId, phoneNumberId: optionalId }),
	async run(input, context) {
		if (input.level === 'account') {
			const account = accountOf(input.accountId, context.line);
			if (!account.ok) return account;
			return await itemsOf(context, subscribeApp(account.id), () => [
				{ level: 'account', accountId: account.id, deleted: true },
			]);
		}
		const number = pathId('phoneNumberId', 'The phone number ID', input.phoneNumberId);
		if (!number.ok) return number;
		return await itemsOf(context, dropNumberOverride(number.id), () => [
			{ level: 'number', phoneNumberId: number.id, deleted: true },
		]);
	},
});

/** Sending a test event is left out: only the App Dashboard does it. */
export const WEBHOOK = { get: getAll, set: setOverride, delete: deleteOverride };
