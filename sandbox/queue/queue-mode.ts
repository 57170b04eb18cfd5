/** n8n as several processes: PostgreSQL, Redis, n8n's main process, webhook processors and workers, and a balancer in front. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { N8nInstallation } from '../n8n/install.ts';
import { type N8nInstance, type N8nRole, startN8n } from '../n8n/instance.ts';
import { putPackage } from '../n8n/packed.ts';
import { freePort } from '../n8n/ports.ts';
import { signalGroup } from '../n8n/processes.ts';
import { Balancer } from './balancer.ts';
import { keptPassword } from './password.ts';
import { type Postgres, POSTGRESQL, startPostgres } from './postgres.ts';
import { ensureProgram } from './programs.ts';
import { REDIS, type Redis, startRedis } from './redis.ts';

/** All of them share one database, one queue and one key for credentials. */
const SETTINGS = {
	EXECUTIONS_MODE: 'queue',
	DB_TYPE: 'postgresdb',
	// The processes share this machine's cores; the default asks each connection for an answer sooner than a busy machine gives it.
	DB_POSTGRESDB_CONNECTION_TIMEOUT: '60000',
	N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	// Redis forgets a job that is over at once by itself, and then nobody learns of the end of one that was over very soon.
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
};

export interface QueueModeOptions {
	installation: N8nInstallation;
	/** The checkout whose package each process gets. */
	root: string;
	/** n8n's user folders, one for each process. */
	folder: string;
	/** Of all processes; in `folder` by itself. */
	logFolder?: string;
	/** PostgreSQL's and Redis' files. Under root the servers' own users have to get there. */
	serverFolder: string;
	/** Of the balancer, and so of the editor and all webhooks. */
	port: number;
	/** `appendonly` of Redis; on by itself. */
	appendOnly?: boolean;
	webhookProcessors?: number;
	workers?: number;
	/** Settings of all processes of n8n. */
	env?: Record<string, string>;
	signal?: AbortSignal;
}

/** One process of n8n, through as many lives as it is given. */
export class N8nProcess {
	/** Such as `worker-1`. */
	readonly name: string;
	readonly port: number;
	readonly #start: (env: Record<string, string>) => Promise<N8nInstance>;
	#instance: N8nInstance | undefined;
	#isRunning = false;

	constructor(name: string, port: number, start: (env: Record<string, string>) => Promise<N8nInstance>) {
		this.name = name;
		this.port = port;
		this.#start = start;
	}

	get instance(): N8nInstance {
		if (!this.#instance) throw new Error(`${this.name} was not started`);
		return this.#instance;
	}

	/** False where it has ended, for whatever reason. */
	get isRunning(): boolean {
		return this.#isRunning;
	}

	/** Waits until it works. `env` are settings of this life alone. */
	async start(env: Record<string, string> = {}): Promise<void> {
		const instance = await this.#start(env);
		this.#instance = instance;
		this.#isRunning = true;
		void instance.ended.then(() => {
			if (this.#instance === instance) this.#isRunning = false;
		});
	}

	/** It stands still, as a machine without time for it. */
	pause(): void {
		signalGroup(this.instance.pid, 'SIGSTOP');
	}

	resume(): void {
		signalGroup(this.instance.pid, 'SIGCONT');
	}

	/** Ends it politely: n8n waits some seconds for what it is executing. */
	async stop(): Promise<void> {
		await this.#instance?.stop();
	}

	/** Ends it and its task runner at once. */
	async kill(): Promise<void> {
		this.#instance?.kill();
		await this.#instance?.ended;
	}
}

export interface QueueMode {
	/** Of editor and webhooks, without a slash at the end. */
	readonly url: string;
	readonly postgres: Postgres;
	readonly redis: Redis;
	readonly main: N8nProcess;
	readonly webhooks: readonly N8nProcess[];
	readonly workers: readonly N8nProcess[];
	/** The last lines of main's output. */
	readonly log: readonly string[];
	/** Settles when n8n's main process has ended, for whatever reason. */
	readonly ended: Promise<void>;
	/** Ends all of it, politely at first. */
	stop(): Promise<void>;
	/** Ends all processes of n8n at once. The servers end with this process. */
	kill(): void;
}

/** Installs PostgreSQL and Redis where they are missing and this process may; throws a UserError that says what to do where it may not. */
export async function ensureServers(signal?: AbortSignal): Promise<void> {
	await ensureProgram(POSTGRESQL, signal);
	await ensureProgram(REDIS, signal);
}

async function settingsOf(
	{ folder, port, env }: QueueModeOptions,
	postgres: Postgres,
	redis: Redis,
): Promise<Record<string, string>> {
	return {
		...SETTINGS,
		N8N_ENCRYPTION_KEY: await keptPassword(join(folder, 'encryption-key')),
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: postgres.database,
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		...env,
	};
}

/** Starts everything and waits until each process works; ends what runs where one does not. */
export async function startQueueMode(options: QueueModeOptions): Promise<QueueMode> {
	const { installation, root, folder, logFolder = folder, serverFolder, appendOnly = true, signal } = options;
	await mkdir(folder, { recursive: true });
	// Last opened, first closed.
	const open = new AsyncDisposableStack();
	try {
		const inFolder = (name: string) => ({
			folder: join(serverFolder, name),
			logFile: join(logFolder, `${name}.log`),
			...(signal && { signal }),
		});
		const postgres = await startPostgres(inFolder('postgres'));
		open.defer(() => postgres.stop());
		const redis = await startRedis({ ...inFolder('redis'), appendOnly });
		open.defer(() => redis.stop());
		const env = await settingsOf(options, postgres, redis);

		const processOf = async (role: N8nRole, name: string) => {
			const port = await freePort();
			const userFolder = join(folder, name);
			const logFile = join(logFolder, `${name}.log`);
			const start = (ofThisLife: Record<string, string>) =>
				startN8n({
					installation,
					role,
					userFolder,
					port,
					logFile,
					env: { ...env, ...ofThisLife },
					...(signal && { signal }),
				});
			return new N8nProcess(name, port, start);
		};
		const several = async (role: N8nRole, count: number) => {
			const processes: N8nProcess[] = [];
			for (let each = 1; each <= count; each += 1) processes.push(await processOf(role, `${role}-${each}`));
			return processes;
		};
		const main = await processOf('main', 'main');
		const webhooks = await several('webhook', options.webhookProcessors ?? 2);
		const workers = await several('worker', options.workers ?? 2);
		const others = [...webhooks, ...workers];
		await putPackage(root, ...[main, ...others].map(({ name }) => join(folder, name)));
		open.defer(async () => {
			await Promise.all([main, ...others].map((process) => process.stop()));
		});
		// It makes the tables that the others read.
		await main.start();
		await Promise.all(others.map((process) => process.start()));

		const balancer = await Balancer.start({
			port: options.port,
			main: main.port,
			webhooks: webhooks.map(({ port }) => port),
		});
		open.defer(() => balancer.close());
		const running = open.move();
		let stopped: Promise<void> | undefined;
		return {
			url: balancer.url,
			postgres,
			redis,
			main,
			webhooks,
			workers,
			log: main.instance.log,
			ended: main.instance.ended,
			stop: () => (stopped ??= running.disposeAsync()),
			kill: () => {
				for (const { instance } of [main, ...others]) instance.kill();
			},
		};
	} catch (error) {
		await open.disposeAsync();
		throw error;
	}
}
