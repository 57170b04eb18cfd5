import { keyOf } from './normalise';
import { PRESET_KEYWORDS, REQUIRED_OPT_OUT } from './presets';
import type { ConsentState, KeywordOptions } from './types';

export interface KeywordEntry {
	category: 'optIn' | 'optOut' | 'doubleOptIn' | 'help' | 'custom';
	/** Name of the custom list. */
	name?: string;
	/** As the list has it. */
	keyword: string;
	language?: string;
	/** Given by the caller, not by a default list. */
	own: boolean;
	/** Consent states in which the word counts; all of them where absent. */
	states?: readonly (ConsentState | undefined)[];
}

export interface KeywordTable {
	/** Candidates by folded key, the one that wins first. */
	byKey: Map<string, KeywordEntry[]>;
}

/**
 * Everyday answers that are keywords as well. They can't bring back somebody who left: a YES may answer anything.
 */
const ANSWERS = new Set(['yes', 'y', 'no', 'n', 'ok', '1', '2'].map(keyOf));
const CONFIRMING_WORDS = ['YES', 'Y', 'CONFIRM', 'OK', '1'];
const REFUSING_WORDS = ['NO', 'N', '2'];

/** Opt-out wins every tie; after it what the caller asked for wins over what a default list says. */
function rank(entry: KeywordEntry): number {
	const order = ['optOut', 'help', 'doubleOptIn', 'optIn', 'custom'].indexOf(entry.category);
	return entry.category === 'optOut' ? -1 : order + (entry.own ? 0 : 10);
}

function* entries(options: KeywordOptions): Generator<KeywordEntry> {
	const own = options.keywords ?? {};
	const defaults = PRESET_KEYWORDS[options.preset];
	const keepRequired = options.keepRequiredWords ?? options.preset !== 'own';

	for (const category of ['optIn', 'optOut', 'help'] as const) {
		const given = own[category] ?? [];
		for (const keyword of given) yield { category, keyword, own: true };
		if (given.length > 0) continue;
		for (const keyword of defaults[category]) {
			const answer = category === 'optIn' && ANSWERS.has(keyOf(keyword));
			yield {
				category,
				keyword,
				language: 'en',
				own: false,
				...(answer ? { states: [undefined, 'none', 'optedIn'] as const } : {}),
			};
		}
	}
	if (keepRequired) {
		for (const keyword of REQUIRED_OPT_OUT) yield { category: 'optOut', keyword, language: 'en', own: false };
	}
	const confirming = own.doubleOptIn ?? [];
	for (const keyword of confirming) {
		yield { category: 'doubleOptIn', keyword, own: true, states: [undefined, 'pending'] };
	}
	if (options.preset !== 'own') {
		for (const keyword of confirming.length > 0 ? [] : CONFIRMING_WORDS) {
			yield { category: 'doubleOptIn', keyword, language: 'en', own: false, states: ['pending'] };
		}
		for (const keyword of REFUSING_WORDS) {
			yield { category: 'optOut', keyword, language: 'en', own: false, states: ['pending'] };
		}
	}
	for (const [name, keywords] of Object.entries(own.custom ?? {})) {
		for (const keyword of keywords) yield { category: 'custom', name, keyword, own: true };
	}
}

export function buildTable(options: KeywordOptions): KeywordTable {
	const byKey = new Map<string, KeywordEntry[]>();
	for (const entry of entries(options)) {
		const key = keyOf(entry.keyword);
		if (key === '') continue;
		const known = byKey.get(key) ?? [];
		known.push(entry);
		byKey.set(
			key,
			known.sort((a, b) => rank(a) - rank(b)),
		);
	}
	return { byKey };
}
