/** One n8n of a certain version with the Node that it demands, each in a folder of the user's cache. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import sandbox from '../../sandbox/n8n/package.json' with { type: 'json' };
import { ensureN8n, type N8nInstallation } from '../../sandbox/n8n/install.ts';
import { runNpm, withProgress } from '../../sandbox/n8n/npm.mjs';
import versions from './versions.json' with { type: 'json' };

const Version = z.object({
	n8n: z.string(),
	node: z.string(),
	/** Packages that this n8n asks for by an address outside the registry, or that broke after its release. */
	overrides: z.record(z.string()),
});
export type Version = z.infer<typeof Version>;

/** The one that everything else is tried on, with the Node of this process. */
const OWN: Version = { n8n: sandbox.dependencies.n8n, node: process.versions.node, overrides: {} };

/** Oldest first. An n8n before 1.85 has no `NodeConnectionTypes` in its n8n-workflow, which every node of the package needs. */
export const VERSIONS: readonly Version[] = [...z.array(Version).parse(versions), OWN];

/** npm's package of Node's binary for this platform. */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

function folderOf({ n8n, node }: Version): string {
	const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return join(cache, 'n8n-nodes-messaging-channels', `n8n-${n8n}-node-${node}`);
}

/** Install scripts stay off, but SQLite's: it downloads a prebuilt binary or compiles one. */
async function installInto(folder: string, { n8n, node, overrides }: Version): Promise<void> {
	await mkdir(folder, { recursive: true });
	const manifest = { private: true, dependencies: { n8n, [NODE_PACKAGE]: node }, overrides };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	const home = join(folder, 'node_modules', NODE_PACKAGE);
	await runNpm(['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: folder,
	});
	await runNpm(['rebuild', 'sqlite3'], {
		cwd: folder,
		env: {
			PATH: [join(home, 'bin'), process.env.PATH ?? ''].join(delimiter),
			npm_config_nodedir: home,
		},
	});
}

/** Gives the n8n of that version, after installing it when this machine has none. Some minutes and 2 GB each. */
export async function ensureVersion(version: Version): Promise<N8nInstallation> {
	if (version === OWN) return await ensureN8n();
	const folder = folderOf(version);
	if (!existsSync(folder)) {
		const partial = `${folder}.partial-${process.pid}`;
		try {
			await withProgress(
				`Installing n8n ${version.n8n} with Node ${version.node}`,
				() => '',
				() => installInto(partial, version),
			);
			await rename(partial, folder);
		} finally {
			await rm(partial, { recursive: true, force: true });
		}
	}
	return {
		folder,
		command: join(folder, 'node_modules/n8n/bin/n8n'),
		node: join(folder, 'node_modules', NODE_PACKAGE, 'bin/node'),
	};
}
