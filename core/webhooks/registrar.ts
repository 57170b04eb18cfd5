import type { DeliveryError } from '../events';
import type { ApiCall, ApiRequest } from '../http/api';
import type {
	CallbackTarget,
	Holder,
	ManualStep,
	OnlyByHand,
	Receipt,
	Registrar,
	Registration,
	RegistrationFailure,
	TakenBy,
	Unregistration,
} from './registration';
import { checkCallbackUrl, isSameEndpoint, isSameServer, withoutSecrets } from './callback-url';
import { deliveryError } from '../http/error-table';
import { isJsonObject, objectOf } from '../lib/json';
import { registrationAsk, type Ask, type Classifier } from '../http/ask';

/** One change at the provider. */
export interface Step {
	/** To be read after "could not". */
	name: string;
	request: ApiRequest;
	/** Takes the step back when a later one fails. */
	undo?: ApiRequest;
	/** Done in place of a step that failed, where that is good enough. */
	otherwise?: ApiRequest;
	/** For a removal: what is not there any more counts as removed. */
	goneIsFine?: true;
}

export interface RegistrationPlan {
	state: 'plan';
	/** Empty where everything is as wanted. */
	steps: Step[];
	receipt: Receipt;
	byHand: ManualStep[];
	tookOver: Holder[];
}

export interface RemovalPlan {
	state: 'plan';
	steps: Step[];
	/** Whether the place goes back to production instead of staying empty. */
	givesBack: boolean;
	left: string[];
}

export type Reading<State> = { state: 'read'; found: State } | RegistrationFailure | OnlyByHand;

/**
 * What tells one provider from the next: reading what is there, and deciding what to do about it. The decisions are pure;
 * all calls that change anything are in the plans.
 */
export interface RegistrationPlanner<Target, Found> {
	classify: Classifier;
	/** Most characters of a URL. */
	longestUrl: number;
	/** What nobody may see of the target. */
	secrets(target: Target): string[];
	/** What is wrong with the target itself, before any call. */
	check(target: Target): RegistrationFailure | undefined;
	read(ask: Ask, target: Target): Promise<Reading<Found>>;
	/** The URLs at all places where events come in that the target wants. */
	holders(found: Found, target: Target): string[];
	planRegistration(
		found: Found,
		target: Target,
		takeOver: boolean,
	): RegistrationPlan | TakenBy | OnlyByHand | RegistrationFailure;
	planRemoval(found: Found, target: Target, receipt: Receipt): RemovalPlan;
	/** The provider's own advice for errors of setting up a webhook. */
	explain?(error: DeliveryError, target: Target): DeliveryError;
}

/** A failure that was found without asking the provider. */
export function setUpFailure(
	step: string,
	code: string,
	title: string,
	advice: string,
	detail = '',
): RegistrationFailure {
	const meaning = { title, cause: 'configurationInvalid', retryable: false, advice } as const;
	return { state: 'failed', step, error: deliveryError(code, detail, meaning) };
}

/** A receipt as it comes back from wherever it was kept; anything else is an empty one. */
export function readReceipt(value: unknown): Receipt {
	const borrowed: Receipt['borrowed'] = {};
	const places = isJsonObject(value) ? objectOf(value.borrowed) : undefined;
	for (const [place, from] of Object.entries(places ?? {})) {
		if (from === 'production' || from === 'nothing') borrowed[place] = from;
	}
	return { borrowed };
}

export function planOf(plan: Partial<RegistrationPlan>): RegistrationPlan {
	return { state: 'plan', steps: [], receipt: { borrowed: {} }, byHand: [], tookOver: [], ...plan };
}

type Outcome = { state: 'done'; asPlanned: boolean } | RegistrationFailure;

async function doOne(ask: Ask, step: Step): Promise<Outcome> {
	const reply = await ask(step.request);
	if (reply.ok) return { state: 'done', asPlanned: true };
	if (step.goneIsFine === true && reply.status === 404) return { state: 'done', asPlanned: true };
	const instead = step.otherwise && (await ask(step.otherwise));
	return instead?.ok === true
		? { state: 'done', asPlanned: false }
		: { state: 'failed', step: step.name, error: reply.error };
}

/** One after the other: the provider verifies a URL only where the step before it went through. */
async function doAll(ask: Ask, steps: readonly Step[]): Promise<Outcome> {
	const done: Step[] = [];
	let asPlanned = true;
	for (const step of steps) {
		const outcome = await doOne(ask, step);
		if (outcome.state === 'failed') {
			for (const { undo } of done.reverse()) if (undo) await ask(undo);
			return outcome;
		}
		asPlanned &&= outcome.asPlanned;
		done.push(step);
	}
	return { state: 'done', asPlanned };
}

function isFailure(result: unknown): result is RegistrationFailure {
	return isJsonObject(result) && result.state === 'failed';
}

function checkUrl(
	{ callbackUrl, isSandbox }: CallbackTarget,
	longest: number,
): RegistrationFailure | undefined {
	const check = checkCallbackUrl(callbackUrl, { longest, isSandbox });
	return check.ok
		? undefined
		: setUpFailure('use the webhook URL', 'callbackUrl', check.problem, check.nextStep);
}

/** A registrar out of one provider's reading and planning. */
export function createRegistrar<Target extends CallbackTarget, Found>(
	planner: RegistrationPlanner<Target, Found>,
): Registrar<Target> {
	const askFor = (call: ApiCall, target: Target): Ask =>
		registrationAsk(call, planner.classify, planner.secrets(target));

	function explained<Result>(target: Target, result: Result | RegistrationFailure) {
		if (!isFailure(result)) return result;
		return { ...result, error: planner.explain?.(result.error, target) ?? result.error };
	}

	async function read(ask: Ask, target: Target): Promise<Reading<Found>> {
		return checkUrl(target, planner.longestUrl) ?? planner.check(target) ?? (await planner.read(ask, target));
	}

	async function plan(ask: Ask, target: Target, takeOver: boolean) {
		const reading = await read(ask, target);
		return reading.state === 'read' ? planner.planRegistration(reading.found, target, takeOver) : reading;
	}

	async function register(ask: Ask, target: Target, takeOver: boolean): Promise<Registration> {
		const decision = await plan(ask, target, takeOver);
		if (decision.state !== 'plan') return decision;
		const { steps, receipt, byHand, tookOver } = decision;
		const outcome = await doAll(ask, steps);
		if (outcome.state === 'failed') return outcome;
		return { state: steps.length === 0 ? 'alreadyOurs' : 'registered', receipt, byHand, tookOver };
	}

	async function unregister(ask: Ask, target: Target, receipt: Receipt): Promise<Unregistration> {
		const reading = await planner.read(ask, target);
		if (reading.state !== 'read') return reading;
		const { steps, givesBack, left } = planner.planRemoval(reading.found, target, receipt);
		if (steps.length === 0) return { state: 'nothingOfOurs', left };
		const outcome = await doAll(ask, steps);
		if (outcome.state === 'failed') return outcome;
		return { state: givesBack && outcome.asPlanned ? 'givenBack' : 'removed', left };
	}

	return {
		longestUrl: planner.longestUrl,
		async holders(call, target) {
			const reading = await planner.read(askFor(call, target), target);
			return reading.state === 'read' ? planner.holders(reading.found, target) : [];
		},
		async inspect(call, target) {
			const reading = await read(askFor(call, target), target);
			if (reading.state !== 'read') return explained(target, reading);
			const decision = planner.planRegistration(reading.found, target, false);
			if (decision.state === 'plan' && decision.steps.length === 0) {
				return { state: 'alreadyOurs', byHand: decision.byHand };
			}
			const { callbackUrl, siblingUrl } = target;
			const isOwn = (url: string) => isSameEndpoint(url, callbackUrl) || isSameEndpoint(url, siblingUrl);
			const neighbour = planner
				.holders(reading.found, target)
				.find((url) => isSameServer(url, callbackUrl) && !isOwn(url));
			if (neighbour !== undefined) return { state: 'neighbours', url: withoutSecrets(neighbour) };
			return decision.state === 'plan' ? { state: 'free' } : explained(target, decision);
		},
		async register(call, target, options = {}) {
			return explained(target, await register(askFor(call, target), target, options.takeOver === true));
		},
		async unregister(call, target, receipt) {
			return explained(target, await unregister(askFor(call, target), target, readReceipt(receipt)));
		},
	};
}
