/** One step of a ladder: a load for some seconds, what was answered, and what it cost each process. */
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TriggerUrls } from '../triggers.ts';
import { stream, type Streamed } from './generator.ts';
import type { Cost } from './model.ts';
import { messageBody, statusBody } from './payloads.ts';
import { cpuOf, cpuWhenIdle, memoryOf, since } from './processes.ts';
import type { Setup } from './setups.ts';

export interface Sender {
	title: string;
	trigger: keyof TriggerUrls;
	body: () => string;
}

const message = () => messageBody().body;

export const SENDERS = {
	n8n: { title: "n8n's own", trigger: 'n8n', body: message },
	own: { title: 'ours, when taken over', trigger: 'own', body: message },
	finishing: { title: 'ours, when finished', trigger: 'finishing', body: message },
	filtered: { title: 'ours, a status filtered out', trigger: 'own', body: statusBody },
} as const satisfies Record<string, Sender>;
export type SenderName = keyof typeof SENDERS;
export const isSender = (name: string): name is SenderName => name in SENDERS;

export interface Step extends Streamed {
	sender: SenderName;
	/** Webhook processors, or the one process, that were called. */
	processors: number;
	/** A call's, without what the processes do when nobody calls. In one process all of it is main's. */
	cost: Cost;
	/** CPU milliseconds of the busiest process that was called, for each of all calls. */
	busiest: number;
	/** Cores that all processes used together while calls came in. */
	cores: number;
	/** Executions for each call; calls may share one. Undefined without PostgreSQL. */
	executions: number | undefined;
	/** Executions that waited for a worker when the last call had been made. */
	waiting: number;
	/** Megabytes of memory by process. */
	memory: Map<string, number>;
	/** Of the machine, at the end. */
	load: number;
}

const IDLE_WINDOWS = 5;
const IDLE_WINDOW_SECONDS = 3;

/**
 * CPU milliseconds a second of each process when nobody calls: the least of several looks, since what is taken off a call's cost must
 * not hold what the calls before left to do.
 */
export async function idleOf({ processes }: Setup): Promise<Map<string, number>> {
	const least = new Map<string, number>();
	let before = await cpuWhenIdle(processes);
	for (let window = 0; window < IDLE_WINDOWS; window += 1) {
		await sleep(IDLE_WINDOW_SECONDS * 1_000);
		const now = await cpuOf(processes);
		for (const [name, ms] of since(before, now)) {
			least.set(name, Math.min(ms / IDLE_WINDOW_SECONDS, least.get(name) ?? Infinity));
		}
		before = now;
	}
	return least;
}

export interface StepOptions {
	sender: SenderName;
	processors: number;
	perSecond: number;
	seconds: number;
	/** See {@link idleOf}. */
	idle: ReadonlyMap<string, number>;
}

export async function takeStep(
	setup: Setup,
	{ sender, processors, perSecond, seconds, idle }: StepOptions,
): Promise<Step> {
	const { processes } = setup;
	const { trigger, body } = SENDERS[sender];
	const urls = setup.ports.slice(0, processors).map((port) => {
		const url = new URL(setup.triggers[trigger]);
		url.port = String(port);
		return url.href;
	});
	const writtenBefore = await setup.written?.();
	const cpuBefore = await cpuWhenIdle(processes);
	const start = performance.now();
	const loaded = sleep(seconds * 1_000).then(async () => ({
		cpu: since(cpuBefore, await cpuOf(processes)),
		seconds: (performance.now() - start) / 1_000,
		waiting: await setup.waiting(),
	}));
	const streamed = await stream({ urls, body, perSecond, seconds });
	const during = await loaded;
	const used = since(cpuBefore, await cpuWhenIdle(processes));
	const elapsed = (performance.now() - start) / 1_000;
	const writtenAfter = await setup.written?.();

	const { calls } = streamed;
	const perCall = (name: string, ms: number) => Math.max(0, ms - (idle.get(name) ?? 0) * elapsed) / calls;
	const costs = [...used].map(([name, ms]) => ({ name, ms: perCall(name, ms) }));
	const role = (prefix: string) =>
		costs.filter(({ name }) => name.startsWith(prefix)).reduce((sum, { ms }) => sum + ms, 0);
	const called = costs.filter(({ name }) => name.startsWith('webhook') || processes.size === 1);
	const written = (of: 'executions' | 'writes' | 'walKb') =>
		writtenBefore && writtenAfter ? (writtenAfter[of] - writtenBefore[of]) / calls : undefined;
	return {
		...streamed,
		sender,
		processors,
		cost: {
			webhook: role('webhook'),
			worker: role('worker'),
			main: role('main'),
			postgres: role('postgres'),
			redis: role('redis'),
			writes: written('writes') ?? 0,
			walKb: written('walKb') ?? 0,
		},
		busiest: Math.max(...called.map(({ ms }) => ms)),
		cores: [...during.cpu.values()].reduce((sum, ms) => sum + ms, 0) / 1_000 / during.seconds,
		executions: written('executions'),
		waiting: during.waiting,
		memory: await memoryOf(processes),
		load: loadavg()[0] ?? NaN,
	};
}
