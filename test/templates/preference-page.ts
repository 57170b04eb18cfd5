/** The preference page as a person has it open who followed a link. */
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { PHONE } from '../e2e/phone-page.ts';

const WITHIN_MS = 20_000;
const Violations = z.object({
	violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

export class PreferencePage {
	readonly page: Page;
	readonly #problems: string[] = [];

	private constructor(page: Page) {
		this.page = page;
		page.setDefaultTimeout(WITHIN_MS);
		page.on('pageerror', (error) => this.#problems.push(error.message));
		page.on('console', (message) => message.type() === 'error' && this.#problems.push(message.text()));
	}

	static async open(
		browser: Browser,
		link: string,
		options: BrowserContextOptions = {},
	): Promise<PreferencePage> {
		const page = await browser.newPage({ viewport: PHONE, locale: 'en-US', ...options });
		const opened = new PreferencePage(page);
		await page.addInitScript({ content: axe.source });
		await page.goto(link);
		return opened;
	}

	/** What stands of one channel. */
	channel(name: 'WhatsApp' | 'SMS'): Locator {
		return this.page.getByRole('region', { name, exact: true });
	}

	topic(channel: 'WhatsApp' | 'SMS', name: string): Locator {
		return this.channel(channel).getByRole('switch', { name, exact: true });
	}

	/** Switches a topic, and waits until that is recorded. */
	async turn(channel: 'WhatsApp' | 'SMS', name: string): Promise<void> {
		await this.topic(channel, name).click();
		await this.saved();
	}

	async saved(): Promise<void> {
		await this.page
			.getByRole('status')
			.filter({ hasText: /^(Saved|Gespeichert)\.$/ })
			.waitFor();
	}

	/** Names of the topics that are on. */
	async given(channel: 'WhatsApp' | 'SMS'): Promise<string[]> {
		const switches = this.channel(channel).getByRole('switch');
		await switches.first().waitFor();
		const all = await switches.all();
		const states = await Promise.all(all.map((one) => one.isChecked()));
		const names = await this.channel(channel).locator('.topic').allInnerTexts();
		return names.filter((_, index) => states[index]);
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
