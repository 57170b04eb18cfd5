/** The walls of docs/architecture.md, as restrictions on imports. */
import { readdirSync } from 'node:fs';

const PROVIDERS = readdirSync('core/providers', { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

const restrict = (...patterns) => ({ rules: { 'no-restricted-imports': ['error', { patterns }] } });

/** What core may take from elsewhere: libraries that are bundled into it, and hashing. */
const PURE = {
	regex: '^(?!\\.|zod$|libphonenumber-js/|fflate$|node:crypto$)',
	message: 'core/ knows nothing of n8n and does no I/O.',
};
const OWN_FOLDER = { regex: '(^|/)(nodes|credentials|sandbox|test)/', message: 'core/ stands on its own.' };
const NO_PROVIDER = {
	regex: '(^|/)providers(/|$)',
	message: 'Only the table core/providers and the door know the providers.',
};

/** A provider's files see the rooms beside `providers`, and neither another provider nor the table. */
const ofProvider = (provider) => ({
	files: [`core/providers/${provider}/**/*.ts`],
	...restrict(PURE, OWN_FOLDER, {
		regex: `(^|/)\\.\\./(${PROVIDERS.filter((other) => other !== provider).join('|')})(/|$)`,
		message: 'No provider knows another. What they share belongs into a room beside core/providers.',
	}),
});

export const walls = [
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		...restrict({
			regex: '(^|/)core/(?!choices$)',
			message: 'Import from core/index, the only door; at the top level of a node file from core/choices.',
		}),
	},
	{
		files: ['core/**/*.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...['fetch', 'process', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
					name,
					message: 'core/ does no I/O and waits for nothing: have it handed in.',
				})),
			],
		},
	},
	{
		files: ['core/*.ts', 'core/*/**/*.ts'],
		ignores: ['core/index.ts', 'core/choices.ts', 'core/providers/**'],
		...restrict(PURE, OWN_FOLDER, NO_PROVIDER),
	},
	{ files: ['core/index.ts', 'core/choices.ts', 'core/providers/*.ts'], ...restrict(PURE, OWN_FOLDER) },
	...PROVIDERS.map(ofProvider),
];
