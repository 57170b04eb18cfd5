/** A PostgreSQL server of one's own: Debian's programs, an own data folder, a port on loopback. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { UserError } from '../n8n/npm.mjs';
import { freePort } from '../n8n/ports.ts';
import { keptPassword } from './password.ts';
import { ensureProgram, type Program, serverUser, type SystemUser } from './programs.ts';
import { Server, type ServerCommand } from './server.ts';

const run = promisify(execFile);

export const POSTGRESQL: Program = { package: 'postgresql', file: 'initdb' };

const USER = 'n8n';
const DATABASE = 'postgres';
/** Of what `psql` gives of one query. */
const OUTPUT_LIMIT = 256 * 1024 * 1024;

export interface PostgresOptions {
	/**
	 * Where its files are from one start to the next; made where it is missing. Under root the server runs as another user, to whom
	 * all folders above have to be open.
	 */
	folder: string;
	/** A free one where none is given. */
	port?: number;
	logFile?: string;
	signal?: AbortSignal;
}

/** A running PostgreSQL, and what a client needs to log in. */
export class Postgres extends Server {
	readonly host = '127.0.0.1';
	readonly user = USER;
	readonly database = DATABASE;
	readonly port: number;
	readonly password: string;
	readonly #programs: string;

	constructor(command: ServerCommand, parts: { port: number; password: string; programs: string }) {
		super(command);
		this.port = parts.port;
		this.password = parts.password;
		this.#programs = parts.programs;
	}

	/** Runs statements; throws with PostgreSQL's own words where one is refused. Gives what `psql` prints. */
	async execute(sql: string): Promise<string> {
		const { host, port, user, database } = this;
		const login = ['-h', host, '-p', String(port), '-U', user, '-d', database];
		const args = ['-X', '-A', '-t', '-q', '-v', 'ON_ERROR_STOP=1', ...login, '-c', sql];
		const { stdout } = await run(join(this.#programs, 'psql'), args, {
			env: { ...process.env, PGPASSWORD: this.password },
			maxBuffer: OUTPUT_LIMIT,
		});
		return stdout.trim();
	}

	/** The rows of one query. Columns are what JSON makes of them. */
	async rows(query: string): Promise<Record<string, unknown>[]> {
		const json = await this.execute(`select coalesce(json_agg(result), '[]') from (${query}) as result`);
		return z.array(z.record(z.unknown())).parse(JSON.parse(json));
	}
}

async function initialize(
	programs: string,
	data: string,
	passwordFile: string,
	user?: SystemUser,
): Promise<void> {
	const args = ['-D', data, '-U', USER, '-A', 'scram-sha-256', '--pwfile', passwordFile];
	const locale = ['--encoding', 'UTF8', '--locale', 'C'];
	try {
		await run(join(programs, 'initdb'), [...args, ...locale], { cwd: '/', ...user });
	} catch (error) {
		if (!(error instanceof Error && 'stderr' in error)) throw error;
		throw new UserError(`PostgreSQL could not make its data folder ${data}:\n${String(error.stderr)}`);
	}
}

/** Starts PostgreSQL, after installing it where it is missing and this process may, and waits until it takes connections. */
export async function startPostgres({ folder, port, logFile, signal }: PostgresOptions): Promise<Postgres> {
	const programs = await ensureProgram(POSTGRESQL, signal);
	const user = await serverUser('postgres');
	await mkdir(folder, { recursive: true });
	if (user) await chown(folder, user.uid, user.gid);
	const passwordFile = join(folder, 'password');
	const password = await keptPassword(passwordFile, user);
	const data = join(folder, 'data');
	if (!existsSync(join(data, 'PG_VERSION'))) await initialize(programs, data, passwordFile, user);
	const chosen = port ?? (await freePort());
	const command: ServerCommand = {
		name: 'PostgreSQL',
		file: join(programs, 'postgres'),
		args: ['-D', data, '-h', '127.0.0.1', '-p', String(chosen), '-k', '', '-c', 'max_connections=200'],
		cwd: '/',
		user,
		ready: /database system is ready to accept connections/,
		// Its own words for them: fast shutdown, immediate shutdown.
		signals: { stop: 'SIGINT', crash: 'SIGQUIT' },
		logFile,
	};
	const postgres = new Postgres(command, { port: chosen, password, programs });
	await postgres.start();
	return postgres;
}
