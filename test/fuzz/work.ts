/** The thread that calls the targets by turns and says where it is, so that another one can tell when it stands still. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import fc from 'fast-check';
import { z } from 'zod';
import { TARGETS } from './targets';

/** Places in what both threads share. */
export const STATE = { beat: 0, target: 1, seed: 2, index: 3, length: 4 };

const Task = z.object({
	seconds: z.number(),
	seed: z.number(),
	/** Part of the names of targets; all where empty. */
	only: z.string(),
	state: z.instanceof(Int32Array),
});
export type Task = z.infer<typeof Task>;

/** Where an input comes from: it is made again from that. */
export interface Origin {
	target: number;
	seed: number;
	index: number;
}
export type Failure = Origin & { reason: string };

/** In the place of an index while inputs are made. */
export const MAKING = -1;

/** Inputs that are made in one go. */
const BATCH = 100;
/** A call of a webhook has to be answered within seconds; none of these inputs has more than a megabyte. */
const SLOW_MS = 2000;

function inputsOf(target: number, seed: number): unknown[] {
	const one = TARGETS[target];
	return one === undefined ? [] : fc.sample(one.inputs, { seed, numRuns: BATCH });
}

export function inputAt({ target, seed, index }: Origin): unknown {
	return inputsOf(target, seed)[index];
}

/** Milliseconds of CPU that this process has used: on a busy machine the clock says little. */
export function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

function collectedHeapMb(): number {
	setFlagsFromString('--expose-gc');
	runInNewContext('gc()');
	return process.memoryUsage().heapUsed / 2 ** 20;
}

/** Calls until the time is over, and reports failures at once and figures at the end. */
export function work(data: unknown): void {
	const { seconds, seed: start, only, state } = Task.parse(data);
	const chosen = [...TARGETS.keys()].filter((at) => TARGETS[at]?.name.includes(only));
	const calls = TARGETS.map(() => 0);
	const slowest = TARGETS.map(() => 0);
	const until = performance.now() + seconds * 1000;
	let atFirst = 0;

	for (let round = 0; performance.now() < until; round += 1) {
		if (round === 1) atFirst = collectedHeapMb();
		for (const target of chosen) {
			const seed = (start + round) | 0;
			Atomics.store(state, STATE.target, target);
			Atomics.store(state, STATE.seed, seed);
			Atomics.store(state, STATE.index, MAKING);
			Atomics.add(state, STATE.beat, 1);
			for (const [index, input] of inputsOf(target, seed).entries()) {
				Atomics.store(state, STATE.index, index);
				Atomics.add(state, STATE.beat, 1);
				const before = cpuMs();
				const report = (reason: string) =>
					parentPort?.postMessage({ kind: 'failure', target, seed, index, reason });
				try {
					TARGETS[target]?.run(input);
				} catch (error) {
					report(error instanceof Error ? (error.stack ?? error.message) : String(error));
				}
				const took = cpuMs() - before;
				if (took > SLOW_MS && round > 0) report(`took ${Math.round(took)} ms of CPU`);
				if (round > 0) slowest[target] = Math.max(slowest[target] ?? 0, took);
				calls[target] = (calls[target] ?? 0) + 1;
			}
		}
	}
	parentPort?.postMessage({ kind: 'end', calls, slowest, heapMb: { atFirst, atEnd: collectedHeapMb() } });
}
