/**
 * Fuzzing of what reads and makes things of others' input. Fails where something throws, lets a stranger in, takes too long or
 * too much memory, and keeps the input as a fixture, which a unit test tries from then on.
 *
 *     npm run fuzz -- --seconds 60
 *     npm run fuzz -- --minutes 60 --only parse
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHash } from 'node:crypto';
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { cpuMs, inputAt, MAKING, work, STATE, type Failure, type Task } from './work';
import { TARGETS } from './targets';

/** Of CPU, which on a busy machine is not what a clock says. */
const HANG_MS = 10_000;
/** What core keeps, vocabularies among it, needs a third of that. */
const HEAP_MB = 600;
/** Core's own tables are built by then. */
const KEPT_MB = 60;

const FOLDER = join('test', 'fixtures', 'fuzz');

const Message = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('failure'),
		target: z.number(),
		seed: z.number(),
		index: z.number(),
		reason: z.string(),
	}),
	z.object({
		kind: z.literal('end'),
		calls: z.array(z.number()),
		slowest: z.array(z.number()),
		heapMb: z.object({ atFirst: z.number(), atEnd: z.number() }),
	}),
]);

function keep({ target, seed, index, reason }: Failure): void {
	process.exitCode = 1;
	const name = TARGETS[target]?.name ?? '';
	if (index === MAKING) {
		process.stderr.write(`${name}: ${reason} while inputs were made, seed ${seed}\n`);
		return;
	}
	// Where the fault stands in a built file is of no use to whoever reads the input later.
	const [title] = reason.split('\n', 1);
	const text = JSON.stringify(
		{ target: name, reason: title, input: inputAt({ target, seed, index }) },
		undefined,
		'\t',
	);
	const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
	const path = join(FOLDER, `${name.replaceAll(' ', '-')}-${hash}.json`);
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(path, `${text}\n`);
	process.stderr.write(`${name}: ${reason}\n  kept in ${path}\n`);
}

function print(
	seconds: number,
	{ calls, slowest, heapMb }: Extract<z.infer<typeof Message>, { kind: 'end' }>,
): void {
	const total = calls.reduce((sum, count) => sum + count, 0);
	for (const [index, { name }] of TARGETS.entries()) {
		const line = `${name.padEnd(24)} ${String(calls[index]).padStart(9)} calls, slowest ${slowest[index]?.toFixed(0)} ms of CPU`;
		if (calls[index]) process.stdout.write(`${line}\n`);
	}
	process.stdout.write(`${total} calls in ${seconds} s, ${Math.round(total / seconds)} a second\n`);
	process.stdout.write(
		`heap after collection: ${heapMb.atFirst.toFixed(1)} MB, at the end ${heapMb.atEnd.toFixed(1)} MB\n`,
	);
	if (heapMb.atFirst > 0 && heapMb.atEnd - heapMb.atFirst > KEPT_MB) {
		process.stderr.write('The heap grew\n');
		process.exitCode = 1;
	}
}

/** Runs until the time is over, or until a failure ends the thread. */
async function watch(task: Omit<Task, 'state'>): Promise<void> {
	const state = new Int32Array(new SharedArrayBuffer(STATE.length * Int32Array.BYTES_PER_ELEMENT));
	const worker = new Worker(__filename, {
		workerData: { ...task, state },
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
	});
	const now = (reason: string): Failure => ({
		target: Atomics.load(state, STATE.target),
		seed: Atomics.load(state, STATE.seed),
		index: Atomics.load(state, STATE.index),
		reason,
	});
	let [known, since] = [-1, cpuMs()];
	const timer = setInterval(() => {
		const beat = Atomics.load(state, STATE.beat);
		if (beat !== known) [known, since] = [beat, cpuMs()];
		else if (cpuMs() - since > HANG_MS) {
			keep(now(`no end after ${HANG_MS} ms of CPU`));
			void worker.terminate();
		}
	}, 500);
	await new Promise<void>((resolve) => {
		worker.on('message', (given) => {
			const message = Message.parse(given);
			if (message.kind === 'failure') keep(message);
			else print(task.seconds, message);
		});
		worker.on('error', (error) => {
			keep(now(String(error)));
		});
		worker.on('exit', () => {
			resolve();
		});
	});
	clearInterval(timer);
}

if (isMainThread) {
	const { values } = parseArgs({
		options: {
			seconds: { type: 'string' },
			minutes: { type: 'string' },
			only: { type: 'string' },
			seed: { type: 'string' },
		},
	});
	const seconds = Number(values.seconds ?? Number(values.minutes ?? 60) * 60);
	const seed = Number(values.seed ?? Date.now() % 2 ** 31);
	process.stdout.write(`seed ${seed}\n`);
	void watch({ seconds, seed, only: values.only ?? '' });
} else {
	work(workerData);
}
