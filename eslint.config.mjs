import { existsSync } from 'node:fs';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';
import { noImportCycle } from './eslint/no-import-cycle.mjs';
import { walls } from './eslint/walls.mjs';

const nodesBase = { plugins: { 'n8n-nodes-base': n8nNodesBase } };

export default tseslint.config(
	{
		ignores: [
			'dist',
			'coverage',
			'.sandbox',
			'.sandbox-queue',
			'test-results',
			'test/fixtures',
			'sandbox/n8n/package*.json',
			// Without the libraries nothing in there has a type.
			existsSync('test/clients/node_modules') ? 'test/clients/package*.json' : 'test/clients',
		],
	},
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: { parserOptions: { projectService: true } },
		plugins: { house: { rules: { 'no-import-cycle': noImportCycle } } },
		rules: {
			'house/no-import-cycle': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/consistent-type-definitions': 'off',
			// A type that contains itself cannot be a Record.
			'@typescript-eslint/consistent-indexed-object-style': 'off',
			// Text is read by code point on purpose.
			'@typescript-eslint/no-misused-spread': 'off',
			// An empty field of a form is as good as none.
			'@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true },
			],
			'no-console': 'error',
		},
	},
	{
		files: ['package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		...nodesBase,
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'], projectService: false },
		},
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		...nodesBase,
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// Meant for n8n's own repository, where this field holds a slug instead of an address.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		...nodesBase,
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// These two read inputs and outputs as string literals, which no-unsafe and node-connection-type-literal forbid.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
		},
	},
	{
		files: ['test/**/*.ts'],
		// jest's matchers are any.
		rules: { 'no-console': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
	},
	{
		files: [
			'{pages,sandbox}/**/*.ts',
			...['bench', 'clients', 'compatibility', 'e2e', 'faults', 'templates'].map(
				(folder) => `test/${folder}/**/*.ts`,
			),
		],
		languageOptions: { parserOptions: { projectService: false, project: 'tsconfig.tools.json' } },
		rules: {
			'no-console': 'off',
			// Warned of for servers that strangers call.
			'@typescript-eslint/no-deprecated': [
				'error',
				{ allow: [{ from: 'package', package: 'undici-types', name: 'formData' }] },
			],
			'@typescript-eslint/no-floating-promises': [
				'error',
				{
					allowForKnownSafeCalls: [
						{
							from: 'package',
							package: 'node:test',
							name: ['test', 'describe', 'suite', 'it', 'before', 'after', 'beforeEach', 'afterEach'],
						},
					],
				},
			],
		},
	},
	{
		files: ['test/clients/**/*.ts'],
		languageOptions: { parserOptions: { project: 'test/clients/tsconfig.json' } },
		// What a library has left behind is still called by others.
		rules: { '@typescript-eslint/no-deprecated': 'off' },
	},
	...walls,
);
