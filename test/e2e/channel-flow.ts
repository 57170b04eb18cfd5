/** What n8n keeps of executions of Messaging Channel. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse as parseFlatted } from 'flatted';
import { z } from 'zod';

/** A number or an account by its ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const Row = z.object({ data: z.string(), workflowData: z.string() });
const Nodes = z.object({ nodes: z.array(z.object({ name: z.string(), type: z.string() })) });
const Stored = z.object({
	resultData: z.object({ runData: z.record(z.unknown()), error: z.unknown() }),
});

/** Where a person or a system hands a secret over, n8n keeps it as it came. */
const HANDS_OVER = ['n8n-nodes-base.form', 'n8n-nodes-base.formTrigger', 'n8n-nodes-base.webhook'];

export interface Kept {
	executions: number;
	/** What nodes gave out and why they failed, but for nodes through which values come in. */
	ofNodes: string[];
	/** All that is kept of the executions' data. */
	whole: string[];
}

/** What n8n's database holds of all executions. */
export function keptOfExecutions(userFolder: string): Kept {
	const database = new DatabaseSync(join(userFolder, '.n8n/database.sqlite'), { timeout: 5_000 });
	try {
		const rows = z.array(Row).parse(database.prepare('SELECT data, workflowData FROM execution_data').all());
		return {
			executions: rows.length,
			ofNodes: rows.flatMap(({ data, workflowData }) => nodesOf(data, workflowData)),
			whole: rows.map(({ data }) => data),
		};
	} finally {
		database.close();
	}
}

function nodesOf(data: string, workflowData: string): string[] {
	const { nodes } = Nodes.parse(JSON.parse(workflowData));
	const entries = new Set(nodes.filter(({ type }) => HANDS_OVER.includes(type)).map(({ name }) => name));
	const { runData, error } = Stored.parse(parseFlatted(data)).resultData;
	const runs = Object.entries(runData).filter(([name]) => !entries.has(name));
	return [...runs.map(([, run]) => run), error ?? null].map((part) => JSON.stringify(part));
}
