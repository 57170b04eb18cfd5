/** Raises the load step by step, each step for all who held the one before, by turns. */
import { isClose, isHeld } from './knee.ts';
import { idleOf, type SenderName, SENDERS, type Step, takeStep } from './step.ts';
import type { Setup } from './setups.ts';

const WARM_UP = { perSecond: 4, seconds: 6 };

/** Who is called, and how many processes share the calls. */
export interface Climber {
	sender: SenderName;
	processors: number;
}

export interface LadderOptions {
	climbers: readonly Climber[];
	/** Calls a second, rising. */
	rates: readonly number[];
	/** For each step. */
	seconds: number;
	onStep: (step: Step) => void;
}

export interface Climbed {
	/** CPU milliseconds a second of each process when nobody calls. */
	idle: ReadonlyMap<string, number>;
	steps: Step[];
}

const titleOf = ({ sender, processors }: Climber) => `${SENDERS[sender].title}, ${processors}`;

/** A process answers its first calls slowly: code is compiled, connections are opened. */
async function warmUp(setup: Setup, climbers: readonly Climber[]): Promise<void> {
	const processors = Math.max(...climbers.map((climber) => climber.processors));
	for (const sender of new Set(climbers.map((climber) => climber.sender))) {
		await takeStep(setup, { sender, processors, ...WARM_UP, idle: new Map() });
	}
}

export async function climb(
	setup: Setup,
	{ climbers, rates, seconds, onStep }: LadderOptions,
): Promise<Climbed> {
	await warmUp(setup, climbers);
	const idle = await idleOf(setup);
	const steps: Step[] = [];
	const fallen = new Set<string>();
	const attempt = async (climber: Climber, perSecond: number): Promise<Step> => {
		const step = await takeStep(setup, { ...climber, perSecond, seconds, idle });
		steps.push(step);
		onStep(step);
		return step;
	};
	for (const [index, perSecond] of rates.entries()) {
		const left = climbers.filter((climber) => !fallen.has(titleOf(climber)));
		// By turns first and last, so that nobody gains from what changes with time.
		for (const climber of index % 2 === 0 ? left : left.toReversed()) {
			let step = await attempt(climber, perSecond);
			if (!isHeld(step) && isClose(step)) step = await attempt(climber, perSecond);
			if (!isHeld(step)) fallen.add(titleOf(climber));
		}
	}
	return { idle, steps };
}
