/** One n8n of a certain version with the Node that it demands, each in a folder of the user's cache. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import sandbox from '../../sandbox/n8n/package.json' with { type: 'json' };
import { ensureN8n, INSTALL_FLAGS, setUpSqlite, type N8nInstallation } from '../../sandbox/n8n/install.ts';
import { runNpm, withProgress } from '../../sandbox/n8n/npm.mjs';

export interface Version {
	n8n: string;
	node: string;
	/** Versions in place of those that npm would take for packages of n8n. */
	overrides: Record<string, string>;
}

/** n8n asks for this library by an address outside the registry. */
const XLSX = { xlsx: '0.18.5' };

/**
 * Near what n8n's nodes for chat models were released with. Their own ranges let npm take newer ones, which ask `@langchain/core` for what it did
 * not have yet, so that n8n does not start.
 */
const LANGGRAPH = { '@langchain/langgraph': '1.0.15', '@langchain/langgraph-checkpoint': '1.0.0' };

/** Released with what its ranges ask for; later ones ask for packages that not every registry holds. */
const LINKEDOM = { linkedom: '0.18.13', 'msgpackr-extract': '3.0.4' };

/** The one that everything else is tried on, with the Node of this process. */
const OWN: Version = { n8n: sandbox.dependencies.n8n, node: process.versions.node, overrides: {} };

/**
 * Oldest first: an n8n before 1.85 has no `NodeConnectionTypes` in its n8n-workflow, which every node of the package needs. Then the last 1.x, an early
 * 2.x and a middle one. Each runs on the oldest Node that it takes and works on: its isolated-vm, where it has one, brings binaries for Node 22 and 24.
 */
export const VERSIONS: readonly Version[] = [
	{ n8n: '1.85.3', node: '20.20.2', overrides: XLSX },
	{ n8n: '1.123.81', node: '22.23.5', overrides: { ...XLSX, ...LANGGRAPH } },
	{ n8n: '2.1.4', node: '20.20.2', overrides: { ...XLSX, ...LANGGRAPH } },
	{ n8n: '2.30.8', node: '22.23.5', overrides: { ...XLSX, ...LINKEDOM } },
	OWN,
];

/** npm's package of Node's binary for this platform. */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

function installationAt(folder: string): Required<N8nInstallation> {
	return {
		folder,
		command: join(folder, 'node_modules/n8n/bin/n8n'),
		node: join(folder, 'node_modules', NODE_PACKAGE, 'bin/node'),
	};
}

const SQLITE = 'node_modules/sqlite3';
const SQLITE_BINARY = join(SQLITE, 'build/Release/node_sqlite3.node');

async function sqliteVersion(folder: string): Promise<string> {
	const manifest = await readFile(join(folder, SQLITE, 'package.json'), 'utf8');
	return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}

/** Major version of the Node that an n8n of the cache runs on. */
function nodeOf(folder: string): number {
	const [, version = OWN.node] = /-node-([\d.]+)/.exec(folder) ?? [];
	return parseInt(version, 10);
}

/**
 * Copies SQLite from another n8n of the cache that has the same version of it, since building it takes longer than everything else. It is written
 * against Node-API, so that a build runs on its Node and on later ones; on an earlier one it crashes.
 *
 * @returns whether there was one
 */
async function copySqlite(folder: string): Promise<boolean> {
	const wanted = await sqliteVersion(folder);
	for (const name of await readdir(dirname(folder))) {
		const other = join(dirname(folder), name);
		if (name.includes('.partial-') || !existsSync(join(other, SQLITE_BINARY))) continue;
		if (nodeOf(name) > nodeOf(basename(folder))) continue;
		if ((await sqliteVersion(other)) !== wanted) continue;
		await mkdir(dirname(join(folder, SQLITE_BINARY)), { recursive: true });
		await copyFile(join(other, SQLITE_BINARY), join(folder, SQLITE_BINARY));
		return true;
	}
	return false;
}

async function installInto(folder: string, { n8n, node, overrides }: Version): Promise<void> {
	await mkdir(folder, { recursive: true });
	const manifest = { private: true, dependencies: { n8n, [NODE_PACKAGE]: node }, overrides };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	await withProgress(
		`Installing n8n ${n8n} with Node ${node}`,
		() => '',
		() => runNpm(['install', ...INSTALL_FLAGS, '--no-audit', '--no-fund'], { cwd: folder }),
	);
	if (!(await copySqlite(folder))) await setUpSqlite(folder, installationAt(folder).node);
}

/** Gives the n8n of that version, after installing it when this machine has none. Some minutes and 2 GB each. */
export async function ensureVersion(version: Version): Promise<N8nInstallation> {
	if (version === OWN) return await ensureN8n();
	const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	const { n8n, node } = version;
	const folder = join(cache, 'n8n-nodes-messaging-channels', `n8n-${n8n}-node-${node}`);
	if (!existsSync(folder)) {
		const partial = `${folder}.partial-${process.pid}`;
		try {
			await installInto(partial, version);
			await rename(partial, folder);
		} finally {
			await rm(partial, { recursive: true, force: true });
		}
	}
	return installationAt(folder);
}
