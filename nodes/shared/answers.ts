import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import {
	ANSWER_HEADER,
	isYoung,
	readDelivery,
	resumeUrl,
	signOwnCall,
	writeReference,
	type Delivery,
	type HandOver,
	type Reference,
} from '../../core';
import { callOwn, cannotCallItself } from './own-calls';
import type { Connection } from './providers';

/** n8n stores that an execution waits within a second, under load within some. */
const BETWEEN_TRIES_MS = [100, 200, 400, 800, 1500, 2500];

const LONGEST_CALL_MS = 8000;

const PURPOSE = 'Messages that answer a question are handed over to the waiting execution by this address.';

/** What an operator has to know where n8n cannot call itself. */
export const cannotHandOver = (base: string, reason: string) => cannotCallItself(base, reason, PURPOSE);

/**
 * Brings a message to the execution that waits for it, and tries again while n8n has not stored yet that it waits.
 *
 * @param base of all waiting executions of this n8n
 */
export async function deliverAnswer(
	context: Parameters<typeof callOwn>[0],
	{ webhook: { handOverKeys } }: Connection,
	base: string,
	reference: Reference,
	answer: Omit<HandOver, 'reference'>,
): Promise<Delivery> {
	const [key] = handOverKeys ?? [];
	if (key === undefined) return { state: 'unreachable', reason: 'the credential has no secret for it' };
	const body = JSON.stringify({ ...answer, reference: writeReference(reference) });
	const url = resumeUrl(base, reference);
	for (const pause of [...BETWEEN_TRIES_MS, undefined]) {
		const headers = {
			'content-type': 'application/json',
			[ANSWER_HEADER]: signOwnCall('answer', body, key, Date.now()),
		};
		const given = await callOwn(context, url, Buffer.from(body), headers, LONGEST_CALL_MS);
		const delivery = readDelivery(given, isYoung(reference.question, Date.now()));
		if (delivery.state !== 'busy') return delivery;
		if (pause !== undefined) await sleep(pause);
	}
	return { state: 'busy' };
}

/** Whether n8n gives what resumes a wait out at more than the first output: from 2.39 on, as this method of the context. */
export function routesAnswers(context: IWebhookFunctions): boolean {
	return 'getTestWebhookUser' in context;
}
