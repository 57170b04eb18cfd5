/**
 * `npm run test:faults -- [options]`: delivers messages to n8n in queue mode while something dies, and compares what the provider
 * sent with what PostgreSQL has. Ends with 1 where anything was lost or done twice.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { RESULTS } from '../e2e/home.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './kinds/index.ts';
import { type QueueLab, startQueueLab } from './lab.ts';
import { deliver, type Load, type Traffic } from './provider.ts';
import { type AnswerWhen, compare, type Outcome, publishRecording, standStill } from './receiving.ts';
import { measureRates } from './rates.ts';
import { publishOutbox, sendThrough } from './sending.ts';

const HELP = `npm run test:faults -- [options]
  --short       two kills and a restart, for CI
  --messages N  how many messages for each fault (200; the environment's FAULT_MESSAGES counts as well)
  --send N      send to so many people as well, through the outbox template (0)
  --rates N     send to so many people with one execution and with two, and print how the number's rate was kept (0)
  --plain       answer the provider when n8n has taken a message over, as the trigger does by itself
  --only WORDS  the faults with one of these words, separated by commas, in their names`;

const { values } = parseArgs({
	options: {
		short: { type: 'boolean', default: false },
		messages: { type: 'string', default: process.env.FAULT_MESSAGES ?? '200' },
		send: { type: 'string', default: '0' },
		rates: { type: 'string', default: '0' },
		plain: { type: 'boolean', default: false },
		only: { type: 'string', default: '' },
		help: { type: 'boolean', default: false },
	},
});

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Such as `200 × 431, 503 × 2`. */
function counted(counts: ReadonlyMap<string | number, number>): string {
	return [...counts]
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, count]) => `${name === 0 ? 'no answer' : name} × ${count}`)
		.join(', ');
}

/** Whether it went as it should. */
async function receiveDuring(
	lab: QueueLab,
	fault: Fault,
	messages: number,
	answer: AnswerWhen,
): Promise<boolean> {
	const { queue } = lab;
	const { url, workflow } = await publishRecording(lab, answer);
	const strike = Promise.withResolvers<undefined>();
	let isOver = false;
	const struck = strike.promise
		.then(() => fault.strike(queue))
		.finally(() => {
			isOver = true;
		});
	const load: Load = {
		messages,
		onSettled: (settled) => {
			if (settled >= messages / 4) strike.resolve(undefined);
		},
		isOver: () => isOver,
	};
	const [traffic] = await Promise.all([deliver(url, load), struck]);
	if (answer === 'takenOver') await standStill(queue.postgres);
	const outcome = await compare(queue.postgres, workflow, traffic);
	say(`\n${fault.name}`);
	report(traffic, outcome);
	await lab.api.unpublish(workflow);
	return outcome.lost === 0 && (answer === 'lastNode' ? outcome.twice : outcome.triedAgain) === 0;
}

/** Whether it went as it should. */
async function sendDuring(
	lab: QueueLab,
	outbox: StoredWorkflow,
	fault: Fault,
	people: number,
): Promise<boolean> {
	const sent = await sendThrough(lab, outbox, fault, people);
	const { lost, twice, senders, underWay, unknown, openedAgain, states, seconds } = sent;
	say(`\n${fault.name}, while sending`);
	say(
		`  phones      ${people} people in ${seconds.toFixed(0)} s by ${senders} executions: lost ${lost}, twice ${twice}`,
	);
	say(`  PostgreSQL  ${counted(states)}`);
	say(
		`  in doubt    ${underWay} were under way, ${unknown} had no answer; results and statuses settled all but ${openedAgain}, which were opened again and sent`,
	);
	return lost === 0 && twice === 0;
}

/** One fault, from its settings to their undoing. False where something was lost or done twice. */
async function suffer(lab: QueueLab, fault: Fault, load: () => Promise<boolean>): Promise<boolean> {
	const reason = await fault.whyNot?.(lab.queue);
	if (reason !== undefined) {
		say(`\n${fault.name}: NOT DONE, because ${reason}`);
		return true;
	}
	await fault.prepare?.(lab.queue);
	const isFine = await load();
	for (const note of lab.takeNotes()) say(`  note        ${note}`);
	await fault.undo?.(lab.queue);
	return isFine;
}

function report(traffic: Traffic, outcome: Outcome): void {
	const { ids, duplicates, givenUp, answers, seconds, longestSeconds } = traffic;
	say(
		`  provider    ${ids.length} messages, ${duplicates} of them twice, in ${seconds.toFixed(0)} s, the longest after ${longestSeconds.toFixed(0)} s: ${counted(answers)}`,
	);
	say(`  n8n         executions: ${counted(outcome.executions)}`);
	say(
		`  PostgreSQL  lost ${outcome.lost}, twice ${outcome.twice}, tried again and refused by the key ${outcome.triedAgain}`,
	);
	if (givenUp.length > 0) say(`  never answered 200: ${givenUp.length}`);
}

if (values.help) say(HELP);
else {
	const faults = FAULTS.filter(
		({ name, isInShortForm }) =>
			(!values.short || isInShortForm) && values.only.split(',').some((words) => name.includes(words)),
	);
	const needsDisk = faults.some((fault) => fault.needsDisk);
	const lab = await startQueueLab(join(RESULTS, 'faults', String(process.pid)), needsDisk);
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => void lab.stop().finally(() => process.exit(1)));
	const failed: string[] = [];
	const messages = Number(values.messages);
	const people = Number(values.send);
	try {
		for (const fault of messages > 0 ? faults : []) {
			const answer = values.plain ? 'takenOver' : 'lastNode';
			if (!(await suffer(lab, fault, () => receiveDuring(lab, fault, messages, answer))))
				failed.push(fault.name);
		}
		for await (const line of measureRates(lab, Number(values.rates))) say(line);
		const outbox = people > 0 ? await publishOutbox(lab) : undefined;
		for (const fault of faults) {
			if (outbox && !(await suffer(lab, fault, () => sendDuring(lab, outbox, fault, people))))
				failed.push(`${fault.name}, while sending`);
		}
	} finally {
		await lab.stop();
	}
	say(failed.length > 0 ? `\nLost or twice: ${failed.join('; ')}` : '\nNothing lost, nothing twice');
	if (failed.length > 0) process.exitCode = 1;
}
