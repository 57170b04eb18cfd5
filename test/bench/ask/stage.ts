/** The template ask-and-wait in a real n8n, as one process or in queue mode: what the run needs of either. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { N8nApi, StoredWorkflow, Workflow } from '../../../sandbox/n8n/api.ts';
import type { N8nInstance } from '../../../sandbox/n8n/instance.ts';
import { addWorkflow, type CredentialIds, withCredentials } from '../../../sandbox/n8n/set-up.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { askTemplate, called, KEPT_HERE } from '../../e2e/ask-template.ts';
import { RESULTS } from '../../e2e/home.ts';
import { restart, startSurroundings } from '../../e2e/lab.ts';
import { startQueueLab } from '../scale/lab.ts';
import { INSPECTABLE, memoryAfterCollection, type Memory } from './memory.ts';
import { NUMBER } from './phones.ts';

/** Where a call in the place of the template's form has somebody asked. */
export const ASK_PATH = 'ask';

const ENDED = 'Ended';

export interface Stage extends AsyncDisposable {
	readonly url: string;
	readonly api: N8nApi;
	readonly sandbox: Sandbox;
	readonly workflow: StoredWorkflow;
	/** Ids of the workflow's executions, with their states. */
	executions(): Promise<Map<string, string>>;
	/** By process, after a collection of garbage. */
	memory(): Promise<Map<string, Memory>>;
	/** Kills all of n8n and starts it again. */
	restart(): Promise<void>;
}

const Connections = z
	.object({ Ask: z.object({ main: z.array(z.array(z.unknown())) }) })
	.catchall(z.unknown());

/** Tells an outside system of each end, at whatever output: an execution that went on twice tells twice. */
function telling(workflow: Workflow, url: string): Workflow {
	const { Ask, ...others } = Connections.parse(workflow.connections);
	const main = Ask.main.map((output) => [...output, { node: ENDED, type: 'main', index: 0 }]);
	const parameters = {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody:
			"={{ JSON.stringify({ execution: $execution.id, output: $json.data?.outcome ?? 'noAnswer' }) }}",
	};
	const node = {
		id: randomUUID(),
		name: ENDED,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [0, 0],
		parameters,
	};
	return {
		...workflow,
		nodes: [...workflow.nodes, node],
		connections: { ...others, Ask: { main } },
	};
}

/** `to` and `until` come with the call. */
const ASKING = {
	Ask: {
		sender: { __rl: true, mode: 'id', value: NUMBER },
		message: 'Shall we deliver on Saturday?',
		responseType: 'approval',
		permission: { consentState: 'optedIn' },
		options: {
			limitWaitTime: { values: { limitType: 'atSpecifiedTime', maxDateAndTime: called('until') } },
			keepQuestionWith: KEPT_HERE,
		},
	},
};

async function publish(api: N8nApi, credentialIds: CredentialIds, endedUrl: string): Promise<StoredWorkflow> {
	const template = telling(await askTemplate(ASK_PATH, ASKING), endedUrl);
	return await addWorkflow(api, withCredentials(template, credentialIds));
}

/** Nobody has written before, and everybody may be reached. */
function open({ whatsAppCloud }: Sandbox): void {
	whatsAppCloud.rules.change({ strangersReachable: true, ignoresWindow: true, messagesPerSecond: 1000 });
}

const Rows = z.array(z.object({ id: z.coerce.string(), status: z.string() }));

const statesOf = (rows: unknown) => new Map(Rows.parse(rows).map(({ id, status }) => [id, status]));

const memoryOfAll = async (instances: Record<string, N8nInstance>) =>
	new Map(
		await Promise.all(
			Object.entries(instances).map(
				async ([name, instance]) => [name, await memoryAfterCollection(instance)] as const,
			),
		),
	);

/**
 * One process with SQLite.
 *
 * @param endedUrl is told of each end of an execution: its id, and at which output
 */
export async function oneProcess(endedUrl: string): Promise<Stage> {
	const lab = await startSurroundings('bench-ask', INSPECTABLE);
	open(lab.sandbox);
	const workflow = await publish(lab.api, lab.credentialIds, endedUrl);
	const database = new DatabaseSync(join(lab.userFolder, '.n8n/database.sqlite'), { readOnly: true });
	const query = database.prepare('SELECT id, status FROM execution_entity WHERE workflowId = ?');
	let instance = lab.n8n;
	return {
		url: lab.n8n.url,
		api: lab.api,
		sandbox: lab.sandbox,
		workflow,
		executions: () => Promise.resolve(statesOf(query.all(workflow.id))),
		memory: () => memoryOfAll({ n8n: instance }),
		restart: async () => {
			({ again: instance } = await restart({ ...lab, n8n: instance }, 'kill', INSPECTABLE));
		},
		[Symbol.asyncDispose]: async () => {
			database.close();
			await instance.stop();
		},
	};
}

/** Two webhook processors and two workers beside n8n's main process, with PostgreSQL and Redis. */
export async function queueMode(endedUrl: string): Promise<Stage> {
	const lab = await startQueueLab(join(RESULTS, 'bench-ask'), INSPECTABLE);
	open(lab.sandbox);
	const { queue, api } = lab;
	const workflow = await publish(api, lab.credentialIds, endedUrl);
	const processes = [queue.main, ...queue.webhooks, ...queue.workers];
	const query = `SELECT id, status FROM execution_entity WHERE "workflowId" = '${workflow.id}'`;
	return {
		url: queue.url,
		api,
		sandbox: lab.sandbox,
		workflow,
		executions: async () => statesOf(await queue.postgres.rows(query)),
		memory: () => memoryOfAll(Object.fromEntries(processes.map(({ name, instance }) => [name, instance]))),
		restart: async () => {
			queue.kill();
			await Promise.all(processes.map(({ instance }) => instance.ended));
			await queue.main.start();
			await Promise.all(processes.slice(1).map((process) => process.start()));
		},
		[Symbol.asyncDispose]: () => lab[Symbol.asyncDispose](),
	};
}
