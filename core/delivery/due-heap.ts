/** Things that become due at a time, the earliest first: a binary heap. */
export class DueHeap<Thing> {
	private readonly entries: { at: number; thing: Thing }[] = [];

	get nextAt(): number {
		return this.entries[0]?.at ?? Infinity;
	}

	add(at: number, thing: Thing): void {
		const { entries } = this;
		let place = entries.length;
		const entry = { at, thing };
		entries.push(entry);
		while (place > 0) {
			const above = (place - 1) >> 1;
			const parent = entries[above];
			if (parent === undefined || parent.at <= at) break;
			entries[place] = parent;
			place = above;
		}
		entries[place] = entry;
	}

	/** The earliest thing that is due by now, taken out. */
	takeDue(now: number): Thing | undefined {
		const { entries } = this;
		const [top] = entries;
		if (top === undefined || top.at > now) return undefined;
		const last = entries.pop();
		if (last !== undefined && last !== top) this.sink(last);
		return top.thing;
	}

	private sink(entry: { at: number; thing: Thing }): void {
		const { entries } = this;
		let place = 0;
		for (;;) {
			const left = entries[place * 2 + 1];
			const right = entries[place * 2 + 2];
			const isRight = left !== undefined && right !== undefined && right.at < left.at;
			const child = isRight ? right : left;
			if (child === undefined || child.at >= entry.at) break;
			entries[place] = child;
			place = place * 2 + (isRight ? 2 : 1);
		}
		entries[place] = entry;
	}
}
