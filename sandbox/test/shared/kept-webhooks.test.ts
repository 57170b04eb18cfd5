import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { KeptWebhooks } from '../../kept-webhooks.ts';
import { startSandbox, type Sandbox } from '../../sandbox.ts';
import { WORLD } from '../../settings.ts';
import { Receiver } from './receiver.ts';

const { signal } = new AbortController();
let folder: string;
let receiver: Receiver;
let sandbox: Sandbox;

const start = async () => {
	sandbox = await startSandbox({ world: WORLD, port: 0 });
	return new KeptWebhooks(join(folder, 'webhooks.json'));
};

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'webhooks-'));
	receiver = new Receiver();
	await receiver.start();
});

afterEach(async () => {
	await sandbox.close();
	await receiver.close();
	await rm(folder, { recursive: true });
});

test('the next stand-ins send webhooks to where the last ones did', async () => {
	const kept = await start();
	await sandbox.whatsAppCloud.setWebhook(receiver.url);
	await kept.keep(sandbox);
	await sandbox.close();

	const again = await start();
	await again.restore(sandbox, signal);
	assert.equal(sandbox.whatsAppCloud.webhook.url, receiver.url);
	assert.equal(sandbox.infobip.webhook.url, undefined);
});

test('an address that nobody answers at any more is not taken', async () => {
	const kept = await start();
	await sandbox.whatsAppCloud.setWebhook(receiver.url);
	await kept.keep(sandbox);
	await sandbox.close();
	await receiver.close();

	const again = await start();
	await again.restore(sandbox, signal);
	assert.equal(sandbox.whatsAppCloud.webhook.url, undefined);
	await receiver.start();
});

test('a first start has nothing to restore', async () => {
	const kept = await start();
	await kept.restore(sandbox, signal);
	assert.equal(sandbox.whatsAppCloud.webhook.url, undefined);
});

test('the stand-ins know whether a workflow is published where they send webhooks', async () => {
	const kept = await start();
	await sandbox.whatsAppCloud.setWebhook(receiver.url);
	const isPublished = async () => {
		await kept.watch(sandbox);
		return sandbox.whatsAppCloud.webhook.isPublished;
	};
	assert.equal(await isPublished(), undefined);
	receiver.methods = 'OPTIONS';
	assert.equal(await isPublished(), false);
	receiver.methods = 'OPTIONS, GET, POST';
	assert.equal(await isPublished(), true);
	assert.equal(sandbox.infobip.webhook.isPublished, undefined);
});
