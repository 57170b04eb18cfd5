/**
 * Raises the load of received calls until the knee, for n8n's own WhatsApp Trigger and for Messaging Trigger with both answers to
 * the provider, by turns in one process and in queue mode with one and with two webhook processors. Then says what a cluster needs.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RESULTS } from '../e2e/home.ts';
import type { Plan } from './scale/cluster.ts';
import { type Climber, climb } from './scale/ladder.ts';
import { reportOf } from './scale/report.ts';
import { startOneProcess, startQueue } from './scale/setups.ts';
import { soak } from './scale/soak.ts';
import { isSender, type SenderName, SENDERS, type Step } from './scale/step.ts';
import { type Measured, totalOf } from './scale/tables.ts';
import { writeParts, writePlots } from './scale/write.ts';

const HELP = `npm run bench:scale -- [options]
  --setups WORDS   of one, queue-1, queue-2: one process, queue mode with one or two webhook processors called (all)
  --senders WORDS  of ${Object.keys(SENDERS).join(', ')} (all)
  --rates NUMBERS  calls a second of the steps, rising (2,4,6,8,12,16,24,32)
  --seconds N      for each step (8)
  --send-cpu N     CPU ms of a worker for each message sent, from bench:send, for the model (2.82)
  --env NAME=VALUE a setting of n8n, such as N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true; may come again
  --write          puts tables and plots into docs, also those of a soak
  --soak N         instead of all that: N minutes of the template Receive once in queue mode, at half of its knee
  --rate N         of the soak, in messages a second, in place of half of the knee`;

const { values } = parseArgs({
	options: {
		setups: { type: 'string', default: 'one,queue-1,queue-2' },
		senders: { type: 'string', default: Object.keys(SENDERS).join(',') },
		rates: { type: 'string', default: '2,4,6,8,12,16,24,32' },
		seconds: { type: 'string', default: '8' },
		'send-cpu': { type: 'string', default: '2.82' },
		env: { type: 'string', multiple: true, default: [] },
		write: { type: 'boolean', default: false },
		soak: { type: 'string' },
		rate: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});
const rates = values.rates.split(',').map(Number);
const seconds = Number(values.seconds);
const env = Object.fromEntries(
	values.env.map((setting) => [setting.replace(/=.*/s, ''), setting.replace(/^[^=]*=/, '')]),
);

const say = (text: string) => process.stdout.write(`${text}\n`);

function onStep(step: Step): void {
	const { sender, processors, offered, answered, p50, p95, p99, cost, cores, waiting, lateMs, ownCpu, load } =
		step;
	const refused = [...step.refused]
		.map(([status, count]) => `, ${count} × ${status || 'no answer'}`)
		.join('');
	say(
		`${SENDERS[sender].title}, ${processors} called: ${offered}/s offered, ${answered.toFixed(1)}/s answered, ${p50.toFixed(0)}/${p95.toFixed(0)}/${p99.toFixed(0)} ms, ${totalOf(cost).toFixed(0)} CPU ms a call, ${cores.toFixed(1)} cores, ${waiting} waiting${refused}; generator ${(100 * ownCpu).toFixed(0)} % of a core, ${lateMs.toFixed(0)} ms late; load ${load.toFixed(1)}`,
	);
}

/** Measured once, in queue mode with one processor, since the model needs it. */
const FOR_MODEL: SenderName = 'filtered';

const chosen = values.setups.split(',');
const senders: SenderName[] = values.senders.split(',').filter(isSender);

async function inOneProcess(): Promise<Measured> {
	await using setup = await startOneProcess(env);
	const climbers = senders
		.filter((sender) => sender !== FOR_MODEL)
		.map((sender) => ({ sender, processors: 1 }));
	const { steps, idle } = await climb(setup, { climbers, rates, seconds, onStep });
	const title = 'One process';
	return { title, groups: [{ title, steps }], idle };
}

async function inQueueMode(): Promise<Measured> {
	await using setup = await startQueue(env);
	const counts = [1, 2].filter((count) => chosen.includes(`queue-${count}`));
	const climbers = senders.flatMap((sender): Climber[] =>
		counts
			.filter((processors) => sender !== FOR_MODEL || processors === 1)
			.map((processors) => ({ sender, processors })),
	);
	const { steps, idle } = await climb(setup, { climbers, rates, seconds, onStep });
	const title = 'Queue mode';
	const groups = counts.map((count) => ({
		title: `${title}, ${count === 1 ? 'one webhook processor' : 'two webhook processors'}`,
		steps: steps.filter(({ processors }) => processors === count),
	}));
	return { title, groups, idle };
}

async function measure(): Promise<void> {
	const plan: Plan = { in: 1_000, out: 1_000, sendCpu: Number(values['send-cpu']) };
	const loadBefore = loadavg()[0] ?? NaN;
	const measured: Measured[] = [];
	if (chosen.includes('one')) measured.push(await inOneProcess());
	if (chosen.some((name) => name.startsWith('queue'))) measured.push(await inQueueMode());
	const report = reportOf(measured, { plan, seconds, settings: values.env, loadBefore });
	const plain = (_key: string, value: unknown): unknown =>
		value instanceof Map ? Object.fromEntries(value) : value;
	await mkdir(RESULTS, { recursive: true });
	await writeFile(join(RESULTS, 'bench-scale.json'), JSON.stringify(measured, plain, '\t'));
	for (const { file, svg } of report.plots) await writeFile(join(RESULTS, file), svg);
	for (const markdown of report.parts.values()) say(`\n${markdown}`);
	if (!values.write) return;
	await writeParts(report.parts);
	await writePlots(report.plots);
}

if (values.help) say(HELP);
else if (values.soak !== undefined) {
	const rate = values.rate === undefined ? undefined : Number(values.rate);
	const { isFine, markdown } = await soak({ minutes: Number(values.soak), rate, env, say });
	if (values.write) await writeParts(new Map([['soak', markdown]]));
	if (!isFine) process.exitCode = 1;
} else await measure();
