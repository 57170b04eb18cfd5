/** The plots of a run: answered calls, time to the answer and CPU of a call, by the rate of calls. */
import { BOUNDS, ladderOf } from './knee.ts';
import { type Plot, type Series, svgOf } from './plot.ts';
import { type SenderName, SENDERS, type Step } from './step.ts';
import { type Measured, stepsOf, totalOf } from './tables.ts';

const PLOTTED: readonly SenderName[] = ['n8n', 'own', 'finishing'];

/** One line for each trigger and number of processes that were called. */
function linesOf({ groups }: Measured, figure: (step: Step) => number): Series[] {
	return groups.flatMap((group, index) =>
		PLOTTED.map((sender) => ({
			name: groups.length > 1 ? `${SENDERS[sender].title}, on ${index + 1}` : SENDERS[sender].title,
			points: ladderOf(stepsOf(group, sender)).map((step) => ({ x: step.offered, y: figure(step) })),
		})),
	);
}

/** A broken line from no calls to the most that were made. */
function reference({ groups }: Measured, name: string, at: (rate: number) => number): Series {
	const highest = Math.max(...groups.flatMap(({ steps }) => steps.map(({ offered }) => offered)));
	return { name, isReference: true, points: [0, highest].map((rate) => ({ x: rate, y: at(rate) })) };
}

const KINDS: Readonly<Record<string, (measured: Measured) => Omit<Plot, 'x'>>> = {
	answered: (measured) => ({
		title: `${measured.title}: calls answered`,
		y: 'calls answered a second',
		series: [...linesOf(measured, (step) => step.answered), reference(measured, 'all', (rate) => rate)],
	}),
	p95: (measured) => ({
		title: `${measured.title}: time to the answer`,
		y: '95th percentile, ms',
		yMax: 2 * BOUNDS.p95Ms,
		series: [...linesOf(measured, (step) => step.p95), reference(measured, 'bound', () => BOUNDS.p95Ms)],
	}),
	cpu: (measured) => ({
		title: `${measured.title}: CPU of a call, all processes`,
		y: 'CPU ms of a call',
		series: linesOf(measured, ({ cost }) => totalOf(cost)),
	}),
};

export interface Drawn {
	/** Such as `scale-one-process-p95.svg`. */
	file: string;
	title: string;
	svg: string;
}

/** By kind of plot, one for each shape of n8n. */
export function plotsOf(all: readonly Measured[]): Drawn[][] {
	return Object.entries(KINDS).map(([kind, plot]) =>
		all.map((measured) => {
			const drawn = { ...plot(measured), x: 'calls offered a second' };
			const shape = measured.title.toLowerCase().replaceAll(' ', '-');
			return { file: `scale-${shape}-${kind}.svg`, title: drawn.title, svg: svgOf(drawn) };
		}),
	);
}
