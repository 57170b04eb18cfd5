import type { ManualStep } from '../../../webhooks/registration';
import type { WhatsAppCloudTarget } from './target';
import { urlToEnter, withoutSecrets } from '../../../webhooks/callback-url';
import { fieldsFor, kindsOfTheAppOnly } from './webhook-fields';

const CONFIGURATION = 'Meta App Dashboard → WhatsApp → Configuration';
const LINK = 'https://developers.facebook.com/apps/';

type Steps = Pick<WhatsAppCloudTarget, 'kinds' | 'accountEvents' | 'appId'>;

/** A page of the app where its id is known, otherwise the list of apps. */
export function dashboardLink(appId: string | undefined): string {
	return appId === undefined ? LINK : `${LINK}${encodeURIComponent(appId)}/dashboard/`;
}

/** Ticking the fields, which follows no API without the app's secret. */
export function tickFields(steps: Steps, fields = fieldsFor(steps)): ManualStep {
	return {
		place: `${CONFIGURATION} → Webhook Fields`,
		action: 'Switch "Subscribe" on for these fields.',
		values: fields.map((field) => ({ field: 'Webhook field', value: field })),
		link: dashboardLink(steps.appId),
	};
}

/** Entering the callback URL of the app (Meta, Create a webhook endpoint). */
export function enterCallback({
	callbackUrl,
	appId,
}: Pick<WhatsAppCloudTarget, 'callbackUrl' | 'appId'>): ManualStep {
	return {
		place: `${CONFIGURATION} → Webhook`,
		action:
			'Choose "Edit", enter both values, then "Verify and Save". Meta calls the URL at once, so it has to listen.',
		values: [
			{ field: 'Callback URL', value: urlToEnter(callbackUrl) },
			{ field: 'Verify Token', value: "the credential's Webhook Verify Token" },
		],
		link: dashboardLink(appId),
	};
}

/** Somebody else has the callback URL of the app, to which some of what is wanted goes alone (Meta, Webhook overrides). */
export function shareAppCallback(target: WhatsAppCloudTarget, url: string): ManualStep {
	const { appId, callbackUrl } = target;
	return {
		place: `${CONFIGURATION} → Webhook`,
		action: `Events of the kind ${kindsOfTheAppOnly(target).join(' and ')} go to ${withoutSecrets(url)} alone, the callback URL of the app; all others arrive here. Have that system pass them on, publish with the option to take over, or enter this URL there instead.`,
		values: [{ field: 'Callback URL', value: urlToEnter(callbackUrl) }],
		link: dashboardLink(appId),
	};
}
