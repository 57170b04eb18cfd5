import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { REDIS, type Redis, startRedis } from '../../queue/redis.ts';
import { openFolder, whyNot } from './servers.ts';

const skip = await whyNot(REDIS);
const run = promisify(execFile);

async function ask({ host, port, password }: Redis, ...words: string[]): Promise<string> {
	const { stdout } = await run('redis-cli', ['-h', host, '-p', String(port), ...words], {
		env: { ...process.env, REDISCLI_AUTH: password },
	});
	return stdout.trim();
}

for (const { appendOnly, left } of [
	{ appendOnly: false, left: '' },
	{ appendOnly: true, left: 'STOP' },
]) {
	test(
		`appendonly ${appendOnly ? 'yes' : 'no'}: a crash leaves "${left}", a stop all`,
		{ skip },
		async () => {
			await using folder = await openFolder();
			const redis = await startRedis({ folder: folder.path, appendOnly });
			try {
				assert.equal(await ask(redis, 'set', 'heard', 'STOP'), 'OK');
				await new Promise((resolve) => setTimeout(resolve, 1_500));
				await redis.kill();
				await redis.start();
				assert.equal(await ask(redis, 'get', 'heard'), left);
				await ask(redis, 'set', 'heard', 'START');
				await redis.restart();
				assert.equal(await ask(redis, 'get', 'heard'), 'START');
			} finally {
				await redis.stop();
			}
		},
	);
}

test('nobody gets in without the password', { skip }, async () => {
	await using folder = await openFolder();
	const redis = await startRedis({ folder: folder.path });
	try {
		assert.match(await ask(Object.assign(redis, { password: 'wrong' }), 'ping'), /NOAUTH/);
	} finally {
		await redis.stop();
	}
});
