import type { DeliveryError } from '../events';
import { compact } from '../lib/json';

/** What a provider's error means to the person who reads it, and what to do next. */
export type ErrorMeaning = Pick<DeliveryError, 'title' | 'cause' | 'retryable' | 'retryAfterMs' | 'advice'>;

/** A row of a provider's error table. Codes that call for the same action share one. */
export interface ErrorRow extends ErrorMeaning {
	codes: readonly string[];
}

export type ErrorTable = ReadonlyMap<string, ErrorMeaning>;

/** Rows by code. A code that is listed twice keeps its first row. */
export function errorTable(rows: readonly ErrorRow[]): ErrorTable {
	const table = new Map<string, ErrorMeaning>();
	for (const { codes, ...meaning } of rows) {
		for (const code of codes) {
			if (!table.has(code)) table.set(code, meaning);
		}
	}
	return table;
}

/** A provider's code and words with their meaning. */
export function deliveryError(code: string, detail: string, meaning: ErrorMeaning): DeliveryError {
	const { title, cause, retryable, retryAfterMs, advice } = meaning;
	return compact<DeliveryError>({ code, title, detail, cause, retryable, retryAfterMs, advice });
}
