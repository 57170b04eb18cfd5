/** The report on the screen, of rows that are known: what it shows, saves and draws, and what it does not run. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';
import { inlinedPage } from '../../pages/inline.ts';
import { AXE, violationsOf } from '../e2e/accessibility.ts';
import { documentPicture, openBrowser, picture } from '../e2e/browser.ts';
import { DESKTOP, PHONE } from '../e2e/phone-page.ts';
import { TEMPLATES } from './files.ts';
import { type Names, PLAIN, reportRows } from './report-rows.ts';

const KEY = 'a-long-random-text';
/** As n8n serves pages: without an origin of their own. */
const SANDBOX = 'sandbox allow-downloads allow-forms allow-modals allow-popups allow-scripts';
const SCRIPT = '<img src=x onerror="document.title=1">';
const STRANGE: Names = {
	campaigns: [`Spring ${SCRIPT}`, '=1+1', 'Order updates'],
	templates: [`spring ${SCRIPT}`, 'short', 'order_update'],
	failure: `Undeliverable ${SCRIPT}`,
	source: `Form ${SCRIPT}`,
};

const html = await inlinedPage(join(TEMPLATES, 'messaging-report/page'));
let names = PLAIN;
let calls = 0;

const server = createServer((request, response) => {
	response.setHeader('Access-Control-Allow-Origin', '*');
	response.setHeader('Access-Control-Allow-Headers', '*');
	if (request.method === 'OPTIONS') return response.writeHead(204).end();
	if (!request.url?.endsWith('-data')) {
		return response
			.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': SANDBOX })
			.end(html);
	}
	calls += 1;
	const isKnown = request.headers['x-messaging-key'] === KEY;
	return response.writeHead(isKnown ? 200 : 403).end(isKnown ? JSON.stringify(reportRows(names)) : '{}');
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
after(() => server.close());
const { port } = z.object({ port: z.number() }).parse(server.address());
const browser = await openBrowser();

async function opened(options: BrowserContextOptions = { viewport: DESKTOP }, key = KEY): Promise<Page> {
	const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
	page.setDefaultTimeout(20_000);
	await page.addInitScript(AXE);
	await page.goto(`http://127.0.0.1:${port}/webhook/report#key=${key}`);
	return page;
}
const whole = async (page: Page) => {
	await page.getByRole('heading', { name: 'Numbers' }).waitFor();
	await page.evaluate('dispatchEvent(new Event("beforeprint"))');
};

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** Presses Tab until what has the focus is this. */
async function tabTo(page: Page, selector: string): Promise<void> {
	const there = page.locator(`${selector}:focus`);
	for (let presses = 0; presses < 80 && (await there.count()) === 0; presses += 1)
		await page.keyboard.press('Tab');
	assert.equal(await there.count(), 1, `${selector} cannot be reached`);
}

test('the key of somebody else opens nothing', async () => {
	const page = await opened({ viewport: DESKTOP }, 'of-somebody-else');
	await page.getByText('The workflow does not know this key.').waitFor();
	assert.equal(await page.locator('section').count(), 0);
	assert(!(await page.content()).includes(PLAIN.campaigns[0]));
	await page.close();
});

test('what is asked for ahead is asked for once, and anew when somebody refreshes', async () => {
	calls = 0;
	const page = await opened();
	await page.locator('.plot svg').first().waitFor();
	assert.equal(calls, 1);
	await Promise.all([
		page.waitForResponse((response) => response.url().endsWith('-data')),
		page.getByRole('button', { name: 'Refresh' }).click(),
	]);
	assert.equal(calls, 2);
	await page.close();
});

test('the CSV holds what is chosen, and no formula', async () => {
	names = STRANGE;
	const page = await opened();
	await whole(page);
	await page.getByLabel('Period').selectOption('Last 7 days');
	await page.getByLabel('Campaign', { exact: true }).selectOption('=1+1');
	const { name, content } = await saved(page, () =>
		page.getByRole('button', { name: 'Save as CSV' }).click(),
	);
	names = PLAIN;
	assert.match(name, /^messaging-report-\d{4}-\d\d-\d\d\.csv$/);
	const [head, ...lines] = content.toString('utf8').trimEnd().split('\r\n');
	assert.match(head ?? '', /^\uFEFFday,campaign,template,provider,channel,sender,sent,delivered,/);
	assert.equal(lines.length, 7);
	for (const line of lines)
		assert.match(line, /^\d{4}-\d\d-\d\d,'=1\+1,short,whatsAppCloud,whatsapp,\+15550100001,\d+,/);
	await page.close();
});

test('by keyboard alone one chooses, reads the numbers and saves a picture', async () => {
	const page = await opened({ viewport: PHONE });
	const sent = page.locator('.tiles strong').first();
	await sent.waitFor();
	const before = await sent.textContent();
	await tabTo(page, 'select[data-label=Period]');
	await page.keyboard.press('ArrowUp');
	await assert.doesNotReject(page.locator('select[data-label=Period]:focus').waitFor());
	assert.notEqual(await sent.textContent(), before);

	await tabTo(page, 'summary');
	await page.keyboard.press('Enter');
	await page.getByRole('rowheader', { name: 'Opted out' }).waitFor();

	await tabTo(page, 'button[aria-label="Save as PNG: Messages by the hour at which they were sent"]');
	const { name, content } = await saved(page, () => page.keyboard.press('Enter'));
	assert.equal(name, 'by-hour.png');
	assert.equal(content.subarray(1, 4).toString('latin1'), 'PNG');
	const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)];
	assert(width > 600 && height > 500, `${width} × ${height}`);
	await page.close();
});

test('a script in a name is text, wherever the name stands', async () => {
	names = STRANGE;
	const page = await opened();
	await whole(page);
	names = PLAIN;
	await page.getByLabel('Divide by').selectOption('Template');
	await page.locator('summary').first().click();
	assert((await page.getByText(SCRIPT).count()) > 3);
	assert.equal(await page.locator('main img').count(), 0);
	assert.equal(await page.title(), 'Messaging report');
	await page.close();
});

test('what is far below is drawn when somebody comes near, and a choice moves nothing', async () => {
	const page = await opened({ viewport: PHONE });
	await page.getByRole('heading', { name: 'Numbers' }).waitFor();
	await page.locator('.plot svg').first().waitFor();
	const charts = page.locator('.plot');
	assert((await page.locator('.plot svg').count()) < (await charts.count()));
	const choice = page.getByLabel('By', { exact: true });
	await choice.scrollIntoViewIfNeeded();
	await charts.last().locator('svg').waitFor();
	const before = await choice.boundingBox();
	await choice.selectOption('Delivered');
	await page.getByText('was delivered more often').or(page.getByText('No difference can be told')).waitFor();
	const moved = (await choice.boundingBox())?.y ?? 0;
	assert(Math.abs(moved - (before?.y ?? 0)) < 2, `${before?.y} to ${moved}`);
	await page.close();
});

/** What the template's page shows. */
const SHOWN: Record<string, string> = {
	'desktop-light': 'messaging-report',
	'phone-dark': 'messaging-report-phone',
};

describe('nobody is shut out, with all of it drawn and open', () => {
	for (const colorScheme of ['light', 'dark'] as const) {
		for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
			test(`${device}, ${colorScheme}`, async () => {
				const page = await opened({ viewport, colorScheme });
				await whole(page);
				const look = `${device}-${colorScheme}`;
				const shown = SHOWN[look];
				if (shown === undefined) await picture(page.locator('main'), `messaging-report-${look}`);
				else await documentPicture(page.locator('main'), shown);
				for (const summary of await page.locator('summary').all()) await summary.click();
				assert.deepEqual(await violationsOf(page), []);
				await page.close();
			});
		}
	}
});
