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
	projects: [
		{ ...common, displayName: 'unit', roots: ['<rootDir>/test/unit'] },
		{ ...common, ...compiled, displayName: 'integration', roots: ['<rootDir>/test/integration'] },
		{ ...common, ...compiled, displayName: 'attacks', roots: ['<rootDir>/test/attacks'] },
	],
};
