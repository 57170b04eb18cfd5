import { PACE, type Timing } from '../shared/options.ts';

/** Meta tries again at once and then less and less often, for up to seven days (Meta, Webhooks overview): no further figures are given. */
export const TIMING: Timing = {
	...PACE,
	retryMs: [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000, 30_000],
};
