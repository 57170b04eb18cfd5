/** Takes the pictures of the templates' pages anew. Run by `npm run pictures` alone. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { openBrowser } from '../e2e/browser.ts';
import { EditorPage } from '../e2e/editor-page.ts';
import { startSurroundings } from '../e2e/lab.ts';
import { MAIN, readTemplate, TEMPLATES } from './files.ts';
import { credentialChooser } from './lab.ts';
import { NodeTypes } from './node-types.ts';
import { takePicture } from './picture.ts';

const parts = await startSurroundings('template-pictures');
const choose = await credentialChooser(parts, await NodeTypes.of(parts.api), {
	httpBasicAuth: { user: 'none', password: 'none' },
	httpHeaderAuth: { name: 'X-Key', value: 'none' },
	jwtAuth: { keyType: 'passphrase', secret: 'none', algorithm: 'HS256' },
	openAiApi: { apiKey: 'none' },
	postgres: { host: '127.0.0.1', database: 'none', user: 'none', password: 'none' },
	smtp: { host: '127.0.0.1', port: '9', user: '', password: '' },
});
const browser = await openBrowser();
const editor = await EditorPage.open(await browser.newContext(), parts.n8n.url, 90_000);

async function imported(name: string): Promise<StoredWorkflow | undefined> {
	let main: StoredWorkflow | undefined;
	for (const [file, workflow] of await readTemplate(name)) {
		const stored = await parts.api.createWorkflow(choose(workflow));
		if (file === MAIN) main = stored;
	}
	return main;
}

for (const entry of await readdir(TEMPLATES, { withFileTypes: true })) {
	if (!entry.isDirectory()) continue;
	test(entry.name, async () => {
		const workflow = await imported(entry.name);
		if (workflow) await takePicture(editor, workflow, join(TEMPLATES, entry.name, 'canvas.png'));
	});
}
