/** The workflows that serve a page, and the page that stands in them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { inlinedPage } from './inline.ts';

const TEMPLATES = join(import.meta.dirname, '../templates');
/** The node that answers with the page. */
const NODE = 'Page';

const Workflow = z
	.object({
		nodes: z.array(z.object({ name: z.string(), parameters: z.record(z.unknown()) }).passthrough()),
	})
	.passthrough();

export interface ServingFile {
	/** Path of the workflow. */
	file: string;
	/** As it lies there. */
	present: string;
	/** As it has to be, by the sources of its page. */
	due: string;
}

/** Names of the templates that have a page. */
export async function templatesWithPage(templates = TEMPLATES): Promise<string[]> {
	const names = await readdir(templates);
	const has = await Promise.all(
		names.map(async (name) => {
			const files = await readdir(join(templates, name, 'page')).catch((): string[] => []);
			return files.includes('page.html');
		}),
	);
	return names.filter((_, index) => has[index]);
}

async function filled(file: string, page: string): Promise<ServingFile[]> {
	const present = await readFile(file, 'utf8');
	const workflow = Workflow.parse(JSON.parse(present));
	const node = workflow.nodes.find(({ name }) => name === NODE);
	if (!node) return [];
	node.parameters.responseBody = page;
	const options = await resolveConfig(file);
	return [{ file, present, due: await format(JSON.stringify(workflow), { ...options, filepath: file }) }];
}

/** The workflows of a template that answer with its page. */
export async function servingFiles(name: string, templates = TEMPLATES): Promise<ServingFile[]> {
	const folder = join(templates, name);
	const page = await inlinedPage(join(folder, 'page'));
	const files = (await readdir(folder)).filter((file) => file.endsWith('workflow.json'));
	const found = await Promise.all(files.map((file) => filled(join(folder, file), page)));
	return found.flat();
}
