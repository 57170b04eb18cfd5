/**
 * n8n's user folder as a test finds it: migrated, with its owner, and with the package in it. The first start of n8n and npm's
 * packing take longer than the rest of a start, so that they are done once for a build, and each test has a copy.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { N8nApi } from '../../sandbox/n8n/api.ts';
import type { N8nInstallation } from '../../sandbox/n8n/install.ts';
import { startN8n } from '../../sandbox/n8n/instance.ts';
import { putPackage } from '../../sandbox/n8n/packed.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import { hasCode } from '../../sandbox/n8n/processes.ts';
import { OWNER } from '../../sandbox/n8n/set-up.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const RESULTS = join(ROOT, 'test-results');
const HOMES = join(RESULTS, 'homes');

async function hashOfBuild(): Promise<string> {
	const entries = await readdir(join(ROOT, 'dist'), { recursive: true, withFileTypes: true });
	const built = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	const hash = createHash('sha256');
	for (const file of [join(ROOT, 'package.json'), ...built.toSorted()])
		hash.update(`${file}\n`).update(await readFile(file));
	return hash.digest('hex').slice(0, 16);
}

async function make(installation: N8nInstallation, home: string): Promise<void> {
	const userFolder = await mkdtemp(`${home}.partial-`);
	await putPackage(ROOT, userFolder);
	const n8n = await startN8n({ installation, userFolder, port: await freePort() });
	try {
		await new N8nApi(n8n.url).signIn(OWNER);
	} finally {
		await n8n.stop();
	}
	await rename(join(userFolder, '.n8n'), home).catch((error: unknown) => {
		// Another test file was faster.
		if (!hasCode(error, 'ENOTEMPTY') && !hasCode(error, 'EEXIST')) throw error;
	});
	await rm(userFolder, { recursive: true });
}

/** Fills `userFolder` with what n8n has after its first start with the package as it is built now. */
export async function fillHome(installation: N8nInstallation, userFolder: string): Promise<void> {
	const home = join(HOMES, `${basename(installation.folder)}-${await hashOfBuild()}`);
	if (!existsSync(home)) {
		await mkdir(HOMES, { recursive: true });
		const outdated = (await readdir(HOMES)).filter((name) => !name.startsWith(basename(home)));
		for (const name of outdated) await rm(join(HOMES, name), { recursive: true, force: true });
		await make(installation, home);
	}
	await cp(home, join(userFolder, '.n8n'), { recursive: true });
}
