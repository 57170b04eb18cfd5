/**
 * Pages that workflows serve themselves: the sources in a template's folder `page` become one document without anything to load,
 * which stands in the workflow as the answer of a node.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type OutputFile } from 'esbuild';
import { licencesOf } from './licences.ts';

/** What n8n would read as the beginning of an expression. */
const EXPRESSION = '{'.repeat(2);
const STYLE = /<link rel="stylesheet" href="([^"]+)" \/>/g;
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g;
const HEAD = '<meta charset="utf-8" />';

interface Bundle {
	text: string;
	metafile: Metafile;
}

async function bundled(file: string): Promise<Bundle> {
	const { outputFiles, metafile } = await build({
		entryPoints: [file],
		bundle: true,
		minify: true,
		write: false,
		metafile: true,
		format: 'iife',
		target: 'es2022',
		charset: 'ascii',
		legalComments: 'none',
		logLevel: 'silent',
	});
	const [output]: (OutputFile | undefined)[] = outputFiles;
	assert(output, `${file} gave nothing`);
	return { text: output.text.trim(), metafile };
}

/** Every match of a pattern, replaced by what its file holds. */
async function withFiles(
	page: string,
	pattern: RegExp,
	folder: string,
	fill: (bundle: Bundle) => string,
): Promise<string> {
	let filled = page;
	for (const [tag, file = ''] of page.matchAll(pattern)) {
		const bundle = await bundled(join(folder, file));
		filled = filled.replace(tag, () => fill(bundle));
	}
	return filled;
}

const policy = (hashes: readonly string[]) =>
	[
		"default-src 'none'",
		`script-src ${hashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
		"style-src 'unsafe-inline'",
		'img-src data: blob:',
		'media-src blob:',
		// n8n's pages have an opaque origin. Browsers without the self-origin of CSP Level 3 find nothing there that is 'self'.
		'connect-src http: https:',
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');

/**
 * The page of a folder with `page.html` in it, whose styles and modules are named there.
 *
 * @throws where the page holds what n8n would take for an expression, or what would end its script
 */
export async function inlinedPage(folder: string): Promise<string> {
	const source = await readFile(join(folder, 'page.html'), 'utf8');
	const hashes: string[] = [];
	const metafiles: Metafile[] = [];

	const styled = await withFiles(source, STYLE, folder, ({ text }) => `<style>${text}</style>`);
	const scripted = await withFiles(styled, SCRIPT, folder, ({ text, metafile }) => {
		assert(!/<\/script|<!--/i.test(text), `A script of ${folder} holds what ends it in a page`);
		hashes.push(createHash('sha256').update(text).digest('base64'));
		metafiles.push(metafile);
		return `<script type="module">${text}</script>`;
	});
	assert(scripted.includes(HEAD), `page.html of ${folder} has no ${HEAD}`);
	const guarded = scripted.replace(
		HEAD,
		() => `${HEAD}<meta http-equiv="Content-Security-Policy" content="${policy(hashes)}" />`,
	);

	const at = guarded.indexOf(EXPRESSION);
	assert(at < 0, `n8n would read an expression in the page of ${folder}: ${guarded.slice(at - 40, at + 40)}`);
	const licences = await licencesOf(metafiles);
	return licences === '' ? guarded : `${guarded.trimEnd()}\n<!--\n${licences}\n-->\n`;
}
