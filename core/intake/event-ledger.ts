/**
 * Remembers which events were taken over, so that a provider's repeated delivery starts nothing twice, while a delivery
 * that could not be taken over is taken when it comes again.
 *
 * A key is *pending* from its claim until the claim is settled, and *committed* from then on. Providers repeat a call when
 * they were not answered in time, also while the first one is still at work (Meta, Webhooks overview: retries go on for up
 * to seven days), so a second claim of a pending key waits for the first one's outcome instead of guessing it.
 */

export interface LedgerLimits {
	/** How many committed keys are kept; the oldest give way. */
	maxKeys: number;
	/** How long a committed key is kept, in milliseconds. */
	maxAgeMs: number;
}

/** Meta repeats a delivery for up to seven days; 50,000 keys of about 150 bytes are 7.5 MB for one busy trigger. */
export const DEFAULT_LEDGER_LIMITS: LedgerLimits = { maxKeys: 50_000, maxAgeMs: 7 * 24 * 60 * 60 * 1000 };

/** Keys that are now this caller's to handle. Settle it once; later calls change nothing. */
export interface Claim {
	readonly keys: ReadonlySet<string>;
	/** The events were taken over: they are duplicates from now on. */
	commit(): void;
	/** The events were not taken over: the next delivery may have them. */
	release(): void;
}

export class EventLedger {
	private readonly committed = new Map<string, number>();

	private readonly pending = new Map<string, Promise<void>>();

	constructor(
		private readonly now: () => number,
		private readonly limits: LedgerLimits = DEFAULT_LEDGER_LIMITS,
	) {}

	/** Waits until none of the keys is pending elsewhere, then claims those that were never committed. */
	async claim(keys: Iterable<string>): Promise<Claim> {
		const wanted = new Set(keys);
		for (let open = this.pendingOf(wanted); open.size > 0; open = this.pendingOf(wanted)) {
			await Promise.all(open);
		}
		this.forgetOld();
		const fresh = new Set([...wanted].filter((key) => !this.committed.has(key)));
		return this.open(fresh);
	}

	private pendingOf(keys: Set<string>): Set<Promise<void>> {
		const open = new Set<Promise<void>>();
		for (const key of keys) {
			const settled = this.pending.get(key);
			if (settled) open.add(settled);
		}
		return open;
	}

	private open(keys: Set<string>): Claim {
		let announce: () => void = () => undefined;
		const settled = new Promise<void>((resolve) => {
			announce = resolve;
		});
		for (const key of keys) this.pending.set(key, settled);

		let isOpen = true;
		const settle = (isTaken: boolean) => {
			if (!isOpen) return;
			isOpen = false;
			for (const key of keys) {
				this.pending.delete(key);
				if (isTaken) this.committed.set(key, this.now());
			}
			announce();
		};
		return {
			keys,
			commit: () => {
				settle(true);
			},
			release: () => {
				settle(false);
			},
		};
	}

	/** Keys are kept in the order of their commit, so the old ones stand first. */
	private forgetOld(): void {
		const oldest = this.now() - this.limits.maxAgeMs;
		for (const [key, committedAt] of this.committed) {
			if (committedAt >= oldest && this.committed.size <= this.limits.maxKeys) return;
			this.committed.delete(key);
		}
	}
}
