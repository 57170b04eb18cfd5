import { z } from 'zod';
import type { DeliveryError, JsonObject, JsonValue } from '../../../events';
import { requiredText } from '../../../messages/media';
import type { ApiRequest } from '../../../http/api';
import { digitsInput, fieldFailure, optionalId } from '../../../operations/input';
import { notUnderstood } from '../../../http/ask';
import type { OperationContext } from '../../../operations/operation';
import { allRows } from '../../../http/pages';
import { compact, idOf, objectOf, textOf } from '../../../lib/json';
import { subscribeApp } from '../registration/subscriptions';
import { after, appOf, get, operation, PAGE_SIZE, pageOf, post } from './operation';
import { accountsOf, parseToken, readToken } from './token';

type State = 'done' | 'failed' | 'skipped' | 'byHand';

function step(name: string, state: State, more: Record<string, JsonValue | undefined> = {}): JsonObject {
	return compact({ step: name, state, ...more });
}

function failedStep(name: string, { code, title, detail, advice }: DeliveryError, more: JsonObject) {
	const found = detail === '' ? title : `${title}: ${detail}`;
	return step(name, 'failed', { ...more, found, errorCode: code, nextStep: advice });
}

interface Customer extends Pick<OperationContext, 'ask'> {
	/** The customer's token, with which these calls are made. */
	token: string;
	pin: string | undefined;
	/** Only this number is to be registered. */
	phoneNumberId: string | undefined;
}

async function registerNumber(
	{ ask, token, pin, phoneNumberId }: Customer,
	number: JsonObject,
	of: JsonObject,
): Promise<JsonObject> {
	const id = idOf(number.id) ?? '';
	const about = { ...of, phoneNumberId: id, displayPhoneNumber: textOf(number.display_phone_number) ?? id };
	const skip = (found: string, nextStep?: string) =>
		step('registerNumber', 'skipped', { ...about, found, nextStep });
	if (phoneNumberId !== undefined && phoneNumberId !== id) return skip('not the number that was asked for');
	if (number.is_on_biz_app === true) return skip('it stays in the WhatsApp Business app');
	if (number.platform_type === 'CLOUD_API') return skip('it is registered already');
	if (pin === undefined) {
		return skip('no PIN was given', 'Register the number with "Number: Register" within 14 days.');
	}
	const reply = await ask({
		...post(`/${id}/register`, { messaging_product: 'whatsapp', pin }),
		actAs: { token },
	});
	return reply.ok ? step('registerNumber', 'done', about) : failedStep('registerNumber', reply.error, about);
}

const NUMBER_FIELDS = 'id,display_phone_number,verified_name,platform_type,is_on_biz_app';

async function registerNumbers(customer: Customer, accountId: string): Promise<JsonObject[]> {
	const of = { accountId };
	const found = await allRows(customer.ask, {
		request: (page) => ({
			...get(`/${accountId}/phone_numbers`, { fields: NUMBER_FIELDS, limit: PAGE_SIZE, ...after(page) }),
			actAs: { token: customer.token },
		}),
		read: pageOf,
	});
	if (!found.ok) return [failedStep('listNumbers', found.error, of)];
	const steps = [step('listNumbers', 'done', { ...of, numbers: found.rows.length })];
	for (const number of found.rows) steps.push(await registerNumber(customer, number, of));
	return steps;
}

const OWN_CREDENTIAL =
	'Use this account ID with the credential of this workflow: it reaches the account, so no other credential is needed.';
const BY_HAND =
	"Give a system user of your business portfolio access to this account in Meta Business Settings, make a token for it and put it into a credential together with this account ID. The customer's own token is not given out.";

/**
 * The customer's token ends with this operation, so that it stands in no execution. What the workflow goes on with is the
 * credential that it has: a shared account is open to the portfolio of the app, whose system user the credential is of.
 */
async function checkReach({ ask }: Customer, accountId: string): Promise<JsonObject> {
	const reply = await ask(get(`/${accountId}`, { fields: 'id,name' }));
	const name = 'useAccount';
	return reply.ok
		? step(name, 'done', { accountId, name: textOf(objectOf(reply.body)?.name), nextStep: OWN_CREDENTIAL })
		: step(name, 'byHand', { accountId, found: reply.error.title, nextStep: BY_HAND });
}

async function setUpAccount(customer: Customer, accountId: string): Promise<JsonObject[]> {
	const subscription = await customer.ask({ ...subscribeApp(accountId), actAs: { token: customer.token } });
	return [
		subscription.ok
			? step('subscribeApp', 'done', { accountId })
			: failedStep('subscribeApp', subscription.error, { accountId }),
		...(await registerNumbers(customer, accountId)),
		await checkReach(customer, accountId),
	];
}

const exchange = (appId: string, appSecret: string, code: string): ApiRequest =>
	get('/oauth/access_token', { client_id: appId, client_secret: appSecret, code });

/**
 * What a partner does after a customer went through Embedded Signup (Meta, Onboarding business customers): one item for each
 * step. The first two have to succeed; of the others one that fails holds up no other.
 */
export const completeEmbeddedSignup = operation({
	input: z.object({
		code: requiredText('The code of the sign-up'),
		appId: optionalId,
		appSecret: requiredText('The app secret'),
		pin: z.preprocess((value) => (value === '' ? undefined : value), digitsInput('The PIN', 6).optional()),
		phoneNumberId: optionalId,
	}),
	secrets: ({ code, appSecret, pin }) => [code, appSecret, pin],
	async run({ code, appId, appSecret, pin, phoneNumberId }, { ask, line, hide }) {
		const app = appOf(appId, line);
		if (!app.ok) return app;
		const exchanged = await ask(exchange(app.id, appSecret, code));
		if (!exchanged.ok) return { ok: false, error: exchanged.error };
		const token = textOf(objectOf(exchanged.body)?.access_token);
		if (token === undefined) return notUnderstood('There is no token in it');
		hide(token);
		const inspected = await ask({ ...readToken(token), actAs: { token } });
		if (!inspected.ok) return { ok: false, error: inspected.error, done: ['The code was exchanged'] };
		const shared = parseToken(inspected.body);
		const accounts = accountsOf(shared);
		if (accounts.length === 0) {
			const failure = fieldFailure(
				'code',
				'The customer shared no WhatsApp account',
				'Let the customer go through Embedded Signup again and choose an account there.',
			);
			return { ...failure, done: ['The code was exchanged'] };
		}
		const items = [
			step('exchangeCode', 'done', { found: 'a token was received' }),
			step('listShared', 'done', { accountIds: accounts, scopes: shared.scopes }),
		];
		for (const account of accounts) {
			items.push(...(await setUpAccount({ ask, token, pin, phoneNumberId }, account)));
		}
		return { ok: true, items };
	},
});
