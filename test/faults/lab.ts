/** n8n in queue mode with the package in each process, the providers' stand-ins, and the network between them. */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi } from '../../sandbox/n8n/api.ts';
import { ensureN8n } from '../../sandbox/n8n/install.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import { type CredentialIds, OWNER, saveCredentials } from '../../sandbox/n8n/set-up.ts';
import { ensureServers, startQueueMode } from '../../sandbox/queue/queue-mode.ts';
import { type CredentialReference, savePostgresCredential } from '../../sandbox/queue/record.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { ROOT } from '../e2e/home.ts';
import { Disk } from './disk.ts';
import type { Scene } from './fault.ts';
import { Link } from './link.ts';

export interface QueueLab {
	queue: Scene;
	api: N8nApi;
	sandbox: Sandbox;
	credentialIds: CredentialIds;
	postgresCredential: CredentialReference;
	/** Logs of all processes. */
	folder: string;
	/** What the faults have noted since the last time that somebody asked. */
	takeNotes: () => string[];
	stop: () => Promise<void>;
}

async function openLink(open: AsyncDisposableStack, targetPort: () => number): Promise<Link> {
	const link = await Link.open(targetPort);
	open.defer(() => link.down());
	return link;
}

async function mountDisk(open: AsyncDisposableStack, folder: string): Promise<Disk | string> {
	const disk = await Disk.mount(folder);
	if (disk instanceof Disk) open.defer(() => disk.unmount());
	return disk;
}

/**
 * Starts all of it.
 *
 * @param logs the folder for the logs of all processes; they are kept
 * @param needsDisk whether n8n's data folders are to be on a disk of their own
 */
export async function startQueueLab(logs: string, needsDisk = false): Promise<QueueLab> {
	await mkdir(logs, { recursive: true });
	const serverFolder = await mkdtemp(join(tmpdir(), 'messaging-channels-faults-'));
	// PostgreSQL and Redis run as users of their own.
	await chmod(serverFolder, 0o755);
	const open = new AsyncDisposableStack();
	open.defer(() => rm(serverFolder, { recursive: true, force: true, maxRetries: 5 }));
	try {
		await ensureServers();
		const sandbox = await startSandbox({ world: WORLD, port: 0 });
		open.defer(() => sandbox.close());
		const port = await freePort();
		const toN8n = await openLink(open, () => port);
		const toProvider = await openLink(open, () => sandbox.port);
		const folder = join(serverFolder, 'n8n');
		const disk = needsDisk ? await mountDisk(open, folder) : 'nobody asked for one';
		const notes: string[] = [];
		const started = await startQueueMode({
			installation: await ensureN8n(),
			root: ROOT,
			folder,
			logFolder: logs,
			serverFolder,
			port,
			env: { WEBHOOK_URL: `${toN8n.url}/`, N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
		});
		open.defer(() => started.stop());
		const queue: Scene = {
			...started,
			links: { toN8n, toProvider },
			disk,
			note: (what) => notes.push(what),
		};
		const api = new N8nApi(queue.url);
		await api.signIn(OWNER);
		const whatsAppCloud = { baseUrl: toProvider.url };
		const credentialIds = await saveCredentials(api, { ...sandbox, whatsAppCloud });
		const postgresCredential = await savePostgresCredential(
			api,
			queue.postgres,
			join(serverFolder, 'credential'),
		);
		const running = open.move();
		const stop = () => running.disposeAsync();
		const takeNotes = () => notes.splice(0);
		return { queue, api, sandbox, credentialIds, postgresCredential, folder: logs, takeNotes, stop };
	} catch (error) {
		await open.disposeAsync();
		throw error;
	}
}
