import { z } from 'zod';
import { digits } from '../shared/identifiers.ts';
import type { ChangeableRules } from '../shared/stand-in.ts';
import { TEMPLATE_STATUSES, type Templates } from './templates.ts';

/** Figures of Meta's (Throughput; About the platform), and what a test may want otherwise. */
const DEFAULTS = {
	/** Sends of one number within a second; one more is refused with 130429. */
	messagesPerSecond: 80,
	/** Sends to one person at once; each has to be earned back before the next. One more is refused with 131056. */
	pairBurst: 45,
	/** How long it takes to earn one back. */
	pairIntervalMs: 6_000,
	/** Marketing templates that one person gets within 24 hours, whoever sends; those above fail with 131049. Null for no limit. */
	marketingPerDay: null,
	/** False makes `/messages` refuse marketing templates with 131063. */
	marketingOnMessages: true,
	/** Everybody has WhatsApp, also numbers that are nobody's in this world. */
	strangersReachable: false,
	/** No message fails for a closed window. */
	ignoresWindow: false,
	/** Phone numbers without WhatsApp: 131026. */
	unreachable: [],
	/** Phone numbers of people who stopped marketing: 131050. */
	marketingStopped: [],
} satisfies Values;

interface Values {
	messagesPerSecond: number;
	pairBurst: number;
	pairIntervalMs: number;
	marketingPerDay: number | null;
	marketingOnMessages: boolean;
	strangersReachable: boolean;
	ignoresWindow: boolean;
	unreachable: readonly string[];
	marketingStopped: readonly string[];
}

const Count = z.number().int().min(1).max(100_000);
const PhoneNumbers = z.array(z.string().max(40)).max(100_000);

const Wish = z
	.object({
		messagesPerSecond: Count,
		pairBurst: Count,
		pairIntervalMs: z.number().int().min(0).max(3_600_000),
		marketingPerDay: Count.nullable(),
		marketingOnMessages: z.boolean(),
		strangersReachable: z.boolean(),
		ignoresWindow: z.boolean(),
		unreachable: PhoneNumbers,
		marketingStopped: PhoneNumbers,
		/** Statuses of templates by their names. */
		templates: z.record(z.enum(TEMPLATE_STATUSES)),
	})
	.partial()
	.strict();

/** How strict the stand-in is. Can be changed while it runs. */
export class Rules implements ChangeableRules {
	readonly #templates: Templates;
	#values: Values = DEFAULTS;
	#unreachable: ReadonlySet<string> = new Set();
	readonly #stopped = new Set<string>();

	constructor(templates: Templates) {
		this.#templates = templates;
	}

	get values(): Readonly<Values> {
		return this.#values;
	}

	isUnreachable(to: string): boolean {
		return this.#unreachable.has(digits(to));
	}

	hasStoppedMarketing(to: string): boolean {
		return this.#stopped.has(digits(to));
	}

	stopMarketing(phoneNumber: string, stops: boolean): void {
		if (stops) this.#stopped.add(digits(phoneNumber));
		else this.#stopped.delete(digits(phoneNumber));
	}

	read() {
		const templates = this.#templates.all.map(({ name, language, status }) => ({ name, language, status }));
		return {
			...this.#values,
			marketingStopped: [...this.#stopped].map((number) => `+${number}`),
			templates,
		};
	}

	change(wish: unknown): void {
		const { templates = {}, ...values } = Wish.parse(wish);
		this.#values = { ...this.#values, ...Object.fromEntries(Object.entries(values)) };
		if (values.unreachable) this.#unreachable = new Set(values.unreachable.map(digits));
		if (values.marketingStopped) {
			this.#stopped.clear();
			for (const number of values.marketingStopped) this.#stopped.add(digits(number));
		}
		for (const [name, status] of Object.entries(templates)) this.#templates.setStatus(name, status);
	}

	reset(): void {
		this.#values = DEFAULTS;
		this.#unreachable = new Set();
		this.#stopped.clear();
		this.#templates.reset();
	}
}
