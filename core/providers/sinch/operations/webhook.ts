import { z } from 'zod';
import { EVENT_KINDS, type JsonObject } from '../../../events';
import type { OperationOutcome } from '../../../operations/contract';
import { optionalText, requiredText } from '../../../messages/media';
import type { SinchTarget } from '../registration/target';
import { fieldFailure, optionalId } from '../../../operations/input';
import { itemsOf } from '../../../operations/operation';
import { withoutSecrets } from '../../../webhooks/callback-url';
import { secretsInUrl } from '../../../lib/url';
import { registeredOutcome, unregisteredOutcome } from '../../../operations/webhook-outcome';
import { MOST_WEBHOOKS, parseWebhooks, readWebhooks, registration } from '../registration';
import { appOf, operation, pathIn, request } from './operation';
import { compact } from '../../../lib/json';

const getAll = operation({
	input: z.object({ appId: optionalId }),
	async run({ appId }, context) {
		const app = appOf(appId, context.line);
		if (!app.ok) return app;
		return await itemsOf(context, readWebhooks(context.projectId, app.id), (body) => {
			const webhooks = parseWebhooks(body);
			return webhooks.map(({ id, target, triggers }): JsonObject => ({
				webhookId: id,
				appId: app.id,
				callbackUrl: withoutSecrets(target),
				events: triggers,
				placesLeft: Math.max(0, MOST_WEBHOOKS - webhooks.length),
			}));
		});
	},
});

const urls = {
	appId: optionalId,
	/** The same trigger's other URL: production's while testing, and the other way round. */
	siblingUrl: optionalText('The other URL'),
	isSandbox: z.boolean().default(false),
};

interface Place {
	projectId: string;
	appId: string;
	callbackUrl: string;
	siblingUrl?: string | undefined;
	isSandbox: boolean;
}

function targetOf(
	{ siblingUrl, ...place }: Place,
	more: Pick<SinchTarget, 'kinds' | 'webhookSecret'>,
): SinchTarget {
	return compact<SinchTarget>({
		provider: 'sinch',
		purpose: 'production',
		...place,
		...more,
		siblingUrl,
	});
}

/** Sinch signs with the secret, which is of our own choosing. */
const set = operation({
	input: z.object({
		...urls,
		callbackUrl: requiredText('The callback URL'),
		events: z.array(z.enum(EVENT_KINDS)).nonempty('The events are missing').default(['message', 'status']),
		webhookSecret: requiredText('The webhook secret'),
	}),
	secrets: ({ webhookSecret, callbackUrl, siblingUrl }) => [
		webhookSecret,
		...secretsInUrl(callbackUrl),
		...secretsInUrl(siblingUrl),
	],
	async run(
		{ events: kinds, webhookSecret, ...input },
		{ call, line, projectId },
	): Promise<OperationOutcome> {
		const app = appOf(input.appId, line);
		if (!app.ok) return app;
		const place = { ...input, projectId, appId: app.id };
		const outcome = await registration.register(call, targetOf(place, { kinds, webhookSecret }));
		return registeredOutcome(outcome, { callbackUrl: input.callbackUrl, appId: app.id });
	},
});

/** One by its id, whosever it is; or the one that has a URL. */
const remove = operation({
	input: z.object({ ...urls, webhookId: optionalId, callbackUrl: optionalText('The callback URL') }),
	secrets: ({ callbackUrl, siblingUrl }) => [...secretsInUrl(callbackUrl), ...secretsInUrl(siblingUrl)],
	async run({ webhookId, callbackUrl, ...input }, context): Promise<OperationOutcome> {
		const { call, line, projectId } = context;
		if (webhookId !== undefined) {
			const path = pathIn(projectId, 'webhooks', webhookId);
			return await itemsOf(context, request('DELETE', path), () => [{ webhookId, deleted: true }]);
		}
		if (callbackUrl === undefined) {
			return fieldFailure('webhookId', 'It is not said which webhook: its ID or its URL');
		}
		const app = appOf(input.appId, line);
		if (!app.ok) return app;
		const place = { ...input, callbackUrl, projectId, appId: app.id };
		const target = targetOf(place, { kinds: ['message'], webhookSecret: '' });
		return unregisteredOutcome(await registration.unregister(call, target), callbackUrl);
	},
});

/** The callback URL of a service plan is left out: only the dashboard sets it. */
export const WEBHOOK = { get: getAll, set, delete: remove };
