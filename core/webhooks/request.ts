/** An incoming HTTP call as a channel needs it. The body stays raw: signatures are over bytes, not over JSON. */
export interface WebhookRequest {
	headers: Record<string, string | string[] | undefined>;
	rawBody: Buffer;
	/** Only providers that sign a time look at it. */
	receivedAt: Date;
	/** The word at the end of the URL that was called, where the call had one. */
	urlToken?: string;
	/** The whole URL as the caller knows it, with its query. Only Twilio's signature covers it. */
	url?: string;
}

export type Verification = { ok: true } | { ok: false; reason: string };
