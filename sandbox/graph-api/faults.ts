import type { ErrorName } from './errors.ts';

/** Where a fault takes hold: calls of the Graph API, sent messages after their acceptance, or webhooks on their way out. */
type Stage = 'call' | 'delivery' | 'webhook';

export type Effect =
	| { kind: 'error'; error: ErrorName }
	| { kind: 'page' }
	| { kind: 'hang'; accepts: boolean }
	| { kind: 'reset'; accepts: boolean }
	| { kind: 'other' };

interface FaultRow {
	stage: Stage;
	effect: Effect;
	/** For a person choosing one. */
	title: string;
	/** Hits every call, not only sends. */
	everywhere?: true;
}

const error = (name: ErrorName): Effect => ({ kind: 'error', error: name });

/** Everything that the stand-in can be told to do wrong. */
export const FAULTS = {
	rateLimited: { stage: 'call', effect: error('rateLimited'), title: 'Throttled: code 130429, HTTP 400' },
	accountRateLimited: {
		stage: 'call',
		effect: error('accountRateLimited'),
		title: 'Throttled account: code 80007, HTTP 400',
	},
	tooManyRequests: { stage: 'call', effect: error('tooManyRequests'), title: 'Throttled: HTTP 429' },
	serverError: { stage: 'call', effect: error('serverError'), title: 'Server error: code 131000, HTTP 500' },
	badGateway: { stage: 'call', effect: { kind: 'page' }, title: 'Bad gateway: HTML, HTTP 502' },
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
	tokenExpired: {
		stage: 'call',
		effect: error('tokenExpired'),
		title: 'Access token expired: code 190',
		everywhere: true,
	},
	permissionMissing: {
		stage: 'call',
		effect: error('permissionMissing'),
		title: 'Permission missing: code 200',
		everywhere: true,
	},
	windowClosed: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: '24-hour window closed: failed, code 131047',
	},
	undeliverable: {
		stage: 'delivery',
		effect: { kind: 'other' },
		title: 'Undeliverable: failed, code 131026',
	},
	duplicateWebhook: { stage: 'webhook', effect: { kind: 'other' }, title: 'Webhook delivered twice' },
	wrongSignature: { stage: 'webhook', effect: { kind: 'other' }, title: 'Webhook with a wrong signature' },
} as const satisfies Record<string, FaultRow>;

export type Fault = keyof typeof FAULTS;

/** How often a fault still applies. */
export type Times = number | 'always';

export interface ActiveFault {
	fault: Fault;
	title: string;
	times: Times;
}

export function isFault(name: string): name is Fault {
	return Object.hasOwn(FAULTS, name);
}

/** The faults that are switched on. Where several fit, the one that was switched on first is used up first. */
export class Faults {
	readonly #active = new Map<Fault, Times>();
	readonly #changed: () => void;
	#latencyMs: number;

	constructor(latencyMs: number, changed: () => void) {
		this.#latencyMs = latencyMs;
		this.#changed = changed;
	}

	/** Added to every answer of the Graph API, in milliseconds. */
	get latencyMs(): number {
		return this.#latencyMs;
	}

	set latencyMs(ms: number) {
		this.#latencyMs = ms;
		this.#changed();
	}

	/** Lets `fault` happen the next `times` times; 0 switches it off. */
	set(fault: Fault, times: Times = 1): void {
		this.#active.delete(fault);
		if (times !== 0) this.#active.set(fault, times);
		this.#changed();
	}

	clear(): void {
		this.#active.clear();
		this.#latencyMs = 0;
		this.#changed();
	}

	list(): ActiveFault[] {
		return [...this.#active].map(([fault, times]) => ({ fault, title: FAULTS[fault].title, times }));
	}

	/** The fault for a call of the Graph API, used up by asking. `isSend` tells sends from all other calls. */
	takeForCall(isSend: boolean): { fault: Fault; effect: Effect } | undefined {
		for (const fault of this.#active.keys()) {
			const row: FaultRow = FAULTS[fault];
			if (row.stage === 'call' && (isSend || row.everywhere) && this.take(fault)) {
				return { fault, effect: row.effect };
			}
		}
		return undefined;
	}

	/** Uses `fault` up once; false where it is not switched on. */
	take(fault: Fault): boolean {
		const times = this.#active.get(fault);
		if (times === undefined) return false;
		if (times === 1) this.#active.delete(fault);
		else if (times !== 'always') this.#active.set(fault, times - 1);
		this.#changed();
		return true;
	}
}
