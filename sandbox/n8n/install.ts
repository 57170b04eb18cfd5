/**
 * A private n8n in the user's cache folder. It is large and slow to install (about 2,100 packages, 2.2 GB, minutes), so that it is
 * kept per lock file and Node version: checkouts share it, and a clean one does not pay again.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { npmCi, runNpm, UserError, withProgress } from './npm.mjs';
import { hasCode, isRunning } from './processes.ts';

const FILES = ['package.json', 'package-lock.json'];
const NEEDED_GIGABYTES = 3.5;

/** Where n8n's files are. `command` is its entry, to be run with `node`, or with this process's Node where none is named. */
export interface N8nInstallation {
	folder: string;
	command: string;
	node?: string;
}

function installationAt(folder: string): N8nInstallation {
	return { folder, command: join(folder, 'node_modules/n8n/bin/n8n') };
}

async function folderName(): Promise<string> {
	const node = process.versions.node.split('.')[0];
	const hash = createHash('sha256').update(`node ${node} ${process.platform} ${process.arch}\n`);
	for (const file of FILES) hash.update(await readFile(join(import.meta.dirname, file)));
	return `n8n-${hash.digest('hex').slice(0, 16)}`;
}

/** Headers of a Node, which the npm package of Node brings along; without them node-gyp would download them. */
function nodeHeaders(node: string): string | undefined {
	const home = dirname(dirname(node));
	const platformPackage = join(home, 'node_modules', `node-${process.platform}-${process.arch}`);
	return [home, platformPackage].find((folder) => existsSync(join(folder, 'include/node/node.h')));
}

/** Removes what interrupted installs left behind. The owner's process id ends the name of each. */
async function removeLeftovers(cache: string): Promise<void> {
	for (const name of await readdir(cache)) {
		const owner = /\.partial-(\d+)$/.exec(name)?.[1];
		if (owner && !isRunning(Number(owner))) await rm(join(cache, name), { recursive: true, force: true });
	}
}

/** One install at a time: true when this process may begin, false when it waited for another one's to end. */
async function takeTurn(lock: string, signal?: AbortSignal): Promise<boolean> {
	try {
		await writeFile(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (!hasCode(error, 'EEXIST')) throw error;
	}
	const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
	if (!owner || !isRunning(owner)) {
		await rm(lock, { force: true });
		return await takeTurn(lock, signal);
	}
	await withProgress(
		`Waiting for another start (process ${owner}) to install n8n`,
		() => '',
		async () => {
			while (existsSync(lock) && isRunning(owner)) await sleep(1000, undefined, { signal });
		},
	);
	return false;
}

async function checkSpace(cache: string): Promise<void> {
	const { bavail, bsize } = await statfs(cache);
	const gigabytes = (bavail * bsize) / 1e9;
	if (gigabytes < NEEDED_GIGABYTES) {
		throw new UserError(
			`n8n needs ${NEEDED_GIGABYTES} GB in ${cache}, and ${gigabytes.toFixed(1)} GB are free. Free some space, or set XDG_CACHE_HOME.`,
		);
	}
}

/**
 * All install scripts stay off, because one of n8n's dependencies downloads a binary that nothing here needs and fails the install
 * where it cannot. SQLite alone has to be set up, see {@link setUpSqlite}.
 */
export const INSTALL_FLAGS = ['--legacy-peer-deps', '--ignore-scripts'];

function pathWith(node: string): string {
	return [dirname(node), process.env.PATH ?? ''].join(delimiter);
}

/** Downloads a prebuilt binary or compiles one, for the n8n in `folder` and the Node that is to run it. */
export async function setUpSqlite(folder: string, node: string, signal?: AbortSignal): Promise<void> {
	const headers = nodeHeaders(node);
	const env = { PATH: pathWith(node), ...(headers && { npm_config_nodedir: headers }) };
	await withProgress(
		"Setting up n8n's SQLite",
		() => '',
		async () => {
			await runNpm(['rebuild', 'sqlite3'], { cwd: folder, env, signal });
		},
	);
}

async function installInto(folder: string, signal?: AbortSignal): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const file of FILES) await copyFile(join(import.meta.dirname, file), join(folder, file));
	await npmCi(folder, {
		label: 'Installing n8n (once, some minutes)',
		args: INSTALL_FLAGS,
		env: { PATH: pathWith(process.execPath) },
		signal,
	});
	await setUpSqlite(folder, process.execPath, signal);
}

/** Gives the installed n8n, after installing it when this machine has none. Safe against interruption and concurrent starts. */
export async function ensureN8n(
	options: { cache?: string; signal?: AbortSignal } = {},
): Promise<N8nInstallation> {
	const { signal } = options;
	const cache =
		options.cache ??
		join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-messaging-channels');
	const folder = join(cache, await folderName());
	if (existsSync(folder)) return installationAt(folder);

	await mkdir(cache, { recursive: true });
	const lock = `${folder}.lock`;
	if (!(await takeTurn(lock, signal))) return await ensureN8n(options);
	const partial = `${folder}.partial-${process.pid}`;
	try {
		// Another start may have finished between the first look and the lock.
		if (!existsSync(folder)) {
			await removeLeftovers(cache);
			await checkSpace(cache);
			await installInto(partial, signal);
			await rename(partial, folder);
		}
	} finally {
		await rm(partial, { recursive: true, force: true });
		await rm(lock, { force: true });
	}
	return installationAt(folder);
}
