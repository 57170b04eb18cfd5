import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import {
	deliver,
	DEFAULT_RETRY,
	reachOf,
	type Effects,
	type Limits,
	type Progress,
	type JobResult,
} from '../../core';
import type { ItemFailure } from '../shared/item-failure';
import { readText } from '../shared/parameters';
import { readNumber, readSection, readSwitch } from '../shared/settings';
import { Caller, type Accepted } from './attempt';
import { nothingSent } from './failure';
import { Preparation, type Why } from './prepare';
import { outputsOf, settledOf, type Settled } from './results';
import { openRun, type SendRun } from './run';
import { throughputOf } from './throughput';

const DEFAULT_CONCURRENCY = 40;
const DEFAULT_MINUTES = 240;
const MINUTE_MS = 60_000;
/** What a timer of Node.js can wait for, 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** What is prepared ahead of its turn: enough for the calls under way and the next ones. */
const PENDING_PER_CALL = 4;

/** Above nothing, and fine enough for a message every few minutes. */
const POSITIVE = { least: 0.001, isWhole: false };

function minutesOf({ minutes }: Record<string, unknown>): number {
	return readNumber(minutes, 'Time Limit', POSITIVE) ?? DEFAULT_MINUTES;
}

async function limitsOf(run: SendRun, settings: Record<string, unknown>): Promise<Limits> {
	const concurrency = readNumber(settings.concurrency, 'Open Calls', { least: 1 }) ?? DEFAULT_CONCURRENCY;
	const sharesCalls = readSwitch(settings.shareCalls, 'Share Calls') ?? true;
	const batchSize = sharesCalls ? (run.outbound.batchSize ?? 1) : 1;
	const messagesPerSecond = readNumber(settings.perSecond, 'Messages Per Second', POSITIVE);
	const maxAttempts = readNumber(settings.attempts, 'Attempts', { least: 1 });
	const rates = run.outbound.rates({
		channel: readText(run.parameters.value('channel', 0)),
		...(messagesPerSecond === undefined ? await throughputOf(run) : { messagesPerSecond }),
	});
	return {
		concurrency,
		batchSize,
		maxPending: Math.max(concurrency * PENDING_PER_CALL, batchSize * 2),
		retry: {
			...DEFAULT_RETRY,
			maxAttempts: maxAttempts ?? DEFAULT_RETRY.maxAttempts,
			maxTotalMs: Math.min(DEFAULT_RETRY.maxTotalMs, minutesOf(settings) * MINUTE_MS),
		},
		ratesOf: () => rates,
	};
}

function describeProgress(progress: Progress): string {
	const { sent, throttled, failed, suppressed, remaining, estimatedEnd } = progress;
	const end = estimatedEnd === undefined ? '' : `, estimated end ${estimatedEnd}`;
	return `Messaging Send: ${sent} sent, ${throttled} throttled, ${failed} failed, ${suppressed} suppressed, ${remaining} remaining${end}`;
}

/**
 * The failure for a node that is to stop at the first one: what went out before it must not be forgotten. n8n gives an error of
 * its own classes back as it is, so the longer description is set on it.
 */
function stopped({ error }: ItemFailure, settled: readonly (Settled | undefined)[]): Error {
	if (settled.length === 1) return error;
	const count = (outcome: string) =>
		settled.filter((one) => one?.kind === 'accepted' && one.json.outcome === outcome).length;
	const unknown = count('unknown');
	const doubt = unknown === 0 ? '' : ` ${unknown} may have been accepted, which is unknown,`;
	error.description = [
		error.description,
		`${count('accepted')} of ${settled.length} messages were accepted before,${doubt} and the rest was not sent. To send all that can be sent, set "On Error" in the node's settings to "Continue (using error output)".`,
	].join(' ');
	return error;
}

/** Ends a run, and says of what it leaves unsent that the time was over. */
class TimeLimit {
	readonly signal: AbortSignal;

	constructor(private readonly minutes: number) {
		this.signal = AbortSignal.timeout(Math.min(Math.ceil(minutes * MINUTE_MS), LONGEST_TIMER_MS));
	}

	explain(result: JobResult<Accepted, Why>, stop: AbortSignal): JobResult<Accepted, Why> {
		if (result.outcome !== 'unsent' || !stop.aborted || stop.reason !== this.signal.reason) return result;
		return { ...result, reason: `The time limit of ${this.minutes} minutes was over before its turn.` };
	}
}

const EFFECTS: Effects = {
	now: Date.now,
	sleep,
	random: Math.random,
	yieldThread: async () => {
		await sleep(0);
	},
};

/** A longer list is checked up to here and the rest at its turn: what is kept of a row until then takes some kilobytes. */
const MOST_CHECKED = 10_000;

/** n8n answers nothing else meanwhile. */
const LONGEST_STRETCH_MS = 25;

/** Checks the list before any of it goes out; gives the failures by their index. */
async function checkAll(
	preparation: Preparation,
	count: number,
	signal: AbortSignal,
): Promise<Map<number, ItemFailure>> {
	const failures = new Map<number, ItemFailure>();
	let begun = Date.now();
	for (let index = 0; index < Math.min(count, MOST_CHECKED) && !signal.aborted; index++) {
		const prepared = await preparation.check(index);
		if ('why' in prepared && 'failure' in prepared.why) failures.set(index, prepared.why.failure);
		if (Date.now() - begun < LONGEST_STRETCH_MS) continue;
		await sleep(0);
		begun = Date.now();
	}
	return failures;
}

/**
 * Sends one message an item, as fast as the provider allows. A failed item keeps its input and carries the provider's code;
 * it stops the execution unless the node is set to continue.
 */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const run = await openRun(context);
	const settings = readSection(context.getNodeParameter('delivery', 0, {}), 'Delivery');
	const items = context.getInputData();
	const settled: (Settled | undefined)[] = new Array<undefined>(items.length);
	/** In the order in which they happened. The first one ends what still waits, so the others are its consequence. */
	const failures: ItemFailure[] = [];
	const goesOn = context.continueOnFail();
	const failed = new AbortController();
	const timeLimit = new TimeLimit(minutesOf(settings));
	const cancelled = context.getExecutionCancelSignal();
	const signal = AbortSignal.any([failed.signal, timeLimit.signal, ...(cancelled ? [cancelled] : [])]);

	const preparation = new Preparation(run, Date.now);
	const caller = new Caller(run);
	const unfit = await checkAll(preparation, items.length, signal);
	if (unfit.size > 0 && !goesOn) throw nothingSent(context, unfit, items.length);
	await deliver({
		source: { total: items.length, prepare: (index) => preparation.prepare(index) },
		attempt: async (jobs) => await caller.send(jobs),
		settle(index, result, outgoing) {
			const one = settledOf(run, index, outgoing?.message, timeLimit.explain(result, signal));
			settled[index] = one;
			if (one.kind !== 'failed' || goesOn) return;
			failures.push(one.failure);
			failed.abort();
		},
		limits: await limitsOf(run, settings),
		effects: EFFECTS,
		reachOf: (error) => reachOf(run.provider, error),
		signal,
		onProgress: (progress) => {
			context.logger.info(describeProgress(progress));
		},
	});

	const [failure] = failures;
	if (failure !== undefined) throw stopped(failure, settled);
	return outputsOf(context, items, settled);
}
