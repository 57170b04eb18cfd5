/**
 * What ordinary messages between people are taken for. Nearly none of them asks to leave a list, so that an automatic
 * opt-out is most likely a mistake, and a likely one would send a question to somebody for nothing.
 *
 *     node test/bench/ordinary-corpora.ts <folder> [--likely]
 *
 * The folder holds the corpora outside of the repository; what is missing there is fetched (4 MB). They are real messages
 * of people who gave them to research, so they are neither committed nor passed on, and whoever uses the NUS corpus is
 * asked to cite it and to write to its authors. A bare YES or NO, which the Standard preset counts, is left out. Lists each automatic opt-out, with `--likely` the others too. Reads the
 * built core: run `npx gulp build` first.
 *
 * UCI SMS Spam Collection: Almeida, Gómez Hidalgo, Yamakami, Contributions to the Study of SMS Spam Filtering (2011).
 * NUS SMS Corpus: Chen, Kan, Creating a Live, Public Short Message Service Corpus (2013), release of 9 March 2015.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import axios from 'axios';
import { strFromU8, unzipSync } from 'fflate';
import type * as Core from '../../core/consent/keywords/evaluate.ts';

const require = createRequire(import.meta.url);
const { evaluateKeywords }: Pick<typeof Core, 'evaluateKeywords'> = require('../../dist/core/index.js');

interface Corpus {
	name: string;
	file: string;
	url: string;
	/** SHA-256: several copies that are about were altered. */
	sum: string;
	read: (bytes: Uint8Array) => string[];
}

const RAW = 'https://raw.githubusercontent.com';
const NUS = `${RAW}/kite1988/nus-sms-corpus/master`;

const ENTITIES: Readonly<Record<string, string>> = {
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	amp: '&',
	'#13': '\r',
};

/** Of each message of the archive the text alone, without numbers, phones and ages. */
function readNus(bytes: Uint8Array): string[] {
	return Object.values(unzipSync(bytes)).flatMap((file) =>
		[...strFromU8(file).matchAll(/<text>([^<]*)<\/text>/g)].map(([, text = '']) =>
			text.replace(/&([#\w]+);/g, (entity, name: string) => ENTITIES[name] ?? entity),
		),
	);
}

/** What is no spam. */
function readUci(bytes: Uint8Array): string[] {
	return strFromU8(bytes)
		.split('\n')
		.map((line) => line.split('\t'))
		.flatMap(([label, text]) => (label === 'ham' && text !== undefined ? [text] : []));
}

const CORPORA: readonly Corpus[] = [
	{
		name: 'UCI, ham',
		file: 'SMSSpamCollection',
		url: `${RAW}/EvilPort2/Spam-Detection/master/SMSSpamCollection`,
		sum: 'edc1f2ca36319ca36c6f80fede2f6ae5f81335289352485f3924df077ec20266',
		read: readUci,
	},
	{
		name: 'NUS, English',
		file: 'smsCorpus_en_xml_2015.03.09_all.zip',
		url: `${NUS}/smsCorpus_en_xml_2015.03.09_all.zip`,
		sum: 'bf73d77fce35c703dab21826cd2c1698205358c2c25b2d43da1f08671b825bdc',
		read: readNus,
	},
	{
		name: 'NUS, Chinese',
		file: 'smsCorpus_zh_xml_2015.03.09.zip',
		url: `${NUS}/smsCorpus_zh_xml_2015.03.09.zip`,
		sum: '15c17989610dc2d2658f5d5a9de5b84aa35445c4479164478125d6f33f1aecfe',
		read: readNus,
	},
];

async function bytesOf({ file, url, sum }: Corpus, folder: string): Promise<Uint8Array> {
	const path = join(folder, file);
	if (!existsSync(path)) {
		process.stderr.write(`Fetching ${url}\n`);
		const { data } = await axios.get<ArrayBuffer>(url, { responseType: 'arraybuffer' });
		await writeFile(path, Buffer.from(data));
	}
	const bytes = await readFile(path);
	const found = createHash('sha256').update(bytes).digest('hex');
	if (found === sum) return bytes;
	throw new Error(`${path} is not the file that the figures are about: its SHA-256 is ${found}. Remove it.`);
}

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('--')) {
	throw new Error('Name a folder outside of the repository for the corpora.');
}
const listed = flags.includes('--likely') ? ['optOut', 'fuzzyOptOut'] : ['optOut'];

await mkdir(folder, { recursive: true });
const counts: Record<string, object> = {};
const total = { messages: 0, automatic: 0, likely: 0, 'opted in': 0 };
for (const corpus of CORPORA) {
	const texts = [...new Set(corpus.read(await bytesOf(corpus, folder)))];
	const count = { messages: texts.length, automatic: 0, likely: 0, 'opted in': 0 };
	for (const text of texts) {
		const { category, explanation } = evaluateKeywords(text, {
			preset: 'carrier',
			languages: 'all',
			fuzzyOptOut: true,
		});
		if (category === 'optOut') count.automatic += 1;
		if (category === 'fuzzyOptOut') count.likely += 1;
		if (category === 'optIn') count['opted in'] += 1;
		if (listed.includes(category))
			process.stdout.write(`${category}\t${JSON.stringify(text)}\t${explanation}\n`);
	}
	counts[corpus.name] = count;
	total.messages += count.messages;
	total.automatic += count.automatic;
	total.likely += count.likely;
	total['opted in'] += count['opted in'];
}
console.table({ ...counts, all: total });
