/** A database server as a child process: started until it says that it is ready, ended politely or not, and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { UserError } from '../n8n/npm.mjs';
import { collectOutput } from '../n8n/output.ts';
import { signalGroup } from '../n8n/processes.ts';
import type { SystemUser } from './programs.ts';

const START_LIMIT_MS = 60_000;
/** A polite end that takes longer becomes an impolite one. */
const STOP_LIMIT_MS = 10_000;
const LOG_LINES_KEPT = 500;

export interface ServerCommand {
	/** What people call it. */
	name: string;
	file: string;
	args: readonly string[];
	cwd: string;
	/** Undefined where it runs as this process does. */
	user: SystemUser | undefined;
	/** The line of its log after which it takes connections. */
	ready: RegExp;
	/** What ends it in order, and what ends it as a crash does. */
	signals: { stop: NodeJS.Signals; crash: NodeJS.Signals };
	/** Appended to. */
	logFile: string | undefined;
}

interface Life {
	child: ChildProcess;
	/** Settles when the process is gone. */
	ended: Promise<void>;
	isOver: boolean;
}

/**
 * Ends a process when this one is gone, however it ended: a shell waits at a pipe that closes with us. Gives the function that calls
 * it off.
 */
function leash(pid: number, signal: NodeJS.Signals): () => void {
	const script = 'cat >/dev/null; kill -s "$1" "$2"';
	const shell = spawn('sh', ['-c', script, 'sh', signal.replace('SIG', ''), String(pid)], {
		stdio: ['pipe', 'ignore', 'ignore'],
		detached: true,
	});
	shell.unref();
	return () => {
		signalGroup(shell.pid, 'SIGKILL');
	};
}

export class Server {
	readonly #command: ServerCommand;
	readonly #log: string[] = [];
	#life: Life | undefined;

	constructor(command: ServerCommand) {
		this.#command = command;
	}

	/** The last lines of its output. */
	get log(): readonly string[] {
		return this.#log;
	}

	/** Undefined while it does not run. */
	get pid(): number | undefined {
		return this.#life?.isOver === false ? this.#life.child.pid : undefined;
	}

	/** Waits until it takes connections. Throws with the end of its log when it does not. */
	async start(): Promise<void> {
		if (this.pid !== undefined) return;
		const { name, file, args, cwd, user, ready, signals, logFile } = this.#command;
		const child = spawn(file, args, { cwd, ...user, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
		const release = child.pid === undefined ? undefined : leash(child.pid, signals.crash);
		const life: Life = { child, ended: Promise.resolve(), isOver: false };
		this.#life = life;
		const outcome = Promise.withResolvers<string | undefined>();
		collectOutput(child, this.#log, {
			kept: LOG_LINES_KEPT,
			logFile,
			onLine: (line) => {
				if (ready.test(line)) outcome.resolve(undefined);
			},
		});
		life.ended = new Promise<void>((resolve) => {
			const end = (reason: string) => {
				life.isOver = true;
				release?.();
				outcome.resolve(reason);
				resolve();
			};
			child.once('error', (error) => {
				end(error.message);
			});
			child.once('close', (code, signal) => {
				end(signal ? `ended by ${signal}` : `exit code ${code}`);
			});
		});
		const timer = setTimeout(() => {
			outcome.resolve(`not ready within ${START_LIMIT_MS / 1000} s`);
		}, START_LIMIT_MS);
		const failure = await outcome.promise;
		clearTimeout(timer);
		if (failure === undefined) return;
		await this.kill();
		throw new UserError(
			`${name} did not start (${failure}). The end of its log:\n${this.#log.slice(-15).join('\n')}`,
		);
	}

	/** Ends it in order. */
	async stop(): Promise<void> {
		const timer = setTimeout(() => {
			this.#signal('SIGKILL');
		}, STOP_LIMIT_MS);
		await this.#end(this.#command.signals.stop);
		clearTimeout(timer);
	}

	/** Ends it as a crash does: what it had not written is gone. */
	async kill(): Promise<void> {
		await this.#end(this.#command.signals.crash);
	}

	/** Ends it in order and starts it again. */
	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	#signal(signal: NodeJS.Signals): void {
		if (this.pid !== undefined) this.#life?.child.kill(signal);
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		this.#signal(signal);
		await this.#life?.ended;
	}
}
