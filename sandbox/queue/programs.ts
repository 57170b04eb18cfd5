/** The server programs that queue mode needs beside n8n: where they are, how they get there, and as whom they run. */
import { execFile } from 'node:child_process';
import { access, constants, readdir, readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError, withProgress } from '../n8n/npm.mjs';
import { hasCode } from '../n8n/processes.ts';

const run = promisify(execFile);

/** Debian keeps PostgreSQL's programs out of PATH, a folder for each version. */
const POSTGRESQL_VERSIONS = '/usr/lib/postgresql';

export interface Program {
	/** As Debian calls what brings it. */
	package: string;
	/** A file of it, as it is called in a folder of programs. */
	file: string;
}

/** A system user to whom a server's process and files belong. */
export interface SystemUser {
	uid: number;
	gid: number;
}

async function isExecutable(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		return true;
	} catch (error) {
		if (['ENOENT', 'ENOTDIR', 'EACCES'].some((code) => hasCode(error, code))) return false;
		throw error;
	}
}

/** Newest version first. */
async function postgresqlFolders(): Promise<string[]> {
	try {
		const versions = await readdir(POSTGRESQL_VERSIONS);
		return versions
			.toSorted((one, other) => Number(other) - Number(one))
			.map((version) => join(POSTGRESQL_VERSIONS, version, 'bin'));
	} catch (error) {
		if (hasCode(error, 'ENOENT')) return [];
		throw error;
	}
}

/** The folder that holds `file`, or undefined where this machine does not have it. */
export async function findProgram(file: string): Promise<string | undefined> {
	const inPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	for (const folder of [...inPath, '/usr/sbin', ...(await postgresqlFolders())]) {
		// What stands beside it is found beside the file that a link leads to.
		if (await isExecutable(join(folder, file))) return dirname(await realpath(join(folder, file)));
	}
	return undefined;
}

export function isRoot(): boolean {
	return process.getuid?.() === 0;
}

async function installPackage(name: string, signal?: AbortSignal): Promise<void> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await withProgress(
		`Installing ${name} with apt-get (once)`,
		() => '',
		async () => {
			try {
				await run('apt-get', ['update', '-q'], { env, signal });
				await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env, signal });
			} catch (error) {
				signal?.throwIfAborted();
				if (!(error instanceof Error && 'stderr' in error)) throw error;
				const lines = String(error.stderr).trim().split('\n').slice(-5).join('\n');
				throw new UserError(
					`apt-get could not install ${name}. Install it by hand, then start again.\n${lines}`,
				);
			}
		},
	);
}

/**
 * The folder that holds a program, after installing it where it is missing and this process may. Throws a UserError that says what
 * to install where it may not.
 */
export async function ensureProgram(program: Program, signal?: AbortSignal): Promise<string> {
	const found = await findProgram(program.file);
	if (found !== undefined) return found;
	const advice = `Queue mode needs ${program.file}, which this machine does not have. Install it (Debian: sudo apt-get install -y ${program.package}), then start again.`;
	if (!isRoot() || (await findProgram('apt-get')) === undefined) throw new UserError(advice);
	await installPackage(program.package, signal);
	const installed = await findProgram(program.file);
	if (installed === undefined) throw new UserError(advice);
	return installed;
}

/**
 * As whom a server is to run: under root a user of its own, `name` where the system has it and `nobody` otherwise; undefined where
 * this process is somebody else already.
 */
export async function serverUser(name: string): Promise<SystemUser | undefined> {
	if (!isRoot()) return undefined;
	const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
	const entry = [name, 'nobody'].flatMap((one) => lines.filter(([user]) => user === one))[0];
	if (!entry)
		throw new UserError(`The system has neither a user ${name} nor nobody, as whom a server could run.`);
	return { uid: Number(entry[2]), gid: Number(entry[3]) };
}
