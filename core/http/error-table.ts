import type { DeliveryError } from '../events';
import { compact } from '../lib/json';
import type { Reach } from './reach';

/** What a provider's error means to the person who reads it, and what to do next. */
export type ErrorMeaning = Pick<DeliveryError, 'title' | 'cause' | 'retryable' | 'retryAfterMs' | 'advice'>;

/** All that is known of a provider's code: what it means to somebody who sends, and what goes beyond that. */
export interface KnownError extends ErrorMeaning {
	/** Whom else it will hit, where that is further or less far than its cause reaches. */
	reach?: Reach;
	/** What it means to somebody who sets up, as far as that differs. */
	setUp?: Partial<ErrorMeaning>;
	/** The credential is right and may not do this. */
	isNotAllowed?: true;
}

/** A row of a provider's error table. Codes that call for the same action share one. */
export interface ErrorRow extends KnownError {
	codes: readonly string[];
}

export type ErrorTable = ReadonlyMap<string, KnownError>;

/** Rows by code. A code that is listed twice keeps its first row. */
export function errorTable(rows: readonly ErrorRow[]): ErrorTable {
	const table = new Map<string, KnownError>();
	for (const { codes, ...meaning } of rows) {
		for (const code of codes) {
			if (!table.has(code)) table.set(code, meaning);
		}
	}
	return table;
}

/** The rows as somebody reads them who sets up: those alone that mean something else then. */
export function setUpRows(rows: readonly ErrorRow[]): ErrorRow[] {
	return rows.flatMap(({ setUp, ...row }) => (setUp === undefined ? [] : [{ ...row, ...setUp }]));
}

/** Characters of what comes from outside. No provider needs as many to say what is wrong. */
const LONGEST = { code: 100, title: 1000, detail: 2000 };

/** A provider's code and words with their meaning. What is too long to be read is cut. */
export function deliveryError(code: string, detail: string, meaning: ErrorMeaning): DeliveryError {
	const { title, cause, retryable, retryAfterMs, advice } = meaning;
	return compact<DeliveryError>({
		code: code.slice(0, LONGEST.code),
		title: title.slice(0, LONGEST.title),
		detail: detail.slice(0, LONGEST.detail),
		cause,
		retryable,
		retryAfterMs,
		advice,
	});
}
