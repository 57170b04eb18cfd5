/**
 * Receiving, beside n8n's own WhatsApp Trigger: both published in one n8n with its default settings, called by turns with the same
 * signed payloads; and the same with a trigger that answers when its workflow has finished. Prints a Markdown table of medians, with the lowest and highest round in brackets.
 *
 *     npm run bench:receive [-- rounds [cases]]     such as "-- 5 bc"; e is about several triggers on one number
 *
 * BENCH_NODE_OPTIONS goes to n8n's process: --cpu-prof --cpu-prof-dir=<folder> leaves a profile of its main thread.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { envelope, inboundValue, statusValue } from '../../sandbox/whatsapp-cloud/payloads.ts';
import { wireJson } from '../../sandbox/whatsapp-cloud/signature.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { measure, type Measured, percentile } from './load.ts';
import { compareNeighbours } from './neighbours.ts';
import { startTriggers } from './triggers.ts';

const rounds = Number(process.argv[2] ?? 3);
const chosen = process.argv[3] ?? 'abcde';
const RESULTS = join(import.meta.dirname, '../../test-results');

function first<T>(list: readonly T[]): T {
	const [value] = list;
	if (value === undefined) throw new Error('The world is empty');
	return value;
}
const line = first(WORLD.numbers);
const customer = first(WORLD.customers);

let serial = 0;

function messageValue(): unknown {
	serial += 1;
	const id = `wamid.BENCH${serial}`;
	const message = { type: 'text', text: `Question ${serial}` } as const;
	return inboundValue({ line, customer, message, id, at: Date.now() });
}

function singleMessage(): unknown {
	return envelope(WORLD.businessAccountId, 'messages', messageValue());
}

function singleStatus(): unknown {
	serial += 1;
	const messageId = `wamid.BENCH${serial}`;
	const report = {
		messageId,
		status: 'delivered',
		atMs: Date.now(),
		customer,
		to: customer.phoneNumber,
	} as const;
	return envelope(WORLD.businessAccountId, 'messages', statusValue(line, report));
}

/** One change per update, so that both triggers give one item per update. */
function hundredMessages(): unknown {
	const changes = Array.from({ length: 100 }, () => ({ value: messageValue(), field: 'messages' }));
	return { object: 'whatsapp_business_account', entry: [{ id: WORLD.businessAccountId, changes }] };
}

interface Case {
	name: string;
	payload: () => unknown;
	calls: number;
	concurrency: number;
	/** The figures that the goal speaks of, with the factor to n8n's own figure. */
	goals: Partial<Record<keyof Measured, { atMost: number } | { atLeast: number }>>;
}

const ALL_CASES: Case[] = [
	{
		name: '(a) one message per call, one call at a time',
		payload: singleMessage,
		calls: 60,
		concurrency: 1,
		goals: { cpuPerCall: { atMost: 0.75 } },
	},
	{
		name: '(b) statuses that are filtered out, 10 calls at a time',
		payload: singleStatus,
		calls: 200,
		concurrency: 10,
		goals: { callsPerSecond: { atLeast: 2 } },
	},
	{
		name: '(c) burst: one message per call, 50 calls at a time',
		payload: singleMessage,
		calls: 300,
		concurrency: 50,
		goals: { callsPerSecond: { atLeast: 2.5 }, p95: { atMost: 0.5 } },
	},
	{
		name: '(d) 100 messages per call, 10 calls at a time',
		payload: hundredMessages,
		calls: 60,
		concurrency: 10,
		goals: { callsPerSecond: { atLeast: 1 } },
	},
];

const CASES = ALL_CASES.filter(({ name }) => chosen.includes(name.charAt(1)));

const COLUMNS: { key: keyof Measured; title: string; digits: number }[] = [
	{ key: 'cpuPerCall', title: 'CPU ms per call', digits: 0 },
	{ key: 'callsPerSecond', title: 'calls/s', digits: 1 },
	{ key: 'p50', title: 'p50 ms', digits: 0 },
	{ key: 'p95', title: 'p95 ms', digits: 0 },
];

function spread(values: readonly number[], digits: number): string {
	const show = (share: number) => percentile(values, share).toFixed(digits);
	return `${show(0.5)} (${show(0)}–${show(1)})`;
}

const WHO = { n8n: "n8n's own", own: 'ours', finishing: 'ours, when finished' };
type Who = keyof typeof WHO;

type Rounds = Record<Who, Measured>[];

function verdict({ goals }: Case, results: Rounds): string {
	const refusals = results.reduce(
		(sum, round) => sum + round.own.refused + round.n8n.refused + round.finishing.refused,
		0,
	);
	const verdicts = COLUMNS.flatMap(({ key, title }) => {
		const goal = goals[key];
		if (!goal) return [];
		const ratio = percentile(
			results.map(({ own, n8n }) => own[key] / n8n[key]),
			0.5,
		);
		const isMet = 'atMost' in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
		const wanted = 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
		return `${title} ${ratio.toFixed(2)} ×, goal ${wanted} ×: ${isMet ? 'met' : 'missed'}`;
	});
	return [...verdicts, ...(refusals > 0 ? [`${refusals} calls were refused and repeated`] : [])].join('; ');
}

function table(results: Map<Case, Rounds>): string {
	const lines = [
		`| | trigger | ${COLUMNS.map(({ title }) => title).join(' | ')} |`,
		`|---|---|${COLUMNS.map(() => '---|').join('')}`,
	];
	for (const [{ name }, rounds] of results) {
		for (const who of ['n8n', 'own', 'finishing'] as const) {
			const cells = COLUMNS.map(({ key, digits }) =>
				spread(
					rounds.map((round) => round[who][key]),
					digits,
				),
			);
			lines.push(`| ${name} | ${WHO[who]} | ${cells.join(' | ')} |`);
		}
		for (const [title, over, under] of [
			['ours to n8n', 'own', 'n8n'],
			['when finished to ours', 'finishing', 'own'],
		] as const) {
			const ratios = COLUMNS.map(({ key }) =>
				spread(
					rounds.map((round) => round[over][key] / round[under][key]),
					2,
				),
			);
			lines.push(`| | ${title} | ${ratios.join(' | ')} |`);
		}
	}
	return lines.join('\n');
}

await mkdir(RESULTS, { recursive: true });
await using triggers = await startTriggers(join(RESULTS, 'n8n-bench-receive.log'));
const { pid } = triggers;
const bodies = ({ payload }: Case, calls: number) => Array.from({ length: calls }, () => wireJson(payload()));

for (const url of [triggers.n8n, triggers.own, triggers.finishing]) {
	for (const each of CASES) await measure({ url, bodies: bodies(each, 20), concurrency: 5, pid });
}
const results = new Map<Case, Rounds>(CASES.map((each) => [each, []]));
for (let round = 0; round < rounds; round += 1) {
	for (const [each, rows] of results) {
		const { concurrency, calls } = each;
		const run = (url: string) => measure({ url, bodies: bodies(each, calls), concurrency, pid });
		// By turns first and second, so that neither gains from what changes with time.
		if (round % 2 === 1) {
			const own = await run(triggers.own);
			const finishing = await run(triggers.finishing);
			rows.push({ own, finishing, n8n: await run(triggers.n8n) });
		} else {
			const n8n = await run(triggers.n8n);
			const finishing = await run(triggers.finishing);
			rows.push({ n8n, finishing, own: await run(triggers.own) });
		}
	}
	process.stderr.write(`Round ${round + 1} of ${rounds}; load average ${loadavg()[0]?.toFixed(1)}\n`);
}
const { dependencies } = z
	.object({ dependencies: z.object({ n8n: z.string() }) })
	.parse(JSON.parse(await readFile(join(import.meta.dirname, '../../sandbox/n8n/package.json'), 'utf8')));
process.stdout.write(
	`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, n8n ${dependencies.n8n}, ${rounds} rounds\n\n`,
);
if (results.size > 0) process.stdout.write(`${table(results)}\n\n`);
for (const [each, rows] of results) process.stdout.write(`- ${each.name}: ${verdict(each, rows)}\n`);
if (chosen.includes('e')) {
	process.stdout.write(`\n${await compareNeighbours(triggers, rounds, singleMessage)}\n`);
}
