import { PACE, type Timing } from '../shared/options.ts';

/** The number of retries is not published; ten of them are more than two days. */
const RETRIES = 10;
const MINUTE_MS = 60_000;

/**
 * Waits of 1 min + (1 min × n × n) before retry n (Infobip OpenAPI 3.210.0, delivery report URL), each times `scale`.
 */
function retrySchedule(scale: number): number[] {
	return Array.from({ length: RETRIES }, (_, index) => (1 + (index + 1) ** 2) * MINUTE_MS * scale);
}

/** The first retry after 600 ms in place of two minutes. */
const SCALE = 0.005;

export function infobipTiming(scale = SCALE): Timing {
	return { ...PACE, retryMs: retrySchedule(scale) };
}
