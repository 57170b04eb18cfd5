/** The shapes of n8n that are compared: one process as installed, and queue mode with PostgreSQL and Redis. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Postgres } from '../../../sandbox/queue/postgres.ts';
import type { QueueMode } from '../../../sandbox/queue/queue-mode.ts';
import type { Redis } from '../../../sandbox/queue/redis.ts';
import { RESULTS } from '../../e2e/home.ts';
import { graphSettings, publishTriggers, startGraph, startTriggers, type TriggerUrls } from '../triggers.ts';
import { startQueueLab } from './lab.ts';
import type { Processes } from './processes.ts';

const run = promisify(execFile);

/** What PostgreSQL counted since it was set up. */
const Written = z.object({ executions: z.number(), writes: z.number(), walKb: z.number() });
export type Written = z.infer<typeof Written>;

/** Each transaction that writes gets a number, and this query one as well. */
const WRITTEN = `select (select count(*)::integer from execution_entity) as executions,
  pg_current_xact_id()::text::bigint as writes, ((pg_current_wal_lsn() - '0/0') / 1024)::float8 as "walKb"`;

export interface Setup extends AsyncDisposable {
	triggers: TriggerUrls;
	/** Of n8n's processes that take webhooks; a load may go to the first ones of them alone. */
	ports: readonly number[];
	processes: Processes;
	/** Undefined without PostgreSQL. */
	written?: () => Promise<Written>;
	/** Executions that wait for a worker. */
	waiting: () => Promise<number>;
}

export async function writtenTo(postgres: Postgres): Promise<Written> {
	return Written.parse((await postgres.rows(WRITTEN))[0]);
}

/** How many jobs of n8n are in a list of Bull's. */
export async function jobsIn({ port, password }: Redis, list: 'wait' | 'active'): Promise<number> {
	const { stdout } = await run('redis-cli', ['-p', String(port), 'LLEN', `bull:jobs:${list}`], {
		env: { ...process.env, REDISCLI_AUTH: password },
	});
	return Number(stdout);
}

export function processesOf({ main, webhooks, workers, postgres, redis }: QueueMode): Processes {
	const named = [
		...[main, ...webhooks, ...workers].map(({ name, instance }) => [name, instance.pid] as const),
		['postgres', postgres.pid] as const,
		['redis', redis.pid] as const,
	];
	return new Map(
		named.map(([name, pid]) => {
			if (pid === undefined) throw new Error(`${name} does not run`);
			return [name, pid];
		}),
	);
}

export async function startOneProcess(env: Record<string, string>): Promise<Setup> {
	await mkdir(RESULTS, { recursive: true });
	const triggers = await startTriggers(join(RESULTS, 'n8n-bench-scale.log'), env);
	return {
		triggers,
		ports: [Number(new URL(triggers.own).port)],
		processes: new Map([['main', triggers.pid]]),
		waiting: () => Promise.resolve(0),
		[Symbol.asyncDispose]: () => triggers[Symbol.asyncDispose](),
	};
}

/** Two webhook processors and two workers. */
export async function startQueue(env: Record<string, string>): Promise<Setup> {
	await using open = new AsyncDisposableStack();
	const logs = join(RESULTS, 'bench-scale');
	await mkdir(logs, { recursive: true });
	const graph = open.use(await startGraph());
	const lab = open.use(await startQueueLab(logs, { ...graphSettings(graph, join(logs, 'pid')), ...env }));
	const triggers = await publishTriggers(lab.api, graph);
	const { queue } = lab;
	const parts = open.move();
	return {
		triggers,
		ports: queue.webhooks.map(({ port }) => port),
		processes: processesOf(queue),
		written: () => writtenTo(queue.postgres),
		waiting: () => jobsIn(queue.redis, 'wait'),
		[Symbol.asyncDispose]: () => parts.disposeAsync(),
	};
}
