/** A provider is added by the recipe of CONTRIBUTING, and by nothing more. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const COPIED = [
	'core',
	'nodes',
	'credentials',
	'package.json',
	'tsconfig.json',
	'test/unit',
	'test/fixtures',
];
const TYPES = {
	extends: './tsconfig.json',
	compilerOptions: { noEmit: false, outDir: 'built' },
	include: ['core', 'credentials', 'nodes', 'test/unit/providers/contract.test.ts'],
};
const TRANSFORM = {
	'\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
};
/** Its row of the contract test. */
const ROW = `	{
		provider: 'parrot',
		fixtures: fixturesOf('parrot'),
		secrets: { parrot: { key: PASSWORD } },
		blank: { parrot: { key: '' } },
		signature: 'x-parrot-key',
		neighbours: {
			call: (messages) => ({ messages }),
			good: { id: 'm2', from: '+491701234567', text: 'hello', at: '2026-05-01T10:00:00Z' },
			event: { kind: 'message', id: 'm2', text: 'hello' },
		},
	},
`;
const MINUTES = 60_000;

const copy = mkdtempSync(join(tmpdir(), 'fifth-provider-'));
const run = (...command: string[]) => spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8' });

/** Puts text before the one place where a file says something. */
function insert(file: string, before: string, text: string): void {
	const path = join(copy, file);
	const parts = readFileSync(path, 'utf8').split(before);
	if (parts.length !== 2) throw new Error(`${file} has not one "${before}"`);
	writeFileSync(path, parts.join(text + before));
}

beforeAll(() => {
	for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
	writeFileSync(join(copy, 'tsconfig.copy.json'), JSON.stringify(TYPES));
	symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

	// Its folder, its credential, its access file, its payloads …
	cpSync(join(ROOT, 'test/fixtures/fifth-provider'), copy, { recursive: true });
	// … and one line in each of two tables.
	insert(
		'core/providers/index.ts',
		"import { sinch } from './sinch';\n",
		"import { parrot } from './parrot';\n",
	);
	insert('core/providers/index.ts', 'sinch, custom };', 'parrot, ');
	insert(
		'nodes/shared/providers/index.ts',
		"import { sinch } from './sinch';\n",
		"import { parrot } from './parrot';\n",
	);
	insert('nodes/shared/providers/index.ts', '\tsinch,\n', '\tparrot,\n');
	insert('test/unit/providers/contract.test.ts', "\t{\n\t\tprovider: 'whatsAppCloud',", ROW);
});

afterAll(() => {
	rmSync(copy, { recursive: true });
});

test(
	'it compiles, and the nodes offer it',
	() => {
		const compiled = run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.copy.json');
		expect(compiled.stdout).toBe('');
		const panels = run(
			'-e',
			`for (const name of ['Trigger', 'Send', 'Channel']) {
				const path = './built/nodes/Messaging' + name + '/Messaging' + name + '.node.js';
				const { description } = new (require(path)['Messaging' + name])();
				const provider = description.properties.find(({ name }) => name === 'provider');
				console.log(name, provider.options.some(({ value }) => value === 'parrot'),
					description.credentials.some(({ name }) => name === 'parrotApi'));
			}`,
		);
		expect(panels.stdout).toBe('Trigger true true\nSend true true\nChannel false false\n');
	},
	5 * MINUTES,
);

test(
	'the contract test holds it to what all providers keep',
	() => {
		const report = run(
			...['node_modules/jest/bin/jest.js', '--config', JSON.stringify({ transform: TRANSFORM }), '--json'],
			...['test/unit/providers/contract.test.ts', '-t', 'parrot'],
		);
		const { success, numPassedTests }: { success: boolean; numPassedTests: number } = JSON.parse(
			report.stdout,
		);
		expect(success).toBe(true);
		expect(numPassedTests).toBeGreaterThan(15);
	},
	5 * MINUTES,
);
