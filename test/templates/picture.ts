/** Pictures of canvases for the templates' pages, taken from the real editor. */
import { z } from 'zod';
import type { StoredWorkflow } from '../../sandbox/n8n/api.ts';
import type { EditorPage } from '../e2e/editor-page.ts';

/** Wide enough to read a node's name where the page shows the picture in its full size. */
const WIDTH = 1_800;
const HEIGHT = { least: 500, most: 1_500 };
/** What the editor has around the canvas. */
const FRAME = { width: 42, height: 102 };
const NODE = 100;
const MARGIN = 140;
const NOTE = 'n8n-nodes-base.stickyNote';

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

/** Photographs the canvas of a stored workflow. n8n puts a checklist over that of a published one. */
export async function takePicture(editor: EditorPage, workflow: StoredWorkflow, file: string): Promise<void> {
	const { page } = editor;
	const height = Math.min(
		HEIGHT.most,
		Math.max(HEIGHT.least, Math.ceil(WIDTH * proportion(workflow)) + MARGIN),
	);
	await page.setViewportSize({ width: WIDTH + FRAME.width, height: height + FRAME.height });
	await editor.openWorkflow(workflow.id);
	for (const { name } of workflow.nodes.filter(({ type }) => type !== NOTE))
		await editor.node(name).waitFor();
	await page.getByTestId('canvas-wrapper').screenshot({ path: file, style: CANVAS_ALONE });
}
