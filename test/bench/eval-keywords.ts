/**
 * Recall and false hits of the keyword evaluation on labelled texts, beside simpler matchers on the same rows.
 *
 *     node test/bench/eval-keywords.ts [--preset carrier] [--misses] [--languages] [file.tsv …]
 *
 * A file has a header and the columns text, label (opt_out, opt_in, help, none, ambiguous) and lang; `\n` stands for
 * a line break. Without files the project's own rows are read, those held out apart from those that rules were tuned
 * on, and the ordinary sentences. _Automatic_ opts out at once, _likely_ asks first. The noise table tells how many of the
 * rows that are found stay found with one fault of typing, over three seeds. Reads the built core: run `npx gulp build`
 * first.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Core from '../../core/consent/keywords/evaluate.ts';
import type { KeywordOptions } from '../../core/consent/types.ts';
import { randomOf, withEmoji, withoutAccent, withTypo } from './noise.ts';
import type { Random } from './noise.ts';

const require = createRequire(import.meta.url);
const { evaluateKeywords }: Pick<typeof Core, 'evaluateKeywords'> = require('../../dist/core/index.js');

type Label = 'opt_out' | 'opt_in' | 'help' | 'none' | 'ambiguous';
interface Row {
	text: string;
	label: string;
	language: string;
	set: string;
}
type Matcher = (text: string) => Label;

const fixtures = new URL('../fixtures/consent/', import.meta.url);
const args = process.argv.slice(2);
const flag = (name: string): boolean => args.includes(name);
const presetAt = args.indexOf('--preset');
const preset = presetAt >= 0 && args[presetAt + 1] === 'carrier' ? 'carrier' : 'standard';
const files = args.filter((arg, index) => !arg.startsWith('--') && (presetAt < 0 || index !== presetAt + 1));

function readRows(path: string | URL): Row[] {
	const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n');
	const columns = header.split('\t');
	return lines
		.filter((line) => line !== '')
		.map((line) => {
			const cells = line.split('\t');
			const cell = (name: string, otherwise: string): string => cells[columns.indexOf(name)] ?? otherwise;
			return {
				text: cell('text', '').replaceAll('\\n', '\n'),
				label: cell('label', 'none'),
				language: cell('lang', '?'),
				set: cell('set', ''),
			};
		});
}

const WORDS: Record<'opt_out' | 'opt_in' | 'help', string[]> = {
	opt_out: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'],
	opt_in: ['start', 'unstop', 'subscribe'],
	help: ['help', 'info'],
};
const listed = new Map(
	Object.entries(WORDS).flatMap(([label, words]) => words.map((word): [string, string] => [word, label])),
);

function labelOf(word: string | undefined): Label {
	const label = listed.get(word ?? '');
	return label === 'opt_out' || label === 'opt_in' || label === 'help' ? label : 'none';
}

const options: KeywordOptions = { preset, languages: 'all', fuzzyOptOut: true };

const MATCHERS: Record<string, Matcher> = {
	'this package': (text) => {
		const { category } = evaluateKeywords(text, options);
		if (category === 'optOut' || category === 'fuzzyOptOut') return 'opt_out';
		if (category === 'optIn' || category === 'doubleOptIn') return 'opt_in';
		return category === 'help' ? 'help' : 'none';
	},
	'of it automatic': (text) => (optsOut(text) ? 'opt_out' : 'none'),
	'exact word': (text) => labelOf(text.trim().toLowerCase()),
	'first word': (text) => labelOf(text.trim().toLowerCase().split(/\s+/)[0]),
	'contains word': (text) => {
		const labels = text
			.toLowerCase()
			.split(/[^\p{L}\p{N}]+/u)
			.map(labelOf);
		return labels.find((label) => label !== 'none') ?? 'none';
	},
	...fuse(),
};

type FuseConstructor = new (list: string[], settings: object) => { search(text: string): { item: string }[] };

/** The usual search library, where it is installed. */
function fuse(): Record<string, Matcher> {
	let Fuse: FuseConstructor;
	try {
		Fuse = require('fuse.js');
	} catch {
		process.stderr.write('fuse.js is not installed and left out.\n');
		return {};
	}
	const index = new Fuse([...listed.keys()], { threshold: 0.3, ignoreLocation: true });
	return { 'fuse.js': (text) => labelOf(index.search(text.slice(0, 32))[0]?.item) };
}

function share(rows: Row[], hit: (row: Row) => boolean): string {
	if (rows.length === 0) return '-';
	return `${((100 * rows.filter(hit).length) / rows.length).toFixed(1)} %`;
}

function print(title: string, rows: Row[]): void {
	const of = (label: string, english?: boolean): Row[] =>
		rows.filter(
			(row) => row.label === label && (english === undefined || (row.language === 'en') === english),
		);
	process.stdout.write(`\n${title}: ${rows.length} rows, preset ${preset}\n`);
	console.table(
		Object.fromEntries(
			Object.entries(MATCHERS).map(([name, match]) => [
				name,
				{
					[`opt_out en (${of('opt_out', true).length})`]: share(
						of('opt_out', true),
						({ text }) => match(text) === 'opt_out',
					),
					[`opt_out other (${of('opt_out', false).length})`]: share(
						of('opt_out', false),
						({ text }) => match(text) === 'opt_out',
					),
					[`opt_in (${of('opt_in').length})`]: share(of('opt_in'), ({ text }) => match(text) === 'opt_in'),
					[`help (${of('help').length})`]: share(of('help'), ({ text }) => match(text) === 'help'),
					[`none opted out or asked (${of('none').length})`]: of('none').filter(
						({ text }) => match(text) === 'opt_out',
					).length,
					[`ambiguous opted in (${of('ambiguous').length})`]: of('ambiguous').filter(
						({ text }) => match(text) === 'opt_in',
					).length,
				},
			]),
		),
	);
	printNoise(rows);
	if (flag('--languages')) printLanguages(rows);
	if (!flag('--misses')) return;
	for (const { text, label, language } of rows) {
		const { category, tier, keyword, explanation } = evaluateKeywords(text, options);
		const got = MATCHERS['this package']?.(text);
		if (got === label || (label === 'ambiguous' && got !== 'opt_in')) continue;
		console.log(
			[label, category, tier, keyword ?? '', language, JSON.stringify(text), explanation].join(' | '),
		);
	}
}

const NOISE: Record<string, (text: string, random: Random) => string> = {
	'one typo': withTypo,
	'one accent dropped': withoutAccent,
	'one emoji inserted': withEmoji,
};
const SEEDS = [1, 2, 3];
const isSentence = ({ text }: Row): boolean => text.trim().split(/\s+/).length > 2;
const isFound = (text: string): boolean => MATCHERS['this package']?.(text) === 'opt_out';
const optsOut = (text: string): boolean => evaluateKeywords(text, options).category === 'optOut';

function printNoise(rows: Row[]): void {
	const found = rows.filter(({ text, label }) => label === 'opt_out' && isFound(text));
	const none = rows.filter(({ label }) => label === 'none');
	if (found.length === 0) return;
	const table = Object.entries(NOISE).map(([name, fault]): [string, Record<string, string | number>] => {
		const noisy = (of: Row[]): Row[] =>
			SEEDS.flatMap((seed) => {
				const random = randomOf(seed);
				return of.map((row) => ({ ...row, text: fault(row.text, random) }));
			});
		const stays = (of: Row[]): string => share(noisy(of), ({ text }) => isFound(text));
		return [
			name,
			{
				'sentences en': stays(found.filter((row) => isSentence(row) && row.language === 'en')),
				'sentences other': stays(found.filter((row) => isSentence(row) && row.language !== 'en')),
				'one or two words': stays(found.filter((row) => !isSentence(row))),
				'none opted out': noisy(none).filter(({ text }) => optsOut(text)).length,
			},
		];
	});
	console.table(Object.fromEntries(table));
}

function printLanguages(rows: Row[]): void {
	const optOuts = rows.filter(({ label }) => label === 'opt_out');
	const languages = [...new Set(optOuts.map(({ language }) => language))];
	console.table(
		Object.fromEntries(
			languages.map((language) => {
				const own = optOuts.filter((row) => row.language === language);
				const automatic = own.filter(({ text }) => optsOut(text)).length;
				const found = own.filter(({ text }) => isFound(text)).length;
				return [language, { rows: own.length, automatic, likely: found - automatic }];
			}),
		),
	);
}

if (files.length > 0) {
	for (const file of files) print(file, readRows(file));
} else {
	const rows = readRows(new URL('rows.tsv', fixtures));
	print(
		'Own rows, tuned on',
		rows.filter(({ set }) => set === 'tuning'),
	);
	print(
		'Own rows, held out',
		rows.filter(({ set }) => set === 'heldOut'),
	);
	print('Ordinary sentences', readRows(new URL('ordinary.tsv', fixtures)));
}
