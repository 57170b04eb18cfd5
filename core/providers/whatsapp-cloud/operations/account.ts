import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { optionalText } from '../../../messages/media';
import { fieldFailure, listLimit, optionalId } from '../../../operations/input';
import { itemsOf, someOf } from '../../../operations/operation';
import { allRows } from '../../../http/pages';
import { checkCallbackUrl, withoutSecrets } from '../../../webhooks/callback-url';
import { LONGEST_URL } from '../registration/target';
import { compact, idOf, objectOf, textOf } from '../../../lib/json';
import {
	overrideAccount,
	parseApps,
	readApps,
	subscribeApp,
	unsubscribeApp,
} from '../registration/subscriptions';
import { completeEmbeddedSignup } from './embedded-signup';
import { REACH } from './reach';
import { after, get, graphId, ofAccount, operation, PAGE_SIZE, pageOf } from './operation';
import { secretsInUrl } from '../../../lib/url';

const FIELDS =
	'id,name,timezone_id,message_template_namespace,account_review_status,business_verification_status,country,ownership_type';

function accountItem(account: JsonObject, relation?: string): JsonObject[] {
	const accountId = idOf(account.id);
	if (accountId === undefined) return [];
	return [
		compact({
			accountId,
			name: textOf(account.name),
			relation,
			reviewStatus: textOf(account.account_review_status),
			businessVerificationStatus: textOf(account.business_verification_status),
			ownershipType: textOf(account.ownership_type),
			country: textOf(account.country),
			timezoneId: idOf(account.timezone_id),
			templateNamespace: textOf(account.message_template_namespace),
		}),
	];
}

/** The accounts that a portfolio owns, and those that others share with it. */
const EDGES = [
	{ edge: 'owned_whatsapp_business_accounts', relation: 'owned' },
	{ edge: 'client_whatsapp_business_accounts', relation: 'shared' },
];

const getMany = operation({
	input: z.object({ businessId: graphId('The business portfolio ID'), limit: listLimit }),
	async run({ businessId, limit }, { ask }) {
		const lists = await Promise.all(
			EDGES.map(async ({ edge, relation }) => {
				const found = await allRows(ask, {
					request: (page) =>
						get(`/${businessId}/${edge}`, { fields: FIELDS, limit: PAGE_SIZE, ...after(page) }),
					read: pageOf,
					limit,
				});
				return { found, relation };
			}),
		);
		const items: JsonObject[] = [];
		for (const { found, relation } of lists) {
			if (!found.ok) return found;
			items.push(...found.rows.flatMap((account) => accountItem(account, relation)));
		}
		return { ok: true, items: items.slice(0, limit) };
	},
});

const getOne = ofAccount({
	input: z.object({ accountId: optionalId }),
	run: async (_input, context) =>
		await itemsOf(context, get(`/${context.accountId}`, { fields: FIELDS }), (body) =>
			someOf(accountItem(objectOf(body) ?? {})),
		),
});

/** The app is the one that the token belongs to (Meta, Webhook overrides). */
const subscribe = ofAccount({
	input: z.object({
		accountId: optionalId,
		overrideCallbackUrl: optionalText('The callback URL'),
		verifyToken: optionalText('The verify token'),
	}),
	secrets: ({ verifyToken, overrideCallbackUrl }) => [verifyToken, ...secretsInUrl(overrideCallbackUrl)],
	async run({ overrideCallbackUrl: url, verifyToken }, { accountId, ...context }) {
		const item = { accountId, subscribed: true };
		if (url === undefined) return await itemsOf(context, subscribeApp(accountId), () => [item]);
		if (verifyToken === undefined) {
			return fieldFailure('verifyToken', 'A callback URL of the account needs a verify token');
		}
		const check = checkCallbackUrl(url, { longest: LONGEST_URL });
		if (!check.ok) return fieldFailure('overrideCallbackUrl', check.problem, check.nextStep);
		return await itemsOf(context, overrideAccount(accountId, url, verifyToken), () => [
			{ ...item, overrideCallbackUrl: withoutSecrets(url) },
		]);
	},
});

const unsubscribe = ofAccount({
	input: z.object({ accountId: optionalId }),
	run: async (_input, { accountId, ...context }) =>
		await itemsOf(context, unsubscribeApp(accountId), () => [{ accountId, subscribed: false }]),
});

const getSubscriptions = ofAccount({
	input: z.object({ accountId: optionalId }),
	run: async (_input, { accountId, ...context }) =>
		await itemsOf(context, readApps(accountId), (body) =>
			parseApps(body).map(({ id, name, overrideUrl }) =>
				compact({
					accountId,
					appId: id,
					name,
					overrideCallbackUrl: overrideUrl === undefined ? undefined : withoutSecrets(overrideUrl),
				}),
			),
		),
});

export const ACCOUNT = {
	getMany,
	get: getOne,
	subscribeApp: subscribe,
	unsubscribeApp: unsubscribe,
	getSubscriptions,
	completeEmbeddedSignup,
	...REACH,
};
