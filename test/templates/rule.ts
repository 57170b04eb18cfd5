/** What a rule of the linter is, and what rules share. */
import type { Workflow } from '../../sandbox/n8n/api.ts';
import type { NodeTypes, WorkflowNode } from './node-types.ts';

/** A workflow of a template's folder. */
export interface Source {
	workflow: Workflow;
	/** Workflows that lie in the same folder. */
	siblings: readonly Workflow[];
}

/** Gives the problems that it finds. */
export type Rule = (source: Source, types: NodeTypes) => string[];

/** Every text of a value with the names that lead to it. */
export function* textsOf(
	value: unknown,
	path: readonly string[] = [],
): Generator<{ path: readonly string[]; text: string }> {
	if (typeof value === 'string') yield { path, text: value };
	else if (typeof value === 'number') yield { path, text: String(value) };
	else if (typeof value === 'object' && value !== null) {
		for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, [...path, key]);
	}
}

export const ofNodes =
	(problemsOf: (node: WorkflowNode, types: NodeTypes, source: Source) => string[]): Rule =>
	(source, types) =>
		source.workflow.nodes.flatMap((node) =>
			problemsOf(node, types, source).map((problem) => `${node.name}: ${problem}`),
		);
