/** Pictures of canvases for the templates' pages, taken from the real editor. */
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { OWNER } from '../../sandbox/n8n/set-up.ts';
import { openBrowser } from '../e2e/browser.ts';

/** Wide enough to read a node's name where the page shows the picture in its full size. */
const WIDTH = 1_800;
const HEIGHT = { least: 500, most: 1_500 };
/** What the editor has around the canvas. */
const FRAME = { width: 42, height: 102 };
const NODE = 100;
const MARGIN = 140;
const NOTE = 'n8n-nodes-base.stickyNote';
const LONGEST_MS = 90_000;

/** Takes away what lies over the canvas: tabs, buttons and controls. */
const CANVAS_ALONE = `
	.tab-bar-container, .vue-flow__panel, [data-test-id="canvas-wrapper"] > :not(:first-child) {
		visibility: hidden !important;
	}
`;

const Placed = z.object({
	position: z.tuple([z.number(), z.number()]),
	parameters: z.object({ width: z.number().default(NODE), height: z.number().default(NODE) }),
});

/** Height by width of everything on the canvas. */
function proportion({ nodes }: StoredWorkflow): number {
	const boxes = z.array(Placed).parse(nodes);
	const side = (axis: 0 | 1, size: 'width' | 'height') =>
		Math.max(...boxes.map(({ position, parameters }) => position[axis] + parameters[size])) -
		Math.min(...boxes.map(({ position }) => position[axis]));
	return side(1, 'height') / side(0, 'width');
}

async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(OWNER.email);
	await page.locator('input[type=password]').fill(OWNER.password);
	await page.keyboard.press('Enter');
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}

/** Photographs the canvas of a stored workflow. */
export async function takePicture(url: string, workflow: StoredWorkflow, file: string): Promise<void> {
	const height = Math.min(
		HEIGHT.most,
		Math.max(HEIGHT.least, Math.ceil(WIDTH * proportion(workflow)) + MARGIN),
	);
	const browser = await openBrowser();
	const page = await browser.newPage({
		viewport: { width: WIDTH + FRAME.width, height: height + FRAME.height },
	});
	page.setDefaultTimeout(LONGEST_MS);
	await signIn(page, url);
	await page.goto(`${url}/workflow/${workflow.id}`);
	for (const { name } of workflow.nodes.filter(({ type }) => type !== NOTE)) {
		await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).waitFor();
	}
	await page.addStyleTag({ content: CANVAS_ALONE });
	await page.getByTestId('canvas-wrapper').screenshot({ path: file });
	await page.close();
}
