import { z } from 'zod';
import { digits } from '../shared/identifiers.ts';
import type { ChannelFaults } from '../shared/channel-faults.ts';
import type { ChangeableRules } from '../shared/stand-in.ts';
import { CHANNEL_FAULTS, type ChannelParts } from './administration/channel-faults.ts';
import { type Templates } from './templates.ts';
import { TEMPLATE_STATUSES } from './template-definition.ts';

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
	/** How long Meta reviews a template or a display name. */
	reviewMs: 2_000,
	/** What a person reads on the number's phone after a code was requested. */
	verificationCode: '123456',
	/** Wrong PINs that lock a number, and for how long. */
	pinGuesses: 5,
	pinLockMs: 3_600_000,
	/** Phone numbers that an account may have. */
	numbersPerAccount: 25,
	/** Names of templates and display names that do not pass their review. */
	rejectedTemplates: [],
	declinedNames: [],
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
	reviewMs: number;
	verificationCode: string;
	pinGuesses: number;
	pinLockMs: number;
	numbersPerAccount: number;
	rejectedTemplates: readonly string[];
	declinedNames: readonly string[];
}

const Count = z.number().int().min(1).max(100_000);
const Duration = z.number().int().min(0).max(3_600_000);
const Names = z.array(z.string().max(512)).max(1_000);
const isChannelFault = (name: string) => Object.hasOwn(CHANNEL_FAULTS, name);
const ChannelFaultNames = z.array(
	z.string().refine(isChannelFault, (name) => ({ message: `${name} is not a fault of a channel` })),
);
const PhoneNumbers = z.array(z.string().max(40)).max(100_000);

const Wish = z
	.object({
		messagesPerSecond: Count,
		pairBurst: Count,
		pairIntervalMs: Duration,
		marketingPerDay: Count.nullable(),
		marketingOnMessages: z.boolean(),
		strangersReachable: z.boolean(),
		ignoresWindow: z.boolean(),
		unreachable: PhoneNumbers,
		marketingStopped: PhoneNumbers,
		reviewMs: Duration,
		verificationCode: z.string().regex(/^\d{6}$/, 'has six digits'),
		pinGuesses: Count,
		pinLockMs: z.number().int().min(0).max(604_800_000),
		numbersPerAccount: Count,
		rejectedTemplates: Names,
		declinedNames: Names,
		/** Faults of the channel to switch on, and to mend as somebody does it at Meta. */
		break: ChannelFaultNames,
		repair: ChannelFaultNames,
		/** Codes with which more customers come out of Embedded Signup. */
		signupCodes: Names,
		/** Statuses of templates by their names. */
		templates: z.record(z.enum(TEMPLATE_STATUSES)),
	})
	.partial()
	.strict();

/** How strict the stand-in is. Can be changed while it runs. */
export class Rules implements ChangeableRules {
	readonly #templates: Templates;
	readonly #channel: ChannelFaults<ChannelParts>;
	readonly #addSignupCode: (code: string) => void;
	#values: Values = DEFAULTS;
	#unreachable: ReadonlySet<string> = new Set();
	readonly #stopped = new Set<string>();

	constructor(
		templates: Templates,
		channel: ChannelFaults<ChannelParts>,
		addSignupCode: (code: string) => void,
	) {
		this.#templates = templates;
		this.#channel = channel;
		this.#addSignupCode = addSignupCode;
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
			broken: this.#channel.names,
			canBreak: this.#channel.known,
		};
	}

	change(wish: unknown): void {
		const { templates = {}, break: broken = [], repair = [], signupCodes = [], ...values } = Wish.parse(wish);
		this.#values = { ...this.#values, ...Object.fromEntries(Object.entries(values)) };
		if (values.unreachable) this.#unreachable = new Set(values.unreachable.map(digits));
		if (values.marketingStopped) {
			this.#stopped.clear();
			for (const number of values.marketingStopped) this.#stopped.add(digits(number));
		}
		for (const name of repair) this.#channel.repair(name);
		for (const name of broken) this.#channel.break(name);
		for (const code of signupCodes) this.#addSignupCode(code);
		for (const [name, status] of Object.entries(templates)) this.#templates.setStatus(name, status);
	}

	reset(): void {
		this.#values = DEFAULTS;
		this.#unreachable = new Set();
		this.#stopped.clear();
		this.#templates.reset();
	}
}
