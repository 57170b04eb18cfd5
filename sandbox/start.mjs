/**
 * `npm start`: works before the first install, on any Node from 18 on. Installs the development dependencies when they are missing
 * or older than the lock file, then hands over to launch.ts on the Node 24 that they bring.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCi, UserError } from './n8n/npm.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = join(root, 'node_modules/.bin/node');

function lockedPackages(file) {
	return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}

/** npm writes the second lock file at the end of an install: it tells a whole one from an interrupted or outdated one. */
function isInstalled() {
	if (!existsSync(join(root, 'node_modules/.package-lock.json')) || !existsSync(node)) return false;
	const present = lockedPackages('node_modules/.package-lock.json');
	return Object.entries(lockedPackages('package-lock.json')).every(
		([path, { version, optional, os, cpu }]) =>
			path === '' || (present[path] ? present[path].version === version : optional || os || cpu),
	);
}

function checkMachine() {
	if (Number(process.versions.node.split('.')[0]) < 18) {
		throw new UserError(
			`Node ${process.versions.node} is too old: install Node 18 or later (https://nodejs.org).`,
		);
	}
	if (process.platform === 'win32') {
		throw new UserError('The sandbox runs on Linux and macOS. On Windows start it inside WSL.');
	}
}

const interrupted = new AbortController();
let launcher;

/** Signals come from the terminal, to every process of its group, or from `kill`, to this one alone. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => {
		interrupted.abort();
		launcher?.kill(signal);
	});
}

/** Runs the launcher to its end and gives its exit code. */
async function launch() {
	launcher = spawn(node, [join(root, 'sandbox/launch.ts'), ...process.argv.slice(2)], {
		cwd: root,
		stdio: 'inherit',
	});
	const [code] = await once(launcher, 'close');
	return code ?? 1;
}

try {
	checkMachine();
	if (!isInstalled()) {
		await npmCi(root, {
			label: 'Installing the development dependencies',
			signal: interrupted.signal,
		});
		if (!existsSync(node)) {
			throw new UserError(
				'npm did not set up Node 24: does its configuration forbid install scripts ("ignore-scripts")?',
			);
		}
	}
	process.exitCode = await launch();
} catch (error) {
	if (interrupted.signal.aborted) process.exitCode = 130;
	else if (error instanceof UserError) {
		console.error(error.message);
		process.exitCode = 1;
	} else throw error;
}
