import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { test } from 'node:test';
import { isRunning } from '../../n8n/processes.ts';
import { REDIS } from '../../queue/redis.ts';
import { Server } from '../../queue/server.ts';
import { eventually } from '../shared/receiver.ts';
import { openFolder, whyNot } from './servers.ts';

const skip = await whyNot(REDIS);

async function firstOf(stream: Readable): Promise<unknown> {
	for await (const chunk of stream) return chunk;
	return undefined;
}

/** A shell in a server's place. */
const server = (script: string) =>
	new Server({
		name: 'The shell',
		file: 'sh',
		args: ['-c', script],
		cwd: '/',
		user: undefined,
		ready: /open for business/,
		signals: { stop: 'SIGTERM', crash: 'SIGKILL' },
		logFile: undefined,
	});

test('a server that does not start is told with its log', async () => {
	const broken = server('echo the disk is full >&2; exit 3');
	await assert.rejects(broken.start(), /The shell did not start \(exit code 3\).*\nthe disk is full/);
	assert.equal(broken.pid, undefined);
});

test('a program that is missing is told', async () => {
	const missing = new Server({
		name: 'Nothing',
		file: '/no/such/program',
		args: [],
		cwd: '/',
		user: undefined,
		ready: /./,
		signals: { stop: 'SIGTERM', crash: 'SIGKILL' },
		logFile: undefined,
	});
	await assert.rejects(missing.start(), /Nothing did not start \(.*ENOENT/);
});

test('a server ends with the process that started it, however that ended', { skip }, async () => {
	await using folder = await openFolder();
	const starter = spawn(process.execPath, [join(import.meta.dirname, 'leash.ts'), folder.path], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const pid = Number(String(await firstOf(starter.stdout)));
	assert(isRunning(pid));
	starter.kill('SIGKILL');
	await eventually(() => !isRunning(pid), 'the end of the server');
});
