import type { WhatsAppCloudTarget } from './target';
import { isSameEndpoint, isSameServer, withoutSecrets } from '../../../webhooks/callback-url';
import { NEIGHBOURS } from '../../../operations/webhook-check';
import { judgeBy, judged, type Check, type Result } from '../../../operations/checks';
import { idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import type { Reply } from '../../../http/ask';
import { dashboardLink } from './manual-steps';
import {
	parseApps,
	parseAppSubscription,
	parseNumberCallbacks,
	type AppSubscription,
	type SubscribedApp,
} from './subscriptions';
import { fieldsFor, fieldsOfTheAppOnly } from './webhook-fields';

const PUBLISH = 'Publish the workflow: the trigger registers itself. If it is published, publish it again.';

/** Answers of Meta about who gets what. */
export interface CallbackReplies {
	apps: Reply;
	/** Of the chosen number; absent where the whole account is meant. */
	number: Reply | undefined;
	/** Of all numbers of the account; absent where one is chosen. */
	numbers: Reply | undefined;
	/** Absent where calls cannot be made as the app. */
	app: Reply | undefined;
}

/** A call that failed at Meta is not the fault of a field. */
const judgedReply = judgeBy(({ cause }) => (cause === 'temporarilyUnavailable' ? 'provider' : 'field'));

function ourAppAmong(apps: readonly SubscribedApp[], { appId, callbackUrl }: WhatsAppCloudTarget) {
	return apps.find(({ id, overrideUrl }) =>
		appId === undefined ? isSameEndpoint(overrideUrl, callbackUrl) : id === appId,
	);
}

function checkSubscription({ apps }: CallbackReplies, facts: WhatsAppCloudTarget): Check {
	return judgedReply('App subscription', 'the app gets the events of the account', 'field', apps, (body) => {
		const subscribed = parseApps(body);
		const ours = ourAppAmong(subscribed, facts);
		if (ours !== undefined) return { state: 'ok', found: `${ours.name} (${ours.id})` };
		const found = subscribed.map(({ name, id }) => `${name} (${id})`).join(', ') || 'no app';
		return facts.appId === undefined && subscribed.length > 0
			? {
					state: 'unknown',
					found,
					nextStep: 'Enter "App ID" in the credential: without it nobody can tell which app is yours.',
				}
			: { state: 'failed', found, nextStep: PUBLISH };
	});
}

function urlResult(url: string | undefined, facts: WhatsAppCloudTarget): Result {
	const link = dashboardLink(facts.appId);
	if (url === undefined) return { state: 'failed', found: 'none', nextStep: PUBLISH, link };
	const found = withoutSecrets(url);
	if (isSameEndpoint(url, facts.callbackUrl)) return { state: 'ok', found };
	if (isSameEndpoint(url, facts.siblingUrl)) {
		const nextStep =
			facts.purpose === 'production'
				? 'This is the test URL of this trigger. It is given back when the test ends; if none is running, publish the workflow again.'
				: 'This is the production URL of this trigger. Start listening for a test event.';
		return { state: 'warning', found, nextStep };
	}
	if (isSameServer(url, facts.callbackUrl)) {
		return { state: 'unknown', found, nextStep: NEIGHBOURS };
	}
	const nextStep =
		'The events go to somebody else. Remove that URL in the Meta App Dashboard, or publish the workflow with the option to take over.';
	return { state: 'failed', found, nextStep, link };
}

/** By Meta's precedence: number, account, app (Meta, Webhook overrides). */
function checkUrl({ apps, number, app }: CallbackReplies, facts: WhatsAppCloudTarget): Check {
	const name = 'Callback URL at Meta';
	const expected = withoutSecrets(facts.callbackUrl);
	return judgedReply(name, expected, 'field', number ?? apps, () => {
		const override = apps.ok ? ourAppAmong(parseApps(apps.body), facts)?.overrideUrl : undefined;
		const ofNumber = number?.ok === true ? parseNumberCallbacks(number.body) : undefined;
		const known = ofNumber?.number ?? override ?? ofNumber?.account;
		const ofApp = app?.ok === true ? parseAppSubscription(app.body).callbackUrl : ofNumber?.app;
		const url = known ?? ofApp;
		if (url === undefined && app?.ok !== true) {
			const nextStep = 'Enter "App ID" and "App Secret" in the credential to see the URL of the app.';
			return { state: 'unknown', found: 'none on the account; that of the app cannot be read', nextStep };
		}
		return urlResult(url, facts);
	});
}

/** Numbers whose events go elsewhere although the account's come here. */
function checkDiverted({ numbers }: CallbackReplies, facts: WhatsAppCloudTarget): Check[] {
	if (numbers?.ok !== true) return [];
	const diverted = listOf(objectOf(numbers.body)?.data)
		.filter(isJsonObject)
		.flatMap((number) => {
			const url = parseNumberCallbacks(number).number;
			const isElsewhere = url !== undefined && !isSameEndpoint(url, facts.callbackUrl);
			const name = textOf(number.display_phone_number) ?? idOf(number.id) ?? '';
			return isElsewhere ? [`${name} → ${withoutSecrets(url)}`] : [];
		});
	if (diverted.length === 0) return [];
	return [
		judged('Numbers with a URL of their own', 'none', 'field', {
			state: 'warning',
			found: diverted.join(', '),
			nextStep: 'Their events do not come here. Choose such a number in the trigger to register it alone.',
		}),
	];
}

function fieldsResult({ callbackUrl, fields }: AppSubscription, facts: WhatsAppCloudTarget): Result {
	const wanted = fieldsFor(facts);
	const link = dashboardLink(facts.appId);
	const missing = wanted.filter((field) => !fields.includes(field));
	if (missing.length > 0) {
		const nextStep =
			'Switch them on in the Meta App Dashboard under WhatsApp → Configuration → Webhook Fields.';
		return { state: 'failed', found: `missing: ${missing.join(', ')}`, nextStep, link };
	}
	const appOnly = fieldsOfTheAppOnly(wanted);
	if (appOnly.length > 0 && !isSameEndpoint(callbackUrl, facts.callbackUrl)) {
		const elsewhere = callbackUrl === undefined ? 'nowhere' : `to ${withoutSecrets(callbackUrl)}`;
		const nextStep =
			"Meta sends these to the app's callback URL alone. Publish the workflow with the option to take over, or do without account and consent events here.";
		return { state: 'failed', found: `${appOnly.join(', ')} go ${elsewhere}`, nextStep, link };
	}
	return { state: 'ok', found: 'all subscribed' };
}

function checkFields({ app }: CallbackReplies, facts: WhatsAppCloudTarget): Check {
	const name = 'Webhook fields';
	const expected = fieldsFor(facts).join(', ');
	if (app !== undefined) {
		return judgedReply(name, expected, 'field', app, (body) =>
			fieldsResult(parseAppSubscription(body), facts),
		);
	}
	return judged(name, expected, 'field', {
		state: 'unknown',
		found: 'cannot be read without "App ID" and "App Secret"',
		nextStep: 'Look in the Meta App Dashboard under WhatsApp → Configuration → Webhook Fields.',
		link: dashboardLink(facts.appId),
	});
}

export function checkCallbacks(replies: CallbackReplies, facts: WhatsAppCloudTarget): Check[] {
	return [
		checkSubscription(replies, facts),
		checkUrl(replies, facts),
		...checkDiverted(replies, facts),
		checkFields(replies, facts),
	];
}
