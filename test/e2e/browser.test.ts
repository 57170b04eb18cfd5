import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { OWNER } from '../../sandbox/n8n/set-up.ts';
import { openBrowser, picture } from './browser.ts';
import { Lab } from './lab.ts';

const lab = await Lab.start('browser');
const browser = await openBrowser();

async function openPage(): Promise<{ page: Page; errors: string[] }> {
	const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
	page.setDefaultTimeout(15_000);
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	return { page, errors };
}

test('STOP typed on the phone page is answered there, with its ticks', async () => {
	const { page, errors } = await openPage();
	await page.goto(lab.sandbox.url);

	await page.getByLabel('Message', { exact: true }).fill('STOP');
	await page.keyboard.press('Enter');

	const reply = page.locator('.message[data-sender=business]');
	await reply.getByText('You are unsubscribed').waitFor();
	await reply.getByRole('img', { name: 'Read', exact: true }).waitFor();
	await picture(page, 'phone');
	assert.equal(await page.locator('.message').count(), 2);
	assert.deepEqual(errors, []);
	await page.close();
});

test('the editor shows the published workflow, and each node its panel', async (t) => {
	const { page, errors } = await openPage();
	const node = (name: string) => page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	const panel = page.getByTestId('ndv');

	await t.test('the owner signs in', async () => {
		await page.goto(`${lab.n8n.url}/signin`);
		await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
		await page.locator('input[type=password]').fill(OWNER.password);
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
	});

	await t.test('the canvas has the three nodes, published and without complaints', async () => {
		await page.goto(`${lab.n8n.url}/workflow/${lab.workflow.id}`);
		for (const name of ['Messaging Trigger', 'Messaging Keywords', 'Messaging Send'])
			await node(name).waitFor();
		await page.getByText('Published', { exact: true }).first().waitFor();
		await page.getByText('Opt-Out', { exact: true }).waitFor();

		assert.equal(await page.getByTestId('canvas-node').count(), 3);
		assert.equal(await page.locator('[data-test-id*="issues"]').count(), 0);
		// n8n's own checklist for published workflows covers a part of the canvas.
		await page.mouse.click(700, 700);
		await page.getByText('Production Checklist').waitFor({ state: 'hidden' });
		await picture(page, 'editor');
	});

	for (const { name, labels, file } of [
		{ name: 'Messaging Trigger', labels: ['Webhook URLs', 'Trigger On', 'Filters'], file: 'panel-trigger' },
		{
			name: 'Messaging Keywords',
			labels: ['Text', 'Default Keywords', 'Opt-In', 'Opt-Out', 'Help'],
			file: 'panel-keywords',
		},
		{
			name: 'Messaging Send',
			labels: ['Operation', 'Sender', 'To', 'Message Type', 'Text'],
			file: 'panel-send',
		},
	]) {
		await t.test(`the panel of ${name}`, async () => {
			await node(name).dblclick();
			await panel.waitFor();
			for (const label of labels) await panel.getByText(label, { exact: true }).first().waitFor();
			await picture(page, file);
			await page.keyboard.press('Escape');
			await panel.waitFor({ state: 'hidden' });
		});
	}

	await t.test('the credential says that its connection was tested', async () => {
		await node('Messaging Send').dblclick();
		await page.getByTestId('credential-edit-button').click();
		await page.getByText('Connection tested successfully').waitFor();
		await picture(page, 'credential');
	});

	assert.deepEqual(errors, []);
	await page.close();
});
