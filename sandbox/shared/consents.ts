import { z } from 'zod';

/** A row of the workflow's consent record, `messaging_contacts`, as far as the page shows it. */
export const RecordedConsent = z.object({
	address: z.string(),
	status: z.enum(['none', 'pending', 'optedIn', 'optedOut']),
	/** What an opt-out covers; everything where it is not said. */
	scope: z.string().nullish(),
	/** When the person was asked whether an opt-out was meant, ISO 8601; empty once that was answered. */
	optOutAsked: z.string().nullish(),
	/** The person's own words. */
	evidence: z
		.string()
		.nullish()
		.transform((words) => words ?? ''),
	/** When it was said, ISO 8601. */
	timestamp: z.string().datetime({ offset: true }),
});
export type RecordedConsent = z.output<typeof RecordedConsent>;

/** What a workflow recorded of people's consent. Unknown as long as no record was shown. */
export class Consents {
	#byAddress: Record<string, RecordedConsent> | undefined;

	/** The newest row of each person. */
	get known(): Readonly<Record<string, RecordedConsent>> | undefined {
		return this.#byAddress;
	}

	/** @returns whether anything differs from before */
	show(rows: readonly RecordedConsent[]): boolean {
		const inOrder = rows.toSorted((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
		const next = Object.fromEntries(inOrder.map((row) => [row.address, row]));
		if (JSON.stringify(next) === JSON.stringify(this.#byAddress)) return false;
		this.#byAddress = next;
		return true;
	}

	clear(): void {
		this.#byAddress = undefined;
	}
}
