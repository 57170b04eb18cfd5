/** The terms of the libraries that a page brings along. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { z } from 'zod';

const LIBRARY = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const Manifest = z.object({ name: z.string(), version: z.string() });

async function termsOf(folder: string): Promise<{ library: string; terms: string }> {
	const { name, version } = Manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
	const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
	assert(file, `${name} brings no terms along`);
	const terms = (await readFile(join(folder, file), 'utf8')).replaceAll('--', '- -').trim();
	return { library: `${name} ${version}`, terms };
}

/** Every library in these bundles under its terms, those with the same ones together. */
export async function licencesOf(metafiles: readonly Metafile[]): Promise<string> {
	const folders = metafiles
		.flatMap(({ inputs }) => Object.keys(inputs))
		.flatMap((input) => LIBRARY.exec(input)?.[0] ?? []);
	const libraries = await Promise.all([...new Set(folders)].sort().map(termsOf));
	const byTerms = Map.groupBy(libraries, ({ terms }) => terms);
	return [...byTerms]
		.map(([terms, of]) => `${of.map(({ library }) => library).join(', ')}\n\n${terms}`)
		.join('\n\n');
}
