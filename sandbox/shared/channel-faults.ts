type Undo = () => void;

/** Something that keeps a channel from sending or receiving. */
export interface ChannelFault<Parts> {
	/** For a person choosing one. */
	title: string;
	apply: (parts: Parts) => Undo;
}

function entriesOf(target: object): [string, unknown][] {
	return Object.entries(target);
}

/** A fault that is another value of something. Values that were mended or set otherwise meanwhile stay when it is undone. */
export function changes<Parts, Target extends object>(targetOf: (parts: Parts) => Target) {
	return (
		title: string,
		change: Partial<Target> | ((parts: Parts) => Partial<Target>),
	): ChannelFault<Parts> => ({
		title,
		apply: (parts) => {
			const target = targetOf(parts);
			const before = new Map(entriesOf(target));
			const values = typeof change === 'function' ? change(parts) : change;
			const changed = entriesOf(values);
			Object.assign(target, values);
			return () => {
				const now = new Map(entriesOf(target));
				const broken = changed.filter(([name, value]) => now.get(name) === value);
				Object.assign(target, Object.fromEntries(broken.map(([name]) => [name, before.get(name)])));
			};
		},
	});
}

/** The faults of a channel that are switched on, until they are repaired as a person does it at the provider or through the API. */
export class ChannelFaults<Parts> {
	readonly #table: ReadonlyMap<string, ChannelFault<Parts>>;
	readonly #parts: Parts;
	readonly #undo = new Map<string, Undo>();

	constructor(table: Readonly<Record<string, ChannelFault<Parts>>>, parts: Parts) {
		this.#table = new Map(Object.entries(table));
		this.#parts = parts;
	}

	get known(): { fault: string; title: string }[] {
		return [...this.#table].map(([fault, { title }]) => ({ fault, title }));
	}

	/** Also those that were mended through the API meanwhile. */
	get names(): string[] {
		return [...this.#undo.keys()];
	}

	has(name: string): boolean {
		return this.#table.has(name);
	}

	break(name: string): void {
		const fault = this.#table.get(name);
		if (fault && !this.#undo.has(name)) this.#undo.set(name, fault.apply(this.#parts));
	}

	repair(name: string): void {
		this.#undo.get(name)?.();
		this.#undo.delete(name);
	}

	/** Also puts back what outlives a reset of the stand-in. */
	reset(): void {
		for (const name of this.names.reverse()) this.repair(name);
	}
}
