/** Pictures of canvases for the templates' pages, taken from the real editor. */
import type { Page } from 'playwright-core';
import type { StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { OWNER } from '../../sandbox/n8n/set-up.ts';
import { openBrowser } from '../e2e/browser.ts';

/** The editor without what lies over the canvas. */
const CANVAS_ALONE = `
	[data-test-id="canvas-controls"], [data-test-id="node-creator-plus-button"], [class*="executionButtons"],
	[class*="nodeButtonsWrapper"], [data-test-id="production-checklist"] { display: none !important }
`;

async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
	await page.locator('input[type=password]').fill(OWNER.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}

/** Photographs the canvas of a stored workflow. */
export async function takePicture(url: string, workflow: StoredWorkflow, file: string): Promise<void> {
	const browser = await openBrowser();
	const page = await browser.newPage({ viewport: { width: 1800, height: 900 } });
	await signIn(page, url);
	await page.goto(`${url}/workflow/${workflow.id}`);
	for (const { name } of workflow.nodes) {
		await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).waitFor();
	}
	await page.addStyleTag({ content: CANVAS_ALONE });
	await page.getByTestId('canvas-wrapper').screenshot({ path: file });
	await page.close();
}
