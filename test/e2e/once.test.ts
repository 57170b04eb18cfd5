import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { itemsOf, Lab, message } from './lab.ts';

const lab = await Lab.start('once');

const isTaken = ({ status }: { status: number }) => status >= 200 && status < 300;

/** Runs `act` while n8n's database refuses to store a new execution, as it does when its disk is full. */
async function whileExecutionsCannotStart(act: () => Promise<void>): Promise<void> {
	const database = new DatabaseSync(join(lab.userFolder, '.n8n/database.sqlite'), { timeout: 5_000 });
	try {
		database.exec(`CREATE TRIGGER refuse BEFORE INSERT ON execution_entity
			BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
		await act();
	} finally {
		database.exec('DROP TRIGGER IF EXISTS refuse');
		database.close();
	}
}

test('a delivery that comes twice starts one execution, and both are answered 200', async () => {
	const { body } = message('STOP');

	const started = await lab.executionsStartedBy(async () => {
		assert.equal((await lab.post(body)).status, 200);
		assert.equal((await lab.post(body)).status, 200);
	});

	assert.equal(started, 1);
});

test('ten copies of a delivery at the same moment start one execution, and all are taken', async () => {
	const { id, body } = message('STOP');

	const started = await lab.executionsStartedBy(async () => {
		const answers = await Promise.all(Array.from({ length: 10 }, () => lab.post(body)));

		assert.deepEqual(
			answers.filter((answer) => !isTaken(answer)).map(({ status }) => status),
			[],
		);
	});

	assert.equal(started, 1);
	assert.equal(itemsOf(await lab.runOf(id), 'Messaging Send').length, 1);
});

test('different messages at the same moment all start', async () => {
	const messages = Array.from({ length: 10 }, (_, index) => message(`Question ${index}`));

	await Promise.all(messages.map(({ body }) => lab.post(body)));

	for (const { id } of messages) await lab.runOf(id);
});

test('of a delivery that repeats a message beside a new one, the new one passes', async () => {
	const seen = message('STOP');
	const fresh = message('HELP');
	await lab.post(seen.body);
	const both: { entry: unknown[] } = JSON.parse(seen.body);
	const added: { entry: unknown[] } = JSON.parse(fresh.body);
	both.entry.push(...added.entry);

	assert.equal((await lab.post(JSON.stringify(both))).status, 200);

	const items = itemsOf(await lab.runOf(fresh.id), 'Messaging Trigger');
	assert.deepEqual(
		items.map((item) => item.id),
		[fresh.id],
	);
});

test('a delivery whose execution could not be started is taken when it comes again', async () => {
	const { id, body } = message('STOP');

	const startedMeanwhile = await lab.executionsStartedBy(async () => {
		await whileExecutionsCannotStart(async () => {
			const answer = await lab.post(body);

			assert.ok(answer.status >= 500, `n8n answered ${answer.status} without an execution`);
		});
	});
	assert.equal(startedMeanwhile, 0);

	assert.equal((await lab.post(body)).status, 200);
	assert.equal(itemsOf(await lab.runOf(id), 'Messaging Send').length, 1);
	assert.equal(
		await lab.executionsStartedBy(async () => {
			await lab.post(body);
		}),
		0,
	);
});

test('copies that come while n8n cannot start executions are refused as well, and one is taken afterwards', async () => {
	const { id, body } = message('STOP');

	await whileExecutionsCannotStart(async () => {
		const answers = await Promise.all(Array.from({ length: 5 }, () => lab.post(body)));

		// The answers themselves hold sockets, which a failing comparison would print for minutes.
		assert.deepEqual(
			answers.filter(isTaken).map(({ status }) => status),
			[],
		);
	});

	assert.equal((await lab.post(body)).status, 200);
	await lab.runOf(id);
});
