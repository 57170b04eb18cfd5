import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { deliver, reachOf, type Effects, type OutgoingMessage, type Progress } from '../../core';
import type { ItemFailure } from '../shared/item-failure';
import { readSection, readSwitch } from '../shared/settings';
import { Caller } from './attempt';
import { DryRun } from './dry-run';
import { keepForNextTry, looksFailed, sentBefore } from './earlier-tries';
import { nothingSent } from './failure';
import { handOnOf, refuseOwnCall, type HandOn } from './hand-on';
import { giveHints, hintsOf } from './hints';
import { limitsOf, TimeLimit } from './limits';
import { Preparation } from './prepare';
import { recordInLog } from './record';
import { handedOn, outputsOf, settledOf, type Settled } from './results';
import { openRuns, type SendRun } from './run';

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

	private readonly handOn: HandOn | undefined;

	/**
	 * @param before what went out already
	 * @param isMeant whether the messages go to the people of the items
	 */
	constructor(
		private readonly context: IExecuteFunctions,
		items: readonly INodeExecutionData[],
		before: readonly (Settled | undefined)[],
		isMeant: boolean,
	) {
		this.settings = readSection(context.getNodeParameter('delivery', 0, {}), 'Delivery');
		this.settled = items.map((_, row) => before[row]);
		this.timeLimit = new TimeLimit(this.settings);
		const itemOf = (row: number) => handedOn(items[row]?.json, this.settled[row]);
		this.handOn = isMeant ? handOnOf(context, this.settings, itemOf) : undefined;
		const cancelled = context.getExecutionCancelSignal();
		const ends = [this.failed.signal, this.timeLimit.signal, ...(cancelled ? [cancelled] : [])];
		this.signal = AbortSignal.any(ends);
	}

	settle(row: number, one: Settled): void {
		this.settled[row] = one;
		this.handOn?.add(row);
		if (one.kind !== 'failed' || this.context.continueOnFail()) return;
		this.failures.push(one.failure);
		this.failed.abort();
	}

	/** Hands on what became of the last items. */
	async handOnRest(): Promise<void> {
		giveHints(this.context, ...((await this.handOn?.end()) ?? []));
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
			limits: await limitsOf(run, this.settings, first, this.timeLimit.ms, EFFECTS),
			effects: EFFECTS,
			reachOf: (error) => reachOf(run.provider, error),
			signal: this.signal,
			onProgress: (progress) => {
				this.context.logger.info(describeProgress(progress));
				this.handOn?.tick();
			},
		});
	}
}

/**
 * Sends one message an item, as fast as the provider allows. A failed item keeps its input and carries the provider's code;
 * it stops the execution unless the node is set to continue.
 *
 * @param beforeSending sees to what has to be in place by then, and gets the first message of each provider
 */
export async function sendItems(
	context: IExecuteFunctions,
	beforeSending?: (run: SendRun, message: OutgoingMessage) => Promise<void>,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const before = sentBefore(context);
	refuseOwnCall(context);
	const { mode, runs, refused } = await openRuns(context, (row) => before[row] === undefined);
	const sending = new Sending(context, items, before, mode === 'send');
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
	for (const { run, first } of checked) if (first) await beforeSending?.(run, first);
	await Promise.all(checked.map((one) => sending.deliver(one)));

	const [failure] = sending.failures;
	if (context.getExecutionCancelSignal()?.aborted === true)
		recordInLog(context, 'was stopped', sending.settled);
	else if (failure !== undefined) recordInLog(context, 'ended at a failure', sending.settled);
	await sending.handOnRest();
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
