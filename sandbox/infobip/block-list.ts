import { digits } from '../shared/identifiers.ts';

/** Who is not to be written to, by one sender or by all (Infobip, Blocklist). Infobip looks here before it sends. */
export class BlockList {
	readonly #entries = new Set<string>();

	set(destination: string, sender: string | undefined, isBlocked: boolean): void {
		const entry = entryOf(destination, sender);
		if (isBlocked) this.#entries.add(entry);
		else this.#entries.delete(entry);
	}

	isBlocked(destination: string, sender: string): boolean {
		return [sender, undefined].some((each) => this.#entries.has(entryOf(destination, each)));
	}

	clear(): void {
		this.#entries.clear();
	}
}

function entryOf(destination: string, sender: string | undefined): string {
	return `${digits(destination)} ${sender === undefined ? '*' : digits(sender)}`;
}
