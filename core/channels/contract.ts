import type { DeliveryError, MessagingEvent, Provider } from '../events';

/** An incoming HTTP call as a channel needs it. The body stays raw: signatures are over bytes, not over JSON. */
export interface WebhookRequest {
	headers: Record<string, string | string[] | undefined>;
	rawBody: Buffer;
	/** Defaults to now. Only providers that sign a timestamp look at it. */
	receivedAt?: Date;
	/** The word at the end of the URL that was called, where the call had one. */
	urlToken?: string;
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

export interface WebhookSecrets {
	whatsAppCloud?: WhatsAppCloudSecrets;
	sinch?: SinchSecrets;
	infobip?: InfobipSecrets;
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
	parseWebhook(body: unknown): MessagingEvent[];
	verifyWebhook(request: WebhookRequest, secrets: WebhookSecrets): Verification;
	/** An answer of the provider's API that is not a success. */
	classifyError(httpStatus: number, body: unknown): DeliveryError;
}
