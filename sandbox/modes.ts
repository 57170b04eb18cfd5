/** What `npm start` can start: n8n as one process, as it is installed, or as several in queue mode. */
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { N8nApi, Workflow } from './n8n/api.ts';
import type { N8nInstallation } from './n8n/install.ts';
import { startN8n } from './n8n/instance.ts';
import { withProgress } from './n8n/npm.mjs';
import { putPackage } from './n8n/packed.ts';
import { recordedConsents } from './n8n/record.ts';
import { isRoot } from './queue/programs.ts';
import { ensureServers, type QueueMode, startQueueMode } from './queue/queue-mode.ts';
import { consentsIn, makeTables, savePostgresCredential, withPostgres } from './queue/record.ts';
import type { RecordedConsent } from './shared/consents.ts';

/** Where servers keep their files that run as users of their own: a checkout may lie where only root gets to. */
const SERVERS_OF_ROOT = '/var/lib/n8n-nodes-messaging-channels';

/** An n8n that runs, whatever it consists of. */
export interface RunningN8n {
	/** Of the editor and of webhooks, without a slash at the end. */
	readonly url: string;
	/** The last lines of the output of its main process. */
	readonly log: readonly string[];
	/** Settles when its main process has ended, for whatever reason. */
	readonly ended: Promise<void>;
	/** What else it consists of, for the terminal. */
	readonly parts: string;
	/** Gives the starter workflow what it needs beside the providers' credentials. */
	complete(api: N8nApi, workflow: Workflow): Promise<Workflow>;
	/** What the starter workflow recorded of people's consent. */
	consents(api: N8nApi): Promise<RecordedConsent[]>;
	/** Ends all of it, politely at first. */
	stop(): Promise<void>;
	/** Ends n8n's processes at once. */
	kill(): void;
}

export interface StartOptions {
	installation: N8nInstallation;
	port: number;
	signal: AbortSignal;
}

export interface Mode {
	/** Below the checkout: n8n's data, and what the sandbox keeps from one start to the next. */
	folder: string;
	/** The log of n8n's main process, below `folder`. */
	log: string;
	/** File of the starter workflow. */
	template: string;
	/** What starts it. */
	command: string;
	/** Makes the next start a first one. */
	forget(): Promise<void>;
	start(options: StartOptions): Promise<RunningN8n>;
}

function forget(...folders: string[]): () => Promise<void> {
	return async () => {
		for (const folder of folders) await rm(folder, { recursive: true, force: true });
	};
}

const shown = <T>(label: string, step: () => Promise<T>) => withProgress(label, () => '', step);

export function oneProcess(root: string): Mode {
	const folder = join(root, '.sandbox');
	return {
		folder,
		log: 'n8n.log',
		template: join(root, 'templates/keyword-replies/workflow.json'),
		command: 'npm start --',
		forget: forget(folder),
		start: async (options) => {
			await putPackage(root, folder);
			const logFile = join(folder, 'n8n.log');
			const n8n = await shown('Starting n8n', () => startN8n({ ...options, userFolder: folder, logFile }));
			const complete = (_api: N8nApi, workflow: Workflow) => Promise.resolve(workflow);
			return { ...n8n, parts: '', complete, consents: recordedConsents };
		},
	};
}

/** Each process, so that a person can end one and see what becomes of it. */
function partsOf({ postgres, redis, main, webhooks, workers }: QueueMode): string {
	const servers = [
		['PostgreSQL', postgres.pid, `port ${postgres.port}`],
		['Redis', redis.pid, `port ${redis.port}`],
	] as const;
	const processes = [main, ...webhooks, ...workers].map(
		({ name, port, instance }) => [name, instance.pid, `port ${port}`] as const,
	);
	const lines = [...servers, ...processes].map(
		([name, pid, where]) => `     ${name.padEnd(12)}process ${String(pid).padEnd(9)}${where}\n`,
	);
	return `n8n runs in queue mode, behind a balancer that looks at readiness:\n${lines.join('')}\n`;
}

export function queueMode(root: string): Mode {
	const folder = join(root, '.sandbox-queue');
	const checkout = createHash('sha256').update(root).digest('hex').slice(0, 16);
	const serverFolder = isRoot() ? join(SERVERS_OF_ROOT, checkout) : folder;
	return {
		folder,
		log: 'main.log',
		template: join(root, 'templates/consent-at-scale/workflow.json'),
		command: 'npm start -- --queue',
		forget: forget(folder, serverFolder),
		start: async (options) => {
			await mkdir(serverFolder, { recursive: true });
			await ensureServers(options.signal);
			const queue = await shown('Starting n8n in queue mode', () =>
				startQueueMode({ ...options, root, folder, serverFolder }),
			);
			const { postgres } = queue;
			return {
				...queue,
				parts: partsOf(queue),
				complete: async (api, workflow) => {
					await makeTables(postgres, workflow);
					const file = join(folder, 'postgres-credential');
					return withPostgres(workflow, await savePostgresCredential(api, postgres, file));
				},
				consents: () => consentsIn(postgres),
			};
		},
	};
}
