import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError, withProgress } from './n8n/npm.mjs';
import { hasCode } from './n8n/processes.ts';

const SOURCES = [
	'core',
	'credentials',
	'icons',
	'nodes',
	'gulpfile.js',
	'package.json',
	'tsconfig.json',
	'tsconfig.build.json',
];
const run = promisify(execFile);

/** Time of the last change at or below `path`; a removed file shows in its folder's time. Zero where there is nothing. */
async function lastChange(path: string): Promise<number> {
	try {
		const { mtimeMs } = await stat(path);
		const below = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
			if (hasCode(error, 'ENOTDIR')) return [];
			throw error;
		});
		const times = await Promise.all(below.map((entry) => stat(join(entry.parentPath, entry.name))));
		return Math.max(mtimeMs, ...times.map((entry) => entry.mtimeMs));
	} catch (error) {
		if (hasCode(error, 'ENOENT')) return 0;
		throw error;
	}
}

/** The compiler's lines of a failed build; the end of its output where the compiler had nothing to say. */
function mistakes(output: string): string {
	const lines = output.split('\n').filter((line) => line.trim() !== '');
	const compiler = lines.filter((line) => /\berror\b/i.test(line) && !line.includes('errored after'));
	return (compiler.length > 0 ? compiler.slice(0, 10) : lines.slice(-10)).join('\n');
}

/** Builds the package of the checkout `root` when `dist` is missing or older than what it is made of. */
export async function ensureBuild(root: string, signal?: AbortSignal): Promise<void> {
	const built = await lastChange(join(root, 'dist/core/index.js'));
	const changes = await Promise.all(SOURCES.map((source) => lastChange(join(root, source))));
	if (built > 0 && built >= Math.max(...changes)) return;
	await withProgress(
		'Building the package',
		() => '',
		async () => {
			const gulp = join(root, 'node_modules/gulp/bin/gulp.js');
			await run(process.execPath, [gulp, 'build'], { cwd: root, signal }).catch((error: unknown) => {
				if (!(error instanceof Error && 'stderr' in error && 'stdout' in error)) throw error;
				const output = `${String(error.stdout)}\n${String(error.stderr)}`;
				throw new UserError(
					`The package does not build. Correct this, then start again:\n${mistakes(output)}`,
				);
			});
		},
	);
}
