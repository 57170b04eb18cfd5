/**
 * The package as users install it, on the n8n versions that it supports: each with the Node it demands, and once more with a copy
 * of n8n-workflow beside the package, as npm leaves it there. Prints a Markdown table; anything that fails ends it with code 1.
 *
 *     npm run test:compatibility [-- oldest | newest | <version> …] [--once] [--write]
 *
 * `--once` tries each version once, the newest with two copies, as all other tests run it with one; CI does so. `--write` puts what was found into
 * docs/compatibility.md, which keeps the rows of the other versions.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
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
import { type Row, rowsOf, tableOf, withTable } from './page.ts';

const ROOT = join(import.meta.dirname, '../..');
const RESULTS = join(ROOT, 'test-results');
const PAGE = join(ROOT, 'docs/compatibility.md');

const STARTS = 'Starts';
const TITLES = [STARTS, ...Object.keys(CHECKS)];
/** What a check says where nothing is wrong. */
const FINE = ['ok', 'yes', 'no'];

function chosen(names: readonly string[]): Version[] {
	const aliases: Record<string, Version | undefined> = { oldest: VERSIONS[0], newest: VERSIONS.at(-1) };
	if (names.length === 0) return [...VERSIONS];
	return names.map((name) => {
		const version = aliases[name] ?? VERSIONS.find(({ n8n }) => n8n === name);
		if (!version) throw new Error(`"${name}" is not a version that is tried`);
		return version;
	});
}

/** What a check came to: its word or `ok`, or the first line of what went wrong. */
async function outcome(check: () => Promise<unknown>): Promise<string> {
	try {
		const word = await check();
		return typeof word === 'string' ? word : 'ok';
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
async function tryOn(version: Version, twoCopies: boolean, row: Record<string, string>): Promise<void> {
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

function nameOf({ n8n, node }: Version, twoCopies: boolean): string {
	const name = `${n8n}, Node ${node.split('.', 1)[0] ?? ''}`;
	return twoCopies ? `${name}, two copies of n8n-workflow` : name;
}

/** All rows that there are results of, in the order of the versions. */
function inOrder(found: ReadonlyMap<string, Row>): Map<string, Row> {
	const names = VERSIONS.flatMap((version) => [nameOf(version, false), nameOf(version, true)]);
	return new Map(
		names.flatMap((name): [string, Row][] => {
			const row = found.get(name);
			return row === undefined ? [] : [[name, row]];
		}),
	);
}

const { values: flags, positionals } = parseArgs({
	options: { once: { type: 'boolean' }, write: { type: 'boolean' } },
	allowPositionals: true,
});
await mkdir(RESULTS, { recursive: true });
const rows = new Map<string, Row>();
for (const version of chosen(positionals)) {
	for (const twoCopies of flags.once ? [version === VERSIONS.at(-1)] : [false, true]) {
		const row: Record<string, string> = {};
		rows.set(nameOf(version, twoCopies), row);
		row[STARTS] = await outcome(() => tryOn(version, twoCopies, row));
	}
}
const table = tableOf(rows, TITLES);
process.stdout.write(`${table}\n`);
await writeFile(join(RESULTS, 'compatibility.md'), `${table}\n`);
if (flags.write) {
	const page = await readFile(PAGE, 'utf8');
	const all = inOrder(new Map([...rowsOf(page), ...rows]));
	const style = await resolveConfig(PAGE);
	await writeFile(
		PAGE,
		await format(withTable(page, tableOf(all, TITLES)), { ...style, parser: 'markdown' }),
	);
}
if ([...rows.values()].some((row) => Object.values(row).some((result) => !FINE.includes(result))))
	process.exitCode = 1;
