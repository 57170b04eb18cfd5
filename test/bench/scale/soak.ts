/** A long time at half of the knee: n8n in queue mode with the template Receive once. */
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { RESULTS } from '../../e2e/home.ts';
import { stream } from './generator.ts';
import { isHeld } from './knee.ts';
import { type QueueLab, startQueueLab } from './lab.ts';
import { messageBody } from './payloads.ts';
import { clearLedgers, compareLedgers, type Ledgers, publishReceiveOnce, restOf } from './receive-once.ts';
import { type Delivered, deliverSteadily } from './steady.ts';
import { table } from './tables.ts';
import { type GrowthBound, hasGrown, quarterFigures, type Sample, slopePerHour } from './trend.ts';
import { METRICS, Watch, type Watched } from './watch.ts';

const RATES = [2, 3, 5, 8, 12, 18, 27, 40];
const STEP_SECONDS = 10;
const WARM_UP = { perSecond: 2, seconds: 15 };

/** Megabytes. What a heap has left after its collections is steadier than what the process holds. */
const BOUNDS: Record<'heap' | 'memory', GrowthBound> = {
	heap: { share: 0.15, floor: 20 },
	memory: { share: 0.25, floor: 80 },
};

export interface SoakOptions {
	minutes: number;
	/** Messages a second; half of the knee where none is given. */
	rate: number | undefined;
	/** Settings of n8n. */
	env: Record<string, string>;
	say: (text: string) => void;
}

/** The highest rate of the ladder that the template holds, in messages a second. */
async function kneeOf(url: string, say: SoakOptions['say']): Promise<number> {
	const body = () => messageBody().body;
	await stream({ urls: [url], body, ...WARM_UP });
	let held = 0;
	for (const perSecond of RATES) {
		const step = await stream({ urls: [url], body, perSecond, seconds: STEP_SECONDS });
		say(
			`Knee: ${perSecond}/s offered, ${step.answered.toFixed(1)}/s answered, p95 ${step.p95.toFixed(0)} ms; load ${(loadavg()[0] ?? NaN).toFixed(1)}`,
		);
		if (!isHeld(step)) break;
		held = perSecond;
	}
	if (held === 0) throw new Error(`Not even ${RATES[0]} messages a second are held on this machine now`);
	return held;
}

function growth(title: string, samples: Map<string, Sample[]>, kind: 'heap' | 'memory'): readonly string[][] {
	return [...samples].map(([name, values]) => {
		const figures = quarterFigures(values, kind === 'heap' ? 'lowest' : 'median');
		const isFine = !hasGrown(figures, BOUNDS[kind]);
		const slope = slopePerHour(values);
		return [
			name,
			title,
			...figures.map((figure) => figure.toFixed(0)),
			`${slope > 0 ? '+' : ''}${slope.toFixed(0)}`,
			isFine ? 'flat' : '**grows**',
		];
	});
}

function memoryTable({ memory, heap }: Watched): string {
	return table(
		['process', 'MB', 'quarter 1', 'quarter 2', 'quarter 3', 'quarter 4', 'MB/h after quarter 1', ''],
		[...growth('memory, median', memory, 'memory'), ...growth('heap, lowest', heap, 'heap')],
	);
}

/** What is wrong, in words; empty where nothing is. */
function faultsOf(
	ledgers: Ledgers,
	{ givenUp }: Delivered,
	left: Awaited<ReturnType<typeof restOf>>,
	tableText: string,
): string[] {
	const { provider, keys, missing, effects, answers, failed } = ledgers;
	const isEqual = [keys, effects, answers].every((count) => count === provider) && missing === 0;
	return [
		...(isEqual ? [] : ['the counts differ']),
		...(failed > 0 ? [`${failed} executions did not succeed`] : []),
		...(givenUp.length > 0 ? [`${givenUp.length} messages were never answered 200`] : []),
		...(left.jobs > 0 || left.executions > 0 || left.statuses ? ['the queue is not empty'] : []),
		...(tableText.includes('**grows**') ? ['memory grows'] : []),
	];
}

export interface Soaked {
	/** Counts of all parties are equal, the queue is empty at the end, and memory stayed within its bounds. */
	isFine: boolean;
	/** What was counted, for the documentation. */
	markdown: string;
}

async function soakIn(lab: QueueLab, { minutes, rate, say }: SoakOptions): Promise<Soaked> {
	const url = await publishReceiveOnce(lab);
	const perSecond = rate ?? (await kneeOf(url, say)) / 2;
	await restOf(lab);
	await clearLedgers(lab);
	say(`${minutes} minutes at ${perSecond} messages a second, each answered, each answer with its statuses\n`);
	const watch = new Watch(lab.queue);
	const delivered = await deliverSteadily(url, perSecond, minutes * 60);
	const load = loadavg()[0] ?? NaN;
	const watched = await watch.stop();
	const left = await restOf(lab);
	const ledgers = await compareLedgers(lab, delivered);

	const growing = memoryTable(watched);
	const answers = [...delivered.answers].map(([status, count]) => `${count} × ${status || 'no answer'}`);
	const most = Math.max(...watched.waiting.map(({ value }) => value));
	const counts = [
		[
			'provider',
			`${ledgers.provider} messages in ${minutes} minutes, ${perSecond} a second; its calls: ${answers.join(', ')}`,
		],
		['PostgreSQL', `${ledgers.keys} keys, ${ledgers.missing} missing; the effect counted ${ledgers.effects}`],
		['phones', `${ledgers.answers} answers`],
		['n8n', `${ledgers.executions} executions, of which ${ledgers.failed} did not succeed`],
		[
			'Redis',
			`at most ${most} jobs waited when it was looked at; ${left.jobs} at the end, and ${left.executions} executions under way`,
		],
		['machine', `load average ${load.toFixed(1)} at the end`],
	] as const;
	const markdown = `${table(['who', 'what'], counts)}\n\n${growing}`;
	say(`${markdown}\n`);
	const faults = faultsOf(ledgers, delivered, left, growing);
	say(
		faults.length > 0
			? `Not as it should be: ${faults.join('; ')}`
			: 'Counts equal, queue empty, memory flat',
	);
	return { isFine: faults.length === 0, markdown };
}

export async function soak(options: SoakOptions): Promise<Soaked> {
	await using lab = await startQueueLab(join(RESULTS, 'bench-soak'), { ...METRICS, ...options.env });
	return await soakIn(lab, options);
}
