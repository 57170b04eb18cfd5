import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../fault.ts';

/** Redis writes its file of changes once a second. */
const WRITTEN_MS = 1_500;

async function strike({ redis }: Parameters<Fault['strike']>[0]): Promise<void> {
	await redis.kill();
	await sleep(WRITTEN_MS);
	await redis.start();
}

export const killedRedis: Fault = { name: 'kill -9 of Redis, appendonly yes', strike };

export const killedForgetfulRedis: Fault = {
	name: 'kill -9 of Redis, as installed',
	prepare: ({ redis }) => redis.restartWith({ appendOnly: false }),
	strike,
	undo: ({ redis }) => redis.restartWith({ appendOnly: true }),
};
