import { guarded, type Route } from '../../shared/api.ts';
import { tooManyRequests } from '../errors.ts';

const SECOND_MS = 1_000;

/** Calls that an account may make at once, and how many come back each second (Infobip OpenAPI 3.210.0, throttling). */
const LIMITS: readonly (readonly [
	method: Route['method'],
	path: RegExp,
	burst: number,
	perSecond: number,
])[] = [
	['GET', /^\/numbers\/1\/numbers\/available$/, 2, 1],
	['GET', /^\/numbers\/1\/numbers$/, 2, 1],
	['POST', /^\/numbers\/1\/numbers$/, 1, 1],
	['DELETE', /^\/numbers\/1\/numbers\//, 1, 1],
	['POST', /^\/resource-management\//, 10, 2],
	['GET', /^\/resource-management\//, 2, 2],
	['DELETE', /^\/resource-management\//, 1, 1],
	['GET', /^\/platform\/1\/blocklists$/, 1, 1],
	['POST', /^\/platform\/1\/blocklists$/, 1, 1],
	['DELETE', /^\/platform\/1\/blocklists$/, 1, 1],
	['GET', /^\/whatsapp\/1\/templates$/, 15, 15],
	['GET', /^\/whatsapp\/1\/senders\/quality$/, 10, 10],
];

interface Surroundings {
	now: () => number;
	rules: { readonly values: { readonly isPaced: boolean } };
}

/** Refuses calls that come faster than the account may call. */
export class Pace {
	readonly #around: Surroundings;
	/** Calls that are left of each limit, and when that was counted. */
	readonly #left = new Map<number, { calls: number; at: number }>();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#left.clear();
	}

	limited(route: Route): Route {
		return guarded(route, ({ path }) => {
			const index = LIMITS.findIndex(([method, pattern]) => method === route.method && pattern.test(path));
			if (index !== -1 && !this.#take(index)) throw tooManyRequests();
		});
	}

	#take(index: number): boolean {
		const [, , burst = 0, perSecond = 0] = LIMITS[index] ?? [];
		const { now, rules } = this.#around;
		if (!rules.values.isPaced) return true;
		const at = now();
		const { calls, at: before } = this.#left.get(index) ?? { calls: burst, at };
		const left = Math.min(burst, calls + ((at - before) / SECOND_MS) * perSecond);
		this.#left.set(index, { calls: left < 1 ? left : left - 1, at });
		return left >= 1;
	}
}
