/** How well the outbox keeps to a number's rate: one execution alone, then two in two workers, with people who are answered meanwhile. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import axios from 'axios';
import { z } from 'zod';
import { isOver, type StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { addWorkflow, PACKAGE, readTemplate, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import { makeTables, withPostgres } from '../../sandbox/queue/record.ts';
import type { AcceptedMessage, CallRecord } from '../../sandbox/shared/ledger.ts';

import { ROOT } from '../e2e/home.ts';
import { message, post } from '../e2e/lab.ts';
import type { QueueLab } from './lab.ts';
import { fill } from './sending.ts';
import { startInWorkers, withEntry } from './starting.ts';

/** What the stand-in allows a number in any second, as Meta does. */
const RATE = 80;
const THROTTLED = 130_429;
const SECOND_MS = 1_000;
const LOOK_EVERY_MS = 200;
const LIMIT_MS = 300_000;
const ANSWERS_A_SECOND = 3;
/** Nodes of the outbox that begin by themselves, and what is behind them. */
const NOT_MEASURED = ['Every Minute', 'Anything Left?', 'Statuses', 'Note Statuses'];

/** Whose messages are written. */
const WRITER = '15550123001';

interface Talk {
	/** Of the trigger that answers. */
	url: string;
	aSecond: number;
}

interface Answers {
	/** Milliseconds from a person's message to the answer at the provider. */
	delays: number[];
	unanswered: number;
}

interface RateReport {
	executions: number;
	messages: number;
	/** Accepted in each second from the first message on. */
	perSecond: number[];
	/** Accepted in any second, wherever it begins. */
	most: number;
	/** Tried in any second, accepted or refused. */
	mostTried: number;
	refused: number;
	/** Share of the number's rate that was used while all executions sent: between the last one's first message and the last claim. */
	used: number;
	/** How long that was. */
	seconds: number;
	answers: Answers;
}

/** The most in any second, wherever it begins. */
function mostInASecond(times: readonly number[]): number {
	const inOrder = times.toSorted((one, other) => one - other);
	let first = 0;
	let most = 0;
	for (const [place, time] of inOrder.entries()) {
		while (time - (inOrder[first] ?? time) >= SECOND_MS) first += 1;
		most = Math.max(most, place - first + 1);
	}
	return most;
}

const timeOf = ({ at }: Pick<CallRecord, 'at'>) => Date.parse(at);

function bySecond(times: readonly number[]): number[] {
	const [first = 0] = times;
	const counts = Array<number>(Math.floor(((times.at(-1) ?? first) - first) / SECOND_MS) + 1).fill(0);
	for (const time of times) {
		const second = Math.floor((time - first) / SECOND_MS);
		counts[second] = (counts[second] ?? 0) + 1;
	}
	return counts;
}

/** The outbox, with an entry that starts an execution in whichever worker takes it; its statuses stay away. */
async function publishStartable(lab: QueueLab): Promise<StoredWorkflow> {
	const template = await readTemplate(join(ROOT, 'templates/outbox/workflow.json'), lab.credentialIds);
	await makeTables(lab.queue.postgres, template);
	const measured = withEntry({
		...template,
		id: randomUUID(),
		nodes: template.nodes.filter(({ name }) => !NOT_MEASURED.includes(name)),
		connections: Object.fromEntries(
			Object.entries(z.record(z.unknown()).parse(template.connections)).filter(
				([from]) => !NOT_MEASURED.includes(from),
			),
		),
	});
	return await addWorkflow(lab.api, withPostgres(measured, lab.postgresCredential));
}

/** A workflow that answers whoever writes. */
async function publishAnswering(lab: QueueLab): Promise<StoredWorkflow> {
	const template = await readTemplate(join(ROOT, 'templates/receive-once/workflow.json'), lab.credentialIds);
	await makeTables(lab.queue.postgres, template);
	const nodes = template.nodes.map((node) =>
		node.type === `${PACKAGE}.messagingTrigger`
			? { ...node, parameters: { ...node.parameters, registration: 'manual' } }
			: node,
	);
	return await addWorkflow(lab.api, withPostgres({ ...template, nodes }, lab.postgresCredential));
}

/** As the provider does, until it is answered 200. */
async function write(url: string, body: string): Promise<void> {
	for (;;) {
		const status = await post(url, body)
			.then((answer) => answer.status)
			.catch((error: unknown) => {
				if (axios.isAxiosError(error)) return undefined;
				throw error;
			});
		if (status === 200) return;
		await sleep(SECOND_MS);
	}
}

/** People write, each of them once, so many in a second, until `isEnded`. The provider's statuses stay away from n8n. */
async function converse(
	{ sandbox }: QueueLab,
	{ url, aSecond }: Talk,
	isEnded: () => boolean,
): Promise<Answers> {
	const { ledger } = sandbox.whatsAppCloud;
	const written = new Map<string, number>();
	const writing: Promise<void>[] = [];
	const begun = performance.now();
	for (let person = 0; aSecond > 0 && !isEnded(); person += 1) {
		const { id, body } = message(`Hello ${person}`);
		written.set(`whatsAppCloud:message:${id}`, Date.now());
		writing.push(write(url, body.replaceAll(WRITER, String(Number(WRITER) + 1 + person))));
		await sleep(Math.max(0, begun + ((person + 1) * SECOND_MS) / aSecond - performance.now()));
	}
	await Promise.all(writing);
	const answered = () => ledger.accepted.filter(({ callbackData = '' }) => written.has(callbackData));
	const deadline = performance.now() + LIMIT_MS / 10;
	while (answered().length < written.size && performance.now() < deadline) await sleep(LOOK_EVERY_MS);
	const delays = answered().map((one) => timeOf(one) - (written.get(one.callbackData ?? '') ?? 0));
	return { delays, unanswered: written.size - delays.length };
}

const Claims = z.array(z.object({ reference: z.string(), claimed_by: z.string() }));

/** Sends to `people` with so many executions, and answers those who write meanwhile. */
async function measure(
	lab: QueueLab,
	workflow: StoredWorkflow,
	{ people, executions, ...talk }: Talk & { people: number; executions: number },
): Promise<RateReport> {
	const { queue, sandbox, api } = lab;
	const { ledger } = sandbox.whatsAppCloud;
	const prefix = `rates-${Date.now()}-`;
	const began = Date.now();
	await fill(lab, prefix, people);
	const ids = await startInWorkers(lab, workflow, executions);
	let isEnded = false;
	const answering = converse(lab, talk, () => isEnded);
	const state = { lastClaim: Infinity };
	const deadline = performance.now() + LIMIT_MS;
	while (performance.now() < deadline) {
		const [row] = await queue.postgres.rows(
			`select count(*)::integer as open from messaging.outbox where reference like '${prefix}%' and state = 'open'`,
		);
		if (row?.open === 0 && state.lastClaim === Infinity) state.lastClaim = Date.now();
		const found = await Promise.all(ids.map((id) => api.execution(id)));
		if (found.every(isOver)) break;
		await sleep(LOOK_EVERY_MS);
	}
	isEnded = true;
	const answers = await answering;

	const accepted = ledger.accepted.filter((one) => timeOf(one) >= began);
	const claims = Claims.parse(
		await queue.postgres.rows(
			`select reference, claimed_by from messaging.outbox where reference like '${prefix}%' and claimed_by is not null`,
		),
	);
	const senderOf = new Map(claims.map(({ reference, claimed_by: sender }) => [reference, sender]));
	const begin = Math.max(
		...ids.map((id) => firstOf(accepted, (one) => senderOf.get(one.callbackData ?? '') === id)),
	);
	const end = Math.min(state.lastClaim, ...accepted.slice(-1).map(timeOf));
	const within = accepted.filter((one) => timeOf(one) >= begin && timeOf(one) < end).length;
	const sends = ledger.calls.filter(
		(call) => timeOf(call) >= began && call.method === 'POST' && call.path.endsWith('messages'),
	);
	// By the time at which the stand-in counts.
	const taken = sends.filter(({ status }) => status === 200).map(timeOf);
	return {
		executions,
		messages: accepted.length,
		perSecond: bySecond(taken),
		most: mostInASecond(taken),
		mostTried: mostInASecond(sends.map(timeOf)),
		refused: sends.filter(({ code }) => code === THROTTLED).length,
		used: (within * SECOND_MS) / ((end - begin) * RATE),
		seconds: (end - begin) / SECOND_MS,
		answers,
	};
}

function firstOf(accepted: readonly AcceptedMessage[], isWanted: (one: AcceptedMessage) => boolean): number {
	const found = accepted.find(isWanted);
	return found ? timeOf(found) : Infinity;
}

const middle = (values: readonly number[]) =>
	values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

function* linesOf(report: RateReport): Generator<string> {
	const { executions, messages, perSecond, most, mostTried, refused, used, seconds, answers } = report;
	const { delays, unanswered } = answers;
	yield `\nExecutions: ${executions}; messages: ${messages}, ${delays.length} of them answers`;
	yield `  a second    ${perSecond.join(' ')}`;
	yield `  the most    ${most} accepted in any second, ${mostTried} tried; ${refused} refused as too many`;
	yield `  used        ${(used * 100).toFixed(1)} % of the number's rate over ${seconds.toFixed(1)} s`;
	if (delays.length > 0)
		yield `  answers     after ${middle(delays)} ms in the middle, ${Math.max(...delays)} ms at most; ${unanswered} without one`;
}

/**
 * One execution alone, then two with answers beside them.
 *
 * @param people 0 measures nothing
 */
export async function* measureRates(lab: QueueLab, people: number): AsyncGenerator<string> {
	if (people === 0) return;
	lab.sandbox.whatsAppCloud.rules.change({ strangersReachable: true, ignoresWindow: true });
	const workflow = await publishStartable(lab);
	const answering = await publishAnswering(lab);
	const url = triggerUrl(lab.api, answering);
	for (const [executions, aSecond] of [
		[1, 0],
		[2, ANSWERS_A_SECOND],
	] as const) {
		yield* linesOf(await measure(lab, workflow, { people, executions, url, aSecond }));
	}
	await lab.api.unpublish(workflow);
	await lab.api.unpublish(answering);
}
