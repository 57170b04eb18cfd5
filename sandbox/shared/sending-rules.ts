import { z } from 'zod';
import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import { digits } from './identifiers.ts';
import type { ChangeableRules } from './stand-in.ts';

const SECOND_MS = 1_000;

interface Values {
	/** Calls that send, within a second; one more is refused. */
	callsPerSecond: number;
	/** Everybody can be reached, also numbers that are nobody's in this world. */
	strangersReachable: boolean;
	/** No message fails for a closed window. */
	ignoresWindow: boolean;
	/** Phone numbers that cannot be reached. */
	unreachable: readonly string[];
	/** Phone numbers that can be reached by SMS only. */
	withoutWhatsApp: readonly string[];
}

const PhoneNumbers = z.array(z.string().max(40)).max(100_000);

const Wish = z
	.object({
		callsPerSecond: z.number().int().min(1).max(100_000),
		strangersReachable: z.boolean(),
		ignoresWindow: z.boolean(),
		unreachable: PhoneNumbers,
		withoutWhatsApp: PhoneNumbers,
	})
	.partial()
	.strict();

/** How strict a stand-in of SMS and WhatsApp is. Can be changed while it runs. */
export class SendingRules implements ChangeableRules {
	readonly #defaults: Values;
	readonly #now: () => number;
	#values: Values;
	#unreachable: ReadonlySet<string> = new Set();
	#withoutWhatsApp: ReadonlySet<string> = new Set();
	/** Times of the calls within the last second. */
	#calls: number[] = [];

	constructor(callsPerSecond: number, now: () => number) {
		this.#now = now;
		this.#defaults = {
			callsPerSecond,
			strangersReachable: false,
			ignoresWindow: false,
			unreachable: [],
			withoutWhatsApp: [],
		};
		this.#values = this.#defaults;
	}

	get ignoresWindow(): boolean {
		return this.#values.ignoresWindow;
	}

	/** Counts a call that sends; false where there were enough within a second. */
	takeCall(): boolean {
		const at = this.#now();
		this.#calls = this.#calls.filter((time) => at - time < SECOND_MS);
		if (this.#calls.length >= this.#values.callsPerSecond) return false;
		this.#calls.push(at);
		return true;
	}

	isReachable(
		channel: SandboxLine['channel'],
		{ customer, to }: { customer: SandboxCustomer | undefined; to: string },
	): boolean {
		const number = digits(customer?.phoneNumber ?? to);
		if (this.#unreachable.has(number)) return false;
		if (channel === 'whatsapp' && this.#withoutWhatsApp.has(number)) return false;
		return customer !== undefined || this.#values.strangersReachable;
	}

	read(): Values {
		return this.#values;
	}

	change(wish: unknown): void {
		this.#set({ ...this.#values, ...Wish.parse(wish) });
	}

	reset(): void {
		this.#set(this.#defaults);
		this.#calls = [];
	}

	#set(values: Values): void {
		this.#values = values;
		this.#unreachable = new Set(values.unreachable.map(digits));
		this.#withoutWhatsApp = new Set(values.withoutWhatsApp.map(digits));
	}
}
