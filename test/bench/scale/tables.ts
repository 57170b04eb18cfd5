/** The tables of a run in Markdown. */
import { isHeld, kneeOf, ladderOf, median } from './knee.ts';
import { type Cost, type Point, predict, ROLES } from './model.ts';
import { type SenderName, SENDERS, type Step } from './step.ts';

/** The steps of one shape of n8n with the same number of processes that take calls. */
export interface Group {
	title: string;
	steps: readonly Step[];
}

/** A shape of n8n and its ladder. */
export interface Measured {
	title: string;
	/** The same n8n with one and with more of its processes called. */
	groups: readonly Group[];
	/** CPU milliseconds a second of each process when nobody calls. */
	idle: ReadonlyMap<string, number>;
}

export type Row = readonly string[];

export function table(head: Row, rows: readonly Row[]): string {
	const line = (cells: Row) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** CPU milliseconds of a call in all processes. */
export const totalOf = (cost: Cost) => ROLES.reduce((sum, role) => sum + cost[role], 0);

export const stepsOf = (group: Group, sender: SenderName) =>
	group.steps.filter((step) => step.sender === sender);

/** Loads that were held, by their rate. */
export const heldOf = (group: Group, sender: SenderName) =>
	new Map(
		ladderOf(stepsOf(group, sender)).flatMap((step) => (isHeld(step) ? [[step.offered, step] as const] : [])),
	);

export const pointsOf = (group: Group, sender: SenderName): Point[] =>
	[...heldOf(group, sender).values()].map(({ offered, cost }) => ({ perSecond: offered, cost }));

/** What one step is to another one at the same rate, over all rates that both held. */
export function ratios(
	over: ReadonlyMap<number, Step>,
	under: ReadonlyMap<number, Step>,
	figure: (step: Step) => number,
): number[] {
	return [...over].flatMap(([rate, step]) => {
		const other = under.get(rate);
		return other ? [figure(step) / figure(other)] : [];
	});
}

/** Median, lowest and highest. */
export function spread(values: readonly number[], digits = 2): string {
	if (values.length === 0) return '–';
	const show = (value: number) => value.toFixed(digits);
	return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}

const SHOWN: readonly SenderName[] = ['n8n', 'own', 'finishing', 'filtered'];

/** What a call costs, each at the same rates beside n8n's own trigger and beside the trigger as it comes. */
export function costTable(groups: readonly Group[]): string {
	const rows = groups.flatMap((group) =>
		SHOWN.flatMap((sender) => {
			const held = heldOf(group, sender);
			if (held.size === 0) return [];
			const cpu = ({ cost }: Step) => totalOf(cost);
			const beside = (other: SenderName) =>
				other === sender ? '1' : spread(ratios(held, heldOf(group, other), cpu));
			const each = (figure: (step: Step) => number, digits: number) =>
				spread([...held.values()].map(figure), digits);
			return [
				[
					group.title,
					SENDERS[sender].title,
					beside('n8n'),
					beside('own'),
					each(cpu, 0),
					each(({ busiest }) => busiest, 0),
					each(({ executions = NaN }) => executions, 2).replace(/NaN.*/, '–'),
				],
			];
		}),
	);
	return table(
		[
			'',
			'trigger',
			"CPU of a call, to n8n's own",
			'to when taken over',
			'CPU ms of a call',
			'of it the busiest process',
			'executions per call',
		],
		rows,
	);
}

export function kneeTable(groups: readonly Group[]): string {
	const rows = groups.flatMap((group) =>
		SHOWN.flatMap((sender) => {
			const { held, failed } = kneeOf(stepsOf(group, sender));
			if (!held && !failed) return [];
			const latencies = ({ p50, p95, p99 }: Step) => [p50, p95, p99].map((ms) => ms.toFixed(0)).join(' / ');
			return [
				[
					group.title,
					SENDERS[sender].title,
					held ? String(held.offered) : 'none',
					held ? latencies(held) : '–',
					held ? held.cores.toFixed(1) : '–',
					failed ? String(failed.offered) : 'not reached',
					failed ? failed.answered.toFixed(1) : '–',
					failed ? latencies(failed) : '–',
				],
			];
		}),
	);
	return table(
		[
			'',
			'trigger',
			'holds calls/s',
			'p50 / p95 / p99 ms',
			'cores busy',
			'does not hold',
			'answered/s then',
			'p50 / p95 / p99 ms then',
		],
		rows,
	);
}

/** CPU by process at the highest load that was held. */
export function roleTable(groups: readonly Group[]): string {
	const rows = groups.flatMap((group) =>
		SHOWN.flatMap((sender) => {
			const { held } = kneeOf(stepsOf(group, sender));
			if (!held) return [];
			const { cost } = held;
			return [
				[
					group.title,
					SENDERS[sender].title,
					String(held.offered),
					...ROLES.map((role) => cost[role].toFixed(1)),
					cost.writes.toFixed(1),
					cost.walKb.toFixed(1),
				],
			];
		}),
	);
	const head = ['webhook processors', 'workers', 'main', 'PostgreSQL', 'Redis'];
	return table(['', 'trigger', 'calls/s', ...head, 'writing transactions per call', 'WAL kB per call'], rows);
}

/** How many times as many calls one CPU second of the busiest processor is worth when several share them. */
export function scalingOf(one: Group, several: Group, sender: SenderName): number[] {
	return ratios(heldOf(one, sender), heldOf(several, sender), ({ busiest }) => busiest);
}

/** Several processors, told from one at its share of the rate, beside what was measured. */
export function predictionTable(one: Group, several: Group, processors: number): string {
	const senders: readonly SenderName[] = ['n8n', 'own', 'finishing'];
	const rows = senders.flatMap((sender) =>
		predict(pointsOf(one, sender), pointsOf(several, sender), processors).map(
			({ perSecond, predicted, measured }) => {
				const compare = (figure: (cost: Cost) => number) => {
					const [told, found] = [figure(predicted), figure(measured)];
					return `${told.toFixed(1)} / ${found.toFixed(1)} (${(100 * (told / found - 1)).toFixed(0)} %)`;
				};
				return [
					SENDERS[sender].title,
					String(perSecond),
					compare(totalOf),
					compare(({ webhook }) => webhook),
					compare(({ worker }) => worker),
					compare(({ postgres }) => postgres),
					compare(({ writes }) => writes),
				];
			},
		),
	);
	return table(
		[
			'',
			'calls/s on two',
			'CPU ms of a call, told / measured (error)',
			'webhook processors',
			'workers',
			'PostgreSQL',
			'writing transactions',
		],
		rows,
	);
}
