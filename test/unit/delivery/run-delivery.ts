import { deliver } from '../../../core/delivery/engine';
import type { Delivery, Limits } from '../../../core/delivery/delivery';
import type { Held, Job, JobResult } from '../../../core/delivery/job';
import { DEFAULT_RETRY } from '../../../core/delivery/retry';
import { SenderPace } from '../../../core/delivery/sender-pace';
import { reachOf, type SimulatedProvider } from './provider';
import type { VirtualTime } from './virtual-time';

type Why = string;
export type Prepared = Omit<Job<string>, 'index' | 'payload'> | Held<Why>;

/** A message named after its place, to a person of its own. */
export function plain(index: number): Prepared {
	return { sender: 'us', recipient: `person ${index}` };
}

export const LIMITS: Limits = {
	concurrency: 50,
	batchSize: 1,
	maxPending: 256,
	retry: DEFAULT_RETRY,
	paceOf: () => new SenderPace({}),
};

type Options = Partial<Omit<Delivery<string, string, Why>, 'limits'>> & {
	total: number;
	prepare?: (index: number) => Prepared;
	limits?: Partial<Limits>;
};

/** Sends messages "0", "1", … through the engine and collects what came of them. */
export async function runDelivery(
	time: VirtualTime,
	provider: Pick<SimulatedProvider, 'attempt'>,
	{ total, prepare = plain, limits, ...more }: Options,
) {
	const results = new Map<number, JobResult<string, Why>>();
	const settledTwice: number[] = [];
	const startedAt = time.now();
	const counts = await time.pass(
		deliver<string, string, Why>({
			source: {
				total,
				prepare: (index) => {
					const prepared = prepare(index);
					return 'outcome' in prepared ? prepared : { ...prepared, index, payload: String(index) };
				},
			},
			attempt: provider.attempt,
			settle: (index, result) => {
				if (results.has(index)) settledTwice.push(index);
				results.set(index, result);
			},
			effects: time.effects,
			reachOf,
			...more,
			limits: { ...LIMITS, ...limits },
		}),
	);
	return { results, settledTwice, counts, tookMs: time.now() - startedAt };
}
