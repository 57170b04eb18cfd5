/**
 * The statements of the outbox, taken out of its file and run over many connections at once: shares of the rate, claims and states hold
 * whatever executions do at the same moment.
 */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { z } from 'zod';
import { randomOf } from '../bench/noise.ts';
import { shuffled, together } from './connections.ts';
import { filled, queryOf, startDatabase } from './postgres.ts';

const RATE = 80;
const FOR_ANSWERS = 6;
const LIST = 'First list';
const SENDER = '1';
const RANKS = ['open', 'claimed', 'unknown', 'accepted', 'queued', 'sent', 'failed', 'delivered', 'read'];
const random = randomOf(11);
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

const postgres = await startDatabase();
await postgres.execute(await queryOf('outbox', 'Tables'));
// What a row was, and what it became, in the order in which it happened.
await postgres.execute(`
	create table changes (place serial, reference text, before text, after text);
	create function note_change() returns trigger language plpgsql as $$
		begin
			insert into changes (reference, before, after) values (new.reference, old.state, new.state);
			return new;
		end $$;
	create trigger note_change after update on messaging.outbox for each row execute function note_change()`);
const [claimQuery, noteQuery, statusQuery] = await Promise.all([
	queryOf('outbox', 'Claim'),
	queryOf('outbox', 'Note Results'),
	queryOf('outbox', 'Note Statuses'),
]);

const Rows = z.array(z.object({ reference: z.string() }));

interface Portion {
	next: string;
	perSecond: number;
	references: string[];
}

/** As n8n's node does it: both statements in one transaction. */
async function claim(execution: string, seconds = 1): Promise<Portion> {
	const sql = filled(claimQuery, LIST, SENDER, execution, String(RATE), String(FOR_ANSWERS), String(seconds));
	const [, next = '', perSecond = '', rows = ''] =
		/^(\w+)\|(\d+)\|([^]*)$/.exec(await postgres.execute(sql)) ?? [];
	const references = Rows.parse(JSON.parse(rows)).map(({ reference }) => reference);
	return { next, perSecond: Number(perSecond), references };
}

const note = (execution: string, results: readonly object[]) =>
	postgres.execute(filled(noteQuery, results, execution));
const end = (execution: string) =>
	postgres.execute(`update messaging.rate_lease set until = now() where execution = '${execution}'`);
const add = (count: number) =>
	postgres.execute(`
		insert into messaging.outbox (reference, list, recipient)
		select 'r' || n, '${LIST}', '+1555' || (1000000 + n) from generate_series(1, ${count}) as n`);
const State = z.object({ reference: z.string(), state: z.string() });
async function states(): Promise<Map<string, string>> {
	const rows = await postgres.rows('select reference, state from messaging.outbox');
	return new Map(rows.map((row) => State.parse(row)).map(({ reference, state }) => [reference, state]));
}

beforeEach(() =>
	postgres.execute('truncate messaging.outbox, messaging.rate, messaging.rate_lease, changes'),
);

const taken = (reference: string) => ({ reference, outcome: 'accepted', messageId: `m-${reference}` });
const throttled = (reference: string) => ({
	reference,
	error: { code: '130429', title: 'Rate limit hit', retryable: true },
});

test('whatever up to four executions do at once, their shares are never above the rate, and a row has one owner', async () => {
	await add(6_000);
	let begun = 0;
	let granted = 0;
	const alive = new Map<string, readonly string[]>();
	const owners = new Map<string, string>();
	const begin = () => alive.set(`execution ${(begun += 1)}`, []);

	/** Sends the portion or a part of it, and takes the next one; or dies with it in hand. */
	async function turn(execution: string, portion: readonly string[], fate: number): Promise<void> {
		if (fate < 0.15) {
			alive.delete(execution);
			return await end(execution).then(() => undefined);
		}
		if (portion.length > 0) {
			const isLast = fate < 0.3;
			const results = portion.map((reference, place) =>
				place % 10 === 0 ? throttled(reference) : taken(reference),
			);
			for (const reference of portion) owners.delete(reference);
			await note(execution, results);
			if (isLast) {
				alive.delete(execution);
				return await end(execution).then(() => undefined);
			}
		}
		const { references } = await claim(execution);
		for (const reference of references) {
			assert.equal(owners.get(reference), undefined, `${reference} is claimed twice`);
			owners.set(reference, execution);
		}
		alive.set(execution, references);
		granted += references.length;
	}

	for (let round = 0; round < 40; round += 1) {
		while (alive.size === 0 || (alive.size < 4 && random() < 0.5)) begin();
		const turns = [...alive].map(([execution, portion]) => ({ execution, portion, fate: random() }));
		await Promise.all(turns.map(({ execution, portion, fate }) => turn(execution, portion, fate)));
		const [{ shares = 0 } = {}] = await postgres.rows(
			'select coalesce(sum(per_second), 0)::int as shares from messaging.rate_lease where until > clock_timestamp()',
		);
		assert.ok(z.number().parse(shares) <= RATE - FOR_ANSWERS, `${String(shares)} a second in round ${round}`);
	}
	assert.ok(begun > 4 && granted > 1_000, `${begun} executions got ${granted} rows`);
});

test('one alone has all of the rate but what is left for answers; with a second one each gets half', async () => {
	await add(2_000);
	assert.equal((await claim('a')).perSecond, 74);
	assert.deepEqual(await claim('b'), { next: 'wait', perSecond: 0, references: [] });
	assert.equal((await claim('a')).perSecond, 37);
	assert.equal((await claim('b')).perSecond, 37);
	await end('b');
	assert.equal((await claim('a')).perSecond, 74);
});

test('what another execution claimed is not noted', async () => {
	await add(10);
	const { references } = await claim('a');
	assert.equal(references.length, 10);
	await note('b', references.map(taken));
	assert.deepEqual(new Set((await states()).values()), new Set(['claimed']));
	await note('a', references.map(taken));
	assert.deepEqual(new Set((await states()).values()), new Set(['accepted']));
});

test('a status never goes back, in whatever order statuses and results come, over eight connections', async () => {
	await add(60);
	const { references } = await claim('a');
	assert.equal(references.length, 60);
	const status = (reference: string, state: string) => ({
		callbackData: reference,
		status: state,
		messageId: `m-${reference}`,
	});
	const last = new Map(
		references.map((reference) => [reference, pick(['sent', 'failed', 'delivered', 'read']) ?? '']),
	);
	const words = references.flatMap((reference) => {
		const rank = RANKS.indexOf(last.get(reference) ?? '');
		return ['sent', 'failed', 'delivered', 'read']
			.filter((state) => RANKS.indexOf(state) <= rank)
			.map((state) => status(reference, state));
	});
	const inAnyOrder = shuffled([...words, ...words], random);
	const bursts = Array.from({ length: 24 }, (_, place) =>
		inAnyOrder.filter((_word, at) => at % 24 === place),
	);
	const results = [0, 1, 2].map((third) => references.filter((_, place) => place % 3 === third).map(taken));
	await together(
		shuffled(
			[
				...bursts.map((burst) => () => postgres.execute(filled(statusQuery, burst))),
				...results.map((part) => () => note('a', part)),
			],
			random,
		),
	);
	assert.deepEqual(await states(), last);
	const changes = await postgres.rows(`select before, after from changes order by place`);
	const back = changes.filter(
		({ before, after }) => RANKS.indexOf(String(after)) < RANKS.indexOf(String(before)),
	);
	assert.deepEqual(back, []);
});
