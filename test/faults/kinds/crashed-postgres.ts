import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../fault.ts';

const GONE_MS = 3_000;

export const crashedPostgres: Fault = {
	name: `Crash of PostgreSQL, gone for ${GONE_MS / 1000} s`,
	strike: async ({ postgres }) => {
		await postgres.kill();
		await sleep(GONE_MS);
		await postgres.start();
	},
};
