import type { Fault } from '../fault.ts';
import { crashedPostgres } from './crashed-postgres.ts';
import { killedMain } from './killed-main.ts';
import { killedForgetfulRedis, killedRedis } from './killed-redis.ts';
import { killedWebhookProcessor } from './killed-webhook-processor.ts';
import { killedWorker } from './killed-worker.ts';
import { none } from './none.ts';
import { restartedPostgres } from './restarted-postgres.ts';
import { rollingDeploy } from './rolling-deploy.ts';
import { stoppedWorker } from './stopped-worker.ts';

export const FAULTS: readonly Fault[] = [
	none,
	killedWorker,
	killedWebhookProcessor,
	killedMain,
	stoppedWorker,
	restartedPostgres,
	crashedPostgres,
	killedRedis,
	killedForgetfulRedis,
	rollingDeploy,
];
