import { normalise } from './normalise';
import { buildTable } from './table';
import type { KeywordEntry, KeywordTable } from './table';
import type { KeywordMatch, KeywordOptions } from './types';

const tables = new WeakMap<KeywordOptions, KeywordTable>();

function tableOf(options: KeywordOptions): KeywordTable {
	const known = tables.get(options);
	if (known !== undefined) return known;
	const table = buildTable(options);
	tables.set(options, table);
	return table;
}

const NO_MATCH: KeywordMatch = {
	category: 'default',
	tier: 'none',
	confidence: 0,
	explanation: 'The message is none of the keywords.',
};

const CATEGORY_NAMES: Record<KeywordEntry['category'], string> = {
	optIn: 'Opt-In',
	optOut: 'Opt-Out',
	doubleOptIn: 'Double Opt-In',
	help: 'Help',
	custom: 'Custom',
};

/**
 * Decides what an inbound message asks for.
 *
 * Deterministic, offline and total: any string gives an answer. Opt-out wins every tie.
 *
 * @param text what the person said, as the channel delivered it
 * @param options the same object for every message of a run, so that its lookup tables are built once
 */
export function evaluateKeywords(text: string, options: KeywordOptions): KeywordMatch {
	const table = tableOf(options);
	const { key, truncated } = normalise(text);
	if (truncated) return NO_MATCH;
	const entry = table.byKey
		.get(key)
		?.find(({ states }) => states === undefined || states.includes(options.consentState));
	if (entry === undefined) return NO_MATCH;

	const exact = text.trim().toLowerCase() === entry.keyword.trim().toLowerCase();
	return {
		category: entry.category,
		...(entry.name === undefined ? {} : { name: entry.name }),
		keyword: entry.keyword,
		tier: exact ? 'exact' : 'normalised',
		...(entry.language === undefined ? {} : { language: entry.language }),
		...(entry.category === 'optIn' || entry.category === 'optOut' || entry.category === 'doubleOptIn'
			? { scope: 'all' }
			: {}),
		confidence: 1,
		explanation: explain(entry, exact),
	};
}

function explain(entry: KeywordEntry, exact: boolean): string {
	const list = entry.name === undefined ? CATEGORY_NAMES[entry.category] : `"${entry.name}"`;
	return exact
		? `The message is the ${list} keyword ${entry.keyword}.`
		: `The message is the ${list} keyword ${entry.keyword}, apart from case, accents, punctuation or emoji.`;
}
