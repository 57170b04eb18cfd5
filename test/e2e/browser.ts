import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Browser, chromium, type Page, selectors } from 'playwright-core';
import { RESULTS } from './home.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Without a sandbox of its own, because containers and root have none to give; without calls to its maker. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Chromium for the length of the test file, which finds n8n's test ids. */
export async function openBrowser(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
	after(() => browser.close());
	return browser;
}

/** Keeps a picture of the page below test-results, for a person to look at. */
export async function picture(page: Page, name: string): Promise<void> {
	await mkdir(RESULTS, { recursive: true });
	await page.screenshot({ path: join(RESULTS, `${name}.png`) });
}
