import { z } from 'zod';
import { EVENT_KINDS } from '../../../events';
import type { WhatsAppCloudTarget } from '../registration/target';
import { optionalText } from '../../../messages/media';
import type { ApiRequest } from '../../../http/api';
import { optionalId } from '../../../operations/input';
import type { OperationContext } from '../../../operations/operation';
import { checkName, reportOf, type ChannelCheck } from '../../../operations/channel-check';
import { targetSecrets } from '../registration/target';
import { readApps, readAppSubscription, readNumber } from '../registration/subscriptions';
import { checkNumber } from './check-number';
import {
	checkAccessToken,
	checkAccount,
	checkAppSecret,
	checkTemplates,
	checkVerifyToken,
	checkVersion,
	checkWebhook,
} from './check-setup';
import { NUMBER_FIELDS } from './number-item';
import { accountOf, get, graphId, operation, PAGE_SIZE } from './operation';
import { compact } from '../../../lib/json';
import { readToken } from './token';

const channelInput = z.object({
	/** Of the channel. */
	name: optionalText('The name of the channel'),
	accountId: optionalId,
	phoneNumberId: graphId('The phone number ID'),
	appId: optionalId,
	/** Meta tells what a token is good for only to somebody who shows it. */
	accessToken: optionalText('The access token'),
	apiVersion: optionalText('The version of the Graph API'),
	hasAppSecret: z.boolean().default(false),
	verifyToken: z.string().default(''),
	/** Of the trigger; without one it is not compared with Meta's. */
	callbackUrl: z.string().default(''),
	siblingUrl: optionalText('The test URL'),
	isSandbox: z.boolean().optional(),
	kinds: z.array(z.enum(EVENT_KINDS)).default(['message']),
	/** What became of a handshake with the callback URL, which only somebody who may call it can try. */
	handshake: z.object({ ok: z.boolean(), found: z.string() }).optional(),
});

type ChannelInput = z.output<typeof channelInput>;

function factsOf(
	{ siblingUrl, accessToken, isSandbox, ...input }: ChannelInput,
	accountId: string,
	appId: string | undefined,
): WhatsAppCloudTarget {
	return compact<WhatsAppCloudTarget>({
		provider: 'whatsAppCloud',
		purpose: 'production',
		accountId,
		phoneNumberId: input.phoneNumberId,
		hasAppSecret: input.hasAppSecret,
		verifyToken: input.verifyToken,
		callbackUrl: input.callbackUrl,
		kinds: input.kinds,
		appId,
		siblingUrl,
		accessToken,
		isSandbox,
	});
}

async function askAll({ ask }: OperationContext, facts: WhatsAppCloudTarget, phoneNumberId: string) {
	const { accountId, appId, accessToken, hasAppSecret } = facts;
	const maybe = async (request: ApiRequest | undefined) => (request ? await ask(request) : undefined);
	const [token, account, number, numbers, callbacks, apps, app, templates] = await Promise.all([
		maybe(accessToken === undefined ? undefined : readToken(accessToken)),
		ask(get(`/${accountId}`, { fields: 'id,name,account_review_status' })),
		ask(get(`/${phoneNumberId}`, { fields: NUMBER_FIELDS })),
		ask(get(`/${accountId}/phone_numbers`, { fields: 'id', limit: PAGE_SIZE })),
		ask(readNumber(phoneNumberId)),
		ask(readApps(accountId)),
		maybe(appId === undefined || !hasAppSecret ? undefined : readAppSubscription(appId)),
		ask(get(`/${accountId}/message_templates`, { fields: 'name', status: 'APPROVED', limit: '1' })),
	]);
	return { token, account, number, numbers, callbacks, apps, app, templates };
}

const LATER = { state: 'unknown', found: 'not looked at', nextStep: '' } as const;

/** What Meta says to a token that it does not take says nothing about the rest. */
function afterTheToken(checks: readonly ChannelCheck[]): ChannelCheck[] {
	const broken = checks.find(({ name, state }) => name === 'Access token' && state === 'failed');
	if (broken === undefined) return [...checks];
	return checks.map((check) =>
		check !== broken &&
		check.fault === 'credential' &&
		check.name !== 'App secret' &&
		check.name !== 'Verify token'
			? { ...check, ...LATER }
			: check,
	);
}

/**
 * Whether a channel can send and receive: one line for each thing that has to be right, in the order in which one needs the
 * other, so that the first that fails is the cause. All calls run at the same time and none changes anything.
 */
export const check = operation({
	input: channelInput,
	secrets: (input) => targetSecrets(factsOf(input, '', undefined)),
	async run(input, context) {
		const { line, now } = context;
		const account = accountOf(input.accountId, line);
		if (!account.ok) return account;
		const facts = factsOf(input, account.id, input.appId ?? (line.appId || undefined));
		const replies = await askAll(context, facts, input.phoneNumberId);
		const { token, app, apps } = replies;
		const checks = afterTheToken([
			...checkName(input.name),
			...checkVersion(input.apiVersion, Object.values(replies), now),
			...checkAccessToken(token, replies.account, facts),
			checkAppSecret(app, facts),
			checkVerifyToken(facts),
			checkAccount(replies.account),
			...checkNumber(replies.number, replies.numbers, input.phoneNumberId),
			...checkWebhook({ apps, app, number: replies.callbacks, numbers: undefined }, facts, input.handshake),
			checkTemplates(replies.templates),
		]);
		const isSilent = Object.values(replies).every((reply) => reply?.ok !== true);
		const { name, phoneNumberId } = input;
		// What could not be looked at counts only where nothing could be.
		const isDoubtful = ({ state }: ChannelCheck) => isSilent && state === 'unknown';
		const report = reportOf({ name, provider: 'whatsAppCloud', phoneNumberId }, checks, isDoubtful, now);
		return { ok: true, items: [report] };
	},
});
