import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import {
	deliver,
	DEFAULT_RETRY,
	reachOf,
	type Effects,
	type Limits,
	type OutgoingMessage,
	type Progress,
	type JobResult,
} from '../../core';
import type { ItemFailure } from '../shared/item-failure';
import { readNumber, readSection, readSwitch } from '../shared/settings';
import { Caller, type Accepted } from './attempt';
import type { Why } from './draft';
import { DryRun } from './dry-run';
import { keepForNextTry, looksFailed, sentBefore } from './earlier-tries';
import { nothingSent } from './failure';
import { giveHints, hintsOf } from './hints';
import { Preparation } from './prepare';
import { recordInLog } from './record';
import { outputsOf, settledOf, type Settled } from './results';
import { openRuns, type SendRun } from './run';
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

/** @param first message of the run, whose sender and channel stand for all */
async function limitsOf(
	run: SendRun,
	settings: Record<string, unknown>,
	first: OutgoingMessage | undefined,
): Promise<Limits> {
	const concurrency = readNumber(settings.concurrency, 'Open Calls', { least: 1 }) ?? DEFAULT_CONCURRENCY;
	const sharesCalls = readSwitch(settings.shareCalls, 'Share Calls') ?? true;
	const batchSize = sharesCalls ? (run.outbound.batchSize ?? 1) : 1;
	const messagesPerSecond = readNumber(settings.perSecond, 'Messages Per Second', POSITIVE);
	const maxAttempts = readNumber(settings.attempts, 'Attempts', { least: 1 });
	const rates = run.outbound.rates({
		channel: first?.channel ?? '',
		...(messagesPerSecond === undefined ? await throughputOf(run, first?.sender) : { messagesPerSecond }),
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
	// A clock that is put forward or back changes nothing about how long something takes.
	now: () => performance.timeOrigin + performance.now(),
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

/** The items of one provider, checked before any of them goes out. */
interface Checked {
	run: SendRun;
	preparation: Preparation;
	/** Which stands for all in what is asked of the provider. */
	first: OutgoingMessage | undefined;
	/** By their place in the input. */
	failures: Map<number, ItemFailure>;
}

/** @param dryRun gets what every item was checked to */
async function check(run: SendRun, signal: AbortSignal, dryRun: DryRun | undefined): Promise<Checked> {
	const preparation = new Preparation(run, Date.now);
	const failures = new Map<number, ItemFailure>();
	let first: OutgoingMessage | undefined;
	let begun = performance.now();
	for (const [index, row] of run.rows.slice(0, dryRun ? undefined : MOST_CHECKED).entries()) {
		if (signal.aborted) break;
		const prepared = await preparation.check(index);
		dryRun?.add(row, run.provider, preparation.prepare(index));
		if ('payload' in prepared) first ??= prepared.payload.message;
		else if ('failure' in prepared.why) failures.set(row, prepared.why.failure);
		if (performance.now() - begun < LONGEST_STRETCH_MS) continue;
		await sleep(0);
		begun = performance.now();
	}
	return { run, preparation, first, failures };
}

/** What becomes of the items of one execution of the node. */
class Sending {
	readonly settled: (Settled | undefined)[];

	/** In the order in which they happened. The first one ends what still waits, so the others are its consequence. */
	readonly failures: ItemFailure[] = [];

	readonly signal: AbortSignal;

	private readonly settings: Record<string, unknown>;

	private readonly failed = new AbortController();

	private readonly timeLimit: TimeLimit;

	/** @param before what went out already */
	constructor(
		private readonly context: IExecuteFunctions,
		count: number,
		before: readonly (Settled | undefined)[],
	) {
		this.settings = readSection(context.getNodeParameter('delivery', 0, {}), 'Delivery');
		this.settled = Array.from({ length: count }, (_, row) => before[row]);
		this.timeLimit = new TimeLimit(minutesOf(this.settings));
		const cancelled = context.getExecutionCancelSignal();
		const ends = [this.failed.signal, this.timeLimit.signal, ...(cancelled ? [cancelled] : [])];
		this.signal = AbortSignal.any(ends);
	}

	settle(row: number, one: Settled): void {
		this.settled[row] = one;
		if (one.kind !== 'failed' || this.context.continueOnFail()) return;
		this.failures.push(one.failure);
		this.failed.abort();
	}

	/** Sends the items of one provider, which the others do not wait for. */
	async deliver({ run, preparation, first }: Checked): Promise<void> {
		const caller = new Caller(run);
		await deliver({
			source: { total: run.rows.length, prepare: (index) => preparation.prepare(index) },
			attempt: async (jobs) => await caller.send(jobs),
			settle: (index, result, outgoing) => {
				const row = run.rows[index] ?? index;
				const explained = this.timeLimit.explain(result, this.signal);
				this.settle(row, settledOf(run, row, outgoing, explained));
			},
			limits: await limitsOf(run, this.settings, first),
			effects: EFFECTS,
			reachOf: (error) => reachOf(run.provider, error),
			signal: this.signal,
			onProgress: (progress) => {
				this.context.logger.info(describeProgress(progress));
			},
		});
	}
}

/**
 * Sends one message an item, as fast as the provider allows. A failed item keeps its input and carries the provider's code;
 * it stops the execution unless the node is set to continue.
 */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const before = sentBefore(context);
	const sending = new Sending(context, items.length, before);
	const { mode, runs, refused } = await openRuns(context, (row) => before[row] === undefined);
	const consentAdvice = runs[0]?.operation.consentAdvice;
	const dryRun = mode === 'dryRun' ? new DryRun(context, items, consentAdvice) : undefined;
	const checked: Checked[] = [];
	for (const run of runs) checked.push(await check(run, sending.signal, dryRun));
	if (dryRun) {
		for (const [row, failure] of refused) dryRun.refuse(row, failure);
		return dryRun.outputs();
	}
	const unfit = new Map([...refused, ...checked.flatMap(({ failures }) => [...failures])]);
	const isFirstTry = before.length === 0;
	if (unfit.size > 0 && isFirstTry && !context.continueOnFail())
		throw nothingSent(context, unfit, items.length);
	for (const [row, failure] of refused) sending.settle(row, { kind: 'failed', failure });
	await Promise.all(checked.map((one) => sending.deliver(one)));

	const [failure] = sending.failures;
	if (context.getExecutionCancelSignal()?.aborted === true)
		recordInLog(context, 'was stopped', sending.settled);
	else if (failure !== undefined) recordInLog(context, 'ended at a failure', sending.settled);
	if (failure !== undefined) {
		keepForNextTry(context, sending.settled);
		throw stopped(failure, sending.settled);
	}
	giveHints(context, ...hintsOf(sending.settled, consentAdvice));
	const { keepInput } = readSection(context.getNodeParameter('options', 0, {}), 'Options');
	const keepsInput = readSwitch(keepInput, 'Keep Input Fields') ?? true;
	const outputs = outputsOf(context, items, sending.settled, keepsInput);
	if (looksFailed(outputs)) keepForNextTry(context, sending.settled);
	return outputs;
}
