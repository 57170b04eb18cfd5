/** The outbox template under load, and what became of its rows at the phones and in PostgreSQL. */
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoredWorkflow, Workflow } from '../../sandbox/n8n/api.ts';
import { addWorkflow, readTemplate, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import { makeTables, withPostgres } from '../../sandbox/queue/record.ts';
import { ROOT } from '../e2e/home.ts';
import type { Fault, Scene } from './fault.ts';
import type { QueueLab } from './lab.ts';
import { startInWorkers, withEntry } from './starting.ts';

const TEMPLATE = join(ROOT, 'templates/outbox/workflow.json');
const LIST = 'First list';
const LOOK_EVERY_MS = 500;
/** The template's schedule looks each minute; a test has less patience. */
const SCHEDULE = { rule: { interval: [{ field: 'seconds', secondsInterval: 5 }] } };
const LIMIT_MS = 300_000;

export interface Sent {
	/** Rows that no phone got. */
	lost: number;
	/** Rows that a phone got more than once. */
	twice: number;
	/** Executions that sent when the fault struck. */
	senders: number;
	/** Rows that were claimed when the fault struck. */
	underWay: number;
	/** Of the rows, how many at most were without an answer of the provider at one moment. */
	unknown: number;
	/** Rows that neither a result nor a status had settled a while later: they were opened again. */
	openedAgain: number;
	/** Rows by their last state. */
	states: Map<string, number>;
	seconds: number;
}

const States = z.array(z.object({ state: z.string(), count: z.number() }));

/** Publishes the template once for all faults of a run; statuses come to its trigger. */
export async function publishOutbox(lab: QueueLab): Promise<StoredWorkflow> {
	const { whatsAppCloud } = lab.sandbox;
	whatsAppCloud.rules.change({ strangersReachable: true });
	const template = await readTemplate(TEMPLATE, lab.credentialIds);
	await makeTables(lab.queue.postgres, template);
	const nodes = template.nodes.map((node) =>
		node.type === 'n8n-nodes-base.scheduleTrigger' ? { ...node, parameters: SCHEDULE } : node,
	);
	const workflow: Workflow = withPostgres(withEntry({ ...template, nodes }), lab.postgresCredential);
	const stored = await addWorkflow(lab.api, workflow);
	await whatsAppCloud.setWebhook(lab.queue.links.toN8n.through(triggerUrl(lab.api, stored)));
	return stored;
}

/** Puts people with an opt-in onto the list, one reference each. */
export function fill(lab: QueueLab, prefix: string, count: number): Promise<string> {
	return lab.queue.postgres.execute(`
		insert into messaging.outbox (reference, list, recipient)
		select '${prefix}' || n, '${LIST}', '+1555' || (1000000 + n) from generate_series(1, ${count}) as n;
		insert into messaging.consent (key, address, channel, sender, scope, status, source, keyword, tier, message_id, timestamp, evidence)
		select distinct recipient, recipient, 'whatsapp', '', 'all', 'optedIn', 'import', '', '', '', '2026-01-02'::timestamptz, ''
		from messaging.outbox on conflict do nothing`);
}

/** The same processes with the worker in front that is sending, so that a fault hits it. */
async function senderFirst(queue: Scene, prefix: string): Promise<Scene> {
	const rows = await queue.postgres.rows(
		`select claimed_by from messaging.outbox where reference like '${prefix}%' and state = 'claimed' limit 1`,
	);
	const { claimed_by: execution } = z.object({ claimed_by: z.string() }).parse(rows[0]);
	const isSender = (log: readonly string[]) =>
		log.some((line) => line.includes(`started execution ${execution} `));
	const workers = queue.workers.toSorted(
		(one, other) => Number(isSender(other.instance.log)) - Number(isSender(one.instance.log)),
	);
	return { ...queue, workers };
}

/** Sends to `count` people while a fault strikes in the middle, and settles what was in doubt as a person would after a quarter of an hour. */
export async function sendThrough(
	lab: QueueLab,
	outbox: StoredWorkflow,
	fault: Fault,
	count: number,
): Promise<Sent> {
	const { queue, sandbox } = lab;
	const { ledger } = sandbox.whatsAppCloud;
	const prefix = `${fault.name.replace(/\W+/g, '-')}-${Date.now()}-`;
	const accepted = () => ledger.accepted.filter(({ callbackData }) => callbackData?.startsWith(prefix));
	const statesOf = async () =>
		States.parse(
			await queue.postgres.rows(
				`select state, count(*)::integer from messaging.outbox where reference like '${prefix}%' group by 1`,
			),
		);
	let unknown = 0;
	const withStates = async (...wanted: string[]) => {
		const states = await statesOf();
		const sumOf = (those: readonly string[]) =>
			states.filter(({ state }) => those.includes(state)).reduce((sum, { count: each }) => sum + each, 0);
		unknown = Math.max(unknown, sumOf(['unknown']));
		return sumOf(wanted);
	};
	const started = performance.now();
	const until = async (isDone: () => boolean | Promise<boolean>, limitMs: number) => {
		const deadline = performance.now() + limitMs;
		while (performance.now() < deadline && !(await isDone())) await sleep(LOOK_EVERY_MS);
	};

	await fill(lab, prefix, count);
	await startInWorkers(lab, outbox, 2);
	// The second one has its share when the first one's first portion is over.
	await until(() => accepted().length > count / 2, LIMIT_MS);
	const senders = z.array(z.object({ execution: z.string() })).parse(
		await queue.postgres.rows(
			`select distinct claimed_by as execution from messaging.outbox
			where reference like '${prefix}%' and claimed_by is not null`,
		),
	).length;
	const underWay = await withStates('claimed');
	await fault.strike(await senderFirst(queue, prefix));
	// The share of a worker that died is free after 75 seconds; then the rest is sent.
	await until(async () => (await withStates('open')) === 0 && !ledger.isWaiting, LIMIT_MS);
	// Statuses that no webhook processor took come again meanwhile.
	await sleep(5_000);
	const openedAgain = await withStates('claimed', 'unknown');
	await queue.postgres.execute(
		`update messaging.outbox set claimed_at = now() - interval '16 minutes' where state in ('claimed', 'unknown');
		delete from messaging.rate_lease`,
	);
	await until(async () => (await withStates('open', 'claimed', 'unknown')) === 0, LIMIT_MS);
	await until(() => !ledger.isWaiting, LIMIT_MS);

	const times = new Map<string, number>();
	for (const { callbackData = '' } of accepted()) times.set(callbackData, (times.get(callbackData) ?? 0) + 1);
	return {
		lost: count - times.size,
		twice: [...times.values()].filter((each) => each > 1).length,
		senders,
		underWay,
		unknown,
		openedAgain,
		states: new Map((await statesOf()).map(({ state, count: each }) => [state, each])),
		seconds: (performance.now() - started) / 1000,
	};
}
