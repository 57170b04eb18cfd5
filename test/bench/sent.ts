/** One list sent through one workflow of a running n8n, and what that took. */
import { readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { cpuTimeWhenIdle } from './load.ts';
import { PHOTO, providerOf, type SenderName } from './senders.ts';
import type { Bench } from './sending.ts';

const LATENCY_MS = 100;
const PROBE_MS = 25;
const SAMPLE_MS = 100;
const READY_LIMIT_MS = 120_000;
const READY_STEP_MS = 250;
/** n8n looks after its database every two seconds, so it has to be well for longer. */
const READY_IN_A_ROW = 10;

/** n8n closes connections that it has not heard of for a while, also while it is too busy to hear. */
const httpAgent = new Agent({ keepAlive: false });

export interface Sent {
	/** What n8n answered: its status, and the body where it is not 200; or why there was no answer. */
	answer: string;
	wallSeconds: number;
	/** Of the list, to the answer. */
	perSecond: number;
	accepted: number;
	/** Of the list, the messages that never arrived. */
	lost: number;
	/** Messages that arrived more than once. */
	twice: number;
	/** Accepted messages a second from the first to the last, as a share of what the stand-in allows. */
	rateShare: number;
	/** The longest time for which n8n answered nothing. */
	silentSeconds: number;
	cpuPerItem: number;
	peakMegabytes: number;
}

let serial = 0;

function rowsOf(count: number): unknown[] {
	serial += 1;
	return Array.from({ length: count }, (_, index) => ({
		phone: `+491512${String(serial % 100).padStart(2, '0')}${String(index).padStart(5, '0')}`,
		name: `Person ${index}`,
		order: `A-${serial}-${index}`,
		photo: PHOTO,
	}));
}

/** Does something again and again while other work lasts, however that ends. */
async function during<Value>(work: () => Promise<Value>, watch: () => Promise<void>): Promise<Value> {
	const over = new AbortController();
	const watching = (async () => {
		while (!over.signal.aborted) await watch();
	})();
	try {
		return await work();
	} finally {
		over.abort();
		await watching;
	}
}

/** The status of an answer; nothing where a connection is refused or dropped. */
async function statusOf(url: string): Promise<number | undefined> {
	return await axios.get(url, { httpAgent, proxy: false, timeout: 120_000, validateStatus: () => true }).then(
		({ status }) => status,
		() => undefined,
	);
}

/** Asks n8n for a sign of life again and again; gives the longest time between two. */
async function silenceDuring<Value>(
	url: string,
	work: () => Promise<Value>,
): Promise<{ value: Value; silentMs: number }> {
	let silentMs = 0;
	let seenAt = performance.now();
	const value = await during(work, async () => {
		if ((await statusOf(`${url}/healthz`)) !== undefined) {
			silentMs = Math.max(silentMs, performance.now() - seenAt);
			seenAt = performance.now();
		}
		await sleep(PROBE_MS);
	});
	return { value, silentMs };
}

/** Nothing where the process has ended. */
async function residentMegabytes(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

async function peakDuring<Value>(
	pid: number,
	work: () => Promise<Value>,
): Promise<{ value: Value; peakMegabytes: number }> {
	let peakMegabytes = 0;
	const value = await during(work, async () => {
		peakMegabytes = Math.max(peakMegabytes, await residentMegabytes(pid));
		await sleep(SAMPLE_MS);
	});
	return { value, peakMegabytes };
}

/** After a node that kept n8n silent it answers 503 for some seconds. */
async function untilReady(url: string): Promise<void> {
	const deadline = performance.now() + READY_LIMIT_MS;
	for (let inARow = 0; inARow < READY_IN_A_ROW;) {
		if (performance.now() > deadline)
			throw new Error('n8n does not get ready again; its log is in test-results');
		inARow = (await statusOf(`${url}/healthz/readiness`)) === 200 ? inARow + 1 : 0;
		await sleep(READY_STEP_MS);
	}
}

async function post(url: string, rows: unknown[]): Promise<string> {
	const settings = { httpAgent, proxy: false, timeout: 900_000, validateStatus: () => true } as const;
	return await axios.post<unknown>(url, { rows }, settings).then(
		({ status, data }) => (status === 200 ? '200' : `${status} ${JSON.stringify(data)}`),
		(failure: unknown) => (failure instanceof Error ? failure.message : String(failure)),
	);
}

/** Messages a second between the first and the last. */
function rateOf(accepted: readonly { at: string }[]): number {
	const first = accepted[0]?.at;
	const last = accepted.at(-1)?.at;
	if (first === undefined || last === undefined) return 0;
	return (accepted.length - 1) / ((Date.parse(last) - Date.parse(first)) / 1000);
}

/** @param messagesPerSecond that the stand-in of Meta allows; those of others take what comes */
export async function send(
	bench: Bench,
	name: SenderName,
	count: number,
	messagesPerSecond: number,
): Promise<Sent> {
	const { sandbox, pid, n8nUrl } = bench;
	const provider = providerOf(name);
	const standIn = sandbox[provider];
	standIn.reset();
	standIn.rules.change({
		strangersReachable: true,
		ignoresWindow: true,
		...(provider === 'whatsAppCloud' ? { messagesPerSecond } : { callsPerSecond: messagesPerSecond }),
	});
	standIn.faults.latencyMs = LATENCY_MS;
	const rows = rowsOf(count);
	await untilReady(n8nUrl);
	const cpuBefore = await cpuTimeWhenIdle(pid);
	const start = performance.now();
	const {
		value: {
			value: { answer, wallSeconds },
			silentMs,
		},
		peakMegabytes,
	} = await peakDuring(pid, () =>
		silenceDuring(n8nUrl, async () => ({
			answer: await post(bench.urlOf(name), rows),
			wallSeconds: (performance.now() - start) / 1000,
		})),
	);
	const cpu = (await cpuTimeWhenIdle(pid)) - cpuBefore;
	const times = new Map<string, number>();
	for (const { to } of standIn.ledger.accepted) times.set(to, (times.get(to) ?? 0) + 1);
	const accepted = times.size;
	return {
		answer,
		wallSeconds,
		perSecond: count / wallSeconds,
		accepted,
		lost: name === 'nothing' ? 0 : count - accepted,
		twice: [...times.values()].filter((many) => many > 1).length,
		rateShare: rateOf(standIn.ledger.accepted) / messagesPerSecond,
		silentSeconds: silentMs / 1000,
		cpuPerItem: cpu / count,
		peakMegabytes,
	};
}
