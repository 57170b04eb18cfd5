/** n8n in queue mode with two webhook processors and two workers, and the providers' stand-ins. */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi } from '../../../sandbox/n8n/api.ts';
import { ensureN8n } from '../../../sandbox/n8n/install.ts';
import { freePort } from '../../../sandbox/n8n/ports.ts';
import { type CredentialIds, OWNER, saveCredentials } from '../../../sandbox/n8n/set-up.ts';
import { ensureServers, type QueueMode, startQueueMode } from '../../../sandbox/queue/queue-mode.ts';
import { type CredentialReference, savePostgresCredential } from '../../../sandbox/queue/record.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { WORLD } from '../../../sandbox/settings.ts';
import { ROOT } from '../../e2e/home.ts';

export interface QueueLab extends AsyncDisposable {
	queue: QueueMode;
	api: N8nApi;
	sandbox: Sandbox;
	credentialIds: CredentialIds;
	postgresCredential: CredentialReference;
}

/**
 * Starts all of it.
 *
 * @param logs the folder for the logs of all processes; they are kept
 * @param env settings of n8n's processes
 */
export async function startQueueLab(logs: string, env: Record<string, string>): Promise<QueueLab> {
	await mkdir(logs, { recursive: true });
	await using open = new AsyncDisposableStack();
	const serverFolder = await mkdtemp(join(tmpdir(), 'messaging-channels-scale-'));
	open.defer(() => rm(serverFolder, { recursive: true, force: true, maxRetries: 5 }));
	// PostgreSQL and Redis run as users of their own.
	await chmod(serverFolder, 0o755);
	await ensureServers();
	const sandbox = await startSandbox({ world: WORLD, port: 0 });
	open.defer(() => sandbox.close());
	const queue = await startQueueMode({
		installation: await ensureN8n(),
		root: ROOT,
		folder: join(serverFolder, 'n8n'),
		logFolder: logs,
		serverFolder,
		port: await freePort(),
		env,
	});
	open.defer(() => queue.stop());
	const api = new N8nApi(queue.url);
	await api.signIn(OWNER);
	const credentialIds = await saveCredentials(api, sandbox);
	const file = join(serverFolder, 'credential');
	const postgresCredential = await savePostgresCredential(api, queue.postgres, file);
	const parts = open.move();
	return {
		queue,
		api,
		sandbox,
		credentialIds,
		postgresCredential,
		[Symbol.asyncDispose]: () => parts.disposeAsync(),
	};
}
