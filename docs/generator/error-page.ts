import type { ErrorRow } from '../../core/http/error-table';
import { GENERATED } from './node-page';
import { cellText, code, page, table } from './markdown';

export interface ErrorSection {
	title: string;
	introduction: string;
	rows: readonly ErrorRow[];
	/** Codes that a reader meets first; the others follow in the order of their rows. */
	first?: readonly string[];
}

/** Neighbouring numbers as a range: 1024–1030. */
function ranges(codes: readonly string[]): string[] {
	const runs: string[][] = [];
	for (const one of [...codes].sort((a, b) => Number(a) - Number(b))) {
		const last = runs.at(-1);
		const isNext = last !== undefined && Number(one) - Number(last.at(-1)) === 1;
		if (isNext) last.push(one);
		else runs.push([one]);
	}
	return runs.flatMap((run) => {
		const [first = '', last = ''] = [run[0], run.at(-1)];
		return run.length > 2 ? [`${code(first)}–${code(last)}`] : run.map(code);
	});
}

function waitOf(milliseconds: number): string {
	const minutes = milliseconds / 60_000;
	if (minutes < 1) return `${milliseconds / 1000} s`;
	return minutes < 120 ? `${minutes} min` : `${minutes / 60} h`;
}

function repetitionOf({ retryable, retryAfterMs }: ErrorRow): string {
	const wait = retryAfterMs === undefined ? '' : `after ${waitOf(retryAfterMs)}`;
	if (retryable) return wait === '' ? 'Yes' : `Yes, ${wait}`;
	return wait === '' ? 'No' : `By you, ${wait}`;
}

/** Rows that mean the same to the reader as one, where the first of them stands. */
function merged(rows: readonly ErrorRow[]): ErrorRow[] {
	const byMeaning = new Map<string, ErrorRow>();
	for (const row of rows) {
		const key = JSON.stringify([row.title, row.cause, repetitionOf(row), row.advice]);
		byMeaning.set(key, { ...row, codes: [...(byMeaning.get(key)?.codes ?? []), ...row.codes] });
	}
	return [...byMeaning.values()];
}

function errorTable({ rows, first = [] }: ErrorSection): string {
	const isLater = ({ codes }: ErrorRow) => Number(!codes.some((one) => first.includes(one)));
	const sorted = [...rows].sort((a, b) => isLater(a) - isLater(b));
	return table(
		['Code', 'What happened', 'Cause', 'Repeat', 'What to do next'],
		merged(sorted).map((row) => [
			ranges(row.codes).join(' '),
			cellText(row.title),
			code(row.cause),
			repetitionOf(row),
			cellText(row.advice),
		]),
	);
}

/** A provider's error codes, as `error` has them on items and events. */
export function errorPage(provider: string, introduction: string, sections: readonly ErrorSection[]): string {
	return page(
		GENERATED,
		`# Error codes of ${provider}`,
		`Messaging Send, Messaging Channel and the status events of Messaging Trigger carry a provider's code as \`error.code\`, and beside it \`title\`, \`cause\`, \`retryable\`, \`retryAfterMs\` and \`advice\` as they stand below; \`detail\` has the provider's own words about the case. ${introduction}`,
		'_Repeat_ says whether a later attempt can succeed and cannot come twice. Messaging Send makes these attempts itself when the provider answers with such a code; what a status reports afterwards is for your workflow to repeat.',
		...sections.flatMap((section) => [`## ${section.title}`, section.introduction, errorTable(section)]),
	);
}
