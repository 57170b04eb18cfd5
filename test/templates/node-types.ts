/** The node types of a running n8n, read with n8n's own helpers. */
import { createRequire } from 'node:module';
import type * as n8n from 'n8n-workflow';
import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod';
import type { N8nApi, Workflow } from '../../sandbox/n8n/api.ts';

/** Node cannot load n8n's ES modules, which import one another without the ends of their files' names. */
export const { NodeHelpers }: typeof n8n = createRequire(import.meta.url)('n8n-workflow');

export type WorkflowNode = Workflow['nodes'][number];

const Described = z.object({ name: z.string(), properties: z.array(z.unknown()) });
const Description = z.custom<INodeTypeDescription>((value) => Described.safeParse(value).success);
const Node = z.custom<INode>((value) => z.object({ typeVersion: z.number() }).safeParse(value).success);

/** A node of a workflow file in n8n's terms. Throws where it has no version. */
export function nodeOf(node: WorkflowNode): INode {
	return Node.parse(node);
}

export class NodeTypes {
	readonly #types: INodeTypeDescription[];

	private constructor(types: INodeTypeDescription[]) {
		this.#types = types;
	}

	static async of(api: N8nApi): Promise<NodeTypes> {
		return new NodeTypes(z.array(Description).parse(await api.nodeTypes()));
	}

	/** The description that goes with the node's type and version, if this n8n has one. */
	find(node: WorkflowNode): INodeTypeDescription | undefined {
		const { type, typeVersion } = nodeOf(node);
		return this.#types.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));
	}

	/** The highest version that there is of the node's type. */
	newestVersion({ type }: WorkflowNode): number | undefined {
		const versions = this.#types.filter(({ name }) => name === type).flatMap(({ version }) => version);
		return versions.length === 0 ? undefined : Math.max(...versions);
	}

	isTrigger(node: WorkflowNode): boolean {
		return this.find(node)?.group.includes('trigger') ?? false;
	}

	/** Types of the credentials that the node asks for as it is set up. */
	credentialTypes(node: WorkflowNode): string[] {
		return [...(NodeHelpers.getActiveCredentialTypes(nodeOf(node), this.find(node) ?? null) ?? [])];
	}
}
