import { z } from 'zod';
import { EVENT_KINDS } from '../../../events';
import type { WhatsAppCloudTarget } from '../registration/target';
import { optionalText } from '../../../messages/media';
import type { ApiRequest } from '../../../http/api';
import { optionalId } from '../../../operations/input';
import { internal, type OperationContext } from '../../../operations/operation';
import { afterTheCredential, checkName, reportOf } from '../../../operations/channel-check';
import type { Check } from '../../../operations/checks';
import { targetSecrets } from '../registration/target';
import { readApps, readAppSubscription, readNumber } from '../registration/subscriptions';
import { checkNumber, checkReceiving } from './check-number';
import {
	checkAccessToken,
	checkAccount,
	checkAppSecret,
	checkTemplates,
	checkVerifyToken,
	checkVersion,
	checkWebhook,
} from './check-setup';
import { NUMBER_FIELDS, RECEIVING_FIELDS } from './number-item';
import { accountOf, get, graphId, operation, PAGE_SIZE } from './operation';
import { compact, isJsonObject } from '../../../lib/json';
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

async function maybe<Reply>(ask: (request: ApiRequest) => Promise<Reply>, request: ApiRequest | undefined) {
	return request === undefined ? undefined : await ask(request);
}

/** What events depend on, whoever sends. */
async function askSetup({ ask }: OperationContext, facts: WhatsAppCloudTarget) {
	const { accountId, appId, accessToken, hasAppSecret } = facts;
	const [token, account, apps, app] = await Promise.all([
		maybe(ask, accessToken === undefined ? undefined : readToken(accessToken)),
		ask(get(`/${accountId}`, { fields: 'id,name,account_review_status' })),
		ask(readApps(accountId)),
		maybe(ask, appId === undefined || !hasAppSecret ? undefined : readAppSubscription(appId)),
	]);
	return { token, account, apps, app };
}

async function askAll(context: OperationContext, facts: WhatsAppCloudTarget, phoneNumberId: string) {
	const { ask } = context;
	const { accountId } = facts;
	const [setup, number, numbers, callbacks, templates] = await Promise.all([
		askSetup(context, facts),
		ask(get(`/${phoneNumberId}`, { fields: NUMBER_FIELDS })),
		ask(get(`/${accountId}/phone_numbers`, { fields: 'id', limit: PAGE_SIZE })),
		ask(readNumber(phoneNumberId)),
		ask(get(`/${accountId}/message_templates`, { fields: 'name', status: 'APPROVED', limit: '1' })),
	]);
	return { ...setup, number, numbers, callbacks, templates };
}

/** What is looked at in the credential itself. */
const UNASKED = ['App secret', 'Verify token'];

function checkCredential(
	{ token, account, app }: Awaited<ReturnType<typeof askSetup>>,
	facts: WhatsAppCloudTarget,
): Check[] {
	return [
		...checkAccessToken(token, account, facts),
		checkAppSecret(app, facts),
		checkVerifyToken(facts),
		checkAccount(account),
	];
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
		const { app, apps } = replies;
		const found = [
			...checkName(input.name),
			...checkVersion(input.apiVersion, Object.values(replies), now),
			...checkCredential(replies, facts),
			...checkNumber(replies.number, replies.numbers, input.phoneNumberId),
			...checkWebhook({ apps, app, number: replies.callbacks, numbers: undefined }, facts, input.handshake),
			checkTemplates(replies.templates),
		];
		const checks = afterTheCredential(found, UNASKED);
		const isSilent = Object.values(replies).every((reply) => reply?.ok !== true);
		const { name, phoneNumberId } = input;
		// What could not be looked at counts only where nothing could be.
		const isDoubtful = ({ state }: Check) => isSilent && state === 'unknown';
		const report = reportOf({ name, provider: 'whatsAppCloud', phoneNumberId }, checks, isDoubtful, now);
		return { ok: true, items: [report] };
	},
});

/** Whether events of a trigger arrive: one item for each thing that has to be right. A trigger hears of one number or of all. */
export const checkEvents = internal(
	operation({
		input: z.custom<WhatsAppCloudTarget>(isJsonObject),
		secrets: targetSecrets,
		async run(facts, context) {
			const { accountId, phoneNumberId } = facts;
			const isList = phoneNumberId === undefined;
			const [setup, reply] = await Promise.all([
				askSetup(context, facts),
				context.ask(
					isList
						? get(`/${accountId}/phone_numbers`, { fields: RECEIVING_FIELDS, limit: PAGE_SIZE })
						: get(`/${phoneNumberId}`, { fields: RECEIVING_FIELDS }),
				),
			]);
			const { apps, app } = setup;
			const places = isList ? { number: undefined, numbers: reply } : { number: reply, numbers: undefined };
			const checks = [
				...checkCredential(setup, facts),
				...checkReceiving(reply, isList),
				...checkWebhook({ apps, app, ...places }, facts, undefined),
			];
			return { ok: true, items: afterTheCredential(checks, UNASKED).map((check) => compact({ ...check })) };
		},
	}),
);
