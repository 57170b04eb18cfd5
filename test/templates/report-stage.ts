/** A broadcast with all that can become of a message, and the report that is read beside it. */
import assert from 'node:assert/strict';
import axios from 'axios';
import { z } from 'zod';
import { isOver, N8nRefusal, type StoredWorkflow, type Workflow } from '../../sandbox/n8n/api.ts';
import { readTemplate } from './files.ts';
import { credentialChooser, type TemplateLab } from './lab.ts';
import { NodeTypes } from './node-types.ts';

export const KEY = 'a-long-random-text';
export const HEADER = 'X-Messaging-Key';
export const CREDENTIALS = {
	httpHeaderAuth: { name: HEADER, value: KEY },
	smtp: { host: '127.0.0.1', port: '9', user: '', password: '' },
};
const RENEWAL = 'Every 5 Minutes';

const Figures = z.record(z.unknown());
const ReportRow = z.object({
	kind: z.string(),
	campaign: z.string().nullish(),
	figures: z.string().nullish(),
});
const Data = z.array(ReportRow.passthrough());

/** Puts another template beside the one that is tested, with credentials chosen; gives its workflows by file. */
export async function addTemplate(
	lab: TemplateLab,
	name: string,
	change: (workflow: Workflow) => Workflow = (same) => same,
): Promise<Map<string, StoredWorkflow>> {
	const choose = await credentialChooser(lab, await NodeTypes.of(lab.api), CREDENTIALS);
	const stored = new Map<string, StoredWorkflow>();
	for (const [file, workflow] of await readTemplate(name)) {
		stored.set(file, await lab.api.createWorkflow(choose(change(workflow))));
	}
	return stored;
}

/** Runs a workflow from this trigger and waits for its end. n8n refuses calls for a moment after it was too busy to answer. */
export async function runToEnd(
	lab: TemplateLab,
	workflowId: string,
	trigger: string,
	withinMs?: number,
): Promise<void> {
	const executionId = await lab.api.run(workflowId, trigger);
	const status = await lab.eventually(
		async () => {
			try {
				const execution = await lab.api.execution(executionId);
				return isOver(execution) && execution.status;
			} catch (failure) {
				if (failure instanceof N8nRefusal && failure.status === 503) return false;
				throw failure;
			}
		},
		`the end of the run of ${trigger}`,
		withinMs,
	);
	assert.equal(status, 'success', trigger);
}

/** The paths of both reports. */
export const PATHS = { tables: 'messaging-report', atScale: 'messaging-report-at-scale' };
/** The workflows that count for each of them, in the order in which one leads to the other. */
const COUNTING: Record<keyof typeof PATHS, readonly string[]> = {
	tables: ['records.workflow.json', 'counting.workflow.json'],
	atScale: ['at-scale.workflow.json'],
};

/** Counts what changed, as the schedule does. */
export async function renew(
	lab: TemplateLab,
	report: keyof typeof PATHS = 'tables',
	withinMs?: number,
): Promise<void> {
	for (const file of COUNTING[report]) await runToEnd(lab, lab.workflow(file).id, RENEWAL, withinMs);
}

/** What the page gets, with the key or with another one. */
export function ask(lab: TemplateLab, key = KEY, path = PATHS.tables) {
	return axios.get<unknown>(`${lab.n8n.url}/webhook/${path}-data`, {
		headers: { [HEADER]: key },
		proxy: false,
		validateStatus: () => true,
	});
}

/** The sums of a campaign's figures, by their names. */
export async function figuresOf(
	lab: TemplateLab,
	campaign: string,
	path = PATHS.tables,
): Promise<Record<string, number>> {
	const rows = Data.parse((await ask(lab, KEY, path)).data).filter(
		(row) => row.kind === 'sends' && row.campaign === campaign,
	);
	const sums: Record<string, number> = {};
	for (const { figures } of rows) {
		for (const [name, value] of Object.entries(Figures.parse(JSON.parse(figures ?? '{}')))) {
			if (typeof value === 'number') sums[name] = (sums[name] ?? 0) + value;
		}
	}
	return sums;
}
