/** The preference page as a person has it open who followed a link. */
import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { PHONE } from '../e2e/phone-page.ts';
import { ServedPage } from './served-page.ts';

export class PreferencePage extends ServedPage {
	static async open(
		browser: Browser,
		link: string,
		options: BrowserContextOptions = {},
	): Promise<PreferencePage> {
		const page = await PreferencePage.tab(browser, { viewport: PHONE, locale: 'en-US', ...options });
		const opened = new PreferencePage(page);
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
}
