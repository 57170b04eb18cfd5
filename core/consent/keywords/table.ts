import type { KeywordOptions } from '../types';
import { buildCourtesy } from './courtesy';
import type { Courtesy } from './courtesy';
import { answersOf, doubtfulWords, keepsRequired, keywordEntries, rank, replaces } from './entries';
import type { KeywordEntry } from './entries';
import { LANGUAGES } from './languages';
import type { Language } from './languages/language';
import { memory } from './memory';
import { nearKeywords } from './near';
import type { NearKeywords } from './near';
import { keyOf } from './normalise';
import { partialKeywords } from './partial';
import type { PartialKeyword } from './partial';
import { buildLexicon } from './phrase/lexicon';
import type { Lexicon } from './phrase/lexicon';
import type { PhraseCategory } from './phrase/rule';

/** Everything that an evaluation looks things up in. */
export interface KeywordTable {
	/** Candidates by folded key, the one that wins first. */
	byKey: Map<string, KeywordEntry[]>;
	/** The same by key without spaces, for "s t o p" and "un subscribe". */
	byCompactKey: Map<string, KeywordEntry[]>;
	/** Yes (as a double opt-in) and no (as an opt-out) by folded key. */
	answers: Map<string, KeywordEntry>;
	courtesy: Courtesy;
	/** Keywords that count beside other words, in the order of their lists. */
	partial: readonly PartialKeyword[];
	near: NearKeywords;
	/** Short words of languages that were not named: an opt-out there, other things elsewhere. */
	doubtful: Map<string, KeywordEntry>;
	/** Absent where only listed keywords count. */
	lexicon?: Lexicon;
	/** Categories in which sentences count besides keywords. */
	phrases: ReadonlySet<PhraseCategory>;
}

/** A table as it counts for somebody in one consent state. */
export interface Keywords {
	table: KeywordTable;
	/** The entry that wins, by folded key and by key without spaces. */
	find: (key: string) => KeywordEntry | undefined;
	findCompact: (key: string) => KeywordEntry | undefined;
}

const tables = memory<KeywordTable>(32);

/** The keywords that count with these options. Tables are kept, because options often come anew with every message. */
export function keywordsOf(options: KeywordOptions): Keywords {
	const { preset, languages, keywords, keepRequiredWords, consentState } = options;
	const content = JSON.stringify([preset, languages, keywords, keepRequiredWords]);
	const table = tables(content, () => buildTable(options));
	const counts = ({ states }: KeywordEntry) => states === undefined || states.includes(consentState);
	return {
		table,
		find: (key) => table.byKey.get(key)?.find(counts),
		findCompact: (key) => table.byCompactKey.get(key)?.find(counts),
	};
}

/** The languages that are on: `pt` stands for `pt-BR`, `fr-CA` for `fr`; English always is. */
function activeLanguages(wanted: KeywordOptions['languages'] = 'all'): readonly Language[] {
	if (wanted === 'all') return LANGUAGES;
	const base = (code: string) => code.toLowerCase().split(/[-_]/)[0] ?? '';
	const bases = new Set(wanted.map(base).map((code) => (code === 'no' || code === 'nn' ? 'nb' : code)));
	const exact = new Set(wanted.map((code) => code.toLowerCase()));
	const isNamed = ({ code }: Language) => exact.has(code.toLowerCase());
	const namedBases = new Set(LANGUAGES.filter(isNamed).map(({ code }) => base(code)));
	return LANGUAGES.filter((language) => {
		const ownBase = base(language.code);
		return ownBase === 'en' || isNamed(language) || (bases.has(ownBase) && !namedBases.has(ownBase));
	});
}

/** Own keywords replace sentences as they replace the default list, unless the required words stay. */
function phraseCategories(options: KeywordOptions): Set<PhraseCategory> {
	const categories = (['optOut', 'optIn', 'help'] as const).filter(
		(category) => !replaces(options, category),
	);
	return new Set(keepsRequired(options) ? [...categories, 'optOut'] : categories);
}

const courtesies = memory<Courtesy>(16);
const lexicons = memory<Lexicon>(16);

function buildTable(options: KeywordOptions): KeywordTable {
	const languages = activeLanguages(options.languages);
	const codes = languages.map(({ code }) => code).join();
	const byKey = new Map<string, KeywordEntry[]>();
	const entries = keywordEntries(options, languages);
	for (const entry of entries) {
		const key = keyOf(entry.keyword);
		if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), entry]);
	}
	const byCompactKey = new Map<string, KeywordEntry[]>();
	for (const [key, list] of byKey) {
		list.sort((a, b) => rank(a) - rank(b));
		const compact = key.replaceAll(' ', '');
		if (!byCompactKey.has(compact)) byCompactKey.set(compact, list);
	}
	const phrases = phraseCategories(options);
	return {
		byKey,
		byCompactKey,
		answers: answersOf(languages),
		courtesy: courtesies(codes, () => buildCourtesy(languages)),
		partial: partialKeywords(entries),
		near: nearKeywords(byKey),
		doubtful: doubtfulWords(options, languages),
		phrases,
		...(phrases.size > 0 && { lexicon: lexicons(codes, () => buildLexicon(languages)) }),
	};
}
