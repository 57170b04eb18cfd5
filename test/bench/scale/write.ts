/** Puts a run into the documentation: its plots beside the pictures, its tables between comments of docs/benchmarks.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../e2e/home.ts';
import type { Drawn } from './plots.ts';

const PAGE = join(ROOT, 'docs/benchmarks.md');
const IMAGES = join(ROOT, 'docs/images');
/**
 * Fills the named parts with Markdown.
 *
 * @param parts by name; the page has `<!-- bench:scale NAME -->` before each and `<!-- /bench:scale NAME -->` after it
 */
export async function writeParts(parts: ReadonlyMap<string, string>): Promise<void> {
	let page = await readFile(PAGE, 'utf8');
	for (const [name, markdown] of parts) {
		const [begin, end] = ['', '/'].map((slash) => `<!-- ${slash}bench:scale ${name} -->`);
		const [from, to] = [page.indexOf(begin ?? ''), page.indexOf(end ?? '')];
		if (!begin || from < 0 || to < from) throw new Error(`${PAGE} has no part "${name}" for this bench`);
		page = `${page.slice(0, from)}${begin}\n\n${markdown}\n\n${page.slice(to)}`;
	}
	const options = { ...(await resolveConfig(PAGE)), filepath: PAGE };
	await writeFile(PAGE, await format(page, options));
}

export async function writePlots(plots: readonly Drawn[]): Promise<void> {
	for (const { file, svg } of plots) await writeFile(join(IMAGES, file), svg);
}
