import type { DeliveryError } from '../events';
import type { CallbackTarget, Inspection } from '../webhooks/registration';
import { checkCallbackUrl, withoutSecrets } from '../webhooks/callback-url';
import type { Reply } from '../http/ask';

/** One thing that has to be right for a channel to work. */
export interface Check {
	name: string;
	/** `unknown`: it could not be looked at, which says nothing about whether it is right. */
	state: 'ok' | 'warning' | 'failed' | 'unknown';
	found: string;
	expected: string;
	/** What to do, in one or two sentences; empty where nothing is to be done. */
	nextStep: string;
	link?: string;
}

export interface Result {
	state: Check['state'];
	found: string;
	nextStep?: string;
	link?: string;
}

export function checked(name: string, expected: string, { nextStep = '', ...result }: Result): Check {
	return { name, ...result, expected, nextStep };
}

/** A fault of credential or set-up is a finding; anything else only means that nobody could look. */
export function resultOf({ title, detail, advice, cause }: DeliveryError): Result {
	const isFinding = cause === 'credentialInvalid' || cause === 'configurationInvalid';
	const found = detail === '' ? title : `${title}: ${detail}`;
	return { state: isFinding ? 'failed' : 'unknown', found, nextStep: advice };
}

/** What an answer shows, or why there is none. */
export function checkReply(
	name: string,
	expected: string,
	reply: Reply,
	read: (body: unknown) => Result,
): Check {
	return checked(name, expected, reply.ok ? read(reply.body) : resultOf(reply.error));
}

export function checkPresence(name: string, isSet: boolean, nextStep: string): Check {
	const result: Result = isSet
		? { state: 'ok', found: 'set' }
		: { state: 'failed', found: 'missing', nextStep };
	return checked(name, 'set', result);
}

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

export function checkRegistration(inspection: Inspection, callbackUrl: string): Check {
	return checked('Registration', withoutSecrets(callbackUrl), registrationResult(inspection));
}

/** What needs no call: the URL itself. */
export function checkUrl({ callbackUrl, isSandbox }: CallbackTarget, longest: number): Check {
	const url = checkCallbackUrl(callbackUrl, { longest, isSandbox });
	return checked(
		'Webhook URL',
		'public and HTTPS',
		url.ok
			? { state: 'ok', found: withoutSecrets(callbackUrl) }
			: { state: 'failed', found: url.problem, nextStep: url.nextStep },
	);
}
