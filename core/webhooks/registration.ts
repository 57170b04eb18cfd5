import type { AccountEventName, DeliveryError, EventKind } from '../events';
import type { ApiCall } from '../http/api';
import { secretsInUrl } from '../lib/url';

/** What every provider needs to know of the webhook that is to be registered. */
export interface CallbackTarget {
	/** The URL to register, with its token where the URL itself is the secret. */
	callbackUrl: string;
	/** The same trigger's other URL: production's while testing, and the other way round. */
	siblingUrl?: string;
	/** A test borrows the registration from production and gives it back; it never takes somebody else's. */
	purpose: 'production' | 'test';
	kinds: readonly EventKind[];
	/** Of the kind `account`; those that every account has where none is named. */
	accountEvents?: readonly AccountEventName[];
	/** URLs of triggers that agreed to get their events by way of this one, so that their places may be taken. */
	neighbourUrls?: readonly string[];
	/** The provider is a stand-in on this machine, so the URL needs not be public. */
	isSandbox?: boolean;
}

/**
 * What a provider's own words about a failure may repeat, and nobody may see.
 *
 * @param own secrets of the provider's own kind
 */
export function secretsOf(
	{ callbackUrl, siblingUrl }: CallbackTarget,
	own: readonly (string | undefined)[],
): string[] {
	const secrets = [...own, ...secretsInUrl(callbackUrl), ...secretsInUrl(siblingUrl)];
	return secrets.flatMap((secret) => secret || []);
}

/** Something that a person does in the provider's console. Holds no secret: it names the field that does. */
export interface ManualStep {
	/** Where, from the console's start page: `Meta App Dashboard → WhatsApp → Configuration`. */
	place: string;
	action: string;
	values: { field: string; value: string }[];
	link?: string;
}

/** A URL of somebody else, without its query, which may hold a secret. */
export interface Holder {
	url: string;
	/** What holds it, in words: `the app Shop Bot (6708…)`. */
	by: string;
}

export interface TakenBy extends Holder {
	state: 'takenBy';
	/** Says also whether taking over is possible. */
	advice: string;
}

export interface RegistrationFailure {
	state: 'failed';
	/** What was being done, to be read after "could not": `subscribe the app to the account`. */
	step: string;
	error: DeliveryError;
}

/** The provider's API cannot do it. */
export interface OnlyByHand {
	state: 'byHand';
	byHand: ManualStep[];
}

export type Inspection =
	| { state: 'free' }
	| { state: 'alreadyOurs'; byHand: ManualStep[] }
	/** Another webhook of this n8n has the place. That of a trigger which registered itself hands calls on. */
	| { state: 'neighbours'; url: string }
	| TakenBy
	| OnlyByHand
	| RegistrationFailure;

/** Who had the place that a test took: plain JSON, to be kept until the test ends. */
export interface Receipt {
	borrowed: Record<string, 'production' | 'nothing'>;
}

export type Registration =
	| {
			state: 'registered' | 'alreadyOurs';
			receipt: Receipt;
			/** What the API cannot do. */
			byHand: ManualStep[];
			/** Whose place was taken on request. */
			tookOver: Holder[];
	  }
	| TakenBy
	| OnlyByHand
	| RegistrationFailure;

export type Unregistration =
	| {
			state: 'removed' | 'givenBack' | 'nothingOfOurs';
			/** What stays at the provider and why, one sentence each. */
			left: string[];
	  }
	| OnlyByHand
	| RegistrationFailure;

export interface RegisterOptions {
	/** Whether to take the place of a URL that is not ours. */
	takeOver?: boolean;
}

/**
 * Registers the trigger's URL with one provider. Nothing here throws.
 *
 * A provider that keeps one URL has one place, and these rules hold for it: production takes it where it is empty or
 * ours, and leaves it empty; a test takes it on the same terms, and gives it back to production where it had it;
 * somebody else's URL is replaced by production on request alone, and never removed. A neighbour's counts as empty.
 */
export interface Registrar<Target> {
	/** Most characters of a URL. */
	readonly longestUrl: number;
	/** The URLs at all places where events come in that this trigger wants, its own among them; none if nothing can be read. */
	holders(call: ApiCall, target: Target): Promise<string[]>;
	inspect(call: ApiCall, target: Target): Promise<Inspection>;
	register(call: ApiCall, target: Target, options?: RegisterOptions): Promise<Registration>;
	/** @param receipt of the registration, as it came back from wherever it was kept */
	unregister(call: ApiCall, target: Target, receipt?: unknown): Promise<Unregistration>;
}
