import type { CallbackTarget, Inspection } from '../webhooks/registration';
import { checkCallbackUrl, withoutSecrets } from '../webhooks/callback-url';
import { judged, resultOf, type Blame, type Check, type Result } from './checks';

/** What needs no call: the URL itself. */
export function checkUrl({ callbackUrl, isSandbox }: CallbackTarget, longest: number): Check {
	const url = checkCallbackUrl(callbackUrl, { longest, isSandbox });
	const result: Result = url.ok
		? { state: 'ok', found: withoutSecrets(callbackUrl) }
		: { state: 'failed', found: url.problem, nextStep: url.nextStep };
	return judged('Webhook URL', 'public and HTTPS', 'field', result);
}

/** What to look at where another webhook of this n8n has the place. */
export const NEIGHBOURS =
	'This is another webhook of this n8n. That of a Messaging Trigger which registered itself hands the events on; otherwise publish this workflow again.';

function registrationResult(inspection: Inspection): Result {
	switch (inspection.state) {
		case 'alreadyOurs':
			return { state: 'ok', found: 'registered' };
		case 'free':
			return {
				state: 'failed',
				found: 'not registered as it should be',
				nextStep: 'Publish the workflow: the trigger registers itself. If it is published, publish it again.',
			};
		case 'neighbours':
			return { state: 'unknown', found: inspection.url, nextStep: NEIGHBOURS };
		case 'takenBy':
			return {
				state: 'failed',
				found: `${inspection.by} has ${inspection.url}`,
				nextStep: inspection.advice,
			};
		case 'byHand': {
			const [step] = inspection.byHand;
			return {
				state: 'unknown',
				found: 'the API does not tell',
				nextStep: step === undefined ? '' : `Look in ${step.place}: ${step.action}`,
			};
		}
		default:
			return resultOf(inspection.error);
	}
}

/** The webhook of a channel: its URL, whether forged calls can be told, and whether the provider has it. */
export function checkWebhook(
	inspection: Inspection,
	blame: Blame,
	facts: CallbackTarget,
	longest: number,
	{ name, isSet, nextStep }: { name: string; isSet: boolean; nextStep: string },
): Check[] {
	const url = checkUrl(facts, longest);
	const fault = inspection.state === 'failed' ? blame(inspection.error) : 'field';
	const place = withoutSecrets(facts.callbackUrl);
	return [
		url,
		judged(name, 'set', 'field', {
			state: isSet ? 'ok' : 'failed',
			found: isSet ? 'set' : 'missing',
			...(!isSet && { nextStep }),
		}),
		...(url.state === 'ok'
			? [judged('Webhook registration', place, fault, registrationResult(inspection))]
			: []),
	];
}
