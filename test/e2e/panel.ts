/** The panel of a node that is open in n8n's editor. */
import type { Locator, Page } from 'playwright-core';

export class Panel {
	readonly window: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		this.window = page.getByTestId('ndv');
	}

	field(name: string): Locator {
		return this.#page.getByTestId(`parameter-input-${name}`);
	}

	/** What a list of choices shows as chosen. */
	async chosen(name: string): Promise<string> {
		return await this.field(name).locator('input').first().inputValue();
	}

	async choose(name: string, option: string): Promise<void> {
		await this.field(name).click();
		await this.#page.getByRole('option', { name: option }).first().click();
	}

	async fill(name: string, value: string): Promise<void> {
		await this.field(name).locator('input, textarea').first().fill(value);
	}

	/** From the list of a resource locator, which asks the provider. */
	async pick(name: string, item: string): Promise<void> {
		await this.field(name).locator('input').last().click();
		await this.#page.getByTestId('rlc-item').filter({ hasText: item }).first().click();
	}

	/** Executes the step, and waits until its output holds this text. */
	async execute(output: string): Promise<void> {
		await this.#page.getByTestId('node-execute-button').click();
		await this.#page.getByTestId('output-panel').getByText(output).first().waitFor({ timeout: 60_000 });
	}

	async showOutputAs(view: 'Schema' | 'Table' | 'JSON'): Promise<void> {
		await this.#page.getByTestId('output-panel').getByTestId(`radio-button-${view.toLowerCase()}`).click();
	}

	async close(): Promise<void> {
		await this.#page.getByTestId('ndv-close-button').click();
		await this.window.waitFor({ state: 'hidden' });
	}
}
