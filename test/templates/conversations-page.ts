/** The page of *Conversations* as somebody of the team has it open. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { z } from 'zod';

const WITHIN_MS = 20_000;
const Violations = z.object({
	violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

export class ConversationsPage {
	readonly page: Page;
	readonly #problems: string[] = [];

	private constructor(page: Page) {
		this.page = page;
		page.setDefaultTimeout(WITHIN_MS);
		page.on('pageerror', (error) => this.#problems.push(error.message));
		page.on('console', (message) => message.type() === 'error' && this.#problems.push(message.text()));
	}

	/** Opens the page and enters the key, where one is given. */
	static async open(
		browser: Browser,
		url: string,
		key?: string,
		options: BrowserContextOptions = { viewport: { width: 1200, height: 800 } },
	): Promise<ConversationsPage> {
		const page = await browser.newPage(options);
		const opened = new ConversationsPage(page);
		await page.addInitScript({ content: axe.source });
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

	/** Rules of accessibility that the page breaks as it is. */
	async violations(): Promise<string[]> {
		const { violations } = Violations.parse(await this.page.evaluate('axe.run()'));
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
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
