import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Provider, SandboxLine } from '../../sandbox/settings.ts';
import { message, post } from '../e2e/lab.ts';
import { callOf } from './calls.ts';
import { itemsOf, TemplateLab } from './lab.ts';

const lab = await TemplateLab.start('consent-record');
const url = lab.webhookUrl('WhatsApp');
const [ana, ben, chloe] = [0, 1, 2];
const GONE = /^You are unsubscribed/;

const addressOf = (customer: number) => lab.customers[customer]?.phoneNumber;
const rowsOf = async (table: string, customer: number) =>
	(await lab.table(table)).filter(({ address }) => address === addressOf(customer));
const contactsOf = (customer: number) => rowsOf('messaging_contacts', customer);
const auditOf = async (customer: number) =>
	(await rowsOf('messaging_audit', customer)).map(({ previousStatus, status }) => [previousStatus, status]);
const textsOf = async (customer: number) => (await lab.phone(customer)).map(({ text }) => text);
const settled = (customer: number, lines: number) =>
	lab.eventually(
		async () => (await auditOf(customer)).length === lines && (await lab.idle().then(() => true)),
		`${lines} lines in the audit`,
	);

const LINES: readonly { provider: Provider; channel: SandboxLine['channel']; customer: number }[] = [
	{ provider: 'whatsAppCloud', channel: 'whatsapp', customer: ana },
	{ provider: 'infobip', channel: 'sms', customer: ben },
	{ provider: 'sinch', channel: 'sms', customer: chloe },
];

for (const { provider, channel, customer } of LINES) {
	test(`${provider}: STOP is recorded and answered once, START takes the person back`, async () => {
		const wrote = { provider, channel, customer };
		await lab.customerWrites('Stop!', wrote);
		await settled(customer, 1);
		await lab.customerWrites('STOP', wrote);
		await settled(customer, 2);

		const line = lab.sandbox[provider].lines.find((each) => each.channel === channel);
		const [answer, ...more] = await lab.phone(customer);
		assert.match(answer?.text ?? '', GONE);
		assert.deepEqual([answer?.provider, answer?.numberId], [provider, line?.id]);
		assert.deepEqual(more, []);
		const [contact, ...others] = await contactsOf(customer);
		assert.deepEqual(
			[contact?.channel, contact?.sender, contact?.scope, contact?.status, contact?.evidence],
			[channel, line?.phoneNumber, 'all', 'optedOut', 'STOP'],
		);
		assert.deepEqual(others, []);

		await lab.customerWrites('START', wrote);
		await settled(customer, 3);
		assert.match((await textsOf(customer)).at(-1) ?? '', /^Welcome!/);
		assert.deepEqual(
			(await contactsOf(customer)).map(({ status }) => status),
			['optedIn'],
		);
		assert.deepEqual(await auditOf(customer), [
			['none', 'optedOut'],
			['optedOut', 'optedOut'],
			['optedOut', 'optedIn'],
		]);
	});
}

for (const { text, channel, provider, answer } of [
	{ text: 'help', provider: 'infobip', channel: 'whatsapp', answer: /^This is our message service/ },
	{
		text: 'When do you open?',
		provider: 'sinch',
		channel: 'whatsapp',
		answer: /^Thank you for your message/,
	},
] as const) {
	test(`${provider}: "${text}" is answered on WhatsApp and recorded nowhere`, async () => {
		const before = (await lab.phone(ana, provider)).length;
		const recorded = await auditOf(ana);
		await lab.customerWrites(text, { provider, channel, customer: ana });
		const reply = await lab.eventually(
			async () => (await lab.phone(ana, provider))[before],
			`an answer to ${text}`,
		);
		await lab.idle();
		assert.match(reply.text, answer);
		assert.deepEqual(await auditOf(ana), recorded);
	});
}

test('two STOPs in one call get one answer', async () => {
	const before = (await textsOf(ana)).length;
	const bodies = [message('STOP').body, message('Please stop').body];
	assert.equal((await post(url, callOf(bodies))).status, 200);
	await settled(ana, 5);
	const answers = (await textsOf(ana)).slice(before);
	assert.equal(answers.length, 1);
	assert.match(answers[0] ?? '', GONE);
});

test('who left on one channel has left on all, and a first STOP on the other is confirmed there', async () => {
	const before = (await textsOf(ben)).length;
	await lab.customerWrites('STOP', { provider: 'infobip', channel: 'sms', customer: ben });
	await settled(ben, 4);
	await lab.customerWrites('What about my order?', { customer: ben });
	await lab.customerWrites('STOP', { customer: ben });
	await settled(ben, 5);
	assert.deepEqual((await textsOf(ben)).length, before + 2);
	assert.match((await textsOf(ben)).at(-1) ?? '', GONE);
});

test('a message that comes after a newer one changes nothing and is not answered', async () => {
	const { body } = message('START');
	const anHourAgo = String(Math.floor(Date.now() / 1000) - 3_600);
	const late = body.replace(/"timestamp":"\d+"/, `"timestamp":"${anHourAgo}"`);
	const before = await textsOf(ana);
	assert.equal((await post(url, late)).status, 200);
	await settled(ana, 6);
	assert.deepEqual(await textsOf(ana), before);
	assert.deepEqual(
		(await contactsOf(ana)).map(({ status }) => status),
		['optedOut'],
	);
});

test('what the provider reports by itself is recorded and not answered', async () => {
	const before = await textsOf(chloe);
	const numberId = lab.sandbox.whatsAppCloud.lines[0]?.id ?? '';
	const chat = { numberId, customer: addressOf(chloe) ?? '' };
	lab.sandbox.whatsAppCloud.choosesMarketing(chat, 'stop');
	await settled(chloe, 4);
	const contact = (await contactsOf(chloe)).find(({ source }) => source === 'provider');
	assert.deepEqual([contact?.status, contact?.scope], ['optedOut', 'marketing']);
	assert.deepEqual(await textsOf(chloe), before);
});

test('a likely opt-out is asked about once, in the record and the audit, and a yes confirms it', async () => {
	const before = await textsOf(chloe);
	await lab.customerWrites('stpo', { customer: chloe });
	await settled(chloe, 5);
	const asked = (await contactsOf(chloe)).find(({ optOutAsked }) => Boolean(optOutAsked));
	assert.deepEqual([asked?.status, asked?.scope], ['optedOut', 'marketing']);
	await lab.customerWrites('oui', { customer: chloe });
	await settled(chloe, 6);
	const [question, confirmation, ...more] = (await textsOf(chloe)).slice(before.length);
	assert.match(question ?? '', /Reply STOP to confirm/);
	assert.match(confirmation ?? '', GONE);
	assert.deepEqual(more, []);
	assert.deepEqual((await auditOf(chloe)).slice(-2), [
		['optedOut', 'optedOut'],
		['optedOut', 'optedOut'],
	]);
	const newest = (await contactsOf(chloe)).find(
		({ scope, channel }) => scope === 'all' && channel === 'whatsapp',
	);
	assert.deepEqual([newest?.status, newest?.optOutAsked], ['optedOut', '']);
});

test('a person with a new number keeps the record, and the audit stays', async () => {
	const moved = '+16505559999';
	const before = addressOf(chloe) ?? '';
	const states = async (address: string) =>
		(await lab.table('messaging_contacts'))
			.filter((row) => row.address === address)
			.map(({ key, scope, status }) => [key, scope, status]);
	const rows = await states(before);
	assert.notDeepEqual(rows, []);
	const texts = await textsOf(chloe);
	const notice = JSON.stringify({
		type: 'user_changed_number',
		body: 'Chloe has a new number',
		wa_id: moved.slice(1),
	});
	const { body } = message('moved');
	const moves = body
		.replace(/"from":"\d+"/, `"from":"${before.slice(1)}"`)
		.replace(/"wa_id":"\d+"/, `"wa_id":"${before.slice(1)}"`)
		.replace(/"type":"text","text":\{[^}]*\}/, `"type":"system","system":${notice}`);
	assert.match(moves, /user_changed_number/);
	assert.equal((await post(url, moves)).status, 200);
	await lab.eventually(
		async () => (await states(moved)).length === rows.length,
		'the rows under the new number',
	);
	const expected = rows.map(([key, ...rest]) => [String(key).replace(before, moved), ...rest]);
	assert.deepEqual((await states(moved)).sort(), expected.sort());
	assert.deepEqual(await states(before), []);
	assert.equal((await auditOf(chloe)).length, 6);
	assert.deepEqual(await textsOf(chloe), texts);
});

test('a reply that is refused ends in an error, after the record and the messages beside it', async () => {
	lab.sandbox.whatsAppCloud.faults.set('serverError', 5);
	const before = (await textsOf(ana)).length;
	const bodies = [message('START').body, message('HELP').body];
	assert.equal((await post(url, callOf(bodies))).status, 200);
	await settled(ana, 7);

	const [newest] = await lab.runs();
	assert.equal(newest?.status, 'error');
	const run = await lab.api.runData(newest.id);
	assert.match(run.error?.message ?? '', /^1 of the replies were not sent\. The first: .+/);
	assert.equal(itemsOf(run, 'Messaging Keywords').length, 2);
	assert.deepEqual((await textsOf(ana)).length, before + 1);
	assert.deepEqual(
		(await contactsOf(ana)).map(({ status }) => status),
		['optedIn'],
	);
});
