import type { Check, Diagnose } from '../../../webhooks/diagnosis';
import type { WhatsAppCloudTarget } from './target';
import type { ApiRequest } from '../../../http/api';
import { checked, checkOurSide, checkPresence, checkReply, resultOf } from '../../../operations/checks';
import { isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { registrationAsk, type Ask, type Reply } from '../../../http/ask';
import { LONGEST_URL, targetSecrets } from './target';
import { checkCallbacks } from './callback-checks';
import { classifyError } from '../errors/classify';
import { checkNumber, NUMBER_FIELDS } from './number-check';
import { readApps, readAppSubscription, readNumber } from './subscriptions';
import { checkToken } from '../operations/token-check';

const get = (path: string, query: Record<string, string>): ApiRequest => ({ method: 'GET', path, query });

/** Numbers on a page; more would make a list that nobody reads. */
const MOST_NUMBERS = '50';

async function askAll(ask: Ask, facts: WhatsAppCloudTarget) {
	const { accessToken, accountId, phoneNumberId, appId, hasAppSecret } = facts;
	const maybe = async (request: ApiRequest | undefined) => (request ? await ask(request) : undefined);
	const list = (fields: string) => get(`/${accountId}/phone_numbers`, { fields, limit: MOST_NUMBERS });
	const [token, account, apps, states, number, numbers, app] = await Promise.all([
		maybe(accessToken === undefined ? undefined : get('/debug_token', { input_token: accessToken })),
		ask(get(`/${accountId}`, { fields: 'id,name,account_review_status' })),
		ask(readApps(accountId)),
		ask(
			phoneNumberId === undefined ? list(NUMBER_FIELDS) : get(`/${phoneNumberId}`, { fields: NUMBER_FIELDS }),
		),
		maybe(phoneNumberId === undefined ? undefined : readNumber(phoneNumberId)),
		maybe(phoneNumberId === undefined ? list('id,display_phone_number,webhook_configuration') : undefined),
		maybe(appId === undefined || !hasAppSecret ? undefined : readAppSubscription(appId)),
	]);
	return { token, account, apps, states, number, numbers, app };
}

function checkAccount(reply: Reply): Check {
	return checkReply('WhatsApp account', 'reachable and approved', reply, (body) => {
		const account = objectOf(body);
		const name = textOf(account?.name) ?? 'reachable';
		const review = textOf(account?.account_review_status);
		if (review === undefined || review === 'APPROVED') return { state: 'ok', found: name };
		return {
			state: review === 'REJECTED' ? 'failed' : 'warning',
			found: `${name}, review ${review}`,
			nextStep: 'Open the account in WhatsApp Manager and see what the review asks for.',
		};
	});
}

function checkNumbers(reply: Reply, isOne: boolean): Check[] {
	if (!reply.ok) return [checked('Phone number', 'CONNECTED', resultOf(reply.error))];
	const body = objectOf(reply.body) ?? {};
	const numbers = isOne ? [body] : listOf(body.data).filter(isJsonObject);
	if (numbers.length > 0) return numbers.map(checkNumber);
	const nextStep = 'Add a number to the account in WhatsApp Manager, then register it.';
	return [checked('Phone number', 'CONNECTED', { state: 'failed', found: 'the account has none', nextStep })];
}

/** Why no event of WhatsApp arrives. */
export const diagnoseWhatsAppCloud: Diagnose<WhatsAppCloudTarget> = async (call, facts) => {
	const ask = registrationAsk(call, classifyError, targetSecrets(facts));
	const { token, account, apps, states, number, numbers, app } = await askAll(ask, facts);
	return {
		checks: [
			...(token === undefined ? [] : checkToken(token, facts)),
			checkAccount(account),
			...checkNumbers(states, facts.phoneNumberId !== undefined),
			...checkCallbacks({ apps, number, numbers, app }, facts),
			checkPresence(
				'App secret',
				facts.hasAppSecret,
				'Enter "App Secret" in the credential: without it every call is refused. It is in the Meta App Dashboard under App Settings → Basic.',
			),
			checkPresence(
				'Verify token',
				facts.verifyToken !== '',
				'Enter any word as "Webhook Verify Token" in the credential.',
			),
			...checkOurSide(facts, LONGEST_URL),
		],
	};
};
