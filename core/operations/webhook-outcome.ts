import type { JsonObject } from '../events';
import type { OperationFailure, OperationOutcome } from './contract';
import type { ManualStep, Registration, RegistrationFailure, Unregistration } from '../webhooks/registration';
import { fieldFailure } from './input';
import { withoutSecrets } from '../webhooks/callback-url';

/** What a person has to do in the provider's console. */
function stepsOf(steps: readonly ManualStep[]): string[] {
	return steps.map(({ place, action, values }) =>
		[`${place}: ${action}`, ...values.map(({ field, value }) => `${field}: ${value}`)].join(' '),
	);
}

/** What was found to be wrong before any call, and is a member of the input. */
const FIELDS: ReadonlySet<string> = new Set(['callbackUrl', 'appId', 'webhookSecret', 'channels']);

function failure({ error }: RegistrationFailure): OperationFailure {
	return { ok: false, ...(FIELDS.has(error.code) && { field: error.code }), error };
}

/** What became of setting a webhook, as an operation tells it. */
export function registeredOutcome(
	registration: Registration,
	{ callbackUrl, ...facts }: JsonObject & { callbackUrl: string },
): OperationOutcome {
	const shown = withoutSecrets(callbackUrl);
	switch (registration.state) {
		case 'failed':
			return failure(registration);
		case 'takenBy':
			return fieldFailure('callbackUrl', `${registration.by} has ${registration.url}`, registration.advice);
		case 'byHand':
			return {
				ok: true,
				items: [{ ...facts, callbackUrl: shown, registered: false, byHand: stepsOf(registration.byHand) }],
			};
		default: {
			const { state, byHand, tookOver } = registration;
			return {
				ok: true,
				items: [
					{
						...facts,
						callbackUrl: shown,
						registered: true,
						changed: state === 'registered',
						...(byHand.length > 0 && { byHand: stepsOf(byHand) }),
						...(tookOver.length > 0 && { tookOver: tookOver.map(({ url, by }) => `${by}: ${url}`) }),
					},
				],
			};
		}
	}
}

/** What became of deleting a webhook. */
export function unregisteredOutcome(done: Unregistration, callbackUrl: string): OperationOutcome {
	const shown = withoutSecrets(callbackUrl);
	switch (done.state) {
		case 'failed':
			return failure(done);
		case 'byHand':
			return {
				ok: true,
				items: [{ callbackUrl: shown, deleted: false, byHand: stepsOf(done.byHand) }],
			};
		default:
			return {
				ok: true,
				items: [
					{
						callbackUrl: shown,
						deleted: done.state !== 'nothingOfOurs',
						...(done.left.length > 0 && { left: done.left }),
					},
				],
			};
	}
}
