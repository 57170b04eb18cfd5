import type { Fault } from '../fault.ts';
import { awayProvider } from './away-provider.ts';
import { crashedPostgres } from './crashed-postgres.ts';
import { ENDED_PROCESSES } from './ended-process.ts';
import { fullDisk } from './full-disk.ts';
import { KILLED_REDIS } from './killed-redis.ts';
import { none } from './none.ts';
import { restartedPostgres } from './restarted-postgres.ts';
import { rollingDeploy } from './rolling-deploy.ts';
import { SHIFTED_CLOCKS } from './shifted-clock.ts';
import { slowNetwork } from './slow-network.ts';

export const FAULTS: readonly Fault[] = [
	none,
	...ENDED_PROCESSES,
	restartedPostgres,
	crashedPostgres,
	rollingDeploy,
	awayProvider,
	slowNetwork,
	fullDisk,
	...SHIFTED_CLOCKS,
	...KILLED_REDIS,
];
