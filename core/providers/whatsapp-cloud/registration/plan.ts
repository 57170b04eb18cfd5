import type { Receipt, RegistrationFailure, TakenBy } from '../../../webhooks/registration';
import type { WhatsAppCloudTarget } from './target';
import { isSameEndpoint, isSameServer, withoutSecrets } from '../../../webhooks/callback-url';
import { claimPlace, isNeighbours, isOursToClear } from '../../../webhooks/place';
import {
	planOf,
	setUpFailure,
	type RegistrationPlan,
	type RemovalPlan,
	type Step,
} from '../../../webhooks/registrar';
import { planApp, removeFromApp, takenBy, type Part } from './app-plan';
import {
	dropNumberOverride,
	overrideAccount,
	overrideNumber,
	subscribeApp,
	unsubscribeApp,
	type AppSubscription,
	type DivertedNumber,
	type NumberCallbacks,
	type SubscribedApp,
} from './subscriptions';

/** What Meta has at the moment. */
export interface Found {
	/** Our app, where it is subscribed to the account. */
	ourApp: SubscribedApp | undefined;
	/** Apps of the account that may be ours, as no App ID says which one is. */
	candidates: SubscribedApp[];
	/** Read for the scope of one number only. */
	number: NumberCallbacks | undefined;
	/** Numbers whose events do not go to the account's URL; read for the scope of the account only. */
	diverted: DivertedNumber[];
	/** Absent where the credential does not allow to read the app's subscriptions. */
	app: AppSubscription | RegistrationFailure | undefined;
}

function nameOf({ ourApp }: Found, { appId }: WhatsAppCloudTarget): string {
	return ourApp === undefined ? `app ${appId ?? ''}`.trim() : `app ${ourApp.name} (${ourApp.id})`;
}

function scopeOf({ phoneNumberId }: WhatsAppCloudTarget): string {
	return phoneNumberId === undefined ? 'the account' : 'the number';
}

function overrideUrl(found: Found, { phoneNumberId }: WhatsAppCloudTarget): string | undefined {
	return phoneNumberId === undefined ? found.ourApp?.overrideUrl : found.number?.number;
}

function setOverride(target: WhatsAppCloudTarget, url: string): Step['request'] {
	const { accountId, phoneNumberId, verifyToken } = target;
	return phoneNumberId === undefined
		? overrideAccount(accountId, url, verifyToken)
		: overrideNumber(phoneNumberId, url, verifyToken);
}

function clearOverride({ accountId, phoneNumberId }: WhatsAppCloudTarget): Step['request'] {
	return phoneNumberId === undefined ? subscribeApp(accountId) : dropNumberOverride(phoneNumberId);
}

/** Undone when a later step fails and when a test ends: otherwise the app's own URL would begin to get the events. */
function planAccount({ ourApp }: Found, { accountId, purpose }: WhatsAppCloudTarget): Part {
	if (ourApp !== undefined) return {};
	const step: Step = {
		name: 'subscribe the app to the account',
		request: subscribeApp(accountId),
		undo: unsubscribeApp(accountId),
	};
	return { steps: [step], ...(purpose === 'test' && { receipt: { borrowed: { account: 'nothing' } } }) };
}

function planOverride(found: Found, target: WhatsAppCloudTarget, takeOver: boolean): Part {
	const current = overrideUrl(found, target);
	const claim = claimPlace(current, target);
	const step: Step = {
		name: `set the callback URL of ${scopeOf(target)}`,
		request: setOverride(target, target.callbackUrl),
	};
	if (claim.decision === 'foreign') {
		const by = `the callback URL that ${scopeOf(target)} has for the ${nameOf(found, target)}`;
		return takeOver && target.purpose === 'production'
			? { steps: [step], tookOver: [{ url: withoutSecrets(claim.url), by }] }
			: takenBy(claim.url, by, target, `the events of ${scopeOf(target)}`);
	}
	const { borrowedFrom } = claim;
	const undo = current === undefined ? clearOverride(target) : setOverride(target, current);
	return {
		steps: claim.decision === 'keep' ? [] : [{ ...step, undo }],
		...(borrowedFrom && { receipt: { borrowed: { override: borrowedFrom } } }),
	};
}

/** Numbers that a neighbour registered alone come here with the rest: it gets their events by way of this trigger. */
function planNumbers({ diverted }: Found, target: WhatsAppCloudTarget): Part {
	const steps = diverted
		.filter(({ url }) => isNeighbours(url, target))
		.map(({ id, url }) => ({
			name: 'set the callback URL of a number',
			request: overrideNumber(id, target.callbackUrl, target.verifyToken),
			undo: overrideNumber(id, url, target.verifyToken),
		}));
	return { steps };
}

function whichAppIsOurs({ candidates }: Found): RegistrationFailure {
	return setUpFailure(
		'find the app among those of the account',
		'appId',
		'The credential has no "App ID"',
		'Enter it: the account has apps already, and without the id nobody can tell which of them is yours. The Meta App Dashboard shows it at the top.',
		candidates.map(({ id, name }) => `${name} (${id})`).join(', '),
	);
}

export function planRegistration(
	found: Found,
	target: WhatsAppCloudTarget,
	takeOver: boolean,
): RegistrationPlan | TakenBy | RegistrationFailure {
	if (found.candidates.length > 0) return whichAppIsOurs(found);
	if (found.app !== undefined && 'state' in found.app) return found.app;
	const parts = [
		planAccount(found, target),
		planOverride(found, target, takeOver),
		planNumbers(found, target),
		// Last, as the URL of the app may be somebody else's, and Meta verifies the same URL before.
		planApp(found.app, nameOf(found, target), target, takeOver),
	];
	const whole = planOf({});
	for (const part of parts) {
		if (part.state === 'takenBy') return part;
		whole.steps.push(...(part.steps ?? []));
		whole.byHand.push(...(part.byHand ?? []));
		whole.tookOver.push(...(part.tookOver ?? []));
		Object.assign(whole.receipt.borrowed, part.receipt?.borrowed);
	}
	return whole;
}

function removeOverride(
	found: Found,
	target: WhatsAppCloudTarget,
	{ borrowed }: Receipt,
): Partial<RemovalPlan> {
	const current = overrideUrl(found, target);
	if (current === undefined) return {};
	const scope = scopeOf(target);
	if (!isOursToClear(current, target)) {
		return {
			left: [`The callback URL of ${scope} is ${withoutSecrets(current)}, which is not this trigger's.`],
		};
	}
	const clear: Step = { name: `remove the callback URL of ${scope}`, request: clearOverride(target) };
	if (borrowed.override === 'production' && target.siblingUrl !== undefined) {
		const request = setOverride(target, target.siblingUrl);
		// Where production was switched off in the meantime, Meta's verification of its URL fails.
		const giveBack: Step = {
			name: `give the callback URL of ${scope} back`,
			request,
			otherwise: clear.request,
		};
		return { steps: [giveBack], givesBack: true };
	}
	if (borrowed.account !== 'nothing') return { steps: [clear] };
	const request = unsubscribeApp(target.accountId);
	return { steps: [clear, { name: 'end the subscription to the account', request, goneIsFine: true }] };
}

function removeFromNumbers({ diverted }: Found, { callbackUrl }: WhatsAppCloudTarget): Partial<RemovalPlan> {
	const steps = diverted
		.filter(({ url }) => isSameEndpoint(url, callbackUrl))
		.map(({ id }) => ({ name: 'remove the callback URL of a number', request: dropNumberOverride(id) }));
	return { steps };
}

export function holders(
	{ ourApp, number, diverted, app }: Found,
	{ callbackUrl, purpose }: WhatsAppCloudTarget,
): string[] {
	const main = number?.number ?? ourApp?.overrideUrl;
	// A test that cannot have the messages would wait for nothing.
	if (purpose === 'test' && main !== undefined && !isSameServer(main, callbackUrl)) return [main];
	const ofApp = app !== undefined && 'callbackUrl' in app ? app.callbackUrl : undefined;
	return [main, ofApp, ...diverted.map(({ url }) => url)].filter((url) => url !== undefined);
}

/**
 * Removes what is this trigger's and nothing else. Production leaves the app subscribed to the account, as other triggers
 * and systems may depend on it.
 */
export function planRemoval(found: Found, target: WhatsAppCloudTarget, receipt: Receipt): RemovalPlan {
	const app = found.app !== undefined && 'state' in found.app ? undefined : found.app;
	const override = removeOverride(found, target, receipt);
	const parts = [override, removeFromNumbers(found, target), removeFromApp(app, target, receipt)];
	return {
		state: 'plan',
		steps: parts.flatMap(({ steps = [] }) => steps),
		givesBack: parts.some(({ givesBack }) => givesBack === true),
		left: parts.flatMap(({ left = [] }) => left),
	};
}
