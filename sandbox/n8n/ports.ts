import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { UserError } from './npm.mjs';

const HOST = '127.0.0.1';
/** Below the ports of outgoing connections (32,768 and above on Linux), of which one may come before the port is used. */
const PORTS = { from: 20_000, below: 32_000 } as const;
const IN_USE = 'EADDRINUSE';

/** Listens for a moment, so that a port in use is told before anything is started. */
function tryPort(port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, HOST, () => {
			server.close(() => {
				resolve();
			});
		});
	});
}

/** A free port for things whose address nobody has to know. */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = randomInt(PORTS.from, PORTS.below);
		try {
			await tryPort(port);
			return port;
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === IN_USE)) throw error;
		}
	}
}

/** Throws the one-line advice when a port is taken. `option` is the one with which the user chooses another port. */
export async function requirePort(port: number, what: string, option: string): Promise<void> {
	try {
		await tryPort(port);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		const reason = error.code === IN_USE ? 'is in use' : `cannot be used (${String(error.code)})`;
		throw new UserError(
			`Port ${port}, meant for ${what}, ${reason}. Choose another one: npm start -- ${option} ${port > 60_000 ? 6000 : port + 1000}`,
		);
	}
}
