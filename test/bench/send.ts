/**
 * Sending a list, beside n8n's own WhatsApp node: both in one n8n with its default settings, over the same stand-in of Meta with
 * 100 ms to every answer. Prints Markdown tables.
 *
 *     npm run bench:send [-- rounds [parts]]     such as "-- 3 lum": limited, unlimited, memory
 *
 * BENCH_NODE_OPTIONS goes to n8n's process: --cpu-prof --cpu-prof-dir=<folder> leaves a profile of its main thread.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { cpuTimeWhenIdle, percentile } from './load.ts';
import { type Bench, PHOTO, type SenderName, startBench } from './sending.ts';

const rounds = Number(process.argv[2] ?? 3);
const parts = process.argv[3] ?? 'lum';
const RESULTS = join(import.meta.dirname, '../../test-results');
const LATENCY_MS = 100;
const RATE = 80;
const UNLIMITED = 100_000;
const PROBE_MS = 25;
const SAMPLE_MS = 100;

/** n8n closes connections that it has not heard of for a while, also while it is too busy to hear. */
const httpAgent = new Agent({ keepAlive: false });

interface Sent {
	wallSeconds: number;
	accepted: number;
	/** Of the list, the share that never arrived. */
	lost: number;
	/** Messages that arrived more than once. */
	twice: number;
	/** Accepted messages a second from the first to the last, as a share of what the stand-in allows. */
	rateShare: number;
	/** The longest time for which n8n answered nothing. */
	silentSeconds: number;
	cpuPerItem: number;
	peakMegabytes: number;
}

let serial = 0;

function rowsOf(count: number): unknown[] {
	serial += 1;
	return Array.from({ length: count }, (_, index) => ({
		phone: `+491512${String(serial % 100).padStart(2, '0')}${String(index).padStart(5, '0')}`,
		name: `Person ${index}`,
		order: `A-${serial}-${index}`,
		photo: PHOTO,
	}));
}

/** Asks n8n for a sign of life again and again; gives the longest time between two. */
async function silenceDuring<Value>(
	url: string,
	work: () => Promise<Value>,
): Promise<{ value: Value; silentMs: number }> {
	const over = new AbortController();
	let silentMs = 0;
	const watch = (async () => {
		let seenAt = performance.now();
		while (!over.signal.aborted) {
			const isAlive = await axios
				.get(`${url}/healthz`, { httpAgent, proxy: false, timeout: 120_000, validateStatus: () => true })
				// A connection that is refused or dropped is silence, too.
				.then(
					() => true,
					() => false,
				);
			if (isAlive) {
				silentMs = Math.max(silentMs, performance.now() - seenAt);
				seenAt = performance.now();
			}
			await sleep(PROBE_MS);
		}
	})();
	const value = await work();
	over.abort();
	await watch;
	return { value, silentMs };
}

async function residentMegabytes(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? NaN) / 1024;
}

async function peakDuring<Value>(
	pid: number,
	work: () => Promise<Value>,
): Promise<{ value: Value; peakMegabytes: number }> {
	const over = new AbortController();
	let peakMegabytes = 0;
	const watch = (async () => {
		while (!over.signal.aborted) {
			peakMegabytes = Math.max(peakMegabytes, await residentMegabytes(pid));
			await sleep(SAMPLE_MS);
		}
	})();
	const value = await work();
	over.abort();
	await watch;
	return { value, peakMegabytes };
}

/** Messages a second between the first and the last. */
function rateOf(accepted: readonly { at: string }[]): number {
	const first = accepted[0]?.at;
	const last = accepted.at(-1)?.at;
	if (first === undefined || last === undefined) return 0;
	return (accepted.length - 1) / ((Date.parse(last) - Date.parse(first)) / 1000);
}

async function send(bench: Bench, name: SenderName, count: number, messagesPerSecond: number): Promise<Sent> {
	const { sandbox, pid } = bench;
	const { whatsAppCloud } = sandbox;
	whatsAppCloud.reset();
	whatsAppCloud.rules.change({ messagesPerSecond, strangersReachable: true, ignoresWindow: true });
	whatsAppCloud.faults.latencyMs = LATENCY_MS;
	const rows = rowsOf(count);
	const cpuBefore = await cpuTimeWhenIdle(pid);
	const start = performance.now();
	const {
		value: { value: wallSeconds, silentMs },
		peakMegabytes,
	} = await peakDuring(pid, () =>
		silenceDuring(bench.n8nUrl, async () => {
			const { status } = await axios.post(
				bench.urlOf(name),
				{ rows },
				{ httpAgent, proxy: false, timeout: 900_000, validateStatus: () => true },
			);
			if (status !== 200) throw new Error(`${name} with ${count} items was answered ${status}`);
			return (performance.now() - start) / 1000;
		}),
	);
	const cpu = (await cpuTimeWhenIdle(pid)) - cpuBefore;
	const times = new Map<string, number>();
	for (const { to } of whatsAppCloud.ledger.accepted) times.set(to, (times.get(to) ?? 0) + 1);
	const accepted = times.size;
	return {
		wallSeconds,
		accepted,
		lost: name === 'nothing' ? 0 : count - accepted,
		twice: [...times.values()].filter((many) => many > 1).length,
		rateShare: rateOf(whatsAppCloud.ledger.accepted) / messagesPerSecond,
		silentSeconds: silentMs / 1000,
		cpuPerItem: cpu / count,
		peakMegabytes,
	};
}

const COLUMNS: { key: keyof Sent; title: string; digits: number }[] = [
	{ key: 'wallSeconds', title: 'wall s', digits: 1 },
	{ key: 'accepted', title: 'accepted', digits: 0 },
	{ key: 'lost', title: 'lost', digits: 0 },
	{ key: 'twice', title: 'twice', digits: 0 },
	{ key: 'rateShare', title: 'of the rate', digits: 3 },
	{ key: 'silentSeconds', title: 'n8n silent s', digits: 2 },
	{ key: 'cpuPerItem', title: 'CPU ms per item', digits: 2 },
	{ key: 'peakMegabytes', title: 'peak MB', digits: 0 },
];

function spread(values: readonly number[], digits: number): string {
	const show = (share: number) => percentile(values, share).toFixed(digits);
	return values.length === 1 ? show(0) : `${show(0.5)} (${show(0)}–${show(1)})`;
}

type Results = Map<string, Sent[]>;

function table(results: Results): string {
	const lines = [
		`| | ${COLUMNS.map(({ title }) => title).join(' | ')} |`,
		`|---|${COLUMNS.map(() => '---|').join('')}`,
	];
	for (const [name, rows] of results) {
		const cells = COLUMNS.map(({ key, digits }) =>
			spread(
				rows.map((row) => row[key]),
				digits,
			),
		);
		lines.push(`| ${name} | ${cells.join(' | ')} |`);
	}
	return `${lines.join('\n')}\n`;
}

function add(results: Results, name: string, sent: Sent): void {
	results.set(name, [...(results.get(name) ?? []), sent]);
	process.stderr.write(`${name}: ${JSON.stringify(sent)}; load average ${loadavg()[0]?.toFixed(1)}\n`);
}

const SENDING = [
	'n8n text',
	'our text',
	'n8n template',
	'our template',
	'our template, by fields',
] as const satisfies SenderName[];

/** By turns, so that no node gains from what changes with time. */
async function alternating(
	bench: Bench,
	counts: readonly number[],
	messagesPerSecond: number,
): Promise<Results> {
	const results: Results = new Map();
	for (let round = 0; round < rounds; round += 1) {
		for (const count of counts) {
			const names = messagesPerSecond === UNLIMITED ? (['nothing', ...SENDING] as const) : SENDING;
			for (const name of names) {
				add(results, `${name}, ${count}`, await send(bench, name, count, messagesPerSecond));
			}
		}
	}
	return results;
}

const median = (results: Results, name: string, key: keyof Sent) =>
	percentile(
		(results.get(name) ?? []).map((sent) => sent[key]),
		0.5,
	);

/** CPU of the node alone: the same workflow without it is taken off. */
function cpuRatios(results: Results, count: number): string {
	const own = (name: SenderName) =>
		median(results, `${name}, ${count}`, 'cpuPerItem') - median(results, `nothing, ${count}`, 'cpuPerItem');
	const line = (name: SenderName, base: SenderName, goal: number) => {
		const ratio = own(name) / own(base);
		return `- ${name}: ${own(name).toFixed(2)} ms an item beside ${own(base).toFixed(2)} of ${base}, ${ratio.toFixed(2)} ×, goal ≤ ${goal} ×: ${ratio <= goal ? 'met' : 'missed'}`;
	};
	return [
		line('our text', 'n8n text', 0.6),
		line('our template', 'n8n template', 0.6),
		line('our template, by fields', 'n8n template', 0.45),
		'',
	].join('\n');
}

await mkdir(RESULTS, { recursive: true });
const logFile = join(RESULTS, 'n8n-bench-send.log');
process.stdout.write(
	`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, ${rounds} rounds\n\n`,
);

/** The first messages of a process are slower: code is compiled, connections are opened. */
async function warmUp(bench: Bench): Promise<void> {
	for (const name of SENDING) await send(bench, name, 50, UNLIMITED);
}

if (parts.includes('u')) {
	await using bench = await startBench(['nothing', ...SENDING], logFile, UNLIMITED);
	await warmUp(bench);
	const results = await alternating(bench, [500], UNLIMITED);
	process.stdout.write(
		`No limit, ${LATENCY_MS} ms to an answer\n\n${table(results)}\n${cpuRatios(results, 500)}\n`,
	);
}

if (parts.includes('l')) {
	await using bench = await startBench(SENDING, logFile);
	await warmUp(bench);
	const results = await alternating(bench, [500, 2000], RATE);
	process.stdout.write(`${RATE} messages a second allowed\n\n${table(results)}\n`);
}

if (parts.includes('m')) {
	const results: Results = new Map();
	for (const [name, count] of [
		['n8n text', 500],
		['our text', 10_000],
	] as const) {
		await using bench = await startBench([name], logFile);
		add(results, `${name}, ${count}, fresh n8n`, await send(bench, name, count, RATE));
	}
	process.stdout.write(`Memory\n\n${table(results)}\n`);
}
