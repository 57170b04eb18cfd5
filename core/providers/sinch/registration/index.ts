import type { ApiRequest } from '../../../http/api';
import type { RegistrationFailure, Registrar } from '../../../webhooks/registration';
import { LONGEST_URL, targetSecrets, type SinchTarget } from './target';
import { isSameEndpoint, isSameServer, withoutSecrets } from '../../../webhooks/callback-url';
import { isNeighbours } from '../../../webhooks/place';
import { idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import type { Ask } from '../../../http/ask';
import {
	createRegistrar,
	planOf,
	setUpFailure,
	type Reading,
	type RegistrationPlan,
	type RemovalPlan,
	type Step,
} from '../../../webhooks/registrar';
import { classifyError } from '../errors/classify';
import { manualSteps, smsStep, triggersFor } from './manual-steps';

/** Webhooks that an app can have (Sinch, Conversation API: Webhooks). */
export const MOST_WEBHOOKS = 5;

export interface SinchWebhook {
	id: string;
	target: string;
	triggers: string[];
}

export const readWebhooks = (projectId: string, appId: string): ApiRequest => ({
	method: 'GET',
	path: `/v1/projects/${projectId}/apps/${appId}/webhooks`,
});

export function parseWebhooks(body: unknown): SinchWebhook[] {
	return listOf(objectOf(body)?.webhooks)
		.filter(isJsonObject)
		.flatMap((webhook) => {
			const id = idOf(webhook.id);
			const target = textOf(webhook.target);
			const triggers = listOf(webhook.triggers).flatMap((trigger) => textOf(trigger) ?? []);
			return id === undefined || target === undefined ? [] : [{ id, target, triggers }];
		});
}

function check({ appId, servicePlanId, webhookSecret }: SinchTarget): RegistrationFailure | undefined {
	if (appId === undefined && servicePlanId === undefined) {
		return setUpFailure(
			'find out what to register with',
			'appId',
			'The credential has neither "Conversation App ID" nor "SMS Service Plan ID"',
			'Enter the one that your number belongs to; the Sinch Build Dashboard shows both.',
		);
	}
	if (appId === undefined || webhookSecret !== '') return undefined;
	return setUpFailure(
		'register the webhook',
		'webhookSecret',
		'The credential has no "Webhook Secret"',
		'Enter a long random word of your own choice there: Sinch signs its calls with it.',
	);
}

async function read(ask: Ask, target: SinchTarget): Promise<Reading<SinchWebhook[]>> {
	const { projectId, appId } = target;
	if (appId === undefined) return { state: 'byHand', byHand: manualSteps(target) };
	const webhooks = await ask(readWebhooks(projectId, appId));
	return webhooks.ok
		? { state: 'read', found: parseWebhooks(webhooks.body) }
		: { state: 'failed', step: "read the app's webhooks", error: webhooks.error };
}

function remove(name: string, { projectId }: SinchTarget, { id }: SinchWebhook): Step {
	const path = `/v1/projects/${projectId}/webhooks/${encodeURIComponent(id)}`;
	return { name, request: { method: 'DELETE', path }, goneIsFine: true };
}

function noRoom(webhooks: readonly SinchWebhook[]): RegistrationFailure {
	return setUpFailure(
		'add a webhook to the app',
		'noRoom',
		`The app has its ${MOST_WEBHOOKS} webhooks already, and Sinch allows no more`,
		'Delete one of them in the Sinch Build Dashboard under Conversation API → Apps → Webhooks, or use another app.',
		webhooks.map(({ target }) => withoutSecrets(target)).join(', '),
	);
}

/**
 * Every URL has a webhook of its own, except that neighbours share one. So a test takes nothing from production, and nobody
 * from anybody else; only room may be short. Then production clears away a test that never ended.
 */
function planRegistration(
	webhooks: SinchWebhook[],
	target: SinchTarget,
): RegistrationPlan | RegistrationFailure {
	const { projectId, appId, callbackUrl, siblingUrl, webhookSecret, purpose, servicePlanId } = target;
	const byHand = servicePlanId === undefined ? [] : [smsStep(target)];
	const triggers = triggersFor(target.kinds);
	const body = { app_id: appId, target: callbackUrl, target_type: 'HTTP', triggers, secret: webhookSecret };
	const path = `/v1/projects/${projectId}/webhooks`;

	const own = webhooks.find((webhook) => isSameEndpoint(webhook.target, callbackUrl));
	if (own !== undefined) {
		const isAsWanted = own.target === callbackUrl && triggers.every((name) => own.triggers.includes(name));
		const request: ApiRequest = { method: 'PATCH', path: `${path}/${encodeURIComponent(own.id)}`, body };
		return planOf({ steps: isAsWanted ? [] : [{ name: 'change the webhook', request }], byHand });
	}
	const neighbour = webhooks.find((webhook) => isNeighbours(webhook.target, target));
	if (neighbour !== undefined) {
		const both = [...new Set([...neighbour.triggers, ...triggers])].sort();
		const request: ApiRequest = {
			method: 'PATCH',
			path: `${path}/${encodeURIComponent(neighbour.id)}`,
			body: { ...body, triggers: both },
		};
		return planOf({ steps: [{ name: "take a neighbour's webhook", request }], byHand });
	}
	const add: Step = { name: 'add a webhook to the app', request: { method: 'POST', path, body } };
	if (webhooks.length < MOST_WEBHOOKS) return planOf({ steps: [add], byHand });
	const leftOver = webhooks.find((webhook) => isSameEndpoint(webhook.target, siblingUrl));
	if (leftOver === undefined || purpose === 'test') return noRoom(webhooks);
	return planOf({ steps: [remove('remove the webhook of the test', target, leftOver), add], byHand });
}

/** One webhook of this n8n, which its triggers share: others of the app get the same events beside it. */
function holders(webhooks: SinchWebhook[], target: SinchTarget): string[] {
	const urls = webhooks.map((webhook) => webhook.target);
	const near =
		urls.find((url) => isSameEndpoint(url, target.callbackUrl)) ??
		urls.find((url) => isNeighbours(url, target)) ??
		urls.find((url) => isSameServer(url, target.callbackUrl));
	return near === undefined ? [] : [near];
}

function planRemoval(webhooks: SinchWebhook[], target: SinchTarget): RemovalPlan {
	const own = webhooks.filter((webhook) => isSameEndpoint(webhook.target, target.callbackUrl));
	const left =
		target.servicePlanId === undefined
			? []
			: ['The callback URL of the SMS service plan stays until it is changed in the Sinch Build Dashboard.'];
	return {
		state: 'plan',
		steps: own.map((webhook) => remove('remove the webhook', target, webhook)),
		givesBack: false,
		left,
	};
}

/** Webhooks of Sinch: those of the Conversation API by its API, the callback URL of an SMS service plan by hand. */
export const registration: Registrar<SinchTarget> = createRegistrar({
	classify: classifyError,
	longestUrl: LONGEST_URL,
	secrets: targetSecrets,
	check,
	read,
	holders,
	planRegistration,
	planRemoval,
});
