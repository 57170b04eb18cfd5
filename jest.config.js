const common = {
	testEnvironment: 'node',
	testMatch: ['**/*.test.ts'],
	transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	restoreMocks: true,
};

/** @type {import('jest').Config} */
module.exports = {
	projects: [
		{ ...common, displayName: 'unit', roots: ['<rootDir>/test/unit'] },
		{
			...common,
			displayName: 'integration',
			roots: ['<rootDir>/test/integration'],
			// What n8n loads is what is tested: the compiled files stand in for their sources.
			moduleNameMapper: { '^\\.\\./\\.\\./(nodes|credentials)/(.*)$': '<rootDir>/dist/$1/$2' },
		},
	],
};
