import assert from 'node:assert/strict';
import { test } from 'node:test';
import axios from 'axios';
import { WORLD } from '../../sandbox/settings.ts';
import { envelope, inboundValue } from '../../sandbox/whatsapp-cloud/payloads.ts';
import { wireJson } from '../../sandbox/whatsapp-cloud/signature.ts';
import { post } from '../e2e/lab.ts';
import { itemsOf, TemplateLab } from './lab.ts';

const OPERATOR = { username: 'operator', password: 'door-of-the-form' };
const lab = await TemplateLab.start('ask-and-wait', {
	credentials: { httpBasicAuth: { user: OPERATOR.username, password: OPERATOR.password } },
});
const [ana, ben, chloe] = [0, 1, 2];

const rowsOf = async (customer: number) =>
	(await lab.table('messaging_questions')).filter(
		({ address }) => address === lab.customers[customer]?.phoneNumber,
	);

/** Fills the form in. Gives the execution that waits for the reply. */
async function ask(customer: number, question: string): Promise<string> {
	const values = { 'field-0': lab.customers[customer]?.phoneNumber, 'field-1': question };
	await axios.postForm(lab.webhookUrl('Question'), values, { auth: OPERATOR, proxy: false });
	const row = await lab.eventually(
		async () => (await rowsOf(customer)).find((one) => one.question === question),
		'the stored question',
	);
	const id = String(row.executionId);
	await lab.eventually(async () => (await lab.api.execution(id)).status === 'waiting', 'the wait');
	return id;
}

/** Waits until an execution has noted how its question ended. */
async function noted(executionId: string): Promise<[status: unknown, answer: unknown]> {
	await lab.eventually(async () => (await lab.api.execution(executionId)).status === 'success', 'its end');
	const row = (await lab.table('messaging_questions')).find((one) => one.executionId === executionId);
	return [row?.status, row?.answer];
}

/** What the first customers write, in one call of the provider, so that one execution has all of it. */
async function postTogether(texts: readonly string[]): Promise<void> {
	const [line] = WORLD.numbers;
	assert(line);
	const entries = texts.map((text, at) => {
		const customer = WORLD.customers[at];
		assert(customer);
		const written = { line, customer, message: { type: 'text', text } as const, id: `wamid.TOGETHER${at}` };
		return envelope(WORLD.businessAccountId, 'messages', inboundValue({ ...written, at: Date.now() })).entry;
	});
	const body = wireJson({ object: 'whatsapp_business_account', entry: entries.flat() });
	assert.equal((await post(lab.webhookUrl('Messaging Trigger'), body)).status, 200);
}

/** What came out below, of an execution that the message started. */
async function notAnAnswer(messageId: string): Promise<Record<string, unknown>[]> {
	return await lab.eventually(async () => {
		for (const { id, status } of await lab.runs()) {
			if (status !== 'success') continue;
			const run = await lab.api.runData(id);
			if (itemsOf(run, 'Messaging Trigger').some((event) => event.id === messageId))
				return itemsOf(run, 'Not an Answer');
		}
		return undefined;
	}, 'the execution of the message');
}

test('a written reply has the execution go on', async () => {
	const asked = await ask(ana, 'How many of you will come?');
	const reply = await lab.customerWrites('We are four', { customer: ana });
	assert.deepEqual(await noted(asked), ['answered', 'We are four']);
	assert.deepEqual(await notAnAnswer(reply), []);
});

test('several questions to one person are answered in their order', async () => {
	const first = await ask(ben, 'Which day?');
	const second = await ask(ben, 'Which street?');
	await lab.customerWrites('Saturday', { customer: ben });
	assert.deepEqual(await noted(first), ['answered', 'Saturday']);
	await lab.customerWrites('Quay Street', { customer: ben });
	assert.deepEqual(await noted(second), ['answered', 'Quay Street']);
});

test('people who answer at the same moment are each heard', async () => {
	const asked = await Promise.all([ask(ana, 'And which day?'), ask(ben, 'And which street?')]);
	await postTogether(['Saturday', 'Quay Street']);
	assert.deepEqual(await Promise.all(asked.map(noted)), [
		['answered', 'Saturday'],
		['answered', 'Quay Street'],
	]);
});

test('STOP ends the question, and goes on as STOP', async () => {
	const asked = await ask(chloe, 'Which day?');
	const stop = await lab.customerWrites('STOP', { customer: chloe });
	assert.deepEqual(await noted(asked), ['optedOut', 'STOP']);
	const [event] = await notAnAnswer(stop);
	assert.equal(event?.text, 'STOP');
});

test('a message to which no question is open goes on', async () => {
	const hello = await lab.customerWrites('Hello', { customer: ana });
	const [event] = await notAnAnswer(hello);
	assert.equal(event?.text, 'Hello');
});
