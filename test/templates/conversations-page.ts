/** The page of *Conversations* as somebody of the team has it open. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { ServedPage } from './served-page.ts';

export class ConversationsPage extends ServedPage {
	/** Opens the page and enters the key, where one is given. */
	static async open(
		browser: Browser,
		url: string,
		key?: string,
		options: BrowserContextOptions = { viewport: { width: 1200, height: 800 } },
	): Promise<ConversationsPage> {
		const page = await ConversationsPage.tab(browser, options);
		const opened = new ConversationsPage(page);
		await page.goto(url);
		if (key !== undefined) await opened.enter(key);
		return opened;
	}

	async enter(key: string): Promise<void> {
		await this.page.getByLabel('Key', { exact: true }).fill(key);
		await this.page.keyboard.press('Enter');
	}

	/** The line of a person in the list. */
	person(name: string): Locator {
		return this.page.getByRole('list', { name: 'People' }).getByRole('button', { name });
	}

	async openPerson(name: string): Promise<void> {
		await this.person(name).click();
		await this.page.getByRole('heading', { level: 2, name }).waitFor();
	}

	/** Messages of one side, notes or events in the open conversation. */
	entries(kind: 'in' | 'out' | 'note' | 'event'): Locator {
		const all = this.page.locator('#entries');
		return kind === 'note' || kind === 'event'
			? all.locator(`.${kind}`)
			: all.locator(`.entry[data-direction=${kind}]`);
	}

	/** Writes into the composer and sends it. */
	async write(text: string, label = 'Message'): Promise<void> {
		await this.page.getByLabel(label, { exact: true }).fill(text);
		await this.page.keyboard.press('Enter');
	}

	/** Presses Tab until a field of this role has the focus. */
	async tabTo(role: 'searchbox' | 'textbox'): Promise<void> {
		const isThere = this.page.locator(role === 'searchbox' ? '#search:focus' : 'textarea:focus');
		for (let presses = 0; presses < 60 && (await isThere.count()) === 0; presses += 1)
			await this.page.keyboard.press('Tab');
		assert.equal(await isThere.count(), 1, `the ${role} cannot be reached`);
	}
}
