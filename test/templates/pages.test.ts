/** Pages that workflows serve: everything in one document, and the same in the workflow as in the sources. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { inlinedPage } from '../../pages/inline.ts';
import { servingFiles, templatesWithPage } from '../../pages/workflows.ts';

const templates = await mkdtemp(join(tmpdir(), 'messaging-channels-pages-'));
after(() => rm(templates, { recursive: true, force: true }));

const HTML = `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<title>Test</title>
		<link rel="stylesheet" href="page.css" />
	</head>
	<body>
		<script type="module" src="main.js"></script>
	</body>
</html>
`;
const FILES = {
	'page/page.html': HTML,
	'page/page.css': "@import './other.css'; body { color: red; }",
	'page/other.css': 'p { margin: 0; }',
	'page/main.js': "import { greet } from './greet.js'; document.title = greet('Ana');",
	'page/greet.js': "export const greet = (name) => 'Hello $& ' + name;",
	'workflow.json': JSON.stringify({ id: 'one', nodes: [{ name: 'Page', parameters: { responseBody: '' } }] }),
	'other.workflow.json': JSON.stringify({ id: 'two', nodes: [{ name: 'Other', parameters: {} }] }),
};

let count = 0;
/** A template of its own with these files, and changes to them. */
async function template(changes: Partial<typeof FILES> = {}): Promise<string> {
	count += 1;
	const name = `template-${count}`;
	for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
		const path = join(templates, name, file);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	}
	return name;
}
const pageOf = async (changes?: Partial<typeof FILES>) =>
	inlinedPage(join(templates, await template(changes), 'page'));

test('styles and modules stand in the page, with a policy that lets this script run alone', async () => {
	const page = await pageOf();
	assert.match(page, /<style>p\{margin:0\}body\{color:red\}<\/style>/);
	const [, script = ''] = /<script type="module">(.*?)<\/script>/s.exec(page) ?? [];
	assert.match(script, /Hello \$& /);
	const hash = createHash('sha256').update(script).digest('base64');
	assert(page.includes(`script-src 'sha256-${hash}';`));
	assert.match(
		page,
		/<meta charset="utf-8" \/><meta http-equiv="Content-Security-Policy" content="default-src 'none'; /,
	);
	assert(!/ (?:src|href)=/.test(page));
});

test('a library comes with its terms', async () => {
	const page = await pageOf({
		'page/main.js': `import { strToU8 } from '${import.meta.resolve('fflate/browser').replace('file://', '')}'; strToU8('x');`,
	});
	assert.match(page, /<!--\nfflate [\d.]+\n\nMIT License/);
});

describe('what would break the page in n8n is refused', () => {
	const braces = '{'.repeat(2);
	const REFUSED: readonly (readonly [what: string, changes: Partial<typeof FILES>, message: RegExp])[] = [
		[
			'an expression in a script',
			{ 'page/greet.js': `export const greet = () => '${braces} x';` },
			/expression/,
		],
		['an expression in the page', { 'page/page.html': HTML.replace('Test', `${braces} x`) }, /expression/],
		['the end of a script', { 'page/greet.js': "export const greet = () => '<!-- x';" }, /ends it/],
		['no character set', { 'page/page.html': HTML.replace('<meta charset="utf-8" />', '') }, /charset/],
	];
	for (const [what, changes, message] of REFUSED) {
		test(what, () => assert.rejects(pageOf(changes), message));
	}
});

test('the workflow with the node Page gets it, others stay as they are', async () => {
	const name = await template();
	const files = await servingFiles(name, templates);
	assert.deepEqual(
		files.map(({ file }) => file),
		[join(templates, name, 'workflow.json')],
	);
	assert.match(files[0]?.due ?? '', /"responseBody": "<!doctype html>/);
	assert((await templatesWithPage(templates)).includes(name));
});

for (const name of await templatesWithPage()) {
	test(`${name}: the page in the workflow is that of its sources; \`npm run pages\` writes it anew`, async () => {
		for (const { present, due } of await servingFiles(name)) assert(present === due);
	});
}
