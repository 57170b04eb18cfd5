/**
 * The package as users install it, on the n8n versions that it supports: each with the Node it demands, and once more with a copy
 * of n8n-workflow beside the package, as npm leaves it there. Prints a Markdown table; anything that fails ends it with code 1.
 *
 *     npm run test:compatibility [-- oldest | newest | <version> …]
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { N8nApi } from '../../sandbox/n8n/api.ts';
import { startN8n } from '../../sandbox/n8n/instance.ts';
import { runNpm } from '../../sandbox/n8n/npm.mjs';
import { putPackage } from '../../sandbox/n8n/packed.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import { OWNER, saveCredentials } from '../../sandbox/n8n/set-up.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { CHECKS } from './checks.ts';
import { ensureVersion, type Version, VERSIONS } from './install.ts';

const ROOT = join(import.meta.dirname, '../..');
const RESULTS = join(ROOT, 'test-results');

/** What each check came to: `ok`, or the first line of what went wrong. */
type Row = Record<string, string>;

const STARTS = 'Starts';

function chosen(names: readonly string[]): Version[] {
	const aliases: Record<string, Version | undefined> = { oldest: VERSIONS[0], newest: VERSIONS.at(-1) };
	if (names.length === 0) return [...VERSIONS];
	return names.map((name) => {
		const version = aliases[name] ?? VERSIONS.find(({ n8n }) => n8n === name);
		if (!version) throw new Error(`"${name}" is not a version that is tried`);
		return version;
	});
}

async function outcome(check: () => Promise<void>): Promise<string> {
	try {
		await check();
		return 'ok';
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
		return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
	}
}

/** npm installs the peers of a community package beside it, so that its classes are not those of n8n itself. */
async function addWorkflowLibrary(n8n: string, nodes: string): Promise<void> {
	const manifest = await readFile(join(n8n, 'node_modules/n8n-workflow/package.json'), 'utf8');
	const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest));
	await mkdir(nodes, { recursive: true });
	await runNpm(['install', '--ignore-scripts', '--no-audit', '--no-fund', `n8n-workflow@${version}`], {
		cwd: nodes,
	});
}

/** @param twoCopies puts n8n's own n8n-workflow beside the package too */
async function tryOn(version: Version, twoCopies: boolean, row: Row): Promise<void> {
	await using open = new AsyncDisposableStack();
	const installation = await ensureVersion(version);
	const userFolder = await mkdtemp(join(tmpdir(), 'messaging-channels-matrix-'));
	open.defer(() => rm(userFolder, { recursive: true, force: true, maxRetries: 5 }));
	if (twoCopies) await addWorkflowLibrary(installation.folder, join(userFolder, '.n8n/nodes'));
	await putPackage(ROOT, userFolder);
	const sandbox = await startSandbox({ world: WORLD, port: 0 });
	open.defer(() => sandbox.close());
	const name = `n8n-${version.n8n}${twoCopies ? '-two-copies' : ''}`;
	const n8n = await startN8n({
		installation,
		userFolder,
		port: await freePort(),
		logFile: join(RESULTS, `${name}.log`),
		// The sandbox leaves out a module that an older n8n does not know by name.
		env: { N8N_DISABLED_MODULES: '' },
	});
	open.defer(() => n8n.stop());
	const api = new N8nApi(n8n.url);
	await api.signIn(OWNER);
	const credentialIds = await saveCredentials(api, sandbox);
	const browser = await launchBrowser();
	open.defer(() => browser.close());
	const stage = { url: n8n.url, api, sandbox, credentialIds, browser };
	for (const [title, check] of Object.entries(CHECKS)) row[title] = await outcome(() => check(stage));
}

function tableOf(rows: ReadonlyMap<string, Row>): string {
	const titles = [STARTS, ...Object.keys(CHECKS)];
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [
		line(['n8n', ...titles]),
		line(['---', ...titles.map(() => '---')]),
		...[...rows].map(([name, row]) => line([name, ...titles.map((title) => row[title] ?? '')])),
	].join('\n');
}

await mkdir(RESULTS, { recursive: true });
const rows = new Map<string, Row>();
for (const version of chosen(process.argv.slice(2))) {
	const label = `${version.n8n}, Node ${version.node.split('.', 1)[0] ?? ''}`;
	for (const [name, twoCopies] of [
		[label, false],
		[`${label}, two copies of n8n-workflow`, true],
	] as const) {
		const row: Row = {};
		rows.set(name, row);
		row[STARTS] = await outcome(() => tryOn(version, twoCopies, row));
	}
}
const table = tableOf(rows);
process.stdout.write(`${table}\n`);
await writeFile(join(RESULTS, 'compatibility.md'), `${table}\n`);
if ([...rows.values()].some((row) => Object.values(row).some((result) => result !== 'ok')))
	process.exitCode = 1;
