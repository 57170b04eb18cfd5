/**
 * npm as a child process, with progress that a person can follow and failures told in one line. Plain JavaScript without
 * dependencies, because it runs before the first install, on whatever Node (18 or later) the machine has.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A failure whose message is meant for the person at the terminal: it is printed alone, without a stack. */
export class UserError extends Error {}

/** What npm's output says about a failure, and what to do next. The first row that matches wins. */
const FAILURES = [
	{
		pattern:
			/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
		advice: (code) =>
			`npm could not reach its registry (${code}). Check the network and the proxy ("npm config get registry" names the address), then start again.`,
	},
	{ pattern: /ENOSPC/, advice: () => 'The disk is full. Free some space, then start again.' },
	{
		pattern: /EACCES|EPERM|EROFS/,
		advice: (code) => `npm may not write here (${code}). Check who owns the folder, then start again.`,
	},
	{
		pattern: /\bE40[13]\b/,
		advice: (code) =>
			`The npm registry refused the request (${code}). Check the login for the registry that npm uses.`,
	},
	{
		pattern: /\b(?:E404|ETARGET)\b/,
		advice: (code) => `The npm registry does not hold a package of the lock file (${code}).`,
	},
	{
		pattern: /EUSAGE/,
		advice: () =>
			'package.json and package-lock.json disagree: run "npm install" and look at what it changes.',
	},
	{
		pattern: /gyp ERR! find Python|gyp ERR! build error|not found: make|g\+\+/,
		advice: () =>
			'SQLite could neither be downloaded nor compiled. Compiling needs Python 3, make and a C++ compiler (Debian: apt-get install -y python3 make g++).',
	},
];

/** npm's own lines about what went wrong; all of its output where it marked none. */
function errorLines(output) {
	const lines = output.trim().split('\n');
	const errors = lines.filter((line) => /^npm (?:error|ERR!)/.test(line));
	return errors.length > 0 ? errors : lines;
}

function explain(command, output) {
	const lines = errorLines(output);
	for (const { pattern, advice } of FAILURES) {
		const match = pattern.exec(lines.join('\n'));
		if (match) return advice(match[0]);
	}
	return `"${command}" failed:\n${lines.slice(0, 12).join('\n')}`;
}

/**
 * npm tries every package several times before it gives up, which can take many minutes without a network. True once a number of
 * requests failed and none came through.
 */
function hasNoNetwork(output) {
	return (output.match(/attempt \d+ failed with/g)?.length ?? 0) >= 10 && !/fetch GET \d{3} /.test(output);
}

/** PATH without a checkout's own binaries: an install replaces them while npm runs. */
function pathWithoutLocalBinaries() {
	const entries = (process.env.PATH ?? '').split(delimiter);
	return entries.filter((entry) => !/node_modules[\\/]\.bin[\\/]?$/.test(entry)).join(delimiter);
}

/**
 * Runs npm to its end and gives its output; throws a UserError that says what failed and what to do. npm takes its time over a
 * polite signal, so that an abort ends it and whatever it started at once.
 */
export async function runNpm(args, { cwd, env = {}, signal } = {}) {
	signal?.throwIfAborted();
	const child = spawn('npm', [...args, '--loglevel=http'], {
		cwd,
		env: { ...process.env, PATH: pathWithoutLocalBinaries(), ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	const kill = () => {
		if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
	};
	signal?.addEventListener('abort', kill);
	let stdout = '';
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text) => {
		stdout += text;
		output += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text) => {
		output += text;
		if (hasNoNetwork(output)) kill();
	});
	try {
		const [code] = await once(child, 'close');
		signal?.throwIfAborted();
		if (code !== 0) throw new UserError(explain(`npm ${args.join(' ')}`, output));
		return stdout;
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
		throw new UserError(
			'npm was not found. Install Node.js with npm (https://nodejs.org), then start again.',
		);
	} finally {
		signal?.removeEventListener('abort', kill);
	}
}

/** How many packages of a folder's lock file are there, of how many. Packages for other platforms do not count. */
function packageCounter(folder) {
	const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
	const paths = Object.keys(packages).filter((path) => path && !packages[path].os && !packages[path].cpu);
	return () => {
		const present = paths.filter((path) => existsSync(join(folder, path, 'package.json'))).length;
		return `${present} of ${paths.length} packages`;
	};
}

/**
 * Shows that a long step is alive: on a terminal one line that is rewritten each second, elsewhere a line each 15 seconds.
 * Gives back what the step gives.
 */
export async function withProgress(label, detail, step) {
	const { isTTY } = process.stderr;
	const started = Date.now();
	const elapsed = () => `${label}: ${Math.round((Date.now() - started) / 1000)} s`;
	const show = () => {
		const text = detail();
		const line = text ? `${elapsed()}, ${text}` : elapsed();
		process.stderr.write(isTTY ? `\r\x1b[K${line}` : `${line}\n`);
	};
	show();
	const timer = setInterval(show, isTTY ? 1000 : 15_000);
	try {
		const result = await step();
		process.stderr.write(`${isTTY ? '\r\x1b[K' : ''}${elapsed()}, done\n`);
		return result;
	} catch (error) {
		if (isTTY) process.stderr.write('\n');
		throw error;
	} finally {
		clearInterval(timer);
	}
}

/** `npm ci` with progress. */
export async function npmCi(folder, { label, args = [], env, signal }) {
	await withProgress(label, packageCounter(folder), () =>
		runNpm(['ci', ...args], { cwd: folder, env, signal }),
	);
}
