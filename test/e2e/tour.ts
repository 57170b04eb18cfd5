/** The pictures of docs/first-run.md that show what `npm start` shows. Run by `npm run pictures` alone. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordedConsents } from '../../sandbox/n8n/record.ts';
import { addWorkflow, readTemplate } from '../../sandbox/n8n/set-up.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { WHO } from '../../sandbox/test/whatsapp-cloud/whatsapp-cloud.ts';
import { documentPicture, openBrowser } from './browser.ts';
import { EditorPage } from './editor-page.ts';
import { ROOT } from './home.ts';
import { Published, startSurroundings } from './lab.ts';
import { PhonePage } from './phone-page.ts';

const WITHIN_MS = 20_000;
const { n8n, api, sandbox, credentialIds } = await startSurroundings('tour');
const file = join(ROOT, 'templates/keyword-replies/workflow.json');
const workflow = await addWorkflow(api, await readTemplate(file, credentialIds));
const starter = new Published(api, workflow);
const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1440, height: 800 } });
const editor = await EditorPage.open(context, n8n.url);
const { page, panel } = editor;

test('the phone page', async () => {
	const viewport = { width: 1180, height: 720 };
	// A picture is taken with a style of its own, which the page would complain about.
	const phone = await PhonePage.open(browser, sandbox.url, { viewport, bypassCSP: true });
	const answers = phone.page.locator('.message[data-sender=business]');
	for (const [index, words] of ['start', 'When do you open on Sunday?', 'please stop texting me'].entries()) {
		await phone.write(words);
		const answer = answers.nth(index);
		await answer.getByRole('img', { name: 'Read', exact: true }).waitFor({ timeout: WITHIN_MS });
	}
	const rows = await eventually(async () => {
		const recorded = await recordedConsents(api);
		return recorded.some(({ status }) => status === 'optedOut') && recorded;
	}, 'the opt-out in the record');
	sandbox.showConsents(rows);
	await phone.page.getByText(`Recorded: ${WHO.customer.name.split(' ')[0]} opted out`).waitFor();
	await documentPicture(phone.page, 'phone');

	await phone.page.setViewportSize({ width: 960, height: 680 });
	await phone.openPanel('Failures');
	await phone.page.getByRole('button', { name: /^Once/ }).first().waitFor();
	await documentPicture(phone.page, 'failures');
	await phone.close();
});

test('the workflow in the editor', async () => {
	await editor.openWorkflow(workflow.id);
	await editor.node('Messaging Send').waitFor();
	await page.getByText('Published', { exact: true }).first().waitFor();
	await editor.fit();
	await page.getByText('Production Checklist').waitFor({ state: 'hidden' });
	await documentPicture(page, 'editor');
});

test('Messaging Keywords in an execution', async () => {
	const [newest] = await starter.executions();
	assert(newest);
	await page.goto(`${n8n.url}/workflow/${workflow.id}/executions/${newest.id}`);
	await editor.openNode('Messaging Keywords');
	await page.getByTestId('output-panel').getByText('please stop texting me').first().waitFor();
	await panel.showOutputAs('JSON');
	await documentPicture(panel.window, 'execution');
});

test('the result of a channel check', async () => {
	await editor.newWorkflow();
	await editor.add({ search: 'check', node: 'Messaging Channel', action: /^Check channel$/ });
	await panel.pick('phoneNumberId', 'Sunrise Coffee');
	await panel.execute('Graph API version');
	await panel.showOutputAs('Table');
	await documentPicture(panel.window, 'channel-check');
});
