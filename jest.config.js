const { availableParallelism } = require('node:os');

const common = {
	testEnvironment: 'node',
	testMatch: ['**/*.test.ts'],
	transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	restoreMocks: true,
};

/** What n8n loads is what is tested: the compiled files stand in for their sources. */
const compiled = {
	moduleNameMapper: { '^\\.\\./\\.\\./(nodes|credentials)/(.*)$': '<rootDir>/dist/$1/$2' },
};

/** @type {import('jest').Config} */
module.exports = {
	// The first test of a file loads all that n8n's nodes need, which a busy machine takes its time for; what has to be fast has a
	// bound of its own.
	testTimeout: 20_000,
	// One process for all files would keep what each of them loaded, and collect it in the middle of what others measure.
	maxWorkers: Math.max(2, availableParallelism() - 1),
	workerIdleMemoryLimit: '1GB',
	projects: [
		{ ...common, displayName: 'unit', roots: ['<rootDir>/test/unit'] },
		{ ...common, ...compiled, displayName: 'integration', roots: ['<rootDir>/test/integration'] },
		{ ...common, ...compiled, displayName: 'attacks', roots: ['<rootDir>/test/attacks'] },
	],
};
