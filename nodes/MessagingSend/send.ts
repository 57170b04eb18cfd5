import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import {
	deliver,
	DEFAULT_RETRY,
	reachOf,
	type Limits,
	type OutgoingMessage,
	type Progress,
	type Result,
} from '../../core';
import type { ItemFailure } from '../shared/item-failure';
import { readGroup, readText } from '../shared/parameters';
import { Caller, type Accepted } from './attempt';
import { Preparation, type Why } from './prepare';
import { outputsOf, settledOf, type Settled } from './results';
import { openRun, type SendRun } from './run';
import { throughputOf } from './throughput';

const DEFAULT_CONCURRENCY = 40;
const DEFAULT_MINUTES = 240;
/** What is prepared ahead of its turn: enough for the calls under way and the next ones. */
const PENDING_PER_CALL = 4;

function positive(value: unknown, fallback: number): number {
	return typeof value === 'number' && value > 0 ? value : fallback;
}

async function limitsOf(run: SendRun, settings: Record<string, unknown>): Promise<Limits> {
	const concurrency = Math.ceil(positive(settings.concurrency, DEFAULT_CONCURRENCY));
	const batchSize = settings.shareCalls === false ? 1 : (run.channel.batchSize ?? 1);
	const messagesPerSecond = positive(settings.perSecond, 0);
	const rates = run.channel.rates({
		channel: readText(run.parameters.value('channel', 0)),
		...(messagesPerSecond > 0 ? { messagesPerSecond } : await throughputOf(run)),
	});
	const minutes = positive(settings.minutes, DEFAULT_MINUTES);
	return {
		concurrency,
		batchSize,
		maxPending: Math.max(concurrency * PENDING_PER_CALL, batchSize * 2),
		retry: {
			...DEFAULT_RETRY,
			maxAttempts: Math.ceil(positive(settings.attempts, DEFAULT_RETRY.maxAttempts)),
			maxTotalMs: Math.min(DEFAULT_RETRY.maxTotalMs, minutes * 60_000),
		},
		ratesOf: () => rates,
	};
}

function describeProgress(progress: Progress): string {
	const { sent, throttled, failed, suppressed, remaining, estimatedEnd } = progress;
	const end = estimatedEnd === undefined ? '' : `, estimated end ${estimatedEnd}`;
	return `Messaging Send: ${sent} sent, ${throttled} throttled, ${failed} failed, ${suppressed} suppressed, ${remaining} remaining${end}`;
}

/** n8n shows this where the node is to stop at the first failure: what went out before it must not be forgotten. */
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

/** What the time limit leaves unsent says so. */
function explained(result: Result<Accepted, Why>, { reason }: AbortSignal): Result<Accepted, Why> {
	return result.outcome === 'unsent' && typeof reason === 'string' ? { ...result, reason } : result;
}

/**
 * Sends one message an item, as fast as the provider allows. A failed item keeps its input and carries the provider's code;
 * it stops the execution unless the node is set to continue.
 */
export async function sendItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const run = await openRun(context);
	const settings = readGroup(context.getNodeParameter('delivery', 0, {}));
	const items = context.getInputData();
	const messages = new Map<number, OutgoingMessage>();
	const settled: (Settled | undefined)[] = new Array<undefined>(items.length);
	const preparation = new Preparation(run, Date.now);
	const caller = new Caller(run);
	const goesOn = context.continueOnFail();
	const stop = new AbortController();
	/** In the order in which they happened: with the first one the others that still waited ended. */
	const failures: ItemFailure[] = [];
	const cancel = context.getExecutionCancelSignal();
	const onCancel = () => {
		stop.abort();
	};
	cancel?.addEventListener('abort', onCancel);
	const minutes = positive(settings.minutes, DEFAULT_MINUTES);
	const deadline = Date.now() + minutes * 60_000;
	const endInTime = () => {
		if (Date.now() > deadline) stop.abort(`The time limit of ${minutes} minutes was over before its turn.`);
	};

	const first = items.length > 1 ? preparation.prepare(0) : undefined;
	if (first !== undefined && 'message' in first) await caller.expect(first.message);
	await deliver({
		source: {
			total: items.length,
			prepare(index) {
				endInTime();
				const prepared = index === 0 && first !== undefined ? first : preparation.prepare(index);
				if ('message' in prepared) messages.set(index, prepared.message.message);
				return prepared;
			},
		},
		attempt: async (tries) => await caller.send(tries),
		settle(index, result) {
			const one = settledOf(run, index, messages.get(index), explained(result, stop.signal));
			settled[index] = one;
			messages.delete(index);
			if (one.kind !== 'failed' || goesOn) return;
			failures.push(one.failure);
			stop.abort();
		},
		limits: await limitsOf(run, settings),
		effects: {
			now: Date.now,
			sleep,
			random: Math.random,
			breathe: async () => {
				await sleep(0);
			},
		},
		reachOf: (error) => reachOf(run.provider, error),
		signal: stop.signal,
		onProgress: (progress) => {
			endInTime();
			context.logger.info(describeProgress(progress));
		},
	});
	cancel?.removeEventListener('abort', onCancel);

	const [failure] = failures;
	if (failure !== undefined) throw stopped(failure, settled);
	return outputsOf(context, items, settled);
}
