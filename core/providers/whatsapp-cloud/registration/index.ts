import type { DeliveryError } from '../../../events';
import type { RegistrationFailure, Registrar } from '../../../webhooks/registration';
import { LONGEST_URL, targetSecrets, type WhatsAppCloudTarget } from './target';
import { isSameEndpoint, withoutSecrets } from '../../../webhooks/callback-url';
import type { Ask } from '../../../http/ask';
import { createRegistrar, setUpFailure, type Reading } from '../../../webhooks/registrar';
import { classifyError } from '../errors/classify';
import { holders, planRegistration, planRemoval, type Found } from './plan';
import {
	parseApps,
	parseAppSubscription,
	parseDivertedNumbers,
	parseNumberCallbacks,
	readApps,
	readAppSubscription,
	readNumber,
	readNumbers,
	type SubscribedApp,
} from './subscriptions';

/** Codes that mean something else while a webhook is set up (Meta, Create a webhook endpoint and Webhook overrides). */
const VERIFICATION_FAILED: ReadonlySet<string> = new Set(['2200', '2201']);

function explain(error: DeliveryError, { callbackUrl }: WhatsAppCloudTarget): DeliveryError {
	if (VERIFICATION_FAILED.has(error.code)) {
		return {
			...error,
			title: 'Meta called the webhook URL and did not get the right answer',
			cause: 'configurationInvalid',
			retryable: false,
			advice: `Open ${withoutSecrets(callbackUrl)} from outside your network: n8n has to answer there, over HTTPS with a valid certificate, and no proxy, login or tunnel's warning page may answer in its place.`,
		};
	}
	if (error.code === '100') {
		return {
			...error,
			title: 'Meta does not accept a value of the registration',
			cause: 'configurationInvalid',
			advice:
				'Compare "Business Account ID", "App ID" and the chosen number with the Meta App Dashboard: they have to belong together and to the access token.',
		};
	}
	return error;
}

function check({ accountId, verifyToken }: WhatsAppCloudTarget): RegistrationFailure | undefined {
	if (accountId === '') {
		return setUpFailure(
			'find the account',
			'accountId',
			'The credential has no "Business Account ID"',
			'WhatsApp Manager shows it under Account Tools, and the API Setup page of the app does.',
		);
	}
	if (verifyToken !== '') return undefined;
	return setUpFailure(
		'use the webhook URL',
		'verifyToken',
		'The credential has no "Webhook Verify Token"',
		'Enter any word there: Meta says it when it verifies the URL.',
	);
}

/**
 * Which of the subscribed apps the access token belongs to, which no answer tells: the one with the credential's App ID,
 * or the one whose callback URL is this trigger's.
 */
function findOurApp(apps: readonly SubscribedApp[], target: WhatsAppCloudTarget): SubscribedApp | undefined {
	const { appId, callbackUrl, siblingUrl } = target;
	if (appId !== undefined) return apps.find(({ id }) => id === appId);
	return apps.find(
		({ overrideUrl }) => isSameEndpoint(overrideUrl, callbackUrl) || isSameEndpoint(overrideUrl, siblingUrl),
	);
}

function failed(step: string, error: DeliveryError): RegistrationFailure {
	return { state: 'failed', step, error };
}

async function read(ask: Ask, target: WhatsAppCloudTarget): Promise<Reading<Found>> {
	const { accountId, phoneNumberId, appId, hasAppSecret, neighbourUrls } = target;
	const looksAtNumbers = phoneNumberId === undefined && neighbourUrls !== undefined;
	const [apps, number, app, numbers] = await Promise.all([
		ask(readApps(accountId)),
		phoneNumberId === undefined ? undefined : ask(readNumber(phoneNumberId)),
		appId === undefined || !hasAppSecret ? undefined : ask(readAppSubscription(appId)),
		looksAtNumbers ? ask(readNumbers(accountId)) : undefined,
	]);
	if (!apps.ok) return failed("read the account's subscribed apps", apps.error);
	if (number?.ok === false) return failed("read the number's callback URL", number.error);
	const subscribed = parseApps(apps.body);
	const ourApp = findOurApp(subscribed, target);
	return {
		state: 'read',
		found: {
			ourApp,
			candidates: ourApp === undefined && appId === undefined ? subscribed : [],
			number: number && parseNumberCallbacks(number.body),
			diverted: numbers?.ok === true ? parseDivertedNumbers(numbers.body) : [],
			app:
				app?.ok === false
					? failed("read the app's subscriptions", app.error)
					: app && parseAppSubscription(app.body),
		},
	};
}

/**
 * Webhooks of WhatsApp Cloud. Meta has three places for a URL, by precedence: number, account, app. The trigger's goes
 * into the number's or the account's, so that every trigger has one of its own; the app's, of which there is one for all
 * accounts, is used for what only goes there, and where it is empty.
 */
export const registration: Registrar<WhatsAppCloudTarget> = createRegistrar({
	classify: classifyError,
	longestUrl: LONGEST_URL,
	secrets: targetSecrets,
	check,
	read,
	holders,
	planRegistration,
	planRemoval,
	explain,
});
