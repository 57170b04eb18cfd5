/** Everything that a run has to say, as parts of docs/benchmarks.md, and its plots. */
import { cpus } from 'node:os';
import { clusterTable, type Plan } from './cluster.ts';
import { type Drawn, plotsOf } from './plots.ts';
import { type SenderName, SENDERS, type Step } from './step.ts';
import {
	costTable,
	type Group,
	heldOf,
	kneeTable,
	type Measured,
	predictionTable,
	ratios,
	roleTable,
	type Row,
	scalingOf,
	spread,
	table,
	totalOf,
} from './tables.ts';

export interface Report {
	/** Markdown by the name of its place in docs/benchmarks.md. */
	parts: Map<string, string>;
	plots: Drawn[];
}

type Goal = { atMost: number } | { atLeast: number };

function verdict(values: readonly number[], goal: Goal): string {
	if (values.length === 0) return '–';
	const middle = Number(spread(values).split(' ')[0]);
	const isMet = 'atMost' in goal ? middle <= goal.atMost : middle >= goal.atLeast;
	return `${spread(values)}, ${isMet ? 'met' : '**missed**'}`;
}

/** Goals are those of _When the Workflow Has Finished_. */
const CPU_GOALS: readonly { name: string; other: SenderName; atMost: number }[] = [
	{ name: 'CPU of a call, when finished to when taken over: ≤ 1.15', other: 'own', atMost: 1.15 },
	{ name: "CPU of a call, when finished to n8n's own: ≤ 0.6", other: 'n8n', atMost: 0.6 },
];

function goalTable(groups: readonly Group[], pairs: readonly (readonly [Group, Group])[]): string {
	const cpuRows = CPU_GOALS.map(({ name, other, atMost }): Row => [
		name,
		...groups.map((group) => {
			const found = ratios(heldOf(group, 'finishing'), heldOf(group, other), ({ cost }) => totalOf(cost));
			return verdict(found, { atMost });
		}),
	]);
	const scalingRows = (['n8n', 'own', 'finishing'] as const).map((sender): Row => [
		`calls for each CPU second of the busiest process, two to one, ${SENDERS[sender].title}: ≥ 1.5`,
		...groups.map((group) => {
			const pair = pairs.find(([, two]) => two === group);
			return pair ? verdict(scalingOf(...pair, sender), { atLeast: 1.5 }) : '';
		}),
	]);
	return table(['ratio and goal', ...groups.map(({ title }) => title)], [...cpuRows, ...scalingRows]);
}

function conditions(steps: readonly Step[], { seconds, settings, loadBefore }: Conditions): string {
	const most = (figure: (step: Step) => number) => Math.max(...steps.map(figure));
	const load = spread(
		steps.map((step) => step.load),
		1,
	);
	const refused = steps.flatMap((step) => [...step.refused.values()]).reduce((sum, count) => sum + count, 0);
	const generator = `The load generator took at most ${(100 * most(({ ownCpu }) => ownCpu)).toFixed(0)} % of a core, and sent 95 % of its calls less than ${most(({ lateMs }) => lateMs).toFixed(0)} ms late`;
	const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, ${settings.length > 0 ? `\`${settings.join(' ')}\`` : "n8n's settings as they come"}`;
	const others =
		loadBefore > cpus().length ? ', **beside other work, so that ratios count and rates do not**' : '';
	const run = `${steps.length} steps of ${seconds} s${others}; load average ${loadBefore.toFixed(1)} before the start, ${load} at the steps`;
	return `${machine}. ${run}. ${generator}; ${refused} calls were not answered 200.`;
}

function idleRows({ title, groups, idle }: Measured): Row[] {
	const steps = groups.flatMap((group) => group.steps);
	return [...idle].map(([name, ms]) => {
		const most = Math.max(...steps.map(({ memory }) => memory.get(name) ?? 0));
		return [title, name, ms.toFixed(0), most.toFixed(0)];
	});
}

function pictures(plots: readonly Drawn[][]): string {
	const cells = plots.map((kind) => kind.map(({ file, title }) => `![${title}](images/${file})`));
	return cells.map((kind) => kind.join('\n\n')).join('\n\n');
}

export interface Conditions {
	plan: Plan;
	/** Of each step. */
	seconds: number;
	/** Of n8n, beside its own: `NAME=VALUE`. */
	settings: readonly string[];
	/** Of the machine before anything was started. */
	loadBefore: number;
}

export function reportOf(measured: readonly Measured[], given: Conditions): Report {
	const groups = measured.flatMap((each) => each.groups);
	const pairs = measured.flatMap((each) => {
		const [one, two] = each.groups;
		return one && two ? [[one, two] as const] : [];
	});
	const plots = plotsOf(measured);
	const load = [
		conditions(
			groups.flatMap(({ steps }) => steps),
			given,
		),
		goalTable(groups, pairs),
		costTable(groups),
		kneeTable(groups),
		pictures(plots),
		'CPU ms of a call by process, at the highest load that was held:',
		roleTable(groups),
		'When nobody calls, which is left out above, and the most memory that each process had:',
		table(['', 'process', 'CPU ms a second', 'MB'], measured.flatMap(idleRows)),
	];
	const cluster = pairs.flatMap(([one, two]) => [
		clusterTable(one, given.plan),
		'Two webhook processors, told from one at half the rate, beside what was measured:',
		predictionTable(one, two, 2),
	]);
	const parts = new Map([['load', load.join('\n\n')]]);
	if (cluster.length > 0) parts.set('cluster', cluster.join('\n\n'));
	return { parts, plots: plots.flat() };
}
