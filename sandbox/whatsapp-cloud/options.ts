import { PACE, type StandInOptions, type Timing } from '../shared/options.ts';
import type { SandboxWorld } from '../settings.ts';

/** Meta tries again at once and then less and less often, for up to seven days (Meta, Webhooks overview): no further figures are given. */
export const TIMING: Timing = {
	...PACE,
	retryMs: [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000, 30_000],
};

export interface GraphApiOptions extends StandInOptions {
	world: SandboxWorld;
	/** 0 takes a free port. */
	port: number;
	/** Verified with the handshake before the start ends; a refusal makes the start fail. */
	webhookUrl?: string | undefined;
	/** Milliseconds since 1970; the 24-hour window is measured with it. */
	now?: (() => number) | undefined;
}
