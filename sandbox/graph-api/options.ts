import type { SandboxWorld } from '../settings.ts';

/** How the stand-in spreads its work over time. Milliseconds throughout. Meta's own figures are minutes to days; these suit a person watching. */
export interface Timing {
	/** From accepting a message to its `sent` (or `failed`) status. */
	sentMs: number;
	/** From `sent` to `delivered`. */
	deliveredMs: number;
	/** From `delivered`, or from opening the chat, to `read`. */
	readMs: number;
	/** Waits between the attempts of one webhook delivery; its length bounds the number of retries. */
	retryMs: readonly number[];
	/** How long a webhook may take to answer. Meta names no figure; 360dialog states 5 s. */
	webhookTimeoutMs: number;
}

export const TIMING: Timing = {
	sentMs: 150,
	deliveredMs: 350,
	readMs: 600,
	retryMs: [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000, 30_000],
	webhookTimeoutMs: 10_000,
};

/** Upper bounds of everything that the stand-in remembers. */
export const LIMITS = {
	/** Records of each kind in the ledger. */
	ledger: 20_000,
	messagesPerThread: 200,
	/** Threads that a page is given, most recent first. */
	threadsShown: 200,
	/** Deliveries that wait for an attempt. */
	pendingDeliveries: 50_000,
	webhooksInFlight: 64,
	/** People who can be added to the world while it runs. */
	addedCustomers: 100,
	livePages: 32,
} as const;

export interface GraphApiOptions {
	world: SandboxWorld;
	/** 0 takes a free port. */
	port: number;
	/** Verified with the handshake before the start ends; a refusal makes the start fail. */
	webhookUrl?: string | undefined;
	/** Added to every answer of the Graph API. */
	latencyMs?: number | undefined;
	timing?: Partial<Timing> | undefined;
	/** Milliseconds since 1970; the 24-hour window is measured with it. */
	now?: (() => number) | undefined;
}
