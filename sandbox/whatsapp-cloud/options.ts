import { PACE, type Timing } from '../shared/options.ts';

/** As long as a start of n8n takes: whoever was away for it has everything again within one more wait. */
const LONGEST_MS = 8_000;
/** Three minutes in all. */
const LONGEST_WAITS = 22;

/** Meta tries again at once and then less and less often, for up to seven days (Meta, Webhooks overview): no further figures are given. */
export const TIMING: Timing = {
	...PACE,
	retryMs: [500, 1_000, 2_000, 4_000, ...Array.from({ length: LONGEST_WAITS }, () => LONGEST_MS)],
};
