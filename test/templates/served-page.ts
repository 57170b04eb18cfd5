/** A page that a workflow serves, as somebody has it open. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { AXE, violationsOf } from '../e2e/accessibility.ts';

const WITHIN_MS = 20_000;

export class ServedPage {
	readonly page: Page;
	readonly #problems: string[] = [];

	protected constructor(page: Page) {
		this.page = page;
		page.setDefaultTimeout(WITHIN_MS);
		page.on('pageerror', (error) => this.#problems.push(error.message));
		page.on('console', (message) => message.type() === 'error' && this.#problems.push(message.text()));
	}

	protected static async tab(browser: Browser, options: BrowserContextOptions): Promise<Page> {
		const page = await browser.newPage(options);
		await page.addInitScript(AXE);
		return page;
	}

	/** Rules of accessibility that the page breaks as it is. */
	violations(): Promise<string[]> {
		return violationsOf(this.page);
	}

	/** Fails where the browser complained of anything but what is expected. */
	async close(expected = /$^/): Promise<void> {
		await this.page.close();
		assert.deepEqual(
			this.#problems.filter((problem) => !expected.test(problem)),
			[],
		);
	}
}
