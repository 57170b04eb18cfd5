/** The template Receive once in n8n's queue mode, and what each party has of the messages that it was given. */
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addWorkflow, readTemplate, triggerUrl } from '../../../sandbox/n8n/set-up.ts';
import { makeTables, withPostgres } from '../../../sandbox/queue/record.ts';
import { ROOT } from '../../e2e/home.ts';
import type { QueueLab } from './lab.ts';
import { jobsIn } from './setups.ts';
import type { Delivered } from './steady.ts';

const TEMPLATE = join(ROOT, 'templates/receive-once/workflow.json');
const LOOK_EVERY_MS = 1_000;
const REST_LIMIT_MS = 120_000;

/** Publishes it; its trigger registers itself at the stand-in, which reports statuses of the answers. Gives where messages go. */
export async function publishReceiveOnce(lab: QueueLab): Promise<string> {
	const { rules } = lab.sandbox.whatsAppCloud;
	// The stand-in has not seen the messages that the bench writes.
	rules.change({ strangersReachable: true, ignoresWindow: true });
	const template = await readTemplate(TEMPLATE, lab.credentialIds);
	await makeTables(lab.queue.postgres, template);
	const stored = await addWorkflow(lab.api, withPostgres(template, lab.postgresCredential));
	return triggerUrl(lab.api, stored);
}

const Count = z.array(z.object({ count: z.number() })).length(1);

async function countOf({ queue }: QueueLab, from: string): Promise<number> {
	const [row] = Count.parse(await queue.postgres.rows(`select count(*)::integer as count from ${from}`));
	return row?.count ?? NaN;
}

const unfinished = (lab: QueueLab) => countOf(lab, `execution_entity where status in ('new', 'running')`);

/** Waits until nothing is under way: no execution, no job, no status. Gives what is left where that does not come about. */
export async function restOf(
	lab: QueueLab,
): Promise<{ executions: number; jobs: number; statuses: boolean }> {
	const { ledger } = lab.sandbox.whatsAppCloud;
	const deadline = performance.now() + REST_LIMIT_MS;
	for (;;) {
		const { redis } = lab.queue;
		const jobs = (await jobsIn(redis, 'wait')) + (await jobsIn(redis, 'active'));
		const left = { executions: await unfinished(lab), jobs, statuses: ledger.isWaiting };
		const isAtRest = left.executions === 0 && jobs === 0 && !left.statuses;
		if (isAtRest || performance.now() > deadline) return left;
		await sleep(LOOK_EVERY_MS);
	}
}

/** Forgets all messages so far. */
export async function clearLedgers(lab: QueueLab): Promise<void> {
	lab.sandbox.whatsAppCloud.ledger.clear();
	await lab.queue.postgres.execute(
		'truncate messaging.inbox, messaging.conversation; delete from execution_entity',
	);
}

export interface Ledgers {
	/** Messages that the provider delivered. */
	provider: number;
	/** Keys in PostgreSQL, and how many of the provider's messages are not among them. */
	keys: number;
	missing: number;
	/** What the effect counted. */
	effects: number;
	/** Answers that the provider took for its phones. */
	answers: number;
	/** n8n's executions, and those that did not succeed. */
	executions: number;
	failed: number;
}

export async function compareLedgers(lab: QueueLab, { ids }: Delivered): Promise<Ledgers> {
	const rows = await lab.queue.postgres.rows('select event_key from messaging.inbox');
	const keys = z.array(z.object({ event_key: z.string() })).parse(rows);
	const known = new Set(keys.map(({ event_key: key }) => key.split(':').at(-1)));
	return {
		provider: ids.length,
		keys: keys.length,
		missing: ids.filter((id) => !known.has(id)).length,
		effects: await countOf(lab, 'messaging.conversation, generate_series(1, messages)'),
		answers: lab.sandbox.whatsAppCloud.ledger.counts.accepted,
		executions: await countOf(lab, 'execution_entity'),
		failed: await countOf(lab, `execution_entity where status <> 'success'`),
	};
}
