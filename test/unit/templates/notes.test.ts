import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const TEMPLATES = join(__dirname, '../../../templates');

const Node = z.object({
	name: z.string(),
	type: z.string(),
	position: z.tuple([z.number(), z.number()]),
	parameters: z.object({ width: z.number().default(240), height: z.number().default(160) }),
});
const Link = z.object({ node: z.string(), index: z.number() });
const Workflow = z.object({
	nodes: z.array(Node),
	connections: z.record(z.object({ main: z.array(z.array(Link).nullable()).default([]) })),
});

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** As n8n's editor draws a node: 96 wide and high, 32 higher for each output or input after the second, and its words below. */
const SIZE = { side: 96, perHandle: 32, words: 56, wordsBeside: 44 };

function boxOfNode(
	{ name, position: [x, y] }: z.infer<typeof Node>,
	{ connections }: z.infer<typeof Workflow>,
): Box {
	const links = Object.values(connections).flatMap(({ main }) => main.flatMap((output) => output ?? []));
	const inputs = links.flatMap((link) => (link.node === name ? link.index + 1 : []));
	const handles = Math.max(2, connections[name]?.main.length ?? 0, ...inputs);
	return {
		left: x - SIZE.wordsBeside,
		top: y,
		right: x + SIZE.side + SIZE.wordsBeside,
		bottom: y + SIZE.side + (handles - 2) * SIZE.perHandle + SIZE.words,
	};
}

function boxOfNote({ position: [x, y], parameters: { width, height } }: z.infer<typeof Node>): Box {
	return { left: x, top: y, right: x + width, bottom: y + height };
}

function overlaps(one: Box, other: Box): boolean {
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

const files = readdirSync(TEMPLATES, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap(({ name }) =>
		readdirSync(join(TEMPLATES, name))
			.filter((file) => file.endsWith('workflow.json'))
			.map((file) => `${name}/${file}`),
	);

test('the templates are found', () => {
	expect(files.length).toBeGreaterThan(10);
});

test.each(files)('no note of %s lies over a node or its words, or over another note', (file) => {
	const workflow = Workflow.parse(JSON.parse(readFileSync(join(TEMPLATES, file), 'utf8')));
	const isNote = ({ type }: z.infer<typeof Node>) => type === 'n8n-nodes-base.stickyNote';
	const boxes = workflow.nodes.map((node) => ({
		name: node.name,
		isNote: isNote(node),
		box: isNote(node) ? boxOfNote(node) : boxOfNode(node, workflow),
	}));
	const covered = boxes
		.filter((note) => note.isNote)
		.flatMap((note) =>
			boxes
				.filter((other) => other !== note && overlaps(note.box, other.box))
				.map(({ name }) => `${note.name} covers ${name}`),
		);
	expect(covered).toEqual([]);
});
