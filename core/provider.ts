import type { DeliveryError, MessagingEvent, Provider } from './events';

/** An incoming HTTP call as a channel needs it. The body stays raw: signatures are over bytes, not over JSON. */
export interface WebhookRequest {
	headers: Record<string, string | string[] | undefined>;
	rawBody: Buffer;
	/** Defaults to now. Only providers that sign a timestamp look at it. */
	receivedAt?: Date;
	/** The word at the end of the URL that was called, where the call had one. */
	urlToken?: string;
	/** The whole URL as the caller knows it, with its query. Only Twilio's signature covers it. */
	url?: string;
}

export type Verification = { ok: true } | { ok: false; reason: string };

/** More than one secret means rotation: any of them may match. */
export interface WhatsAppCloudSecrets {
	appSecrets: string[];
}

/** A signed call is judged by its signature; one without, as SMS callbacks are by default, by the other methods. */
export interface SinchSecrets {
	webhookSecrets: string[];
	/** How far the signed timestamp may lie from now, in seconds, both ways. */
	toleranceSeconds?: number;
	basic?: { username: string; password: string };
	header?: { name: string; value: string };
	/** A long random word in the URL. */
	urlToken?: string;
}

/** Where several methods are set up, all of them must hold. */
export interface InfobipSecrets {
	basic?: { username: string; password: string };
	header?: { name: string; value: string };
	hmac?: { secret: string; header: string; algorithm: string; encoding: 'hex' | 'base64' };
	/** A long random word in the URL. */
	urlToken?: string;
}

/** A signature with a key that both sides know. */
export interface CustomHmac {
	secret: string;
	/** Counts too, while the gateway is changed over to a new key. */
	formerSecret?: string;
	header: string;
	algorithm: string;
	encoding: 'hex' | 'base64';
	/** What stands in the header in front of the signature, such as `sha256=`. */
	prefix?: string;
	/**
	 * What is signed: `{body}` and the names of headers in braces, as in `{x-timestamp}.{body}`. The body alone where it is
	 * left out.
	 */
	content?: string;
	/** A header with the time of the call, which has to be part of `content`. The time may lie apart from now both ways. */
	timestamp?: { header: string; toleranceSeconds: number };
}

/** Where several methods are set up, all of them must hold. */
export interface CustomSecrets {
	basic?: { username: string; password: string };
	header?: { name: string; value: string };
	hmac?: CustomHmac;
	/** A long random word in the URL. */
	urlToken?: string;
	/** Twilio signs with the auth token of the account. More than one means rotation. */
	twilio?: { authTokens: string[] };
}

export interface WebhookSecrets {
	whatsAppCloud?: WhatsAppCloudSecrets;
	sinch?: SinchSecrets;
	infobip?: InfobipSecrets;
	custom?: CustomSecrets;
}

/** What a channel has to be told where the provider alone does not say it. */
export interface ChannelOptions {
	/** For a gateway of one's own: how its payloads become events, in JSON or as `parseMapping` made it of that. */
	mapping?: unknown;
}

/**
 * What every provider's folder exports. The rest of the package knows providers only through this shape.
 *
 * None of the functions throws on input from outside: a payload that is not understood becomes `unknown` events,
 * a call that cannot be authenticated is refused with a reason.
 */
export interface Channel {
	readonly provider: Provider;
	/** One call's body, parsed from JSON, to its events in order. */
	parseWebhook(body: unknown, options?: ChannelOptions): MessagingEvent[];
	verifyWebhook(request: WebhookRequest, secrets: WebhookSecrets): Verification;
	/** An answer of the provider's API that is not a success. */
	classifyError(httpStatus: number, body: unknown, options?: ChannelOptions): DeliveryError;
}
