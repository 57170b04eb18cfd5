/**
 * The statements of the templates for several processes, taken out of their files and run over many connections at once: what they
 * promise does not hang on n8n.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { randomOf } from '../bench/noise.ts';
import { shuffled, together } from './connections.ts';
import { filled, queryOf, startDatabase } from './postgres.ts';

const postgres = await startDatabase();

const SECOND_MS = 1_000;
const NOON = Date.parse('2026-01-02T12:00:00Z');
const at = (seconds: number) => new Date(NOON + seconds * SECOND_MS).toISOString();

const random = randomOf(7);

interface Written {
	person: string;
	id: string;
	text?: string;
	seconds?: number;
}

const messageOf = ({ person, id, text = 'Hello', seconds = 0 }: Written) => ({
	kind: 'message',
	eventKey: `whatsAppCloud:message:${id}`,
	id,
	from: person,
	conversationKey: `whatsAppCloud:1:${person}`,
	text,
	timestamp: at(seconds),
});

test('Receive once: bursts that overlap, in any order, over eight connections count each message once', async () => {
	await postgres.execute(await queryOf('receive-once', 'Tables'));
	const record = await queryOf('receive-once', 'Record Once');
	const messages = Array.from({ length: 60 }, (_, index) =>
		messageOf({ person: `+1${index % 7}`, id: `m${index}`, text: `text ${index}`, seconds: index }),
	);
	const bursts = Array.from({ length: 120 }, () => shuffled(messages, random).slice(0, 20));
	await together(
		[...bursts, messages].map((burst) => () => postgres.execute(filled(record, burst, 'one workflow'))),
	);
	assert.deepEqual(
		await postgres.rows(
			'select sum(messages)::int as messages, min(last_text) as text, count(*)::int as people from messaging.conversation',
		),
		[{ messages: 60, text: 'text 53', people: 7 }],
	);
	const again = await postgres.execute(filled(record, messages, 'one workflow'));
	assert.equal(again, '');
	await postgres.execute(filled(record, messages, 'another workflow'));
	assert.deepEqual(await postgres.rows('select sum(messages)::int as messages from messaging.conversation'), [
		{ messages: 120 },
	]);
});

test('Receive once: what a process that died had written does not count, and who waited for it does it', async () => {
	const record = await queryOf('receive-once', 'Record Once');
	const burst = filled(record, [messageOf({ person: '+199', id: 'died' })], 'w');
	const died = postgres.execute(`begin; ${burst}; select pg_sleep(1); rollback`);
	const [, second] = await Promise.all([died, postgres.execute(burst)]);
	assert.match(second, /whatsAppCloud:message:died/);
	assert.deepEqual(
		await postgres.rows("select messages from messaging.conversation where address = '+199'"),
		[{ messages: 1 }],
	);
});

describe('Consent record at scale', () => {
	let record = '';
	before(async () => {
		await postgres.execute(await queryOf('consent-at-scale', 'Tables'));
		record = await queryOf('consent-at-scale', 'Record Once');
	});

	const spoke = (word: 'START' | 'STOP', written: Written) => {
		const { person, id } = written;
		const row = {
			key: `whatsapp|+1555|${person}|all`,
			address: person,
			channel: 'whatsapp',
			sender: '+1555',
			scope: 'all',
			status: word === 'STOP' ? 'optedOut' : 'optedIn',
			source: 'keyword',
			keyword: word,
			tier: 'exact',
			messageId: id,
			timestamp: at(written.seconds ?? 0),
			expiry: '',
			optOutAsked: '',
			evidence: word,
		};
		return {
			...messageOf({ ...written, text: word }),
			reply: { text: word === 'STOP' ? 'Gone' : 'Welcome' },
			consent: row,
			audit: { ...row, auditKey: `${id}|${row.key}`, previousStatus: 'none', recordedAt: at(60) },
		};
	};
	const tell = (execution: string, ...items: readonly object[]) =>
		postgres.execute(filled(record, items, 'consent', execution));
	const stateOf = async (like: string) =>
		await postgres.rows(
			`select status, count(*)::int as people from messaging.consent where address like '${like}' group by status`,
		);

	test('STOP a second after START, 500 pairs over two workers in any order, and each is repeated', async () => {
		const pairs = Array.from({ length: 500 }, (_, pair) => {
			const person = `+2${1000 + pair}`;
			const words = [
				spoke('START', { person, id: `start-${pair}`, seconds: 0 }),
				spoke('STOP', { person, id: `stop-${pair}`, seconds: 1 }),
			];
			const inOrder = pair % 2 === 0 ? words : words.toReversed();
			return inOrder.map((word) => () => tell(`execution ${word.text}`, word));
		});
		await together(pairs.map((pair) => () => Promise.all(pair.map((task) => task()))));
		assert.deepEqual(await stateOf('+2%'), [{ status: 'optedOut', people: 500 }]);
		await together(pairs.slice(0, 50).flat());
		assert.deepEqual(await stateOf('+2%'), [{ status: 'optedOut', people: 500 }]);
		assert.deepEqual(
			await postgres.rows(
				"select count(*)::int as lines from messaging.consent_audit where key like 'whatsapp|+1555|+2%'",
			),
			[{ lines: 1000 }],
		);
		assert.deepEqual(
			await postgres.rows(
				"select count(*)::int as answers from messaging.outbox where recipient like '+2%' and event->>'text' = 'STOP'",
			),
			[{ answers: 500 }],
		);
	});

	test('one after the other, the newer word counts in both orders, and only it is answered', async () => {
		const start = spoke('START', { person: '+31', id: 'late-start', seconds: 0 });
		const stop = spoke('STOP', { person: '+31', id: 'early-stop', seconds: 1 });
		assert.match(await tell('1', stop), /early-stop/);
		assert.equal(await tell('2', start), '');
		assert.deepEqual(await stateOf('+31'), [{ status: 'optedOut', people: 1 }]);
		assert.match(await tell('3', spoke('START', { person: '+31', id: 'again', seconds: 2 })), /again/);
		assert.deepEqual(await stateOf('+31'), [{ status: 'optedIn', people: 1 }]);
	});

	test('of one second, and of one call, the opt-out counts', async () => {
		const words = (person: string, seconds: number) =>
			(['STOP', 'START'] as const).map((word) => spoke(word, { person, id: `${word}${person}`, seconds }));
		await tell('1', ...words('+41', 5));
		for (const word of words('+42', 5)) await tell('1', word);
		for (const word of words('+43', 5).reverse()) await tell('1', word);
		assert.deepEqual(await stateOf('+4_'), [{ status: 'optedOut', people: 3 }]);
	});
});
