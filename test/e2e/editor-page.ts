/** n8n's editor as its user has it open. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { OWNER } from '../../sandbox/n8n/set-up.ts';
import { Panel } from './panel.ts';

/** A node chosen in the node creator. */
interface Choice {
	search: string;
	node: string;
	/** Without one the node is as it is when it is dragged to the canvas. */
	action?: RegExp;
	/** The button that opens the node creator; that of the canvas by itself. */
	from?: Locator;
}

export class EditorPage {
	readonly page: Page;
	/** Of the node that is open. */
	readonly panel: Panel;
	readonly #url: string;

	private constructor(page: Page, url: string) {
		this.page = page;
		this.panel = new Panel(page);
		this.#url = url;
	}

	/** Signs the owner in. @param limitMs how long each step may take */
	static async open(context: BrowserContext, url: string, limitMs = 30_000): Promise<EditorPage> {
		const page = await context.newPage();
		page.setDefaultTimeout(limitMs);
		await page.goto(`${url}/signin`, { timeout: 90_000 });
		await page.locator('input[name^=email]').fill(OWNER.email);
		await page.locator('input[type=password]').fill(OWNER.password);
		await page.keyboard.press('Enter');
		await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
		return new EditorPage(page, url);
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.#url}/workflow/new`);
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.#url}/workflow/${id}`);
	}

	/** Of the workflow that is open, once n8n has saved it. */
	workflowId(): string {
		return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
	}

	/** Opens the panel of a node on the canvas. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.panel.window.waitFor();
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Opens the node creator at a node, and gives the actions that it lists. */
	async find({ search, node, action, from }: Choice): Promise<string[]> {
		await (from ?? this.page.getByTestId('node-creator-plus-button')).click();
		await this.page.getByPlaceholder('Search nodes...').fill(search);
		const items = this.page.getByTestId('node-creator-item-name');
		await items.filter({ hasText: node }).first().click();
		await this.page.getByText('Installed').waitFor();
		if (action !== undefined) await items.filter({ hasText: action }).waitFor();
		return action === undefined ? [] : await items.allInnerTexts();
	}

	/** Adds a node to the canvas, and leaves its panel open. Gives the actions that the node creator lists. */
	async add(choice: Choice): Promise<string[]> {
		const actions = await this.find(choice);
		await (
			choice.action === undefined
				? this.page.getByText('Add to workflow')
				: this.page.getByTestId('node-creator-item-name').filter({ hasText: choice.action })
		).click();
		await this.panel.window.waitFor();
		return actions;
	}

	#handle(name: string, handle: string): Locator {
		return this.node(name).locator(`[data-handleid="${handle}"]`);
	}

	/** The plus at an output that leads nowhere yet. */
	plusOf(name: string, output = 0): Locator {
		return this.#handle(name, `outputs/main/${output}`).getByTestId('canvas-handle-plus');
	}

	/** Draws a connection with the mouse. */
	async connect(from: string, output: number, to: string): Promise<void> {
		await this.#handle(from, `outputs/main/${output}`).dragTo(this.#handle(to, 'inputs/main/0'));
	}

	/** Publishes the open workflow, and closes what n8n says then. */
	async publish(): Promise<void> {
		await this.page.getByTestId('workflow-open-publish-modal-button').click();
		await this.page.getByTestId('workflow-publish-button').click();
		await this.page.getByText('Workflow published').first().waitFor({ timeout: 60_000 });
		await this.page.keyboard.press('Escape');
	}

	/** Lays the whole workflow into the window, with nothing chosen. */
	async fit(): Promise<void> {
		// A click beside everything also closes n8n's checklist for published workflows.
		await this.page.mouse.click(400, 660);
		await this.page.getByTestId('zoom-to-fit').click();
		await this.page.mouse.move(0, 0);
	}

	/** Counts from now on, until another page is loaded. */
	async countClicks(): Promise<void> {
		await this.page.evaluate(
			"window.clicks = 0; window.addEventListener('pointerdown', () => { window.clicks += 1; }, true)",
		);
	}

	async clicks(): Promise<number> {
		return Number(await this.page.evaluate('window.clicks'));
	}
}
