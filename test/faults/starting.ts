/** Executions of the outbox in workers of their own, started from outside as its schedule starts one. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { z } from 'zod';
import type { StoredWorkflow, Workflow } from '../../sandbox/n8n/api.ts';
import type { QueueLab } from './lab.ts';

const START = 'Started From Outside';
const SEEN_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 50;
const TRIES = 12;

/** The outbox with an entry that any worker may take: what a person starts runs in n8n's main process. */
export function withEntry(workflow: Workflow): Workflow {
	const id = randomUUID();
	const entry: Workflow['nodes'][number] = {
		id,
		name: START,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 900],
		webhookId: id,
		parameters: { httpMethod: 'POST', path: id },
	};
	return {
		...workflow,
		nodes: [...workflow.nodes, entry],
		connections: {
			...z.record(z.unknown()).parse(workflow.connections),
			[START]: { main: [[{ node: 'List', type: 'main', index: 0 }]] },
		},
	};
}

/** Executions that send at the same time, each in a worker of its own. */
export async function startInWorkers(
	lab: QueueLab,
	workflow: StoredWorkflow,
	count: number,
): Promise<string[]> {
	const { webhookId = '' } = workflow.nodes.find(({ name }) => name === START) ?? {};
	const started: { id: string; worker: string }[] = [];
	const known = new Set((await lab.api.executions(workflow.id)).map(({ id }) => id));
	const workerOf = (id: string) =>
		lab.queue.workers.find(({ instance }) =>
			instance.log.some((line) => line.includes(`started execution ${id} `)),
		);
	for (let tries = 0; started.length < count; tries += 1) {
		if (tries === TRIES) throw new Error('No two workers took one execution each');
		await axios.post(`${lab.queue.url}/webhook/${webhookId}`, {}, { proxy: false });
		const deadline = performance.now() + SEEN_WITHIN_MS;
		let found: { id: string; worker: string } | undefined;
		while (found === undefined && performance.now() < deadline) {
			const [newest] = (await lab.api.executions(workflow.id)).filter(({ id }) => !known.has(id));
			const worker = newest && workerOf(newest.id);
			if (worker) found = { id: newest.id, worker: worker.name };
			else await sleep(LOOK_EVERY_MS);
		}
		if (found === undefined) throw new Error('No worker took the execution');
		known.add(found.id);
		if (started.some(({ worker }) => worker === found.worker)) await stopAtOnce(lab, found.id);
		else started.push(found);
	}
	return started.map(({ id }) => id);
}

/** Ends an execution that had no share yet. */
async function stopAtOnce({ api, queue }: QueueLab, id: string): Promise<void> {
	await api.stop(id);
	await queue.postgres.execute(`delete from messaging.rate_lease where execution = '${id}'`);
}
