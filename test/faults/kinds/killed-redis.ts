import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Scene } from '../fault.ts';

/** Redis writes its file of changes once a second. */
const WRITTEN_MS = 1_500;
/** Workers stand still for so long that calls pile up, and for less than n8n takes to call their jobs stalled. */
const PILING_UP_MS = 6_000;

async function kill({ redis }: Scene): Promise<void> {
	await redis.kill();
	await sleep(WRITTEN_MS);
	await redis.start();
}

async function killWithBacklog(scene: Scene): Promise<void> {
	for (const worker of scene.workers) worker.pause();
	await sleep(PILING_UP_MS);
	const [row] = await scene.postgres.rows("select count(*) from execution_entity where status = 'new'");
	scene.note(`${String(row?.count)} executions waited for a worker when Redis was killed`);
	await kill(scene);
	for (const worker of scene.workers) worker.resume();
}

/** Redis as it is installed keeps what it has for minutes before it writes it to disk. */
function forgetful(name: string, strike: Fault['strike']): Fault {
	return {
		name,
		prepare: ({ redis }) => redis.restartWith({ appendOnly: false }),
		strike,
		undo: ({ redis }) => redis.restartWith({ appendOnly: true }),
	};
}

export const KILLED_REDIS: readonly Fault[] = [
	{ name: 'kill -9 of Redis, appendonly yes', strike: kill },
	forgetful('kill -9 of Redis, as installed', kill),
	{ name: 'kill -9 of Redis with a backlog, appendonly yes', strike: killWithBacklog },
	forgetful('kill -9 of Redis with a backlog, as installed', killWithBacklog),
];
