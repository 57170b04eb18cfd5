/** A workflow that records each message once, and the three ledgers of what became of them: the provider's, PostgreSQL's and n8n's. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { StoredWorkflow, Workflow } from '../../sandbox/n8n/api.ts';
import { addWorkflow, readTemplate, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import type { Postgres } from '../../sandbox/queue/postgres.ts';
import { TEMPLATE, TRIGGER } from '../e2e/lab.ts';
import type { QueueLab } from './lab.ts';
import type { Traffic } from './provider.ts';

/** When the provider is answered. */
export type AnswerWhen = 'takenOver' | 'lastNode';

const RECORD = 'Record Once';

/**
 * Nothing has changed for so long: what n8n still calls new or running is gone. Workers that lost PostgreSQL go on after a minute, and of
 * those that died n8n tells after a minute and a half.
 */
const STILL_MS = 100_000;
const STAND_STILL_LIMIT_MS = 300_000;
const LOOK_EVERY_MS = 1_000;

/** `runs` counts how often the effect was tried, `effects` has it once by its key. */
const TABLES = `
drop schema if exists ledger cascade;
create schema ledger;
create table ledger.runs (event_key text not null, execution text not null);
create table ledger.effects (event_key text primary key, execution text not null)`;

const QUERY = `with given as (
  select distinct event->>'eventKey' as event_key from jsonb_array_elements($1::jsonb) as event
), tried as (
  insert into ledger.runs (event_key, execution) select event_key, $2 from given
)
insert into ledger.effects (event_key, execution) select event_key, $2 from given order by event_key
on conflict do nothing`;

export interface Outcome {
	/** Messages without an effect. */
	lost: number;
	/** Executions that tried an effect which another one had had: what would be done twice without the key. */
	triedAgain: number;
	/** Effects beyond one for a message; the key leaves none. */
	twice: number;
	/** n8n's executions by their status. */
	executions: Map<string, number>;
}

function recording(template: Workflow, answer: AnswerWhen, postgres: { id: string; name: string }): Workflow {
	const [trigger] = template.nodes.filter(({ name }) => name === TRIGGER);
	if (!trigger) throw new Error(`The template has no ${TRIGGER}`);
	const events = `JSON.stringify($('${TRIGGER}').all().map(({ json }) => ({ eventKey: json.eventKey })))`;
	return {
		...template,
		id: randomUUID(),
		name: `Faults, ${answer}`,
		nodes: [
			{
				...trigger,
				webhookId: randomUUID(),
				parameters: { ...trigger.parameters, options: answer === 'lastNode' ? { answer } : {} },
			},
			{
				id: randomUUID(),
				name: RECORD,
				type: 'n8n-nodes-base.postgres',
				typeVersion: 2.6,
				position: [300, 160],
				executeOnce: true,
				parameters: {
					operation: 'executeQuery',
					query: QUERY,
					options: { queryReplacement: `={{ [${events}, $execution.id] }}` },
				},
				credentials: { postgres },
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: RECORD, type: 'main', index: 0 }]] } },
	};
}

/** Publishes the workflow, with empty ledgers. */
export async function publishRecording(
	lab: QueueLab,
	answer: AnswerWhen,
): Promise<{ url: string; workflow: StoredWorkflow }> {
	await lab.queue.postgres.execute(TABLES);
	const template = await readTemplate(TEMPLATE, lab.credentialIds);
	const workflow = await addWorkflow(lab.api, recording(template, answer, lab.postgresCredential));
	return { workflow, url: lab.queue.links.toN8n.through(triggerUrl(lab.api, workflow)) };
}

/** Waits until nothing happens any more. For calls that were answered before their execution. */
export async function standStill(postgres: Postgres): Promise<void> {
	const limit = performance.now() + STAND_STILL_LIMIT_MS;
	let known = '';
	let since = performance.now();
	while (performance.now() < limit && performance.now() - since < STILL_MS) {
		const counts = await postgres.execute(
			"select count(*) from ledger.runs union all select count(*) from execution_entity where status in ('new', 'running')",
		);
		if (counts !== known) since = performance.now();
		known = counts;
		await sleep(LOOK_EVERY_MS);
	}
}

const Counts = z.array(z.object({ name: z.string(), count: z.number() }));

/** Compares what the provider sent with what PostgreSQL has, and says what n8n says of its executions. */
export async function compare(
	postgres: Postgres,
	{ id }: StoredWorkflow,
	traffic: Traffic,
): Promise<Outcome> {
	const effects = Counts.parse(
		await postgres.rows('select event_key as name, count(*)::integer from ledger.effects group by 1'),
	);
	const runs = Counts.parse(
		await postgres.rows('select event_key as name, count(*)::integer from ledger.runs group by 1'),
	);
	const executions = Counts.parse(
		await postgres.rows(
			`select status as name, count(*)::integer from execution_entity where "workflowId" = '${id}' group by 1`,
		),
	);
	const recorded = new Set(effects.map(({ name }) => name.split(':').at(-1)));
	const beyondOne = (counts: z.infer<typeof Counts>) => counts.reduce((sum, { count }) => sum + count - 1, 0);
	return {
		lost: traffic.ids.filter((each) => !recorded.has(each)).length,
		triedAgain: beyondOne(runs),
		twice: beyondOne(effects),
		executions: new Map(executions.map(({ name, count }) => [name, count])),
	};
}
