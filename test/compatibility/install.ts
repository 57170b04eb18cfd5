/** One n8n of a certain version with the Node that it demands, each in a folder of the user's cache. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import sandbox from '../../sandbox/n8n/package.json' with { type: 'json' };
import { ensureN8n, INSTALL_FLAGS, setUpSqlite, type N8nInstallation } from '../../sandbox/n8n/install.ts';
import { runNpm, withProgress } from '../../sandbox/n8n/npm.mjs';

export interface Version {
	n8n: string;
	node: string;
	/** Packages that this n8n asks for by an address outside the registry. */
	overrides: Record<string, string>;
}

/** An n8n before 1.85 has no `NodeConnectionTypes` in its n8n-workflow, which every node of the package needs. */
const OLDEST: Version = { n8n: '1.85.3', node: '20.20.2', overrides: { xlsx: '0.18.5' } };

/** The one that everything else is tried on, with the Node of this process. */
const OWN: Version = { n8n: sandbox.dependencies.n8n, node: process.versions.node, overrides: {} };

/** Oldest first. */
export const VERSIONS: readonly Version[] = [OLDEST, OWN];

/** npm's package of Node's binary for this platform. */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

function installationAt(folder: string): Required<N8nInstallation> {
	return {
		folder,
		command: join(folder, 'node_modules/n8n/bin/n8n'),
		node: join(folder, 'node_modules', NODE_PACKAGE, 'bin/node'),
	};
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
	await setUpSqlite(folder, installationAt(folder).node);
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
