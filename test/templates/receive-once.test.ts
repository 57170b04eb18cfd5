/** Each message counts once: in a burst, when it is repeated to another process, and with bytes that a database refuses. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { N8nInstance } from '../../sandbox/n8n/instance.ts';
import { message, post, restart } from '../e2e/lab.ts';
import { callOf } from './calls.ts';
import { itemsOf, TemplateLab } from './lab.ts';
import { postgresCredential, startDatabase } from './postgres.ts';

const postgres = await startDatabase();
const lab = await TemplateLab.start('receive-once', {
	credentials: postgresCredential(postgres),
	publish: false,
});
const SET_UP = 'Set Up';

let again: N8nInstance | undefined;
after(() => again?.stop());

const conversations = () => postgres.rows('select messages, last_text from messaging.conversation');
const answers = async () => (await lab.phone()).length;

test('the set-up makes the tables, a second time too', async () => {
	assert.equal((await lab.runManually(undefined, SET_UP)).error, undefined);
	assert.equal((await lab.runManually(undefined, SET_UP)).error, undefined);
	await lab.publish();
});

test('a message counts and is answered', async () => {
	await lab.customerWrites('Good morning');
	assert.deepEqual(await conversations(), [{ messages: 1, last_text: 'Good morning' }]);
	assert.equal(await answers(), 1);
});

const calls = [
	callOf([message('one').body, message('two').body, message('three').body]),
	message('\\u0000 \ud800 \0').body,
];

test('a call with several messages counts them all, and a text that no database takes is taken', async () => {
	for (const call of calls) assert.equal((await post(lab.webhookUrl('Messages'), call)).status, 200);
	assert.equal((await conversations())[0]?.messages, 5);
	const [newest] = await lab.runs();
	assert(newest);
	const [odd] = itemsOf(await lab.api.runData(newest.id), 'New Messages');
	assert.equal(odd?.text, '\\u0000 \ufffd ');
	assert.equal(await answers(), 5);
});

test('what comes again after a restart, which remembers nothing, changes nothing and is not answered', async () => {
	({ again } = await restart(lab));
	for (const call of calls) assert.equal((await post(lab.webhookUrl('Messages'), call)).status, 200);
	assert.equal((await conversations())[0]?.messages, 5);
	assert.equal(await answers(), 5);
});

test('without the database the call is refused, and counts when it is repeated', async () => {
	await postgres.stop();
	const { body } = message('Is anybody there?');
	const refused = await post(lab.webhookUrl('Messages'), body);
	assert.ok(refused.status >= 500, String(refused.status));
	await lab.idle();
	await postgres.start();
	assert.equal((await post(lab.webhookUrl('Messages'), body)).status, 200);
	assert.deepEqual(await conversations(), [{ messages: 6, last_text: 'Is anybody there?' }]);
	assert.equal(await answers(), 6);
});
