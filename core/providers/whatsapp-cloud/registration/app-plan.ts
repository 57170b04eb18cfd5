import type { Receipt, TakenBy } from '../../../webhooks/registration';
import type { WhatsAppCloudTarget } from './target';
import { isSameEndpoint, withoutSecrets } from '../../../webhooks/callback-url';
import { claimPlace, isOursToClear } from '../../../webhooks/place';
import type { RegistrationPlan, RemovalPlan, Step } from '../../../webhooks/registrar';
import { enterCallback, shareAppCallback, tickFields } from './manual-steps';
import { dropAppSubscription, subscribeToFields, type AppSubscription } from './subscriptions';
import { fieldsFor, fieldsOfTheAppOnly, kindsOfTheAppOnly } from './webhook-fields';

export type Part = Partial<RegistrationPlan> | TakenBy;

export function takenBy(url: string, by: string, target: WhatsAppCloudTarget, lost: string): TakenBy {
	const advice =
		target.purpose === 'test'
			? 'A test does not replace it, as it could not be given back: Meta does not tell its verify token. Publish the workflow with the option to take over, or test with another app.'
			: `Remove it in the Meta App Dashboard, use an app of its own for this workflow, or switch on the option to take over: then ${lost} no longer arrive there.`;
	return { state: 'takenBy', url: withoutSecrets(url), by, advice };
}

interface Needs {
	missing: string[];
	/** Subscribed or not, they reach the app's URL alone. */
	appOnly: string[];
}

/**
 * Somebody else's callback URL is in order as long as something is wanted that does not go there alone; the rest is left to
 * them. A missing field can be ticked beside it, but by hand only: the API takes fields together with the URL and its verify
 * token.
 */
function planBesideForeign(
	url: string,
	{ missing, appOnly }: Needs,
	step: Step,
	appName: string,
	target: WhatsAppCloudTarget,
	takeOver: boolean,
): Part {
	const tick = (fields: string[]) => (fields.length > 0 ? [tickFields(target, fields)] : []);
	// What a test cannot have, it does without.
	if (appOnly.length === 0 || target.purpose === 'test') return { byHand: tick(missing) };
	const by = `the callback URL of the ${appName}`;
	if (takeOver) return { steps: [step], tookOver: [{ url: withoutSecrets(url), by }] };
	if (kindsOfTheAppOnly(target).length < target.kinds.length) {
		const here = missing.filter((field) => !appOnly.includes(field));
		return { byHand: [shareAppCallback(target, url), ...tick(here)] };
	}
	return takenBy(url, by, target, `all events of the app, ${appOnly.join(', ')} among them,`);
}

function borrowed(from: Receipt['borrowed'][string] | undefined): { receipt?: Receipt } {
	return from === undefined ? {} : { receipt: { borrowed: { app: from } } };
}

/**
 * The callback URL and fields of the app, which hold for all its accounts. Fields that are there are kept: other triggers
 * of the app may live on them.
 *
 * @param app absent where the app's subscriptions cannot be read
 */
export function planApp(
	app: AppSubscription | undefined,
	appName: string,
	target: WhatsAppCloudTarget,
	takeOver: boolean,
): Part {
	const { appId, callbackUrl, siblingUrl, verifyToken } = target;
	const wanted = fieldsFor(target);
	const appOnly = fieldsOfTheAppOnly(wanted);
	if (app === undefined || appId === undefined) {
		return { byHand: [...(appOnly.length > 0 ? [enterCallback(target)] : []), tickFields(target)] };
	}
	const missing = wanted.filter((field) => !app.fields.includes(field));
	const fields = [...new Set([...app.fields, ...wanted])].sort();
	const subscribeAt = (url: string): Step => ({
		name: "subscribe to the app's webhook fields",
		request: subscribeToFields(appId, url, verifyToken, fields),
	});
	const step = subscribeAt(callbackUrl);
	const claim = claimPlace(app.callbackUrl, target);
	if (claim.decision === 'foreign') {
		return planBesideForeign(claim.url, { missing, appOnly }, step, appName, target, takeOver);
	}
	const receipt = borrowed(claim.borrowedFrom);
	if (app.callbackUrl === undefined) {
		return { steps: [step], ...receipt };
	}
	if (claim.decision === 'keep') return { steps: missing.length > 0 ? [step] : [], ...receipt };
	const isLent = target.purpose === 'test' && isSameEndpoint(app.callbackUrl, siblingUrl);
	if (!isLent || appOnly.length > 0) return { steps: [step], ...receipt };
	return { steps: missing.length > 0 ? [subscribeAt(app.callbackUrl)] : [] };
}

const STAYS_OURS =
	"The app's callback URL is still this trigger's: without one, the app's other callback URLs would get no events either. If nothing else uses the app, change it in the Meta App Dashboard under WhatsApp → Configuration.";

/** A subscription of the app is dropped only by the test that made it: nobody can see who else lives on it. */
export function removeFromApp(
	app: AppSubscription | undefined,
	target: WhatsAppCloudTarget,
	{ borrowed: lent }: Receipt,
): Partial<RemovalPlan> {
	const { appId, siblingUrl, verifyToken } = target;
	if (app?.callbackUrl === undefined || appId === undefined) return {};
	if (!isOursToClear(app.callbackUrl, target)) {
		const isOwn = isSameEndpoint(app.callbackUrl, siblingUrl);
		return isOwn
			? {}
			: { left: [`Events may go to the app's callback URL now, ${withoutSecrets(app.callbackUrl)}.`] };
	}
	if (lent.app === 'production' && siblingUrl !== undefined) {
		const request = subscribeToFields(appId, siblingUrl, verifyToken, app.fields);
		return { steps: [{ name: "give the app's callback URL back", request }], givesBack: true };
	}
	if (lent.app !== 'nothing') return { left: [STAYS_OURS] };
	const request = dropAppSubscription(appId);
	return { steps: [{ name: "remove the app's callback URL", request, goneIsFine: true }] };
}
