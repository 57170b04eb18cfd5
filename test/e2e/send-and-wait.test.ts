/** A question to a person in the chat, in a real n8n: the execution waits, and goes on with what the person says. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, test } from 'node:test';
import axios from 'axios';
import { credentialOf } from '../../sandbox/n8n/set-up.ts';
import { choicesOf } from '../../sandbox/shared/content.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { itemsOf, Published, restart, startSurroundings, TRIGGER } from './lab.ts';
import { Asker, lastQuestion, tap, type PhoneMessage } from './question-flow.ts';
import { triggerWorkflow } from './trigger-flow.ts';

const lab = await startSurroundings('send-and-wait');
const { api, sandbox, credentialIds } = lab;
const [ana = '', ben = ''] = WORLD.customers.map(({ phoneNumber }) => phoneNumber);

/** A workflow that is started by what people write, where it answers no question. */
async function listen(): Promise<Published> {
	const parameters = { provider: 'whatsAppCloud', purpose: 'inbound' };
	const credentials = credentialOf('whatsAppCloud', credentialIds);
	const stored = await api.createWorkflow(triggerWorkflow('Listens', parameters, credentials));
	await api.publish(stored);
	return new Published(api, stored);
}

/** What the button with this label sends. */
function payloadOf({ content = {} }: PhoneMessage, label: string): string {
	const answer = choicesOf(content).find((choice) => choice.label === label)?.answer;
	assert(answer?.kind === 'button');
	return answer.id;
}

/** The address under which the execution waits, put together from what the button sends. */
function waitingUrl(payload: string): string {
	const [signature = '', question = '', node = '', execution = ''] = payload.split('~').reverse();
	const hex = (short: string) => Buffer.from(short, 'base64url').toString('hex');
	const nodeId = hex(node).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	return `${lab.n8n.url}/webhook-waiting/${execution}/${nodeId}?question=${question}&signature=${hex(signature)}`;
}

/** Brings an answer past the trigger. Gives the status and what the waiting node says. */
async function bring(payload: string, event: object, secret?: string, url = waitingUrl(payload)) {
	const kept = {
		kind: 'message',
		provider: 'whatsAppCloud',
		id: 'wamid.forged',
		type: 'buttonReply',
		...event,
	};
	const body = JSON.stringify({ event: kept, reference: payload.slice(payload.indexOf('~')), tapped: 'yes' });
	const time = String(Date.now());
	const mac = createHmac('sha256', secret ?? '')
		.update(`answer.${time}.${body}`)
		.digest('hex');
	const headers = {
		'Content-Type': 'application/json',
		...(secret !== undefined && { 'x-messaging-answer': `${time}.${mac}` }),
	};
	const { status, data } = await axios.post<{ outcome?: string }>(url, body, {
		headers,
		validateStatus: () => true,
		proxy: false,
	});
	return [status, data.outcome];
}

test('a question is answered by the person who was asked and nobody else', async (t) => {
	const approval = await Asker.publish(lab);

	await t.test('without a published trigger nothing is asked, and the node says so', async () => {
		const id = await approval.ask(ana);
		assert.equal((await approval.execution(id)).status, 'error');
		const { error } = await approval.runData(id);
		assert.match(error?.message ?? '', /no published Messaging Trigger of this n8n hears the reply/);
		assert.equal(sandbox.whatsAppCloud.ledger.accepted.length, 0);
	});

	const listening = await listen();

	await t.test('a tap answers, and starts nothing else', async () => {
		const id = await approval.ask(ana);
		assert.equal((await approval.execution(id)).status, 'waiting');
		const question = await lastQuestion(sandbox, ana);
		await tap(sandbox, ana, question, 'Approve');

		const { output, data } = await approval.outcome(id);
		assert.equal(output, 'answered');
		assert.deepEqual([data.approved, data.text, data.from], [true, 'Approve', ana]);
		assert.equal((await listening.executions()).length, 0);

		const late = await tap(sandbox, ana, question, 'Decline');
		const [event] = itemsOf(await listening.runOf(late), TRIGGER);
		assert.deepEqual([event?.text, event?.payload], ['Decline', 'no']);
	});

	await t.test('a flow that was filled in answers, and starts nothing else', async () => {
		const flow = { responseType: 'flow', buttonText: 'Book', flowId: '1234567890', screen: 'START' };
		const booking = await Asker.publish(lab, flow);
		const before = (await listening.executions()).length;
		const id = await booking.ask(ana);
		await tap(sandbox, ana, await lastQuestion(sandbox, ana), 'Book');
		const { output, data } = await booking.outcome(id);
		assert.deepEqual([output, data.answers, data.type], ['answered', {}, 'flowReply']);
		assert.equal((await listening.executions()).length, before);
	});

	await t.test('what is forged, or of somebody else, answers nothing', async () => {
		const id = await approval.ask(ben);
		const question = await lastQuestion(sandbox, ben);
		const payload = payloadOf(question, 'Approve');
		const numberId = WORLD.numbers[0]?.id;
		const own = { from: ben, channelId: numberId };
		const { appSecret } = WORLD;
		const forgedUrl = waitingUrl(payload).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
		const refused = {
			unsigned: await bring(payload, own),
			byAGuess: await bring(payload, own, 'guess'),
			bySomebodyElse: await bring(payload, { ...own, from: ana }, appSecret),
			toAnotherNumber: await bring(payload, { ...own, channelId: WORLD.numbers[1]?.id }, appSecret),
			toAnotherAddress: (await bring(payload, own, appSecret, forgedUrl))[0],
		};
		assert.deepEqual(refused, {
			unsigned: [401, 'notTaken'],
			byAGuess: [401, 'notTaken'],
			bySomebodyElse: [403, 'notTaken'],
			toAnotherNumber: [403, 'notTaken'],
			toAnotherAddress: 401,
		});
		assert.equal((await approval.execution(id)).status, 'waiting');
		await tap(sandbox, ben, question, 'Decline');
		assert.equal((await approval.outcome(id)).data.approved, false);
	});

	await t.test(
		'a question outlives a crash of n8n, and a wait that is over leaves at the first output',
		async () => {
			const limit = { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' };
			const short = await Asker.publish(lab, { options: { limitWaitTime: { values: limit } } });
			const asked = await approval.ask(ana);
			const question = await lastQuestion(sandbox, ana);
			const forgotten = await short.ask(ben);
			const { again } = await restart(lab);
			after(() => again.stop());

			await tap(sandbox, ana, question, 'Approve');
			assert.equal((await approval.outcome(asked)).output, 'answered');
			assert.equal((await short.outcome(forgotten)).output, 'noAnswer');
		},
	);
});
