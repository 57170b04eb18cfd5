/** Nodes as a newcomer finds them: chosen in the node creator of an empty canvas, with what is preset and no more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import axios from 'axios';
import { GRAPH_VERSION, WORLD } from '../../sandbox/settings.ts';
import { documentPicture, openBrowser, picture } from './browser.ts';
import { EditorPage } from './editor-page.ts';
import { startSurroundings } from './lab.ts';

const { n8n, sandbox } = await startSurroundings('panels');
const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1440, height: 800 } });
await context.grantPermissions(['clipboard-read', 'clipboard-write']);
const editor = await EditorPage.open(context, n8n.url);
const { page, panel } = editor;
await editor.newWorkflow();

const form = page.getByTestId('resource-mapper-container').first();
const message = page.getByTestId('empty-fields-notice');

/** Enters values into the template's form, from its first blank on. */
async function fillForm(...values: string[]): Promise<void> {
	for (const [index, value] of values.entries()) await form.locator('input').nth(index).fill(value);
	await page.keyboard.press('Tab');
}

const FOUND_BY: readonly [words: string, nodes: string[]][] = [
	['whatsapp', ['WhatsApp & SMS Messaging', 'Messaging Keywords', 'Messaging Send', 'Messaging Channel']],
	['stop', ['Messaging Keywords', 'WhatsApp & SMS Messaging']],
	['consent', ['Messaging Keywords', 'Messaging Send', 'WhatsApp & SMS Messaging']],
	['opt-out', ['Messaging Keywords', 'Messaging Send', 'WhatsApp & SMS Messaging']],
	['twilio', ['Messaging Send', 'WhatsApp & SMS Messaging']],
	['vonage', ['Messaging Send', 'WhatsApp & SMS Messaging']],
];

test('the node creator finds the nodes by the words that people have for them', async () => {
	await page.getByTestId('node-creator-plus-button').click();
	const search = page.getByPlaceholder('Search nodes...');
	const found = page.getByTestId('node-creator-item-name');
	for (const [words, nodes] of FOUND_BY) {
		// The list follows the search with a delay.
		await search.fill('qqqqqq');
		await found.first().waitFor({ state: 'detached' });
		await search.fill(words);
		for (const name of nodes) await found.getByText(name, { exact: true }).waitFor();
	}
	await picture(page, 'found-nodes');
	await editor.newWorkflow();
});

test('a new Messaging Send answers whoever wrote, with nothing left to fill in', async () => {
	const actions = await editor.add({
		search: 'Messaging Send',
		node: 'Messaging Send',
		action: /^Send response message$/,
	});
	assert.equal(actions.filter((name) => /^(?:Hand|Send|Mark) /.test(name)).length, 5);
	const inputs = "[...document.querySelectorAll('[data-test-id=ndv] input')]";
	await page.waitForFunction(`${inputs}.some(({ value }) => value === 'Sandbox WhatsApp')`);
	assert.equal(await panel.chosen('provider'), 'As in the Item');
	assert.equal(await panel.chosen('recipientFrom'), 'Whoever Wrote');
	await panel.field('text').getByText('$json.reply.text').waitFor();
	assert.equal(await page.getByTestId('parameter-input-sender').count(), 0);
	await picture(page, 'new-send');
});

test('its form appears with the template, follows it, and the message is there to read', async () => {
	await panel.choose('operation', 'Send Template Message');
	await panel.pick('sender', 'Sunrise Coffee');
	await panel.pick('template', 'order_update');
	await form.getByText('Header: Order').waitFor();
	await fillForm('A-7', 'Ana');
	await message.getByText('Hi Ana, your order is ▢').waitFor();

	await panel.pick('template', 'appointment_reminder');
	await message.getByText('Hello ▢, your tasting').waitFor();
	await fillForm('Springfield', 'Ana');
	await message.getByText('Hello Ana, your tasting').waitFor();

	await panel.pick('template', 'new_blend');
	await form.getByText('Image of the header').waitFor();
	await message.getByText('Fresh from the roaster').waitFor();
	assert.equal(await form.getByText('Header: Order').count(), 0);
});

test('a template is filled in and sent to a number of your own', async () => {
	const [customer] = WORLD.customers;
	assert(customer);
	await panel.pick('template', 'order_update');
	await form.getByText('Header: Order').waitFor();
	await fillForm('A-7', 'Ana', 'on its way', 'Friday', 'A-7');
	await message.getByText('Hi Ana, your order is on its way. It will be with you by Friday.').waitFor();
	await page.getByText('Fetching message').waitFor({ state: 'hidden' });
	await page.evaluate("document.querySelector('[data-test-id=resource-mapper-container]').scrollIntoView()");
	await documentPicture(panel.window, 'template-form');
	await panel.choose('runMode', 'Send Test to Me');
	await panel.fill('testRecipient', customer.phoneNumber);
	await panel.execute('accepted');
	const [sent] = sandbox.whatsAppCloud.ledger.accepted;
	assert.equal(sent?.to, customer.phoneNumber);
	assert.match(JSON.stringify(sent), /order_update.*on its way/);
	await panel.close();
});

test('Messaging Channel is found by "register" and lists every action once', async () => {
	await editor.newWorkflow();
	const register = /^Register number · WhatsApp Cloud$/;
	const actions = await editor.find({ search: 'register', node: 'Messaging Channel', action: register });
	const shown = page.getByTestId('node-creator-item-name').filter({ hasText: register });
	await shown.scrollIntoViewIfNeeded();
	await shown.hover();
	await documentPicture(page.getByTestId('node-creator'), 'register');
	await shown.click();
	assert.equal(await panel.chosen('operation'), 'Register');
	assert.equal(await panel.chosen('provider'), 'WhatsApp Cloud');
	await panel.close();
	assert.deepEqual(actions, [...new Set(actions)]);
	assert(actions.includes('Buy number · Infobip'));
});

test('a template is created of a body that is pasted, with its blanks', async () => {
	const words = 'Hi {{1}}, our autumn menu starts on {{2}} at noon.';
	await editor.newWorkflow();
	await editor.add({ search: 'template', node: 'Messaging Channel', action: /^Create template$/ });
	await panel.fill('name', 'autumn_menu');
	const body = panel.field('body').locator('textarea');
	await body.click();
	await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(words)})`);
	await page.keyboard.press('Control+V');
	await page.keyboard.press('Tab');
	assert.equal(await body.inputValue(), words);
	for (const [index, example] of ['Ana', 'Friday'].entries()) {
		await page.getByRole('button', { name: 'Add Example' }).click();
		await panel
			.field('blank')
			.nth(index)
			.locator('input')
			.fill(String(index + 1));
		await panel.field('text').nth(index).locator('input').fill(example);
	}
	await panel.execute('autumn_menu');
	await body.scrollIntoViewIfNeeded();
	await documentPicture(panel.window, 'template-pasted');
	const { status, data } = await axios.get<unknown>(
		`${sandbox.whatsAppCloud.baseUrl}/${GRAPH_VERSION}/${WORLD.businessAccountId}/message_templates?name=autumn_menu`,
		{ headers: { Authorization: `Bearer ${WORLD.accessToken}` }, proxy: false },
	);
	assert.equal(status, 200);
	assert(JSON.stringify(data).includes(words));
	await panel.close();
});

test('Messaging Keywords is found by "opt-out", and groups its replies by name', async () => {
	await editor.add({ search: 'opt-out', node: 'Messaging Keywords' });
	for (const label of ['Replies', 'Your Keywords', 'Translations']) {
		await page.getByTestId('ndv').getByText(label, { exact: true }).first().waitFor();
	}
	assert.equal(await panel.chosen('fuzzyOptOut'), 'Ask First');
	await page.getByText('Tell what your records say of the person').waitFor();
	await picture(page, 'new-keywords');
});

test('a message is tried while it is written, without an execution', async () => {
	await panel.field('tryMessage').locator('input').last().click();
	const search = page.getByTestId('rlc-search');
	const lines = page.getByTestId('rlc-item');
	await search.fill('please stop texting me');
	await lines.getByText('Opt-Out: “please stop texting me”').waitFor();
	await search.fill('I thought I unsubscribed');
	await lines.getByText('Fuzzy Opt-Out: “I thought I unsubscribed”').waitFor();
	await search.fill('YES');
	await lines.getByText('From somebody who opted out → Default').waitFor();
	await picture(page, 'tried-keywords');
	await page.keyboard.press('Escape');
	await panel.close();
});
