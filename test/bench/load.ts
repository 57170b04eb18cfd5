/** Calls a webhook many times and measures what that took. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { signature } from '../../sandbox/whatsapp-cloud/signature.ts';
import { WORLD } from '../../sandbox/settings.ts';

const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const IDLE_MS = 500;
/** n8n's own housekeeping takes a little at all times, and a profiler that samples it more. */
const IDLE_CPU_MS = process.env.BENCH_NODE_OPTIONS ? 120 : 20;
const IDLE_LIMIT_MS = 60_000;
const REPEAT_MS = 100;
const REPEAT_LIMIT = 50;

const agent = new Agent({ keepAlive: true });

export interface Load {
	url: string;
	bodies: readonly string[];
	/** Open calls at a time. */
	concurrency: number;
	/** Process whose CPU time is counted. */
	pid: number;
}

export interface Measured {
	callsPerSecond: number;
	/** Time to the answer, in milliseconds: median and 95th percentile. */
	p50: number;
	p95: number;
	/** CPU time of the process per call, in milliseconds, until it was idle again: executions go on after the answer. */
	cpuPerCall: number;
	/** Calls that were not answered 200 and were repeated, as a provider does: an overloaded n8n refuses some with 503. */
	refused: number;
}

/** CPU time that a process and the children that it saw end have used, in milliseconds (proc(5), /proc/pid/stat, fields 14 to 17). */
export async function cpuTime(pid: number): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
}

/** Waits until the process does nothing; gives its CPU time then. */
export async function cpuTimeWhenIdle(pid: number): Promise<number> {
	const deadline = performance.now() + IDLE_LIMIT_MS;
	for (let before = await cpuTime(pid); ;) {
		await sleep(IDLE_MS);
		const now = await cpuTime(pid);
		if (now - before <= IDLE_CPU_MS) return now;
		if (performance.now() > deadline) throw new Error('n8n does not come to rest');
		before = now;
	}
}

async function call(url: string, body: string): Promise<number> {
	const { status } = await axios.post(url, body, {
		headers: {
			'Content-Type': 'application/json',
			'X-Hub-Signature-256': signature(Buffer.from(body), WORLD.appSecret),
		},
		transformRequest: (data: unknown) => data,
		validateStatus: () => true,
		httpAgent: agent,
		proxy: false,
		timeout: 60_000,
	});
	return status;
}

/** Calls until it is answered 200. Gives how often it was not. */
async function deliver(url: string, body: string): Promise<number> {
	for (let refused = 0; ; refused += 1) {
		const status = await call(url, body);
		if (status === 200) return refused;
		if (refused === REPEAT_LIMIT) throw new Error(`${url} keeps answering ${status}`);
		await sleep(REPEAT_MS);
	}
}

export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export async function measure({ url, bodies, concurrency, pid }: Load): Promise<Measured> {
	const cpuBefore = await cpuTimeWhenIdle(pid);
	const latencies: number[] = [];
	let refused = 0;
	const queue = bodies.values();
	const start = performance.now();
	const work = async () => {
		for (const body of queue) {
			const sentAt = performance.now();
			refused += await deliver(url, body);
			latencies.push(performance.now() - sentAt);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, work));
	const seconds = (performance.now() - start) / 1000;
	return {
		callsPerSecond: bodies.length / seconds,
		p50: percentile(latencies, 0.5),
		p95: percentile(latencies, 0.95),
		refused,
		cpuPerCall: ((await cpuTimeWhenIdle(pid)) - cpuBefore) / bodies.length,
	};
}
