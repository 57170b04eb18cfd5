import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublished } from '../../sandbox/n8n/published.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { itemsOf, Lab, message, signed } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

const lab = await Lab.start('webhook');

/** What n8n logged during `act`, once the trigger's line about a refusal with `status` is among it. */
async function logOfRefusal(status: number, act: () => Promise<void>): Promise<string> {
	const before = lab.n8n.log.length;
	await act();
	const line = new RegExp(`Messaging Trigger: a webhook call was refused with ${status}: \\S+`);
	return await eventually(() => {
		const log = lab.n8n.log.slice(before).join('\n');
		return line.test(log) && log;
	}, `a line about the refusal with ${status}`);
}

const HANDSHAKE = {
	'hub.mode': 'subscribe',
	'hub.verify_token': WORLD.verifyToken,
	'hub.challenge': '1158201444',
};

test('n8n tells the phone page whether a workflow is published', async () => {
	assert.equal(await isPublished(lab.url), true);
	assert.equal(await isPublished(`${lab.url}-of-nobody`), false);
});

test('the handshake is answered with the bare challenge', async () => {
	const answer = await lab.verify(HANDSHAKE);

	assert.equal(answer.status, 200);
	assert.equal(answer.data, '1158201444');
	assert.match(String(answer.headers['content-type']), /^text\/plain/);
});

for (const { name, query } of [
	{ name: 'with a wrong verify token', query: { ...HANDSHAKE, 'hub.verify_token': 'guessed-token' } },
	{ name: 'with a wrong mode', query: { ...HANDSHAKE, 'hub.mode': 'unsubscribe' } },
	{ name: 'without anything', query: {} },
]) {
	test(`a handshake ${name} is answered 403 and leaves a reason in the log`, async () => {
		const log = await logOfRefusal(403, async () => {
			const answer = await lab.verify(query);

			assert.equal(answer.status, 403);
			assert.ok(!answer.data.includes('1158201444'), 'the challenge was given away');
		});

		assert.ok(
			!log.includes(WORLD.verifyToken) && !log.includes('guessed-token'),
			'a token stands in the log',
		);
	});
}

const forged = message('STOP').body;
const accented = message('Café, s’il vous plaît').body;
const reserialised = JSON.stringify(JSON.parse(accented));

for (const { name, body, headers } of [
	{ name: 'a signature of another secret', body: forged, headers: signed(forged, 'another-secret') },
	{ name: 'the signature of another body', body: forged, headers: signed(message('STOP').body) },
	{ name: 'the signature of the parsed body written again', body: accented, headers: signed(reserialised) },
	{ name: 'no signature', body: forged, headers: {} },
	{ name: 'an empty signature', body: forged, headers: { 'X-Hub-Signature-256': 'sha256=' } },
	{
		name: 'a signature without its algorithm',
		body: forged,
		headers: { 'X-Hub-Signature-256': signed(forged)['X-Hub-Signature-256']?.slice('sha256='.length) ?? '' },
	},
	{
		name: 'the signature in the older header alone',
		body: forged,
		headers: { 'X-Hub-Signature': signed(forged)['X-Hub-Signature-256'] ?? '' },
	},
]) {
	test(`a call with ${name} is answered 401, starts nothing and leaves a reason in the log`, async () => {
		let log = '';
		const started = await lab.executionsStartedBy(async () => {
			log = await logOfRefusal(401, async () => {
				assert.equal((await lab.post(body, headers)).status, 401);
			});
		});

		assert.equal(started, 0);
		assert.ok(!log.includes(WORLD.appSecret), 'the secret stands in the log');
	});
}

test('signed bytes with accents and emoji are accepted as they come over the wire', async () => {
	const { id, body } = message('Café ☕ à emporter');

	assert.equal((await lab.post(body)).status, 200);
	const [event] = itemsOf(await lab.runOf(id), 'Messaging Trigger');
	assert.equal(event?.text, 'Café ☕ à emporter');
});

for (const { name, body, statuses } of [
	{ name: 'malformed JSON', body: '{"object":"whatsapp_business_account","entry":[', statuses: [400, 422] },
	{ name: 'an empty body', body: '', statuses: [200, 400, 422] },
	{ name: 'JSON without entries', body: '{"object":"whatsapp_business_account"}', statuses: [200] },
	{
		name: 'an entry without changes',
		body: '{"object":"whatsapp_business_account","entry":[{"id":"1"}]}',
		statuses: [200],
	},
	{ name: 'a list', body: '[]', statuses: [200] },
]) {
	test(`${name}, properly signed, is answered ${statuses.join(' or ')} and starts nothing`, async () => {
		const started = await lab.executionsStartedBy(async () => {
			const answer = await lab.post(body);

			assert.ok(statuses.includes(answer.status), `${answer.status} ${JSON.stringify(answer.data)}`);
		});

		assert.equal(started, 0);
	});
}

/** A delivery of 3 MB: Meta batches up to a thousand updates. */
function bulkyDelivery() {
	const { id, body } = message('STOP');
	const payload: { entry: unknown[] } = JSON.parse(body);
	payload.entry.push({
		id: WORLD.businessAccountId,
		changes: [{ field: 'flows', value: 'x'.repeat(3_000_000) }],
	});
	return { id, body: JSON.stringify(payload) };
}

test('a body of 3 MB is taken', async () => {
	const { id, body } = bulkyDelivery();

	assert.equal((await lab.post(body)).status, 200);
	assert.equal(itemsOf(await lab.runOf(id), 'Messaging Trigger').length, 1);
});

test('a body of 3 MB with a bad signature is answered 401', async () => {
	const { body } = bulkyDelivery();

	assert.equal((await lab.post(body, signed('something else'))).status, 401);
});
