import { digits } from '../shared/identifiers.ts';

/** Who is not to be written to. What is left out holds for all of its kind. */
export interface BlockEntry {
	destination: string;
	sender?: string | undefined;
	channel?: string | undefined;
	sourceType: 'CUSTOM' | 'MO' | 'URL_OPT_OUT' | 'CAMPAIGN';
	accountKey: string;
	/** Milliseconds since 1970. */
	createdAt: number;
}

type Wanted = Partial<Omit<BlockEntry, 'createdAt'>> & { destination: string };

/** Do not contact (Infobip, Blocklist). Infobip looks here before it sends. */
export class BlockList {
	#entries: BlockEntry[] = [];

	get entries(): readonly BlockEntry[] {
		return this.#entries;
	}

	/** Leaves out what is there already. */
	add(entry: BlockEntry): void {
		if (!this.#entries.some((each) => isSame(each, entry))) this.#entries.push(entry);
	}

	/** Every property of the entry has to be repeated. A source that is left out is CUSTOM. */
	remove(wanted: Wanted): void {
		this.#entries = this.#entries.filter((entry) => !isSame(entry, { sourceType: 'CUSTOM', ...wanted }));
	}

	isBlocked(destination: string, sender: string, channel: string): boolean {
		return this.#entries.some(
			(entry) =>
				nameOf(entry.destination) === nameOf(destination) &&
				(entry.sender === undefined || nameOf(entry.sender) === nameOf(sender)) &&
				(entry.channel === undefined || entry.channel.toLowerCase() === channel),
		);
	}

	clear(): void {
		this.#entries = [];
	}
}

function isSame(entry: BlockEntry, wanted: Wanted): boolean {
	return (
		nameOf(entry.destination) === nameOf(wanted.destination) &&
		nameOf(entry.sender) === nameOf(wanted.sender) &&
		entry.channel === wanted.channel &&
		entry.sourceType === wanted.sourceType &&
		entry.accountKey === (wanted.accountKey ?? entry.accountKey)
	);
}

/** Phone numbers are written with and without `+`. */
export function nameOf(address: string | undefined): string {
	return address === undefined || /[^\d\s+().-]/.test(address) ? (address ?? '') : digits(address);
}
