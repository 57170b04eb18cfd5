/** An answer of a provider's API. */
export interface Answer {
	status: number;
	/** Error code of the provider, for the ledger. */
	code?: string | number | undefined;
	headers?: Record<string, string> | undefined;
	/** JSON, the text of an HTML page, or the bytes of a file; undefined for none. */
	body?: unknown;
}

export type Effect =
	| { kind: 'answer'; answer: () => Answer }
	| { kind: 'hang'; accepts: boolean }
	| { kind: 'reset'; accepts: boolean }
	/** Takes hold elsewhere: where messages are delivered, or webhooks go out. */
	| { kind: 'other' };

export interface FaultRow {
	/** Where the fault takes hold: calls of the API, sent messages after their acceptance, or webhooks on their way out. */
	stage: 'call' | 'delivery' | 'webhook';
	effect: Effect;
	/** For a person choosing one. */
	title: string;
	/** Hits every call, not only sends. */
	everywhere?: true;
}

const BAD_GATEWAY =
	'<!DOCTYPE html><html lang="en"><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>';

/** What can go wrong with every provider. */
export const COMMON_FAULTS = {
	badGateway: {
		stage: 'call',
		effect: { kind: 'answer', answer: () => ({ status: 502, body: BAD_GATEWAY }) },
		title: 'Bad gateway: HTML, HTTP 502',
	},
	hang: { stage: 'call', effect: { kind: 'hang', accepts: false }, title: 'No answer, not accepted' },
	hangAfterAccepting: {
		stage: 'call',
		effect: { kind: 'hang', accepts: true },
		title: 'No answer, accepted',
	},
	reset: {
		stage: 'call',
		effect: { kind: 'reset', accepts: false },
		title: 'Connection reset, not accepted',
	},
	resetAfterAccepting: {
		stage: 'call',
		effect: { kind: 'reset', accepts: true },
		title: 'Connection reset, accepted',
	},
	duplicateWebhook: { stage: 'webhook', effect: { kind: 'other' }, title: 'Webhook delivered twice' },
	wrongSignature: {
		stage: 'webhook',
		effect: { kind: 'other' },
		title: 'Webhook with a wrong signature or password',
	},
} as const satisfies Record<string, FaultRow>;

export type CommonFault = keyof typeof COMMON_FAULTS;

/** How often a fault still applies. */
export type Times = number | 'always';

export interface ActiveFault {
	fault: string;
	title: string;
	times: Times;
}

/** The faults that are switched on. Where several fit, the one that was switched on first is used up first. */
export class Faults<Name extends string = string> {
	/** Everything that the stand-in can be told to do wrong. */
	readonly table: Readonly<Record<Name, FaultRow>>;
	readonly #active = new Map<Name, Times>();
	readonly #changed: () => void;
	/** In percent. */
	#shares: ReadonlyMap<Name, number> = new Map();
	#seed = 1;
	/** One sequence for calls, one for each fault of another stage, so that they do not disturb each other. */
	readonly #draws = new Map<string, () => number>();
	#latencyMs: number;

	constructor(table: Readonly<Record<Name, FaultRow>>, latencyMs: number, changed: () => void) {
		this.table = table;
		this.#latencyMs = latencyMs;
		this.#changed = changed;
	}

	/** Added to every answer of the API, in milliseconds. */
	get latencyMs(): number {
		return this.#latencyMs;
	}

	set latencyMs(ms: number) {
		this.#latencyMs = ms;
		this.#changed();
	}

	/** Lets `fault` happen the next `times` times; 0 switches it off. */
	set(fault: Name, times: Times = 1): void {
		this.#active.delete(fault);
		if (times !== 0) this.#active.set(fault, times);
		this.#changed();
	}

	/**
	 * Lets each fault hit so many percent of all sends or webhooks from now on, in place of earlier shares. The same seed hits the same
	 * ones again, counted in the order in which they come.
	 */
	share(shares: ReadonlyMap<Name, number>, seed: number): void {
		this.#shares = new Map(shares);
		this.#seed = seed;
		this.#draws.clear();
		this.#changed();
	}

	get shares(): Record<string, number> {
		return Object.fromEntries(this.#shares);
	}

	get seed(): number {
		return this.#seed;
	}

	clear(): void {
		this.#active.clear();
		this.#shares = new Map();
		this.#draws.clear();
		this.#latencyMs = 0;
		this.#changed();
	}

	list(): ActiveFault[] {
		return [...this.#active].map(([fault, times]) => ({ fault, title: this.table[fault].title, times }));
	}

	/** The fault for a call of the API, used up by asking. `isSend` tells sends from all other calls. */
	takeForCall(isSend: boolean): { fault: Name; effect: Effect } | undefined {
		for (const fault of this.#active.keys()) {
			const { stage, everywhere, effect } = this.table[fault];
			if (stage === 'call' && (isSend || everywhere) && this.#useUp(fault)) return { fault, effect };
		}
		return isSend ? this.#drawForCall() : undefined;
	}

	/** Whether `fault` happens now: because it is switched on, which uses it up once, or because its share says so. */
	take(fault: Name): boolean {
		if (this.#useUp(fault)) return true;
		const percent = this.#shares.get(fault);
		return percent !== undefined && this.#draw(fault) < percent;
	}

	/** One draw decides among all shares, so that they do not overlap. */
	#drawForCall(): { fault: Name; effect: Effect } | undefined {
		const shares = [...this.#shares].filter(([name]) => this.table[name].stage === 'call');
		if (shares.length === 0) return undefined;
		let rest = this.#draw('call');
		for (const [fault, percent] of shares) {
			rest -= percent;
			if (rest < 0) return { fault, effect: this.table[fault].effect };
		}
		return undefined;
	}

	/** The next number of a sequence, from 0 up to 100. */
	#draw(sequence: string): number {
		const next = this.#draws.get(sequence) ?? randomNumbers(this.#seed, sequence);
		this.#draws.set(sequence, next);
		return next() * 100;
	}

	#useUp(fault: Name): boolean {
		const times = this.#active.get(fault);
		if (times === undefined) return false;
		if (times === 1) this.#active.delete(fault);
		else if (times !== 'always') this.#active.set(fault, times - 1);
		this.#changed();
		return true;
	}
}

/** Numbers from 0 up to 1 that look random and are the same for the same seed and name: a linear congruential generator modulo 2^32. */
function randomNumbers(seed: number, name: string): () => number {
	let state = [...name].reduce((sum, letter) => next(sum ^ (letter.codePointAt(0) ?? 0)), seed >>> 0);
	return () => {
		state = next(state);
		return state / 2 ** 32;
	};
}

function next(state: number): number {
	return (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
}
