/**
 * Sending a list, beside n8n's own WhatsApp node: both in one n8n with its default settings, over the same stand-in of Meta with
 * 100 ms to every answer. Prints Markdown tables.
 *
 *     npm run bench:send [-- rounds [parts]]     such as "-- 3 lumf": limited, unlimited, memory, full speed
 *
 * BENCH_NODE_OPTIONS goes to n8n's process: --cpu-prof --cpu-prof-dir=<folder> leaves a profile of its main thread.
 */
import { mkdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { percentile } from './load.ts';
import { FULL_SPEED, type SenderName } from './senders.ts';
import { type Bench, startBench } from './sending.ts';
import { send, type Sent } from './sent.ts';

const rounds = Number(process.argv[2] ?? 3);
const parts = process.argv[3] ?? 'lumf';
const RESULTS = join(import.meta.dirname, '../../test-results');
const RATE = 80;
const UNLIMITED = 100_000;

type Figure = Exclude<keyof Sent, 'answer'>;

const COLUMNS: { key: Figure; title: string; digits: number }[] = [
	{ key: 'wallSeconds', title: 'wall s', digits: 1 },
	{ key: 'perSecond', title: 'items/s', digits: 0 },
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
		`| | ${COLUMNS.map(({ title }) => title).join(' | ')} | answered |`,
		`|---|${COLUMNS.map(() => '---|').join('')}---|`,
	];
	for (const [name, rows] of results) {
		const cells = COLUMNS.map(({ key, digits }) =>
			spread(
				rows.map((row) => row[key]),
				digits,
			),
		);
		const answers = [...new Set(rows.map(({ answer }) => answer))].join(', ');
		lines.push(`| ${name} | ${cells.join(' | ')} | ${answers} |`);
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

const median = (results: Results, name: string, key: Figure) =>
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
	process.stdout.write(`No limit\n\n${table(results)}\n${cpuRatios(results, 500)}\n`);
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

if (parts.includes('f')) {
	await using bench = await startBench([...FULL_SPEED.keys()], logFile, UNLIMITED);
	const results: Results = new Map();
	for (const name of FULL_SPEED.keys()) await send(bench, name, 50, UNLIMITED);
	for (let round = 0; round < rounds; round += 1) {
		for (const [name, count] of FULL_SPEED) {
			add(results, `${name}, ${count}`, await send(bench, name, count, UNLIMITED));
		}
	}
	process.stdout.write(`Full speed\n\n${table(results)}\n`);
}
