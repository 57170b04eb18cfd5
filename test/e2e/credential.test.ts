import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CREDENTIALS } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { Lab } from './lab.ts';

const lab = await Lab.start('credential');

/** What the credential's window says after the test with these fields changed. */
function tested(changes: Record<string, string> = {}) {
	const { type, name, data } = CREDENTIALS.whatsAppCloud;
	const changed = { ...data(lab.sandbox.url), ...changes };
	return lab.api.testCredential({ id: lab.credentialIds.whatsAppCloud, name, type, data: changed });
}

test('right values pass', async () => {
	assert.equal((await tested()).status, 'OK');
});

test('a slash at the end of the base URL does no harm', async () => {
	assert.equal((await tested({ baseUrl: `${lab.sandbox.url}/` })).status, 'OK');
});

test('without an app secret, which only receiving needs, right values pass', async () => {
	assert.equal((await tested({ appSecret: '' })).status, 'OK');
});

test('of two app secrets the first is tested, which is the newest', async () => {
	assert.equal((await tested({ appSecret: `${WORLD.appSecret}, former` })).status, 'OK');
	assert.equal((await tested({ appSecret: `nope, ${WORLD.appSecret}` })).status, 'Error');
});

const seen = new Map<string, string>();

for (const { name, changes, fault, message } of [
	{ name: 'a wrong token', changes: { accessToken: 'EAAnotatoken' }, message: /"Access Token"/ },
	{
		name: 'an account that does not exist',
		changes: { businessAccountId: '999' },
		message: /"Business Account ID"/,
	},
	{ name: 'a wrong app secret', changes: { appSecret: 'nope' }, message: /"App Secret"/ },
	{ name: 'a missing permission', fault: 'permissionMissing', message: /whatsapp_business_management/ },
	{ name: 'an address where nobody listens', changes: { baseUrl: 'http://127.0.0.1:9' }, message: /./ },
] as const) {
	test(`${name} fails with a message of its own that says what to do`, async () => {
		if (fault) lab.sandbox.whatsAppCloud.faults.set(fault);

		const result = await tested(changes);

		assert.equal(result.status, 'Error');
		assert.match(result.message, message);
		assert.ok(!seen.has(result.message), `the same message as for ${seen.get(result.message)}`);
		seen.set(result.message, name);
	});
}

test('an expired token is named as the token', async () => {
	lab.sandbox.whatsAppCloud.faults.set('tokenExpired');
	const { status, message } = await tested();

	assert.equal(status, 'Error');
	assert.match(message, /expired.*"Access Token"/);
});

test('another server in place of Meta is named as such', async () => {
	const { status, message } = await tested({ baseUrl: `${lab.n8n.url}/rest` });

	assert.equal(status, 'Error');
	assert.match(message, /"Base URL"/);
});
