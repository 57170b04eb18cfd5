/** What n8n's database holds about executions. Thousands of them are read in a moment here, and one by one through the API. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse as parseFlatted } from 'flatted';
import { z } from 'zod';

const Row = z.object({ status: z.string(), data: z.string() });
const Items = z.object({
	main: z.array(z.array(z.object({ json: z.object({ id: z.string() }) })).nullable()),
});
const Stored = z.object({
	resultData: z.object({ runData: z.record(z.array(z.object({ data: Items.optional() }))) }),
	executionData: z
		.object({ nodeExecutionStack: z.array(z.object({ node: z.object({ name: z.string() }), data: Items })) })
		.optional(),
});

export interface StoredExecution {
	status: string;
	/** Ids of the items with which the trigger started it. */
	ids: string[];
}

/**
 * A finished execution has the trigger's items as that node's output; one that was interrupted still has them as the work
 * that lies before it.
 */
function triggerItems(data: string, trigger: string): string[] {
	const { resultData, executionData } = Stored.parse(parseFlatted(data));
	const run = resultData.runData[trigger]?.[0]?.data;
	const waiting = executionData?.nodeExecutionStack.find(({ node }) => node.name === trigger)?.data;
	return ((run ?? waiting)?.main ?? []).flatMap((output) => output ?? []).map(({ json }) => json.id);
}

/** All executions of a workflow, oldest first. */
export function storedExecutions(userFolder: string, workflowId: string, trigger: string): StoredExecution[] {
	const database = new DatabaseSync(join(userFolder, '.n8n/database.sqlite'), { timeout: 5_000 });
	try {
		const rows = database
			.prepare(
				`SELECT status, data FROM execution_entity JOIN execution_data ON executionId = id
				WHERE workflowId = ? ORDER BY id`,
			)
			.all(workflowId);
		return z
			.array(Row)
			.parse(rows)
			.map(({ status, data }) => ({ status, ids: triggerItems(data, trigger) }));
	} finally {
		database.close();
	}
}
