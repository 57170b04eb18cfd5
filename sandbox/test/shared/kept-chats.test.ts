import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { KeptChats } from '../../kept-chats.ts';
import { startSandbox, type Sandbox } from '../../sandbox.ts';
import { WORLD } from '../../settings.ts';

const [ana] = WORLD.customers;
const [line] = WORLD.numbers;
assert(ana && line);
const stranger = '+15550123999';
let folder: string;
let sandbox: Sandbox;

const start = async () => {
	sandbox = await startSandbox({ world: WORLD, port: 0 });
	return new KeptChats(join(folder, 'chats.json'));
};

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'chats-'));
});

afterEach(async () => {
	await sandbox.close();
	await rm(folder, { recursive: true });
});

test('the next start shows the chats of the last one, and the window is open as long as it was', async () => {
	const kept = await start();
	const { phones, whatsAppCloud } = sandbox;
	phones.people.add(stranger, 'Dora');
	whatsAppCloud.customerSends(ana.phoneNumber, 'start');
	whatsAppCloud.customerSends(stranger, 'Hello');
	const [before] = phones.conversations.threads;
	await kept.keep(sandbox);
	await sandbox.close();

	const again = await start();
	await again.restore(sandbox);
	const { conversations, people } = sandbox.phones;
	assert.deepEqual(
		conversations.messages(line.id, ana.phoneNumber).map(({ text, sender }) => [text, sender]),
		[['start', 'customer']],
	);
	assert.equal(people.customer(stranger)?.name, 'Dora');
	assert.equal(conversations.threads[0]?.windowOpenUntil, before?.windowOpenUntil);
	assert(conversations.isWindowOpen(line.id, ana.phoneNumber));
	sandbox.whatsAppCloud.customerSends(ana.phoneNumber, 'stop');
	const words = conversations.messages(line.id, ana.phoneNumber).map(({ text }) => text);
	assert.deepEqual(words, ['start', 'stop']);
});

test('a first start has nothing to show', async () => {
	const kept = await start();
	await kept.restore(sandbox);
	assert.deepEqual(sandbox.phones.conversations.threads, []);
});
