/** Workflows on one number in an n8n that may not call every address. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { credentialOf, saveCredential } from '../../sandbox/n8n/set-up.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { message, post, Published, restart, startSurroundings, TRIGGER } from './lab.ts';
import { triggerWorkflow } from './trigger-flow.ts';

const PROTECTED = { N8N_SSRF_PROTECTION_ENABLED: 'true' };
/** The stand-in has a name in the credential, and n8n an address, so that either can be allowed without the other. */
const ALL_ALLOWED = { ...PROTECTED, N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.0/8' };
const PROVIDER_ALLOWED = { ...PROTECTED, N8N_SSRF_ALLOWED_HOSTNAMES: 'localhost' };
const ADVICE = /could not call itself at http:.* N8N_SSRF_PROTECTION_ENABLED .* N8N_SSRF_ALLOWED_HOSTNAMES /;

const lab = await startSurroundings('ssrf-protection', ALL_ALLOWED);
const { api, credentialIds } = lab;
const { whatsAppCloud } = lab.sandbox;
const named = whatsAppCloud.baseUrl.replace('127.0.0.1', 'localhost');
await saveCredential(api, 'whatsAppCloud', named, credentialIds.whatsAppCloud);

async function create(name: string): Promise<StoredWorkflow> {
	const parameters = { provider: 'whatsAppCloud', purpose: 'inbound' };
	const credentials = credentialOf('whatsAppCloud', credentialIds);
	return await api.createWorkflow(triggerWorkflow(name, parameters, credentials));
}

async function publish(name: string): Promise<Published> {
	const workflow = await create(name);
	await api.publish(workflow);
	return new Published(api, workflow);
}

const first = await publish('First');
const second = await publish('Second');

test('n8n hands calls on where its own address is allowed', async () => {
	const { id, body } = message('To both');
	assert.equal((await post(second.url, body)).status, 200);
	await first.runOf(id);
	await second.runOf(id);
});

test('where it is not, nothing is lost and n8n says which setting allows it', async (t) => {
	const { again } = await restart(lab, 'stop', PROVIDER_ALLOWED);
	after(() => again.stop());
	const lineAbout = (words: RegExp) =>
		eventually(() => again.log.find((line) => words.test(line)), `a line in the log about ${words}`);

	await t.test('the provider is asked to repeat what cannot be handed on', async () => {
		assert.equal((await post(second.url, message('Later').body)).status, 503);
		assert.match(await lineAbout(/"First" did not take a call/), ADVICE);
	});

	await t.test('a third workflow cannot join them, and the webhook stays where it is', async () => {
		const { id } = await create('Third');
		await assert.rejects(api.listen(id, TRIGGER), ADVICE);
		assert.equal(whatsAppCloud.webhook.url, second.url);
	});

	await t.test('one that is unpublished tells whom it leaves without a webhook', async () => {
		await api.unpublish(second.workflow);
		assert.match(await lineAbout(/could not be left to the workflow "First"/), ADVICE);
	});
});
