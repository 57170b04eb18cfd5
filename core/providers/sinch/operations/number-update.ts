import { z } from 'zod';
import type { JsonObject } from '../../../events';
import type { OperationFailure } from '../../../operations/contract';
import { optionalText } from '../../../messages/media';
import { fieldFailure, optionalId } from '../../../operations/input';
import { itemsOf, someOf } from '../../../operations/operation';
import { checkCallbackUrl } from '../../../webhooks/callback-url';
import { LONGEST_URL } from '../registration/target';
import { deliveryError } from '../../../http/error-table';
import { compact, objectOf } from '../../../lib/json';
import { secretsInUrl } from '../../../lib/url';
import { linkOf, numberItem } from './number-item';
import { readNumber } from './number';
import { globalOperation as operation, pathIn, phoneNumber, type ProjectContext, request } from './operation';
import type { Result } from '../../../lib/result';

const POLL_MS = 5000;
const MOST_POLLS = 24;

const updateInput = z.object({
	phoneNumber,
	displayName: optionalText('The display name'),
	/** Links the number; a link with another plan is taken away before. */
	servicePlanId: optionalId,
	campaignId: optionalId,
	/** Takes the link with the service plan away. */
	unlink: z.boolean().default(false),
	/** For events of the number itself, not for messages. */
	callbackUrl: optionalText('The callback URL'),
	isSandbox: z.boolean().default(false),
});

type UpdateInput = z.output<typeof updateInput>;

function faultOf(input: UpdateInput): OperationFailure | undefined {
	const { displayName, servicePlanId, campaignId, unlink, callbackUrl, isSandbox } = input;
	if (unlink && servicePlanId !== undefined) {
		return fieldFailure('unlink', 'The number is either linked with a service plan or unlinked');
	}
	if (campaignId !== undefined && servicePlanId === undefined) {
		return fieldFailure('servicePlanId', 'A campaign goes with a service plan, which is missing');
	}
	if (!unlink && [displayName, servicePlanId, callbackUrl].every((value) => value === undefined)) {
		return fieldFailure('input', 'There is nothing to change', 'Choose at least one field of the number.');
	}
	if (callbackUrl === undefined) return undefined;
	const check = checkCallbackUrl(callbackUrl, { longest: LONGEST_URL, isSandbox });
	return check.ok ? undefined : fieldFailure('callbackUrl', check.problem, check.nextStep);
}

const change = (projectId: string, number: string, body: object) =>
	request('PATCH', pathIn(projectId, 'activeNumbers', number), { base: 'numbers', body });

const UNLINKING = {
	title: 'The number is still linked',
	cause: 'temporarilyUnavailable',
	retryable: true,
	advice: 'Sinch is taking the old link away. Run the node again in some minutes.',
} as const;

function isLinked(row: JsonObject): boolean {
	const { servicePlanId, scheduledPlanId, status } = linkOf(row);
	return servicePlanId !== undefined || (scheduledPlanId !== undefined && status !== 'FAILED');
}

/** Linking anew fails while the old link is there, and that goes away some time after it was asked to. */
async function unlinkFirst(
	{ ask, sleep, projectId }: ProjectContext,
	number: string,
): Promise<OperationFailure | undefined> {
	const body = { smsConfiguration: { servicePlanId: '' } };
	const reply = await ask(change(projectId, number, body));
	if (!reply.ok) return { ok: false, error: reply.error };
	for (let poll = 0; poll < MOST_POLLS; poll++) {
		const now = await ask(readNumber(projectId, number));
		if (!now.ok) return { ok: false, error: now.error };
		if (!isLinked(objectOf(now.body) ?? {})) return undefined;
		await sleep(POLL_MS);
	}
	return {
		ok: false,
		error: deliveryError('stillLinked', '', UNLINKING),
		done: ['Sinch was asked to unlink the number'],
	};
}

/** The plan that has to be left before the wanted one is joined. */
async function formerPlan(
	{ ask, projectId }: ProjectContext,
	{ phoneNumber: number, servicePlanId }: UpdateInput,
): Promise<Result<{ plan: string | undefined }, OperationFailure>> {
	if (servicePlanId === undefined) return { ok: true, plan: undefined };
	const now = await ask(readNumber(projectId, number));
	if (!now.ok) return { ok: false, error: now.error };
	const link = linkOf(objectOf(now.body) ?? {});
	const plan = link.servicePlanId ?? (link.status === 'FAILED' ? undefined : link.scheduledPlanId);
	return { ok: true, plan: plan === servicePlanId ? undefined : plan };
}

function settingsOf({ displayName, servicePlanId, campaignId, unlink, callbackUrl }: UpdateInput): object {
	return {
		...compact({ displayName, callbackUrl }),
		...(unlink && { smsConfiguration: { servicePlanId: '' } }),
		...(servicePlanId !== undefined && {
			smsConfiguration: { servicePlanId, ...compact({ campaignId }) },
		}),
	};
}

export const update = operation({
	input: updateInput,
	secrets: ({ callbackUrl }) => secretsInUrl(callbackUrl),
	async run(input, context) {
		const fault = faultOf(input);
		if (fault !== undefined) return fault;
		const { phoneNumber: number } = input;
		const former = await formerPlan(context, input);
		if (!former.ok) return former;
		const done: string[] = [];
		if (former.plan !== undefined) {
			const failure = await unlinkFirst(context, number);
			if (failure !== undefined) return failure;
			done.push(`The number was unlinked from the service plan ${former.plan}`);
		}
		const changed = change(context.projectId, number, settingsOf(input));
		const outcome = await itemsOf(context, changed, (body) => someOf(numberItem(objectOf(body) ?? {})));
		return outcome.ok || done.length === 0 ? outcome : { ...outcome, done };
	},
});
