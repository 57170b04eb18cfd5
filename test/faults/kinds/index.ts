import type { Fault } from '../fault.ts';
import { crashedPostgres } from './crashed-postgres.ts';
import { ENDED_PROCESSES } from './ended-process.ts';
import { killedForgetfulRedis, killedRedis } from './killed-redis.ts';
import { none } from './none.ts';
import { restartedPostgres } from './restarted-postgres.ts';
import { rollingDeploy } from './rolling-deploy.ts';

export const FAULTS: readonly Fault[] = [
	none,
	...ENDED_PROCESSES,
	restartedPostgres,
	crashedPostgres,
	killedRedis,
	killedForgetfulRedis,
	rollingDeploy,
];
