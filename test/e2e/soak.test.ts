/**
 * Thousands of signed webhooks, a tenth of them duplicates, while n8n is killed and started again in the middle. Prints its counts.
 * SOAK_DELIVERIES sets another number of webhooks than 3000.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { Lab, message, restart, TRIGGER } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { type Delivery, sendAll, takenAt, wasInFlight } from './sender.ts';
import { type StoredExecution, storedExecutions } from './stored.ts';

const DELIVERIES = Number(process.env.SOAK_DELIVERIES ?? 3000);
const DUPLICATES = Math.round(DELIVERIES / 10);
const CONCURRENCY = 40;
/** After a killed n8n, the one that follows marks what it left. */
const ENDED = ['success', 'crashed', 'error'];

/** The template's trigger with a node behind it that costs nothing. By hand, so that activation calls nobody. */
function countingOnly(template: Workflow): Workflow {
	const trigger = template.nodes.find(({ name }) => name === TRIGGER);
	assert.ok(trigger);
	const parameters = { ...trigger.parameters, registration: 'manual' };
	const end = {
		id: 'end',
		name: 'End',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [240, 0],
		parameters: {},
	};
	return {
		...template,
		nodes: [{ ...trigger, parameters }, end],
		connections: { [TRIGGER]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { saveDataSuccessExecution: 'all' },
	};
}

/**
 * The queue: every ninth message comes twice. Some copies follow at once and meet their original while it is being handled; the
 * others come when it is done. They stay close, because a duplicate on the other side of a restart is another case.
 */
function deliveries(): Delivery[] {
	const queue: Delivery[] = [];
	const later = new Map<number, Delivery>();
	let duplicates = 0;
	for (let serial = 0; queue.length + later.size < DELIVERIES; serial += 1) {
		const { id, body } = message(`Question ${serial}`);
		queue.push({ messageId: id, body, attempts: [] });
		if (serial % 9 === 4 && duplicates < DUPLICATES) {
			const copy = { messageId: id, body, attempts: [] };
			if (duplicates % 2 === 0) queue.push(copy);
			else later.set(queue.length + 2 * CONCURRENCY, copy);
			duplicates += 1;
		}
		const due = later.get(queue.length);
		if (due) {
			later.delete(queue.length);
			queue.push(due);
		}
	}
	return [...queue, ...later.values()];
}

function endedExecutions(lab: Lab): Promise<StoredExecution[]> {
	return eventually(
		async () => {
			await sleep(250);
			const all = storedExecutions(lab.userFolder, lab.workflow.id, TRIGGER);
			return all.every(({ status }) => ENDED.includes(status)) && all;
		},
		'the end of all executions',
		30_000,
	);
}

/** How often each thing occurs. */
function tally<T>(things: Iterable<T>): Map<T, number> {
	const counts = new Map<T, number>();
	for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
	return counts;
}

const lab = await Lab.start('soak', countingOnly);

test('nothing is lost and nothing runs twice, though n8n is killed in the middle', async (context) => {
	const queue = deliveries();
	const halfTaken = Promise.withResolvers<undefined>();
	const startedAt = performance.now();
	const sent = sendAll(queue, {
		post: (body) => lab.post(body),
		concurrency: CONCURRENCY,
		patienceMs: 120_000,
		onTaken: (count) => {
			if (count === Math.round(DELIVERIES / 2)) halfTaken.resolve(undefined);
		},
	});
	await Promise.race([halfTaken.promise, sent]);
	const { again, killedAt, deadAt } = await restart(lab);
	let executions: StoredExecution[];
	try {
		await sent;
		context.diagnostic(`${((performance.now() - startedAt) / 1000).toFixed(0)} s with the restart`);
		executions = await endedExecutions(lab);
	} finally {
		await again.stop();
	}

	const runs = tally(executions.flatMap(({ ids }) => ids));
	const messages = Map.groupBy(queue, ({ messageId }) => messageId);
	const caseOf = (copies: Delivery[]): 'undisturbed' | 'caught' | 'straddling' => {
		// Perhaps executed without an answer, so that it came again.
		if (copies.some((copy) => wasInFlight(copy, killedAt, deadAt))) return 'caught';
		// The trigger remembers in memory: it cannot know a copy of what was taken over before the restart.
		const takenBefore = copies.filter((copy) => takenAt(copy) < killedAt).length;
		return takenBefore > 0 && takenBefore < copies.length ? 'straddling' : 'undisturbed';
	};
	const cases = Map.groupBy(messages, ([, copies]) => caseOf(copies));
	for (const [name, group] of cases) {
		const times = [...tally(group.map(([id]) => runs.get(id) ?? 0))].map(([n, of]) => `${of} ran ${n} ×`);
		context.diagnostic(`${name}: ${group.length} messages, of which ${times.join(', ')}`);
	}
	const statuses = tally(queue.flatMap(({ attempts }) => attempts.map(({ status }) => status)));
	context.diagnostic(
		`${executions.length} executions, ${executions.filter(({ status }) => status === 'crashed').length} cut short by the kill`,
	);
	context.diagnostic(
		`${queue.length} webhooks for ${messages.size} messages, answers: ${[...statuses].map(([s, n]) => `${s}: ${n}`).join(', ')}`,
	);

	const never = [...messages.keys()].filter((id) => !runs.has(id));
	assert.deepEqual(never, [], 'messages without an execution');
	const once = cases.get('undisturbed') ?? [];
	const notOnce = once.map(([id]) => id).filter((id) => runs.get(id) !== 1);
	assert.deepEqual(notOnce, [], 'messages that ran more than once');
	assert.ok(cases.has('caught'), 'the kill caught nothing');
});
