/** Things that become due at a time, the earliest first; of one time, the one that came first. */
export class DueList<Thing> {
	/** The earliest at the end. */
	private readonly entries: { at: number; thing: Thing }[] = [];

	get nextAt(): number {
		return this.entries.at(-1)?.at ?? Infinity;
	}

	/** Most things are the latest so far, so the search begins with those. */
	add(at: number, thing: Thing): void {
		const place = this.entries.findIndex((other) => other.at <= at);
		this.entries.splice(place === -1 ? this.entries.length : place, 0, { at, thing });
	}

	/** The earliest thing that is due by now, taken out. */
	takeDue(now: number): Thing | undefined {
		return this.nextAt > now ? undefined : this.entries.pop()?.thing;
	}
}
