import { z } from 'zod';
import type { ChannelFaults } from './channel-faults.ts';
import type { SendingRules } from './sending-rules.ts';
import type { ChangeableRules } from './stand-in.ts';

/** The sandbox's own figures of how a channel is set up, and what a test may want otherwise. */
const DEFAULTS = {
	/** How long a template is reviewed. */
	reviewMs: 2_000,
	/** How long the provider takes to register a sender, to link a number or to change a list. */
	provisionMs: 500,
	/** What a person reads on the number's phone after a code was requested. */
	verificationCode: '123456',
	/** Names of templates that do not pass their review. */
	rejectedTemplates: [],
	/** False lifts the provider's limits on calls that set something up. */
	isPaced: true,
} satisfies Values;

interface Values {
	reviewMs: number;
	provisionMs: number;
	verificationCode: string;
	rejectedTemplates: readonly string[];
	isPaced: boolean;
}

const Duration = z.number().int().min(0).max(3_600_000);
const Names = z.array(z.string().max(512)).max(1_000);

const Own = {
	reviewMs: Duration,
	provisionMs: Duration,
	verificationCode: z.string().regex(/^\d{6}$/, 'has six digits'),
	rejectedTemplates: Names,
	isPaced: z.boolean(),
};
/** Faults of the channel to switch on, and to mend as somebody does it at the provider. */
const Switches = { break: Names, repair: Names };
const Wish = z.object({ ...Own, ...Switches }).partial();

type Switched = Pick<ChannelFaults<never>, 'known' | 'names' | 'has' | 'break' | 'repair'>;

/** How strict a stand-in is where a channel is set up, and where messages are sent. Can be changed while it runs. */
export class SetUpRules implements ChangeableRules {
	readonly #sending: SendingRules;
	readonly #channel: Switched;
	#values: Values = DEFAULTS;

	constructor(sending: SendingRules, channel: Switched) {
		this.#sending = sending;
		this.#channel = channel;
	}

	get values(): Readonly<Values> {
		return this.#values;
	}

	read() {
		const { known: canBreak, names: broken } = this.#channel;
		return { ...this.#sending.read(), ...this.#values, broken, canBreak };
	}

	change(wish: unknown): void {
		const { break: broken = [], repair = [], ...own } = Wish.parse(wish);
		this.#requireKnown([...broken, ...repair]);
		this.#sending.change(withoutKeys(wish, [...Object.keys(Own), ...Object.keys(Switches)]));
		this.#values = { ...this.#values, ...own };
		for (const name of repair) this.#channel.repair(name);
		for (const name of broken) this.#channel.break(name);
	}

	reset(): void {
		this.#sending.reset();
		this.#values = DEFAULTS;
	}

	#requireKnown(names: readonly string[]): void {
		const isKnown = (name: string) => this.#channel.has(name);
		z.array(z.string().refine(isKnown, (name) => ({ message: `${name} is not a fault of a channel` }))).parse(
			names,
		);
	}
}

function withoutKeys(wish: unknown, keys: readonly string[]): unknown {
	if (typeof wish !== 'object' || wish === null) return wish;
	return Object.fromEntries(Object.entries(wish).filter(([key]) => !keys.includes(key)));
}
