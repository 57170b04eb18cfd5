/** A newcomer's first workflows and credential, by clicks alone, each from an empty canvas. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CREDENTIALS } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { documentPicture, openBrowser } from './browser.ts';
import { EditorPage } from './editor-page.ts';
import { expectOnce } from './events.ts';
import { Published, startSurroundings } from './lab.ts';

const MOST_CLICKS = 25;
const SEND_FROM = 3;
const OUTPUTS = [0, 1, 2, 3, 4, 5, 6];
const TRIGGER = { search: 'WhatsApp', node: 'WhatsApp & SMS Messaging', action: /^On message received$/ };

const { n8n, api, sandbox } = await startSurroundings('first-flow');
const { whatsAppCloud } = sandbox;
const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1440, height: 800 } });
const editor = await EditorPage.open(context, n8n.url);
const { page, panel } = editor;
const [customer] = WORLD.customers;
assert(customer);
const published: Published[] = [];

/** Publishes the open workflow. */
async function publish(): Promise<void> {
	await editor.publish();
	const workflow = await api.findWorkflow(editor.workflowId());
	assert(workflow);
	published.push(new Published(api, workflow));
}

/** Gives the name of the event once it was taken over. */
async function customerWrites(text: string): Promise<string> {
	const { messageId, delivered } = whatsAppCloud.customerSends(customer?.phoneNumber ?? '', text);
	assert.equal((await delivered).state, 'taken');
	return `message ${messageId}`;
}

/** What the business answers to a text. */
async function answerTo(text: string): Promise<unknown> {
	const before = whatsAppCloud.ledger.accepted.length;
	await customerWrites(text);
	return await eventually(() => whatsAppCloud.ledger.accepted[before], `an answer to ${text}`, 20_000);
}

test('an empty canvas becomes a published workflow that answers', async () => {
	await editor.newWorkflow();
	await editor.countClicks();
	await editor.add(TRIGGER);
	await panel.close();
	await editor.add({
		search: 'opt-out',
		node: 'Messaging Keywords',
		from: editor.plusOf('Messaging Trigger'),
	});
	await panel.close();
	await editor.add({
		search: 'Messaging Send',
		node: 'Messaging Send',
		action: /^Send response message$/,
		from: editor.plusOf('Messaging Keywords', SEND_FROM),
	});
	await panel.close();
	for (const output of OUTPUTS.filter((one) => one !== SEND_FROM)) {
		await editor.connect('Messaging Keywords', output, 'Messaging Send');
	}
	await publish();
	const clicks = await editor.clicks();
	assert(clicks <= MOST_CLICKS, `${clicks} clicks`);
	await editor.fit();
	await documentPicture(page, 'first-flow');
	assert.match(JSON.stringify(await answerTo('STOP')), /unsubscribed/);
	assert.match(JSON.stringify(await answerTo('When do you open?')), /Thank you/);
});

test('a second workflow on the number is tested and published beside the first', async () => {
	const [first] = published;
	assert(first);
	await editor.newWorkflow();
	await editor.add(TRIGGER);
	await page.getByTestId('trigger-execute-button').click();
	await page.getByTestId('trigger-listening').waitFor();
	const tried = await customerWrites('Is the terrace open?');
	await page.getByTestId('output-panel').getByText('Is the terrace open?').first().waitFor();
	await panel.showOutputAs('Schema');
	await documentPicture(panel.window, 'second-workflow');
	await expectOnce([first], tried);
	await panel.close();

	await publish();
	const written = await customerWrites('And on Sunday?');
	await expectOnce(published, written);
	await expectOnce(published, await customerWrites('Thanks'));
	// Whatever came twice would have come before what was written later.
	await expectOnce([first], tried);
	await expectOnce(published, written);
});

test('a wrong app secret is named, and the right one passes', async () => {
	const form = page.getByTestId('editCredential-modal');
	const enter = (field: string, value: string) =>
		form.getByTestId(`parameter-input-${field}`).locator('input').fill(value);
	const save = form.getByTestId('credential-save-button');
	const values = { ...CREDENTIALS.whatsAppCloud.data(whatsAppCloud.baseUrl), appSecret: 'of-another-app' };

	await editor.newWorkflow();
	await editor.add(TRIGGER);
	await page.getByTestId('node-credentials-select').click();
	await page.getByTestId('node-credentials-select-item-new').click();
	for (const [field, value] of Object.entries(values)) await enter(field, value);
	await save.click();
	await form.getByText('More details').click();
	await form.getByText('Token and app secret do not belong to one app').waitFor();
	await form.getByText('Copy "App Secret" again').waitFor();
	await documentPicture(form, 'wrong-secret');

	await enter('appSecret', WORLD.appSecret);
	await save.click();
	await form.waitFor({ state: 'hidden' });
	await page.getByTestId('credential-edit-button').click();
	await form.getByText('Connection tested successfully').waitFor();
});
