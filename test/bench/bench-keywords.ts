/**
 * Messages per second of the keyword evaluation with all languages on, beside an exact-match map and fuse.js.
 *
 *     node test/bench/bench-keywords.ts [seconds per matcher]
 *
 * Texts are the project's fixtures, mixed to the length of real traffic. Reads the built core.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Core from '../../core/consent/keywords/evaluate.ts';
import type { KeywordOptions } from '../../core/consent/types.ts';

const require = createRequire(import.meta.url);
const { evaluateKeywords }: Pick<typeof Core, 'evaluateKeywords'> = require('../../dist/core/index.js');

const seconds = Number(process.argv[2] ?? 5);
/** Passes until the code is compiled. */
const WARM_UP = 10;
/** The clock of CPU time is coarse. */
const ROUND_SECONDS = 0.2;
const texts = ['rows.tsv', 'ordinary.tsv'].flatMap((name) =>
	readFileSync(new URL(`../fixtures/consent/${name}`, import.meta.url), 'utf8')
		.split('\n')
		.slice(1)
		.filter((line) => line !== '')
		.map((line) => line.split('\t')[0] ?? ''),
);
// Every fourth text is joined with its neighbours, because real messages are longer than one sentence.
const messages = texts.map((text, index) =>
	index % 4 === 0 ? [text, texts[index + 1], texts[index + 2]].filter(Boolean).join('. ') : text,
);

/** CPU time of this thread in seconds, which does not count what else the machine does. */
function cpuSeconds(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1e6;
}

/** Messages per second of one core in each round over the texts, slowest first. */
function ratesOf(match: (text: string) => unknown): number[] {
	const pass = () => {
		for (const message of messages) match(message);
	};
	for (let count = 0; count < WARM_UP; count += 1) pass();
	return Array.from({ length: seconds / ROUND_SECONDS }, () => {
		const [begun, start] = [performance.now(), cpuSeconds()];
		let count = 0;
		while (performance.now() - begun < ROUND_SECONDS * 1000) {
			pass();
			count += messages.length;
		}
		return count / (cpuSeconds() - start);
	}).sort((a, b) => a - b);
}

const options: KeywordOptions = { preset: 'standard', languages: 'all', fuzzyOptOut: true };
const start = performance.now();
evaluateKeywords('first', options);
const built = performance.now() - start;

const exact = new Map(
	['stop', 'unsubscribe', 'cancel', 'end', 'quit', 'start', 'help'].map((word) => [word, word]),
);
const matchers: Record<string, (text: string) => unknown> = {
	'this package': (text) => evaluateKeywords(text, options),
	'exact-match map': (text) => exact.get(text.trim().toLowerCase()),
};
try {
	const Fuse: new (
		list: string[],
		settings: object,
	) => { search(text: string): unknown } = require('fuse.js');
	const index = new Fuse([...exact.keys()], { threshold: 0.3, ignoreLocation: true });
	matchers['fuse.js'] = (text) => index.search(text.slice(0, 32));
} catch {
	process.stderr.write('fuse.js is not installed and left out.\n');
}

const results = Object.entries(matchers).map(([name, match]) => {
	const rates = ratesOf(match);
	return { name, median: rates[rates.length >> 1] ?? 0, slowest: rates[0] ?? 0, fastest: rates.at(-1) ?? 0 };
});
const own = results[0]?.median ?? 0;
const length = messages.reduce((sum, message) => sum + message.length, 0) / messages.length;
process.stdout.write(
	`${messages.length} texts, ${length.toFixed(0)} characters on average; tables built in ${built.toFixed(0)} ms\n`,
);
console.table(
	Object.fromEntries(
		results.map(({ name, median, slowest, fastest }) => [
			name,
			{
				'messages per second': Math.round(median),
				'slowest round': Math.round(slowest),
				'fastest round': Math.round(fastest),
				ratio: (median / own).toFixed(2),
			},
		]),
	),
);
