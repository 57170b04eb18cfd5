/** The templates as they lie in the repository. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Workflow } from '../../sandbox/n8n/api.ts';
import { ROOT } from '../e2e/home.ts';

export const TEMPLATES = join(ROOT, 'templates');
/** The templates of version 0.1.0, as people have saved them. */
export const SAVED = join(ROOT, 'test/fixtures/saved-workflows');
/** The file of the workflow that a person starts with; others of the folder are its sub-workflows. */
export const MAIN = 'workflow.json';

/** The template's workflows by their files, sub-workflows first. */
export async function readTemplate(name: string, from = TEMPLATES): Promise<Map<string, Workflow>> {
	const folder = join(from, name);
	const files = (await readdir(folder)).filter((file) => file.endsWith(MAIN));
	const inOrder = files.sort((a, b) => Number(a === MAIN) - Number(b === MAIN) || a.localeCompare(b));
	const read = async (file: string) => Workflow.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
	return new Map(await Promise.all(inOrder.map(async (file) => [file, await read(file)] as const)));
}
