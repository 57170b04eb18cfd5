import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POSTGRESQL, startPostgres } from '../../queue/postgres.ts';
import { openFolder, whyNot } from './servers.ts';

const skip = await whyNot(POSTGRESQL);

test('what was written outlives a crash and a stop', { skip }, async () => {
	await using folder = await openFolder();
	const postgres = await startPostgres({ folder: folder.path });
	try {
		await postgres.execute("create table heard (word text); insert into heard values ('STOP')");
		await postgres.kill();
		assert.equal(postgres.pid, undefined);
		await assert.rejects(postgres.rows('select * from heard'), /refused/);
		await postgres.start();
		assert.deepEqual(await postgres.rows('select * from heard'), [{ word: 'STOP' }]);
		await postgres.restart();
	} finally {
		await postgres.stop();
	}
	const again = await startPostgres({ folder: folder.path, port: postgres.port });
	try {
		assert.deepEqual(await again.rows('select word, 1.5 as number from heard'), [
			{ word: 'STOP', number: 1.5 },
		]);
	} finally {
		await again.stop();
	}
});

test("a refused statement is told in PostgreSQL's own words", { skip }, async () => {
	await using folder = await openFolder();
	const postgres = await startPostgres({ folder: folder.path });
	try {
		await assert.rejects(
			postgres.execute('select nothing from nowhere'),
			/relation "nowhere" does not exist/,
		);
	} finally {
		await postgres.stop();
	}
});
