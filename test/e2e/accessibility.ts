/** Rules of accessibility, judged by axe in the browser. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

/** To be added to a page before it is opened. */
export const AXE = { content: axe.source };

const Violations = z.object({
	violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What a page with axe in it breaks as it is, such as `color-contrast: <p class="quiet">…`. */
export async function violationsOf(page: Page): Promise<string[]> {
	const { violations } = Violations.parse(await page.evaluate('axe.run()'));
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
