/** CPU time and memory of processes by name, and the wait until none of them has anything to do. */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from '../../../sandbox/n8n/processes.ts';
import { cpuTime } from '../load.ts';

const LOOK_EVERY_MS = 500;
/** Of one process within that time; each does a little at all times. */
const IDLE_CPU_MS = 20;
const IDLE_LIMIT_MS = 60_000;

/** Process ids by name, such as `worker-1`. PostgreSQL has a child for each connection. */
export type Processes = ReadonlyMap<string, number>;

async function orIfGone<T>(read: Promise<T>, otherwise: T): Promise<T> {
	try {
		return await read;
	} catch (error) {
		// It ended since it was listed.
		if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return otherwise;
		throw error;
	}
}

async function parentOf(pid: number): Promise<number> {
	const stat = await orIfGone(readFile(`/proc/${pid}/stat`, 'utf8'), '');
	return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** A process and its children. */
async function familyOf(pid: number): Promise<number[]> {
	const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
	const parents = await Promise.all(all.map(parentOf));
	return [pid, ...all.filter((_, index) => parents[index] === pid)];
}

/** By name, of each process and its children. */
async function sumOf(
	processes: Processes,
	read: (pid: number) => Promise<number>,
): Promise<Map<string, number>> {
	const sums = await Promise.all(
		[...processes].map(async ([name, pid]) => {
			const figures = await Promise.all((await familyOf(pid)).map(read));
			return [name, figures.reduce((sum, figure) => sum + figure, 0)] as const;
		}),
	);
	return new Map(sums);
}

/** CPU milliseconds since each process started. */
export function cpuOf(processes: Processes): Promise<Map<string, number>> {
	return sumOf(processes, (pid) => orIfGone(cpuTime(pid), 0));
}

/** Megabytes of memory; what processes share is divided among them (`Pss`, proc(5)). */
export function memoryOf(processes: Processes): Promise<Map<string, number>> {
	return sumOf(processes, async (pid) => {
		const rollup = await orIfGone(readFile(`/proc/${pid}/smaps_rollup`, 'utf8'), '');
		return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) / 1_024;
	});
}

/** What each process used since `before`. */
export function since(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) {
	return new Map([...after].map(([name, figure]) => [name, figure - (before.get(name) ?? 0)]));
}

/** Waits until no process does anything, since executions go on after the answer; gives their CPU time then. */
export async function cpuWhenIdle(processes: Processes): Promise<Map<string, number>> {
	const deadline = performance.now() + IDLE_LIMIT_MS;
	for (let before = await cpuOf(processes); ;) {
		await sleep(LOOK_EVERY_MS);
		const now = await cpuOf(processes);
		if ([...since(before, now).values()].every((used) => used <= IDLE_CPU_MS)) return now;
		if (performance.now() > deadline) throw new Error('The processes do not come to rest');
		before = now;
	}
}
