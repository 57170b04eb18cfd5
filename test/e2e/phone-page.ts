import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { WHO } from '../../sandbox/test/whatsapp-cloud/whatsapp-cloud.ts';

export const DESKTOP = { width: 1200, height: 800 };
export const PHONE = { width: 390, height: 780 };

/** The phone page as somebody has it open. Fails at the end where the browser complained. */
export class PhonePage {
	readonly page: Page;
	readonly #problems: string[] = [];

	private constructor(page: Page) {
		this.page = page;
		page.setDefaultTimeout(5_000);
		page.on('pageerror', (error) => this.#problems.push(error.message));
		page.on('console', (message) => message.type() === 'error' && this.#problems.push(message.text()));
	}

	/** `script` runs in the page before its own. */
	static async open(
		browser: Browser,
		url: string,
		options: BrowserContextOptions = { viewport: DESKTOP },
		script?: string,
	): Promise<PhonePage> {
		const page = await browser.newPage(options);
		if (script !== undefined) await page.addInitScript({ content: script });
		const phone = new PhonePage(page);
		await page.goto(url);
		await page.locator('#connection').getByText('Workflow connected').waitFor({ state: 'attached' });
		return phone;
	}

	/** In the chat that is open. */
	async write(text: string): Promise<void> {
		await this.page.getByLabel('Message', { exact: true }).fill(text);
		await this.page.keyboard.press('Enter');
	}

	/** On a narrow page customers and chat stand in each other's place. */
	async openChat(name = WHO.customer.name): Promise<void> {
		await this.page.getByRole('button', { name }).first().click();
	}

	async openPanel(tab: 'Traffic' | 'Failures'): Promise<void> {
		await this.page.getByRole('button', { name: 'Traffic and failures' }).click();
		await this.page.getByRole('tab', { name: tab }).click();
	}

	async close(): Promise<void> {
		await this.page.close();
		assert.deepEqual(this.#problems, []);
	}
}
