/** One running process of n8n: a child with its own user folder, ports and process group. */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { N8nInstallation } from './install.ts';
import { UserError } from './npm.mjs';
import { collectOutput } from './output.ts';
import { freePort } from './ports.ts';
import { signalGroup } from './processes.ts';

const START_LIMIT_MS = 180_000;
/** n8n ends within a second or two when idle, and waits for running executions otherwise. */
const STOP_LIMIT_MS = 10_000;
const LOG_LINES_KEPT = 5_000;

/** What n8n reads from the environment: a setting in the user's shell must not lead the sandbox to their real data. */
const FOREIGN_SETTINGS =
	/^(?:N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_|GENERIC_|CREDENTIALS_|NODES_|NODE_OPTIONS$|NODE_ENV$|npm_)/;

const SETTINGS = {
	NODE_ENV: 'production',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_LOG_LEVEL: 'info',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: String(STOP_LIMIT_MS / 1000),
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	// It would call n8n's server at every start.
	N8N_DISABLED_MODULES: 'mcp-registry',
};

const READINESS = '/healthz/readiness';

/** What a process of n8n is for. `main` is all of n8n, unless its settings say that others share the work. */
export type N8nRole = 'main' | 'webhook' | 'worker';

interface RoleFacts {
	command: string;
	/** What answers 200 once the process works. */
	ready: readonly string[];
	/** Beyond what all have. */
	settings(port: number): Record<string, string>;
}

const ROLES: Record<N8nRole, RoleFacts> = {
	// The readiness check of the editor's process passes a moment before its API answers.
	main: { command: 'start', ready: [READINESS, '/rest/settings'], settings: () => ({}) },
	webhook: { command: 'webhook', ready: [READINESS], settings: () => ({}) },
	worker: {
		command: 'worker',
		ready: [READINESS],
		settings: (port) => ({
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		}),
	},
};

export interface N8nOptions {
	installation: N8nInstallation;
	/** `main` by itself. */
	role?: N8nRole;
	/** n8n keeps its database, its key and the community packages in `<userFolder>/.n8n`. */
	userFolder: string;
	port: number;
	/** Appended to; without it the log is kept in memory alone. */
	logFile?: string;
	env?: Record<string, string>;
	signal?: AbortSignal;
}

export interface N8nInstance {
	/** Without a slash at the end. */
	url: string;
	pid: number | undefined;
	/** The last lines of n8n's output. */
	log: readonly string[];
	/** Milliseconds from the start of the process until it worked. */
	startedInMs: number;
	/** Settles when the process has ended, for whatever reason. */
	ended: Promise<void>;
	/** Ends n8n and its children, politely at first. */
	stop(): Promise<void>;
	/** Ends n8n and its children at once. */
	kill(): void;
}

function environment(options: N8nOptions, brokerPort: number): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_SETTINGS.test(name));
	return {
		...Object.fromEntries(inherited),
		...SETTINGS,
		// Spares n8n the compiling of its thousands of files at each start but the first.
		NODE_COMPILE_CACHE: join(options.installation.folder, 'compile-cache'),
		N8N_USER_FOLDER: options.userFolder,
		N8N_PORT: String(options.port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		WEBHOOK_URL: `http://127.0.0.1:${options.port}/`,
		...ROLES[options.role ?? 'main'].settings(options.port),
		...options.env,
	};
}

/** `/healthz` answers seconds before n8n works. */
async function isReady(url: string, paths: readonly string[]): Promise<boolean> {
	for (const path of paths) {
		const status = await axios
			.get(url + path, { timeout: 5_000, validateStatus: () => true, proxy: false })
			.then((response) => response.status)
			.catch((error: unknown) => {
				if (axios.isAxiosError(error)) return undefined;
				throw error;
			});
		if (status !== 200) return false;
	}
	return true;
}

/** Starts n8n and waits until it works. Throws with the end of its log when it does not. */
export async function startN8n(options: N8nOptions): Promise<N8nInstance> {
	const { command, ready } = ROLES[options.role ?? 'main'];
	await mkdir(options.userFolder, { recursive: true });
	const started = performance.now();
	const child = spawn(
		options.installation.node ?? process.execPath,
		['--require', join(import.meta.dirname, 'leash.cjs'), options.installation.command, command],
		{
			// n8n reads a `.env` file of the working directory.
			cwd: options.userFolder,
			env: environment(options, await freePort()),
			stdio: ['pipe', 'pipe', 'pipe'],
			detached: true,
		},
	);
	const log: string[] = [];
	collectOutput(child, log, { kept: LOG_LINES_KEPT, logFile: options.logFile });
	let failure = '';
	const state = { running: true };
	const ended = new Promise<void>((resolve) => {
		child.once('error', (error) => {
			failure = error.message;
			resolve();
		});
		child.once('exit', (code, signal) => {
			failure = signal ? `ended by ${signal}` : `exit code ${code}`;
			resolve();
		});
	}).then(() => {
		state.running = false;
		// The task runner outlives an n8n that crashed.
		signalGroup(child.pid, 'SIGKILL');
	});

	const kill = () => {
		signalGroup(child.pid, 'SIGKILL');
	};
	const stop = async () => {
		if (!state.running) return;
		signalGroup(child.pid, 'SIGTERM');
		const timer = setTimeout(kill, STOP_LIMIT_MS + 2_000);
		await ended;
		clearTimeout(timer);
	};
	const url = `http://127.0.0.1:${options.port}`;
	const end = () => log.slice(-25).join('\n');
	try {
		while (state.running && !(await isReady(url, ready))) {
			if (performance.now() - started > START_LIMIT_MS) {
				throw new UserError(
					`n8n did not get ready within ${START_LIMIT_MS / 1000} s. The end of its log:\n${end()}`,
				);
			}
			await sleep(100, undefined, { signal: options.signal });
		}
		if (!state.running)
			throw new UserError(`n8n stopped while starting (${failure}). The end of its log:\n${end()}`);
	} catch (error) {
		kill();
		await ended;
		throw error;
	}
	return { url, pid: child.pid, log, startedInMs: performance.now() - started, ended, stop, kill };
}
