import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { putPackage } from '../../sandbox/n8n/packed.ts';
import { ROOT } from './home.ts';

/** Four nodes for four providers, the world's numbering plans, and the vocabularies of 32 languages. */
const UNPACKED_LIMIT_BYTES = 1_300_000;
const LOAD_LIMIT_MS = 100;

const run = promisify(execFile);
const userFolder = await mkdtemp(join(tmpdir(), 'messaging-channels-package-'));
after(() => rm(userFolder, { recursive: true, force: true }));
const report = await putPackage(ROOT, userFolder);
const folder = join(userFolder, '.n8n/nodes/node_modules', report.name);
const require = createRequire(join(folder, 'package.json'));

test('the tarball is small and holds what n8n needs, and nothing else', () => {
	const unexpected = report.files.filter(
		({ path }) => !/^(?:package\.json|README\.md|LICENSE\.md|dist\/.*\.(?:js|json|svg))$/.test(path),
	);

	assert.deepEqual(unexpected, []);
	assert.ok(report.unpackedSize < UNPACKED_LIMIT_BYTES, `${report.unpackedSize} bytes unpacked`);
});

test("core's door opens from the installed package", async () => {
	const core: unknown = require(join(folder, 'dist/core'));
	const module: unknown = await import(pathToFileURL(join(folder, 'dist/core/index.js')).href);

	const functions = ['parseWebhook', 'verifyWebhook', 'evaluateKeywords', 'classifyError'];
	const Door = z.object(Object.fromEntries(functions.map((name) => [name, z.function()])));
	Door.parse(core);
	Door.parse(module);
});

/** Loads every node and credential as n8n does, in a process that has loaded what n8n has loaded by then. */
const LOAD = `
	require('n8n-workflow');
	const { join } = require('node:path');
	const folder = process.argv[1];
	const { n8n } = require(join(folder, 'package.json'));
	const started = performance.now();
	for (const file of [...n8n.credentials, ...n8n.nodes]) {
		for (const Type of Object.values(require(join(folder, file)))) new Type();
	}
	console.log(performance.now() - started);
`;

test(`loading the package takes less than ${LOAD_LIMIT_MS} ms of n8n's start`, async (t) => {
	const times: number[] = [];
	for (let round = 0; round < 7; round += 1) {
		const { stdout } = await run(process.execPath, ['-e', LOAD, folder], {
			cwd: ROOT,
			env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
		});
		times.push(Number(stdout));
	}

	const median = times.toSorted((a, b) => a - b)[3] ?? Number.NaN;
	t.diagnostic(`median ${median.toFixed(1)} ms of ${times.map((time) => time.toFixed(1)).join(', ')}`);
	assert.ok(median < LOAD_LIMIT_MS, `${median} ms`);
});
