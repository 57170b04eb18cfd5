import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Browser, chromium, type Locator, type Page, selectors } from 'playwright-core';
import { RESULTS, ROOT } from './home.ts';

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

/** Chromium, which finds n8n's test ids. Whoever asks for it closes it. */
export async function launchBrowser(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Chromium for the length of the test file. */
export async function openBrowser(): Promise<Browser> {
	const browser = await launchBrowser();
	after(() => browser.close());
	return browser;
}

/** What n8n puts over the page for some seconds. */
const WITHOUT_TOASTS = '.el-notification, [role=tooltip] { visibility: hidden !important; }';

/** Keeps a picture of the page, or of a part of it, below test-results, for a person to look at. */
export async function picture(of: Page | Locator, name: string): Promise<void> {
	await mkdir(RESULTS, { recursive: true });
	await of.screenshot({ path: join(RESULTS, `${name}.png`), style: WITHOUT_TOASTS, animations: 'disabled' });
}

/**
 * Keeps a picture that the documents show. It takes the place of the one in docs/images with UPDATE_PICTURES=1 alone: pictures of the same
 * thing differ in times and pixels from run to run.
 */
export async function documentPicture(of: Page | Locator, name: string): Promise<void> {
	await picture(of, name);
	if (process.env.UPDATE_PICTURES !== '1') return;
	await copyFile(join(RESULTS, `${name}.png`), join(ROOT, 'docs/images', `${name}.png`));
}
