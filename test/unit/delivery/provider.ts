import type { DeliveryError } from '../../../core/events';
import type { Reach } from '../../../core/http/reach';
import type { Attempt, Job, Outcome } from '../../../core/delivery/job';
import type { VirtualTime } from './virtual-time';

export function errorOf(code: string, more: Partial<DeliveryError> = {}): DeliveryError {
	return {
		code,
		title: `Error ${code}`,
		detail: '',
		cause: 'unknown',
		retryable: false,
		advice: 'Do something.',
		...more,
	};
}

export const THROTTLED = errorOf('throttled', { cause: 'rateLimited', retryable: true });
export const PAIR_LIMIT = errorOf('pair', { cause: 'rateLimited', retryable: true, retryAfterMs: 6000 });
export const DOWN = errorOf('down', { cause: 'temporarilyUnavailable', retryable: true });
export const MAINTENANCE = errorOf('maintenance', {
	cause: 'temporarilyUnavailable',
	retryable: true,
	retryAfterMs: 60_000,
});
export const UNREACHABLE = errorOf('unreachable', { cause: 'recipientUnreachable' });
export const UNREGISTERED = errorOf('unregistered', { cause: 'configurationInvalid' });
export const BAD_TOKEN = errorOf('token', { cause: 'credentialInvalid' });

const REACHES: Readonly<Record<string, Reach>> = {
	throttled: 'sender',
	maintenance: 'sender',
	unregistered: 'sender',
	token: 'account',
};

export function reachOf({ code }: DeliveryError): Reach {
	return REACHES[code] ?? 'message';
}

/** What the provider does with a message besides counting it. `lost`: it takes the message and the answer gets lost. */
export type Behaviour = DeliveryError | 'refused' | 'lost' | 'vanished' | undefined;

export interface Call {
	at: number;
	sender: string;
	size: number;
}

interface Rules {
	/** Messages within a second, ends included. */
	perSecond?: number;
	/** Milliseconds between two messages to one person, and how many may come ahead. */
	pair?: { everyMs: number; burst: number };
	latencyMs?: () => number;
	behave?: (message: string, attempt: number, job: Job<string>) => Behaviour;
}

/** A provider as its documentation has it: strict limits, and a memory of everything that it accepted. */
export class SimulatedProvider {
	readonly accepted: string[] = [];

	readonly calls: Call[] = [];

	readonly throttled: string[] = [];

	private readonly arrivals = new Map<string, number[]>();

	private readonly pairs = new Map<string, number>();

	private readonly attempts = new Map<string, number>();

	mostAtOnce = 0;

	private atOnce = 0;

	constructor(
		private readonly time: VirtualTime,
		private readonly rules: Rules = {},
	) {}

	readonly attempt: Attempt<string, string> = async (call) => {
		const [first] = call;
		this.calls.push({ at: this.time.now(), sender: first?.sender ?? '', size: call.length });
		this.atOnce += 1;
		this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
		const outcomes = call.map((one) => this.take(one));
		await this.time.sleep(this.rules.latencyMs?.() ?? 0);
		this.atOnce -= 1;
		return outcomes;
	};

	private take(job: Job<string>): Outcome<string> {
		const { payload: message } = job;
		const attempt = (this.attempts.get(message) ?? 0) + 1;
		this.attempts.set(message, attempt);
		const behaviour = this.rules.behave?.(message, attempt, job);
		if (behaviour === 'refused') return { outcome: 'refused', reason: 'No connection' };
		if (behaviour === 'vanished') return { outcome: 'unknown', reason: 'Timed out' };
		const limit = this.limitHit(job.sender, job.recipient);
		if (limit !== undefined) {
			this.throttled.push(message);
			return { outcome: 'rejected', error: limit };
		}
		if (typeof behaviour === 'object') return { outcome: 'rejected', error: behaviour };
		this.accepted.push(message);
		return behaviour === 'lost'
			? { outcome: 'unknown', reason: 'Timed out' }
			: { outcome: 'accepted', receipt: `id of ${message}` };
	}

	private limitHit(sender: string, recipient: string): DeliveryError | undefined {
		const { perSecond = Infinity, pair } = this.rules;
		const now = this.time.now();
		const recent = (this.arrivals.get(sender) ?? []).filter((at) => at >= now - 1000);
		if (recent.length >= perSecond) return THROTTLED;
		if (pair !== undefined) {
			const fullAt = Math.max(now, this.pairs.get(`${sender} ${recipient}`) ?? now);
			if (fullAt > now + (pair.burst - 1) * pair.everyMs) return PAIR_LIMIT;
			this.pairs.set(`${sender} ${recipient}`, fullAt + pair.everyMs);
		}
		if (perSecond !== Infinity) this.arrivals.set(sender, [...recent, now]);
		return undefined;
	}
}
