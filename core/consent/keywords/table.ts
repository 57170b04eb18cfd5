import { buildCourtesy } from './courtesy';
import type { Courtesy } from './courtesy';
import { buildFuzzyIndex } from './fuzzy';
import type { FuzzyIndex } from './fuzzy';
import { LANGUAGES } from './languages';
import type { Language } from './languages/language';
import { keyOf } from './normalise';
import { buildLexicon } from './phrase/lexicon';
import type { Lexicon } from './phrase/lexicon';
import type { PhraseCategory } from './phrase/requests/request';
import { PRESET_KEYWORDS, REQUIRED_OPT_OUT } from './presets';
import type { ConsentState, KeywordOptions } from '../types';

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
	/** An everyday word that means something only as the whole message: YES, NO. */
	bare: boolean;
}

/** Everything that an evaluation looks things up in; built once per options. */
export interface KeywordTable {
	/** Candidates by folded key, the one that wins first. */
	byKey: Map<string, KeywordEntry[]>;
	/** The same by key without spaces, for "s t o p" and "un subscribe". */
	byCompactKey: Map<string, KeywordEntry[]>;
	/** Most words that a keyword has. */
	longest: number;
	courtesy: Courtesy;
	fuzzy: FuzzyIndex;
	/** Short codes of languages that were not named: an opt-out there, other things elsewhere. */
	doubtful: Map<string, KeywordEntry>;
	/** Absent where only listed keywords count. */
	lexicon?: Lexicon;
	/** Categories in which sentences count besides keywords. */
	phrases: ReadonlySet<PhraseCategory>;
}

/** Answers that anybody gives to anything, folded. As default opt-in words they can't bring back somebody who left. */
const ANSWERS = new Set(['yes', 'y', 'no', 'n', 'ok', 'okay', '1', '2']);
const NOT_OPTED_OUT = [undefined, 'none', 'optedIn'] as const;
const PENDING = ['pending'] as const;

/** Opt-out wins every tie; after it what the caller asked for wins over what a default list says. */
function rank({ category, own }: KeywordEntry): number {
	if (category === 'optOut') return 0;
	const order = ['doubleOptIn', 'help', 'optIn', 'custom'].indexOf(category) + 1;
	return own ? order : order + 10;
}

/** The languages that are on: `pt` stands for `pt-BR`, `fr-CA` for `fr`; English always is. */
export function activeLanguages(wanted: KeywordOptions['languages'] = 'all'): Language[] {
	if (wanted === 'all') return [...LANGUAGES];
	const base = (code: string) => code.toLowerCase().split(/[-_]/)[0] ?? '';
	const bases = new Set(wanted.map(base).map((code) => (code === 'no' || code === 'nn' ? 'nb' : code)));
	const exact = new Set(wanted.map((code) => code.toLowerCase()));
	return LANGUAGES.filter(({ code }) => {
		if (code === 'en' || exact.has(code.toLowerCase())) return true;
		const siblingNamed = LANGUAGES.some(
			(other) => exact.has(other.code.toLowerCase()) && base(other.code) === base(code),
		);
		return bases.has(base(code)) && !siblingNamed;
	});
}

type Entry = Omit<KeywordEntry, 'bare' | 'own'> & { own?: boolean; bare?: boolean };

function* ownEntries({ keywords = {} }: KeywordOptions): Generator<Entry> {
	for (const category of ['optIn', 'optOut', 'help'] as const) {
		for (const keyword of keywords[category] ?? []) yield { category, keyword, own: true };
	}
	for (const keyword of keywords.doubleOptIn ?? []) {
		yield { category: 'doubleOptIn', keyword, own: true, states: [undefined, 'pending'] };
	}
	for (const [name, list] of Object.entries(keywords.custom ?? {})) {
		for (const keyword of list) yield { category: 'custom', name, keyword, own: true };
	}
}

function* presetEntries(options: KeywordOptions, languages: readonly Language[]): Generator<Entry> {
	const preset = PRESET_KEYWORDS[options.preset];
	for (const category of ['optIn', 'optOut', 'help'] as const) {
		if ((options.keywords?.[category] ?? []).length > 0) continue;
		for (const keyword of preset[category]) {
			const answer = ANSWERS.has(keyOf(keyword));
			yield {
				category,
				keyword,
				language: 'en',
				bare: answer,
				...(answer && category === 'optIn' ? { states: NOT_OPTED_OUT } : {}),
			};
		}
		for (const { code, keywords } of languages) {
			const { documented, translated } = keywords[category];
			for (const keyword of [...documented, ...translated]) {
				if (category === 'optOut' || !ANSWERS.has(keyOf(keyword)))
					yield { category, keyword, language: code };
			}
		}
	}
}

/** Opt-out codes of operators: "T", "0000". */
function* codeEntries(options: KeywordOptions, languages: readonly Language[]): Generator<Entry> {
	if (options.preset === 'own' || (options.keywords?.optOut ?? []).length > 0) return;
	for (const { code, operatorCodes = [] } of languages) {
		for (const keyword of operatorCodes) {
			yield { category: 'optOut', keyword, language: code, bare: true };
		}
	}
}

function namesLanguages({ languages = 'all' }: KeywordOptions): boolean {
	return languages !== 'all';
}

/** An answer such as "N" stays one. */
function doubtfulCodes(options: KeywordOptions, languages: readonly Language[]): Map<string, KeywordEntry> {
	const codes = namesLanguages(options) ? [] : [...codeEntries(options, languages)];
	return new Map(
		codes
			.map((entry): [string, KeywordEntry] => [keyOf(entry.keyword), { own: false, bare: true, ...entry }])
			.filter(([key]) => !ANSWERS.has(key)),
	);
}

function* answerEntries(options: KeywordOptions, languages: readonly Language[]): Generator<Entry> {
	const confirmsOwn = (options.keywords?.doubleOptIn ?? []).length > 0;
	for (const { code, answers } of languages) {
		for (const keyword of confirmsOwn ? [] : answers.confirm) {
			yield { category: 'doubleOptIn', keyword, language: code, states: PENDING };
		}
		for (const keyword of answers.refuse)
			yield { category: 'optOut', keyword, language: code, states: PENDING };
	}
}

function* allEntries(options: KeywordOptions, languages: readonly Language[]): Generator<Entry> {
	yield* ownEntries(options);
	if (keepsRequired(options)) {
		for (const keyword of REQUIRED_OPT_OUT) yield { category: 'optOut', keyword, language: 'en' };
	}
	if (options.preset === 'own') return;
	yield* presetEntries(options, languages);
	if (namesLanguages(options)) yield* codeEntries(options, languages);
	yield* answerEntries(options, languages);
}

export function keepsRequired({ keepRequiredWords, preset }: KeywordOptions): boolean {
	return keepRequiredWords ?? preset !== 'own';
}

/** Own keywords replace sentences as they replace the default list, unless the required words stay. */
function phraseCategories(options: KeywordOptions): Set<PhraseCategory> {
	const replaced = (category: PhraseCategory) =>
		options.preset === 'own' || (options.keywords?.[category] ?? []).length > 0;
	const categories = new Set<PhraseCategory>();
	if (keepsRequired(options) || !replaced('optOut')) categories.add('optOut');
	if (!replaced('optIn')) categories.add('optIn');
	if (!replaced('help')) categories.add('help');
	return categories;
}

interface VocabularyTables {
	courtesy(): Courtesy;
	lexicon(): Lexicon;
}

const vocabularies = new Map<string, VocabularyTables>();
const MAX_VOCABULARIES = 16;

/** The tables of a set of languages, built when first needed and shared by all options with that set. */
function vocabularyOf(languages: readonly Language[]): VocabularyTables {
	const codes = languages.map(({ code }) => code).join();
	const known = vocabularies.get(codes);
	if (known !== undefined) return known;
	let courtesy: Courtesy | undefined;
	let lexicon: Lexicon | undefined;
	const tables: VocabularyTables = {
		courtesy: () => (courtesy ??= buildCourtesy(languages)),
		lexicon: () => (lexicon ??= buildLexicon(languages)),
	};
	if (vocabularies.size >= MAX_VOCABULARIES) vocabularies.clear();
	vocabularies.set(codes, tables);
	return tables;
}

export function buildTable(options: KeywordOptions): KeywordTable {
	const languages = activeLanguages(options.languages);
	const byKey = new Map<string, KeywordEntry[]>();
	for (const entry of allEntries(options, languages)) {
		const key = keyOf(entry.keyword);
		if (key === '') continue;
		const known = byKey.get(key) ?? [];
		known.push({ own: false, bare: false, ...entry });
		byKey.set(key, known);
	}
	const byCompactKey = new Map<string, KeywordEntry[]>();
	let longest = 1;
	for (const [key, list] of byKey) {
		list.sort((a, b) => rank(a) - rank(b));
		longest = Math.max(longest, key.split(' ').length);
		const compact = key.replaceAll(' ', '');
		if (!byCompactKey.has(compact)) byCompactKey.set(compact, list);
	}
	const table: KeywordTable = {
		byKey,
		byCompactKey,
		longest,
		courtesy: vocabularyOf(languages).courtesy(),
		phrases: phraseCategories(options),
		doubtful: doubtfulCodes(options, languages),
		fuzzy: buildFuzzyIndex(
			[...byKey].flatMap(([key, [entry]]) => (entry === undefined ? [] : [[key, entry]])),
		),
	};
	if (table.phrases.size > 0) table.lexicon = vocabularyOf(languages).lexicon();
	return table;
}
