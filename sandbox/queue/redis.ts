/** A Redis server of one's own: Debian's program, an own data folder, a port on loopback. */
import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../n8n/ports.ts';
import { keptPassword } from './password.ts';
import { ensureProgram, type Program, serverUser } from './programs.ts';
import { Server, type ServerCommand } from './server.ts';

const HOST = '127.0.0.1';

export const REDIS: Program = { package: 'redis-server', file: 'redis-server' };

export interface RedisOptions {
	/** Where its files are from one start to the next; made where it is missing. See the folder of {@link startPostgres}. */
	folder: string;
	/** A free one where none is given. */
	port?: number;
	/** Writes each change to disk within a second (`appendonly yes`). Off by itself, as in Redis. */
	appendOnly?: boolean;
	logFile?: string;
	signal?: AbortSignal;
}

/** What a start may change. */
interface RedisSettings {
	/** Writes each change to disk within a second (`appendonly yes`). */
	appendOnly: boolean;
}

/** A running Redis, and what a client needs to log in. */
export class Redis extends Server {
	readonly host = HOST;
	readonly port: number;
	readonly password: string;
	readonly #configure: (settings: RedisSettings) => Promise<void>;

	constructor(
		command: ServerCommand,
		parts: { port: number; password: string; configure: (settings: RedisSettings) => Promise<void> },
	) {
		super(command);
		this.port = parts.port;
		this.password = parts.password;
		this.#configure = parts.configure;
	}

	/** Ends it in order and starts it again with other settings. */
	async restartWith(settings: RedisSettings): Promise<void> {
		await this.stop();
		await this.#configure(settings);
		await this.start();
	}
}

/** Starts Redis, after installing it where it is missing and this process may, and waits until it takes connections. */
export async function startRedis(options: RedisOptions): Promise<Redis> {
	const { folder, appendOnly = false, logFile, signal } = options;
	const programs = await ensureProgram(REDIS, signal);
	const user = await serverUser('redis');
	await mkdir(folder, { recursive: true });
	if (user) await chown(folder, user.uid, user.gid);
	const password = await keptPassword(join(folder, 'password'));
	const port = options.port ?? (await freePort());
	const file = join(folder, 'redis.conf');
	const configure = async (settings: RedisSettings) => {
		const lines = Object.entries({
			bind: HOST,
			port,
			requirepass: password,
			dir: folder,
			appendonly: settings.appendOnly ? 'yes' : 'no',
		}).map(([name, value]) => `${name} ${JSON.stringify(value)}\n`);
		await writeFile(file, lines.join(''), { mode: 0o600 });
		if (user) await chown(file, user.uid, user.gid);
	};
	await configure({ appendOnly });
	const command: ServerCommand = {
		name: 'Redis',
		file: join(programs, REDIS.file),
		args: [file],
		cwd: folder,
		user,
		ready: /Ready to accept connections/,
		signals: { stop: 'SIGTERM', crash: 'SIGKILL' },
		logFile,
	};
	const redis = new Redis(command, { port, password, configure });
	await redis.start();
	return redis;
}
