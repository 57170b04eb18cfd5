/** Every template keeps to the rules, by the node types of the n8n that runs. */
import assert from 'node:assert/strict';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { startSurroundings } from '../e2e/lab.ts';
import { readTemplate, TEMPLATES } from './files.ts';
import { lint } from './lint.ts';
import { NodeTypes } from './node-types.ts';
import type { Source } from './rule.ts';

const entries = await readdir(TEMPLATES, { withFileTypes: true });
const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const sources = await Promise.all(
	names.map(async (name) => {
		const files = await readTemplate(name);
		return { name, files, siblings: [...files.values()] };
	}),
);
const { api } = await startSurroundings('linter');
const types = await NodeTypes.of(api);
const list = await readFile(join(TEMPLATES, 'README.md'), 'utf8');

const LINK = /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g;

/** Files that a page leads to and that are not there. */
async function deadLinks(folder: string, page: string): Promise<string[]> {
	const targets = [...page.matchAll(LINK)].map(([, target]) => target ?? '');
	const missing = await Promise.all(
		targets.map((target) =>
			access(join(folder, target)).then(
				() => [],
				() => [target],
			),
		),
	);
	return missing.flat();
}

for (const { name, files, siblings } of sources) {
	describe(name, () => {
		for (const [file, workflow] of files) {
			test(`${file} keeps to the rules`, () => {
				assert.deepEqual(lint({ workflow, siblings }, types), []);
			});
		}

		test('has a page with a picture of the canvas, and is listed and tested', async () => {
			const folder = join(TEMPLATES, name);
			const page = await readFile(join(folder, 'README.md'), 'utf8');
			assert.match(page, /^# .+\n[^]*\]\(canvas\.png\)[^]*^## Set up$/m);
			assert.deepEqual(await deadLinks(folder, page), []);
			assert.ok(list.includes(`](${name}/README.md)`), 'templates/README.md does not list it');
			await access(join(import.meta.dirname, `${name}.test.ts`));
		});
	});
}

test('workflows and webhooks have ids of their own', () => {
	const workflows = sources.flatMap(({ siblings }) => siblings);
	const ids = [
		...workflows.map(({ id }) => id),
		...workflows.flatMap(({ nodes }) => nodes.flatMap(({ webhookId }) => webhookId ?? [])),
	];
	assert.deepEqual(
		ids.filter((id, index) => ids.indexOf(id) !== index),
		[],
	);
});

test('the list leads nowhere that is not there', async () => {
	assert.deepEqual(await deadLinks(TEMPLATES, list), []);
});

const sound = sources.find(({ name }) => name === 'keyword-replies')?.siblings[0];
assert(sound);

/** The template with something else at its node of this name. */
const withNode = (name: string, change: object): Workflow => ({
	...sound,
	nodes: sound.nodes.map((node) => (node.name === name ? { ...node, ...change } : node)),
});
const withParameters = (name: string, change: object): Workflow => {
	const parameters = sound.nodes.find((node) => node.name === name)?.parameters;
	return withNode(name, { parameters: { ...parameters, ...change } });
};

const FAULTS: readonly (readonly [what: string, workflow: Workflow, rule: string])[] = [
	['a type that is unknown', withNode('Messaging Send', { type: 'n8n-nodes-base.sender' }), 'typeExists'],
	['a version that is unknown', withNode('Messaging Send', { typeVersion: 9 }), 'typeExists'],
	['an old version', withNode('Messaging Trigger', { typeVersion: 1 }), 'isNewest'],
	['a parameter that is unknown', withParameters('Messaging Send', { subject: 'Hi' }), 'parametersAreKnown'],
	[
		'an option that is unknown',
		withParameters('Messaging Send', { options: { flash: true } }),
		'parametersAreKnown',
	],
	[
		'a parameter of another operation',
		withParameters('Messaging Send', { messageId: 'x' }),
		'parametersAreKnown',
	],
	[
		'a parameter that is missing',
		withParameters('Messaging Send', { recipientFrom: 'value', to: '' }),
		'parametersAreComplete',
	],
	['a chosen credential', withNode('Messaging Send', { credentials: {} }), 'hasNoCredential'],
	['a token', withParameters('Messaging Send', { text: `EAA${'x'.repeat(40)}` }), 'hasNoSecret'],
	['a secret by its name', withParameters('Messaging Send', { apiKey: 'open sesame' }), 'hasNoSecret'],
	[
		'a phone number',
		withParameters('Messaging Send', { recipientFrom: 'value', to: '+49 30 123456' }),
		'hasNobodysData',
	],
	[
		'a phone number id',
		withParameters('Messaging Send', { recipientFrom: 'value', to: '106540352242922' }),
		'hasNobodysData',
	],
	['an e-mail address', withParameters('Messaging Send', { text: 'ana@sunrise.coffee' }), 'hasNobodysData'],
	['a name that n8n gave', withNode('About', { name: 'Sticky Note' }), 'namesAreOwn'],
	['two nodes of one name', withNode('About', { name: 'Messaging Send' }), 'namesAreUnique'],
	['no set-up note', withParameters('About', { content: 'Nothing' }), 'hasNotes'],
	['no webhookId', withNode('Messaging Trigger', { webhookId: undefined }), 'hasWebhookId'],
	['a connection to nowhere', { ...sound, nodes: sound.nodes.slice(0, -1) }, 'isConnected'],
	['a node apart', { ...sound, connections: {} }, 'isConnected'],
	['nodes over each other', withNode('Messaging Send', { position: [590, 170] }), 'isTidy'],
	['pinned data', { ...sound, pinData: { 'Messaging Send': [] } }, 'isOfNoInstance'],
	[
		'a button that waits for a call',
		{
			...sound,
			nodes: [
				...sound.nodes,
				{
					id: 'try-it',
					name: 'Try It',
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 900],
					parameters: {},
				},
			],
		},
		'buttonStartsIt',
	],
	['a table of its own', withParameters('Contacts Table', { options: {} }), 'tablesAreShared'],
	['a table that is made once', withNode('Contacts Table', { retryOnFail: false }), 'tablesAreShared'],
	[
		'a key in front',
		withParameters('Contacts Table', { columns: { column: [{ name: 'key', type: 'string' }] } }),
		'tablesBeginWithPeople',
	],
	[
		'a prompt with what a person writes',
		withParameters('Messaging Send', { systemMessage: '=Greet {{ $json.fromName }}' }),
		'promptsAreFixed',
	],
	[
		'a page with what a person writes',
		withNode('Messaging Send', {
			type: 'n8n-nodes-base.form',
			parameters: { options: { formDescription: '=Hello {{ $json.fromName }}' } },
		}),
		'pagesAreEscaped',
	],
	[
		'a prompt of a chain with what a person writes',
		withParameters('Messaging Send', {
			messages: { messageValues: [{ message: '=Greet {{ $json.fromName }}' }] },
		}),
		'promptsAreFixed',
	],
	...['$json.fromName + $json.text.removeTags()', "$json.isNew ? $json.text : ''.removeTags()"].map(
		(blank): [string, Workflow, string] => [
			`a page that takes tags out of a part alone: ${blank}`,
			withNode('Messaging Send', {
				type: 'n8n-nodes-base.form',
				parameters: { options: { formDescription: `=Hello {{ ${blank} }}` } },
			}),
			'pagesAreEscaped',
		],
	),
	[
		'a page with what a person writes in an attribute',
		withNode('Messaging Send', {
			type: 'n8n-nodes-base.form',
			parameters: { options: { formDescription: '=<a href="{{ $json.text.removeTags() }}">Open</a>' } },
		}),
		'pagesAreEscaped',
	],
	[
		'an answer whose text alone says that it is plain',
		withNode('Messaging Send', {
			type: 'n8n-nodes-base.respondToWebhook',
			parameters: { respondWith: 'text', responseBody: 'text/plain {{ $json.text }}' },
		}),
		'answersAreText',
	],
	[
		'an answer of JSON that calls itself a page',
		withNode('Messaging Send', {
			type: 'n8n-nodes-base.respondToWebhook',
			parameters: {
				respondWith: 'json',
				options: { responseHeaders: { entries: [{ name: 'content-type', value: 'text/html' }] } },
			},
		}),
		'answersAreText',
	],
	[
		'an answer that may be a page',
		withNode('Messaging Send', {
			type: 'n8n-nodes-base.respondToWebhook',
			parameters: { respondWith: 'text', responseBody: '={{ $json.text }}' },
		}),
		'answersAreText',
	],
	[
		'a page that is filled in',
		withNode('Messaging Send', {
			type: 'n8n-nodes-base.respondToWebhook',
			parameters: {
				respondWith: 'text',
				responseBody: '=<!doctype html>{{ $json.text }}',
				options: { responseHeaders: { entries: [{ name: 'Content-Type', value: 'text/html' }] } },
			},
		}),
		'answersAreText',
	],
	[
		'cells that may be formulas',
		withNode('Messaging Send', { type: 'n8n-nodes-base.convertToFile', parameters: { operation: 'csv' } }),
		'cellsAreNoFormulas',
	],
	[
		'a log with what a person writes',
		withNode('Messaging Send', {
			type: 'n8n-nodes-base.stopAndError',
			parameters: { errorMessage: '=No answer to {{ $json.text }}' },
		}),
		'logsAreLines',
	],
	[
		'a log with what a provider says',
		withNode('Messaging Send', {
			type: 'n8n-nodes-base.stopAndError',
			parameters: { errorMessage: "=Not sent: {{ $json.advice + $json.title.replace(/\\s+/g, ' ') }}" },
		}),
		'logsAreLines',
	],
	[
		'a form for everybody',
		withNode('Messaging Send', { type: 'n8n-nodes-base.formTrigger', parameters: {} }),
		'callsAreProtected',
	],
	['an instance id', { ...sound, meta: { instanceId: 'x' } }, 'isOfNoInstance'],
];

describe('the rules', () => {
	const problems = (source: Source) => lint(source, types);

	for (const [what, workflow, rule] of FAULTS) {
		test(`find ${what}`, () => {
			const found = problems({ workflow, siblings: [workflow] });
			assert.ok(
				found.some((problem) => problem.startsWith(`${rule}: `)),
				JSON.stringify(found),
			);
		});
	}

	test('leave numbers alone that belong to nobody', () => {
		const workflow = withParameters('Messaging Send', { recipientFrom: 'value', to: '+1 650 555-0199' });
		assert.deepEqual(problems({ workflow, siblings: [workflow] }), []);
	});
});
