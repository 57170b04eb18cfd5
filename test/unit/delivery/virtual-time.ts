import { DueList } from '../../../core/delivery/due-list';
import type { Effects } from '../../../core/delivery/clockwork';

/** A number of 0 to 1 that looks random and is the same in every run (Park and Miller's generator). */
export function seededRandom(seed: number): () => number {
	let state = (seed % 2_147_483_646) + 1;
	return () => {
		state = (state * 16_807) % 2_147_483_647;
		return (state - 1) / 2_147_483_646;
	};
}

/** Time that passes only while everybody sleeps. */
export class VirtualTime {
	private readonly sleepers = new DueList<() => void>();

	constructor(
		private time = 0,
		private readonly random: () => number = () => 0,
		/** How late timers may come. */
		private readonly latenessMs = 0,
	) {}

	readonly now = () => this.time;

	readonly sleep = (ms: number): Promise<void> =>
		new Promise((resolve) => {
			this.sleepers.add(this.time + Math.max(0, ms), resolve);
		});

	/** Somebody works without sleeping. */
	readonly spend = (ms: number): void => {
		this.time += ms;
	};

	/** Sleep as timers give it, whole milliseconds and late. */
	get effects(): Effects {
		return {
			now: this.now,
			sleep: (ms) => this.sleep(Math.ceil(ms) + Math.floor(this.random() * this.latenessMs)),
			random: this.random,
			yieldThread: () => Promise.resolve(),
		};
	}

	/** Lets time pass until the work is done. */
	async pass<Value>(work: Promise<Value>): Promise<Value> {
		const state = { isDone: false };
		const end = () => {
			state.isDone = true;
		};
		work.then(end, end);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (state.isDone) return await work;
			const next = this.sleepers.nextAt;
			if (next === Infinity) throw new Error('Everybody waits and nobody will wake them');
			this.time = Math.max(this.time, next);
			for (let wake = this.sleepers.takeDue(this.time); wake; wake = this.sleepers.takeDue(this.time)) wake();
		}
	}
}
