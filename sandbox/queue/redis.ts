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

/** A running Redis, and what a client needs to log in. */
export class Redis extends Server {
	readonly host = HOST;
	readonly port: number;
	readonly password: string;

	constructor(command: ServerCommand, port: number, password: string) {
		super(command);
		this.port = port;
		this.password = password;
	}
}

/** Starts Redis, after installing it where it is missing and this process may, and waits until it takes connections. */
export async function startRedis(options: RedisOptions): Promise<Redis> {
	const { folder, appendOnly = false, logFile, signal } = options;
	const programs = await ensureProgram(REDIS, signal);
	const user = await serverUser('redis');
	await mkdir(folder, { recursive: true });
	const password = await keptPassword(join(folder, 'password'));
	const port = options.port ?? (await freePort());
	const settings = {
		bind: HOST,
		port,
		requirepass: password,
		dir: folder,
		appendonly: appendOnly ? 'yes' : 'no',
	};
	const configuration = join(folder, 'redis.conf');
	const lines = Object.entries(settings).map(([name, value]) => `${name} ${JSON.stringify(value)}\n`);
	await writeFile(configuration, lines.join(''), { mode: 0o600 });
	if (user) for (const path of [folder, configuration]) await chown(path, user.uid, user.gid);
	const command: ServerCommand = {
		name: 'Redis',
		file: join(programs, REDIS.file),
		args: [configuration],
		cwd: folder,
		user,
		ready: /Ready to accept connections/,
		signals: { stop: 'SIGTERM', crash: 'SIGKILL' },
		logFile,
	};
	const redis = new Redis(command, port, password);
	await redis.start();
	return redis;
}
