import { createServer } from 'node:net';
import { UserError } from './npm.mjs';

const HOST = '127.0.0.1';

/** Listens for a moment, so that a port in use is told before anything is started. Port 0 gives any free one. */
function tryPort(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, HOST, () => {
			const address = server.address();
			server.close(() => {
				resolve(typeof address === 'object' && address ? address.port : port);
			});
		});
	});
}

/** A free port for things whose address nobody has to know. */
export function freePort(): Promise<number> {
	return tryPort(0);
}

/** Throws the one-line advice when a port is taken. `option` is the one with which the user chooses another port. */
export async function requirePort(port: number, what: string, option: string): Promise<void> {
	try {
		await tryPort(port);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${String(error.code)})`;
		throw new UserError(
			`Port ${port}, meant for ${what}, ${reason}. Choose another one: npm start -- ${option} ${port > 60_000 ? 6000 : port + 1000}`,
		);
	}
}
