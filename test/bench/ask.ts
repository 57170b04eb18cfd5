/**
 * Many people are asked at once by the template ask-and-wait, and a part of them answers in all the ways there are: by a tap, in
 * words of several languages, twice, late, with STOP, with what is forged, and after n8n was killed and started again. Fails where an
 * execution ends at the wrong output, a message is lost, or a wrong answer has an execution go on.
 *
 *     ASK=500 WAIT=6 npm run bench:ask    # of 500 people 300 answer in time; MODE=queue in queue mode
 */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import axios from 'axios';
import { startOutsideSystem } from '../e2e/outside.ts';
import { triggerUrl } from '../../sandbox/n8n/set-up.ts';
import {
	askedExecutions,
	complaintsOf,
	inTurn,
	lostMessages,
	readEnd,
	until,
	wrongEnds,
} from './ask/ending.ts';
import { forgeAll, replay } from './ask/forgery.ts';
import type { Memory } from './ask/memory.ts';
import { OUTPUTS, peopleOf, type Person } from './ask/people.ts';
import { act, Phones } from './ask/phones.ts';
import { ASK_PATH, oneProcess, queueMode } from './ask/stage.ts';

const PEOPLE = Number(process.env.ASK ?? 20);
/** From the first question to the end of all waits. Has to be long enough for all that happens before. */
const WAIT_MINUTES = Number(process.env.WAIT ?? 3);
const LIMIT_MS = 20 * 60_000;
/** Asked and answered before anything is measured, so that n8n has loaded what it needs. */
const WARM_UP = 10;
const FORGED = 20;
const LATE = 10;
/** What those who wait may take of memory. */
const MOST_MB = 50;
/** Before and after the end of the wait. */
const AT_THE_END_MS = [-600, -300, -100, 0, 100, 300];

const ends = await startOutsideSystem(() => ({ body: {} }));
const stage = process.env.MODE === 'queue' ? await queueMode(ends.url) : await oneProcess(ends.url);
const phones = new Phones(triggerUrl(stage.api, stage.workflow), stage.sandbox.whatsAppCloud.ledger);
const all = peopleOf(PEOPLE);
/** Nobody asks them again, so that they are strangers later. */
const warmUp: Person[] = peopleOf(WARM_UP).map(({ at, words }) => {
	const phone = `+1555030${String(at).padStart(4, '0')}`;
	return { at, words, phone, isAtTheEnd: false };
});

const countOf = async (...states: string[]) =>
	[...(await stage.executions()).values()].filter((state) => states.includes(state)).length;
const quiet = () => until(async () => (await countOf('running', 'new')) === 0, 'rest', LIMIT_MS);

async function ask(people: readonly Person[], end: number): Promise<void> {
	const url = `${stage.url}/webhook/${ASK_PATH}`;
	const before = await countOf('waiting');
	await inTurn(people, ({ phone }) =>
		axios.post(url, { to: phone, until: new Date(end).toISOString() }, { proxy: false, timeout: 120_000 }),
	);
	await until(async () => (await countOf('waiting')) === before + people.length, 'all to wait', LIMIT_MS);
}

/** Of all processes of n8n together, in megabytes. */
async function memory(): Promise<Memory> {
	const all = [...(await stage.memory()).values()];
	const sum = (of: keyof Memory) => all.reduce((total, one) => total + one[of], 0);
	return { resident: sum('resident'), heap: sum('heap') };
}

/** Who answered, and is waited for all the same. */
async function stillWaiting(people: readonly Person[]): Promise<string[]> {
	const [asked, states] = await Promise.all([askedExecutions(stage), stage.executions()]);
	return people
		.filter(({ phone }) => states.get(asked.get(phone) ?? '') === 'waiting')
		.map(({ at, way }) => `${at} ${way}`);
}

const inWords = ({ resident, heap }: Memory) =>
	`memory ${resident.toFixed(0)} MB, of which heap ${heap.toFixed(0)} MB`;

test(`of ${PEOPLE} people some answer, and each execution ends at its output`, async () => {
	await using open = new AsyncDisposableStack();
	open.use(stage);
	const begun = performance.now();
	const tell = (what: string) => {
		process.stdout.write(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${what}\n`);
	};

	const fresh = await memory();
	tell(`just started: ${inWords(fresh)}`);
	await ask(warmUp, Date.now() + LIMIT_MS);
	await inTurn(warmUp, (person) => phones.taps(person, 'Approve'));
	await until(async () => (await countOf('waiting', 'running', 'new')) === 0, 'the warm-up', LIMIT_MS);
	const forgotten = new Set([...phones.sent.values()].flat());
	tell(`after ${WARM_UP} were asked and answered: ${inWords(await memory())}`);

	const end = Date.now() + WAIT_MINUTES * 60_000;
	const asking = performance.now();
	await ask(all, end);
	tell(`${PEOPLE} were asked in ${((performance.now() - asking) / 1000).toFixed(0)} s and wait`);
	tell(`with ${PEOPLE} waiting: ${inWords(await memory())}`);
	await stage.restart();
	const waiting = await memory();
	tell(`killed, and just started with ${PEOPLE} waiting: ${inWords(waiting)}`);
	assert.ok(waiting.heap - fresh.heap < MOST_MB, 'those who wait take too much memory');

	let forged = 0;
	for (const person of all.slice(0, FORGED)) {
		const { calls, wrong } = await forgeAll(stage.url, phones, person, all.at(person.at - 1) ?? person);
		assert.deepEqual(wrong, []);
		forged += calls;
	}
	const silent = all.filter(({ way, isAtTheEnd }) => way === undefined && !isAtTheEnd);
	for (const stranger of warmUp) await phones.taps(stranger, 'Approve', 1, all[0]);
	assert.equal(await countOf('waiting'), PEOPLE);
	tell(`${forged} forged answers and ${warmUp.length} taps on another's question: nobody went on`);

	const answering = all.filter(({ way }) => way !== undefined);
	const half = Math.floor(answering.length / 2);
	await inTurn(answering.slice(0, half), (person) => act(phones, person));
	await quiet();
	assert.deepEqual(await stillWaiting(answering.slice(0, half)), []);
	tell(`${half} have answered; n8n is killed`);
	await stage.restart();
	tell(`n8n is back with ${await countOf('waiting')} waiting`);
	await inTurn(answering.slice(half), (person) => act(phones, person));
	await quiet();
	assert.ok(Date.now() < end, 'the wait was over before all had answered: give WAIT more minutes');
	assert.deepEqual(await stillWaiting(answering), []);
	tell(`${answering.length} have answered`);

	const replayed = await Promise.all(
		answering.slice(0, LATE).map((person) => replay(stage.url, phones, person)),
	);
	const atTheEnd = all.filter(({ isAtTheEnd }) => isAtTheEnd);
	await Promise.all(
		atTheEnd.map(async (person, at) => {
			await sleep(end - Date.now() + (AT_THE_END_MS[at % AT_THE_END_MS.length] ?? 0));
			await phones.taps(person, 'Approve');
		}),
	);
	await until(async () => (await countOf('waiting', 'running', 'new')) === 0, 'the end', LIMIT_MS);
	await inTurn(silent.slice(0, LATE), (person) => phones.taps(person, 'Approve'));
	await inTurn(silent.slice(0, LATE), (person) => phones.says(person, 'Yes'));
	await quiet();
	tell('all have ended, and some answered late');

	const ended = await readEnd(stage, all);
	const complaints = all.flatMap((person) =>
		complaintsOf(
			person,
			ended.endings.get(person.phone) ?? { output: undefined, data: {} },
			phones.sent.get(person.phone) ?? [],
		),
	);
	const counts = OUTPUTS.map(
		(output) => `${output} ${[...ended.endings.values()].filter((one) => one.output === output).length}`,
	);
	tell(`${counts.join(', ')}; ${ended.notAnswers.length} messages went on as no answer`);
	assert.deepEqual(complaints, []);
	assert.deepEqual(
		lostMessages(phones, ended).filter((id) => !forgotten.has(id)),
		[],
	);
	assert.deepEqual(ended.notAnswers.toSorted(), [...new Set(ended.notAnswers)].toSorted());
	assert.deepEqual([...new Set(phones.questions().values())], [1]);
	assert.deepEqual(wrongEnds(ends.calls, ended), []);
	assert.deepEqual(
		replayed.filter((outcome) => outcome !== undefined),
		[],
	);
	assert.deepEqual(
		[...(await stage.executions()).values()].filter((state) => state !== 'success'),
		[],
	);
});
