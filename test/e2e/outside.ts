/** A system outside of n8n, on loopback, that workflows call with JSON. */
import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { after } from 'node:test';
import express from 'express';
import { z } from 'zod';

/** One call as it came. */
export interface Call {
	path: string;
	headers: IncomingHttpHeaders;
	body: Record<string, unknown>;
}

export interface Reply {
	status?: number;
	body: unknown;
}

const Body = z.record(z.unknown());
const Address = z.object({ port: z.number() });

/** Listens until the file's last test is done. `answer` is asked anew for each POST, whatever its path. */
export async function startOutsideSystem(
	answer: (call: Call) => Reply,
): Promise<{ url: string; calls: readonly Call[] }> {
	const calls: Call[] = [];
	const app = express();
	app.use(express.json({ limit: '1mb' }));
	app.use(({ path, headers, body: sent }, response) => {
		const call = { path, headers, body: Body.parse(sent) };
		calls.push(call);
		const { status = 200, body } = answer(call);
		response.status(status).json(body);
	});
	const server = app.listen(0, '127.0.0.1');
	await once(server, 'listening');
	after(() => {
		server.close();
		server.closeAllConnections();
	});
	return { url: `http://127.0.0.1:${Address.parse(server.address()).port}`, calls };
}
