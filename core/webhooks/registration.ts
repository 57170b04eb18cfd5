import type { DeliveryError, EventKind } from '../events';
import type { InfobipSecrets } from '../provider';

/** A file that goes along with the fields of a form, as uploads take it. */
export interface ApiFile {
	/** Of the form's member. */
	name: string;
	content: Uint8Array<ArrayBuffer>;
	mimeType: string;
	filename: string;
}

/** One call of the provider's API, below the address of the credential. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path: string;
	/**
	 * The whole address in place of base and path, as where the provider keeps a file on a host of its own. The credential
	 * goes along, so only an address that was checked to be the provider's may stand here.
	 */
	url?: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	/** JSON; bytes go out as they are. */
	body?: object;
	/** The body as a form instead of JSON. */
	form?: Record<string, string>;
	/** Makes the form a multipart one. */
	file?: ApiFile;
	/** The answer is a file: its body comes as bytes. */
	download?: true;
	/** Sinch: the host of another of its APIs instead of the Conversation API's. */
	base?: 'sms' | 'provisioning' | 'numbers' | 'templates';
	/** Meta: with the app's own token, `APP_ID|APP_SECRET`, which alone may see the app's subscriptions. */
	actAs?: 'app';
	/** Meta: with this token instead of the credential's, as a customer's at Embedded Signup. It appears nowhere else. */
	accessToken?: string;
}

/** What became of a call. `refused`: the provider was never reached; `unknown`: it may have acted, but no answer came. */
export type ApiAnswer =
	| {
			outcome: 'answered';
			status: number;
			body: unknown;
			/** What the answer's Retry-After says, in milliseconds. */
			retryAfterMs?: number;
	  }
	| { outcome: 'refused' | 'unknown'; reason: string };

/** How to reach the provider. An answer with an error status is an answer too. */
export type ApiCall = (request: ApiRequest) => Promise<ApiAnswer>;

/** What every provider needs to know of the webhook that is to be registered. */
interface CallbackTarget {
	/** The URL to register, with its token where the URL itself is the secret. */
	callbackUrl: string;
	/** The same trigger's other URL: production's while testing, and the other way round. */
	siblingUrl?: string;
	/** A test borrows the registration from production and gives it back; it never takes somebody else's. */
	purpose: 'production' | 'test';
	kinds: readonly EventKind[];
	/** The provider is a stand-in on this machine, so the URL needs not be public. */
	isSandbox?: boolean;
}

export interface WhatsAppCloudTarget extends CallbackTarget {
	provider: 'whatsAppCloud';
	/** The WhatsApp Business Account. */
	accountId: string;
	/** Only this number instead of the whole account. */
	phoneNumberId?: string;
	appId?: string;
	/** Whether calls can be made as the app. */
	hasAppSecret: boolean;
	verifyToken: string;
}

export const INFOBIP_CHANNELS = ['SMS', 'MMS', 'WHATSAPP', 'BLOCKLIST', 'REGISTRATION'] as const;
export type InfobipChannel = (typeof INFOBIP_CHANNELS)[number];

export interface InfobipTarget extends CallbackTarget {
	provider: 'infobip';
	channels: readonly InfobipChannel[];
	/** Only this sender instead of the whole account. */
	sender?: string;
	/** How Infobip is to authenticate its calls. */
	secrets: InfobipSecrets;
}

export interface SinchTarget extends CallbackTarget {
	provider: 'sinch';
	projectId: string;
	/** The app of the Conversation API. */
	appId?: string;
	/** The service plan of the SMS API. */
	servicePlanId?: string;
	/** Sinch signs with it; of several, the newest. */
	webhookSecret: string;
}

export type RegistrationTarget = WhatsAppCloudTarget | InfobipTarget | SinchTarget;

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
 * somebody else's URL is replaced by production on request alone, and never removed.
 */
export interface Registrar<Target> {
	inspect(call: ApiCall, target: Target): Promise<Inspection>;
	register(call: ApiCall, target: Target, options?: RegisterOptions): Promise<Registration>;
	/** @param receipt of the registration, as it came back from wherever it was kept */
	unregister(call: ApiCall, target: Target, receipt?: unknown): Promise<Unregistration>;
}
