import { PACE, type Timing } from '../shared/options.ts';

const FIRST_MS = 5_000;
/** The last one is 81,920 s after the one before: close to a day after the first attempt. */
const RETRIES = 15;

/**
 * 5 s, then twice as long each time (Sinch, SMS webhooks), each times `scale`. For the Conversation API only "exponential" is
 * documented; it gets the same.
 */
function retrySchedule(scale: number): number[] {
	return Array.from({ length: RETRIES }, (_, index) => FIRST_MS * 2 ** index * scale);
}

/** The first retry after half a second. */
const SCALE = 0.1;

export function sinchTiming(scale = SCALE): Timing {
	return { ...PACE, retryMs: retrySchedule(scale) };
}
