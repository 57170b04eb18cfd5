/** What a process of n8n holds in memory when its garbage is collected, by the inspector of its Node. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nInstance } from '../../../sandbox/n8n/instance.ts';
import { memoryOf } from '../scale/processes.ts';

/** Settings of n8n: its inspector opens on a port of the system's choice when it is asked for by a signal. */
export const INSPECTABLE = { NODE_OPTIONS: '--inspect-port=127.0.0.1:0' };

const MEGABYTE = 1024 * 1024;
const OPEN_LIMIT_MS = 20_000;
const COLLECT_LIMIT_MS = 60_000;
/** The system takes back what was freed within some seconds. */
const SETTLE_MS = 3_000;

/** In megabytes. */
export interface Memory {
	/** Of the process and its children; what processes share is divided among them. */
	resident: number;
	/** Of what JavaScript holds in the process. */
	heap: number;
}

/** Addresses of inspectors that are open. */
const opened = new WeakMap<N8nInstance, string>();

async function inspectorOf(instance: N8nInstance): Promise<string> {
	const known = opened.get(instance);
	if (known !== undefined) return known;
	const { pid, log } = instance;
	if (pid === undefined) throw new Error('n8n does not run');
	process.kill(pid, 'SIGUSR1');
	const until = performance.now() + OPEN_LIMIT_MS;
	while (performance.now() < until) {
		const found = log.flatMap((line) => /Debugger listening on (ws:\/\/\S+)/.exec(line)?.[1] ?? []).at(-1);
		if (found !== undefined) {
			opened.set(instance, found);
			return found;
		}
		await sleep(100);
	}
	throw new Error('The inspector of n8n did not open');
}

/** Collects twice, since what finalisers let go is free only the second time. */
export async function memoryAfterCollection(instance: N8nInstance): Promise<Memory> {
	const socket = new WebSocket(await inspectorOf(instance));
	await once(socket, 'open', { signal: AbortSignal.timeout(OPEN_LIMIT_MS) });
	const call = async (id: number, method: string): Promise<string> => {
		socket.send(JSON.stringify({ id, method }));
		for (;;) {
			const signal = AbortSignal.timeout(COLLECT_LIMIT_MS);
			const [message]: unknown[] = await once(socket, 'message', { signal });
			if (message instanceof MessageEvent && String(message.data).startsWith(`{"id":${id},`)) {
				return String(message.data);
			}
		}
	};
	await call(1, 'HeapProfiler.collectGarbage');
	await call(2, 'HeapProfiler.collectGarbage');
	const usage = await call(3, 'Runtime.getHeapUsage');
	socket.close();
	await sleep(SETTLE_MS);
	const [, used = '0'] = /"usedSize":(\d+)/.exec(usage) ?? [];
	const resident = await memoryOf(new Map([['n8n', instance.pid ?? 0]]));
	return { resident: resident.get('n8n') ?? 0, heap: Number(used) / MEGABYTE };
}
