/** How a stand-in spreads its work over time. Milliseconds throughout; shorter than the real figures, to suit a person watching. */
export interface Timing {
	/** From accepting a message to the report that it was sent, or that it failed. */
	sentMs: number;
	/** From sent to delivered. */
	deliveredMs: number;
	/** From delivered, or from opening the chat, to read. */
	readMs: number;
	/** Waits between the attempts of one webhook delivery; its length bounds the number of retries. */
	retryMs: readonly number[];
	/** How long a webhook may take to answer. */
	webhookTimeoutMs: number;
}

/** What the stand-ins have in common, unless told otherwise. */
export const PACE = { sentMs: 150, deliveredMs: 350, readMs: 600, webhookTimeoutMs: 10_000 } as const;

/** Upper bounds of everything that the sandbox remembers. */
export const LIMITS = {
	/** Records of each kind in a ledger. */
	ledger: 20_000,
	/** Pairs of recipient and reference whose messages are counted. */
	taken: 200_000,
	/** Different answers of an API. */
	answers: 1_000,
	messagesPerThread: 200,
	/** Threads that a page is given, most recent first. */
	threadsShown: 200,
	/** Deliveries that wait for an attempt. */
	pendingDeliveries: 50_000,
	webhooksInFlight: 64,
	/** People who can be added to the world while it runs. */
	addedCustomers: 100,
	livePages: 32,
	/** Rows of a consent record that are shown at once. */
	consentRows: 1_000,
} as const;

/** What a caller may set for one stand-in. */
export interface StandInOptions {
	/** Where webhooks go from the start on. */
	webhookUrl?: string | undefined;
	/** Added to every answer of the API. */
	latencyMs?: number | undefined;
	timing?: Partial<Timing> | undefined;
}

/** For providers that publish their waits between the attempts of a webhook. */
export interface ScaledStandInOptions extends StandInOptions {
	/** Factor on those waits: 0.001 makes 60 ms of a minute. */
	retryScale?: number | undefined;
}
