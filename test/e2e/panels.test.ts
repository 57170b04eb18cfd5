/** Nodes as a newcomer finds them: chosen in the node creator of an empty canvas, with what is preset and no more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, picture } from './browser.ts';
import { EditorPage } from './editor-page.ts';
import { startSurroundings } from './lab.ts';

const { n8n } = await startSurroundings('panels');
const browser = await openBrowser();
const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
await context.grantPermissions(['clipboard-read', 'clipboard-write']);
const editor = await EditorPage.open(context, n8n.url);
const { page } = editor;
await editor.newWorkflow();

class Panel {
	readonly #page: Page;

	constructor(of: Page) {
		this.#page = of;
	}

	field(name: string) {
		return this.#page.getByTestId(`parameter-input-${name}`);
	}

	/** What a list of choices shows as chosen. */
	async chosen(name: string): Promise<string> {
		return await this.field(name).locator('input').first().inputValue();
	}

	async choose(name: string, option: string): Promise<void> {
		await this.field(name).click();
		await this.#page.getByRole('option', { name: option }).first().click();
	}

	/** From the list of a resource locator, which asks the provider. */
	async pick(name: string, item: string): Promise<void> {
		await this.field(name).locator('input').last().click();
		await this.#page.getByTestId('rlc-item').filter({ hasText: item }).first().click();
	}
}

const panel = new Panel(page);
const form = page.getByTestId('resource-mapper-container').first();
const message = page.getByTestId('empty-fields-notice');

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
	assert.equal(actions.filter((name) => /^(?:Send|Mark) /.test(name)).length, 3);
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
	await form.locator('input').nth(0).fill('A-7');
	await form.locator('input').nth(1).fill('Ana');
	await page.keyboard.press('Tab');
	await message.getByText('Hi Ana, your order is ▢').waitFor();
	await message.scrollIntoViewIfNeeded();
	await picture(page, 'template-form');

	await panel.pick('template', 'appointment_reminder');
	await message.getByText('Hello ▢, your tasting').waitFor();
	await form.locator('input').nth(0).fill('Springfield');
	await form.locator('input').nth(1).fill('Ana');
	await page.keyboard.press('Tab');
	await message.getByText('Hello Ana, your tasting').waitFor();

	await panel.pick('template', 'new_blend');
	await form.getByText('Image of the header').waitFor();
	await message.getByText('Fresh from the roaster').waitFor();
	assert.equal(await form.getByText('Header: Order').count(), 0);
	await editor.closePanel();
});

test('Messaging Channel is found by "register" and lists every action once', async () => {
	const actions = await editor.add({
		search: 'register',
		node: 'Messaging Channel',
		action: /^Create template$/,
	});
	assert.deepEqual(actions, [...new Set(actions)]);
	assert(actions.includes('Register number · WhatsApp Cloud'));
	assert(actions.includes('Buy number · Infobip'));
	assert.equal(await panel.chosen('provider'), 'WhatsApp Cloud');
});

test('a body that is pasted keeps its blanks', async () => {
	const words = 'Hi {{1}}, our autumn menu starts on {{2}}.';
	const body = panel.field('body').locator('textarea');
	await body.click();
	await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(words)})`);
	await page.keyboard.press('Control+V');
	await page.keyboard.press('Tab');
	assert.equal(await body.inputValue(), words);
	await picture(page, 'template-pasted');
	await editor.closePanel();
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
	await editor.closePanel();
});
