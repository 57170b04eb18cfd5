import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORLD } from '../../sandbox/settings.ts';
import { itemsOf, Lab } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

const lab = await Lab.start('flow');
const { ledger } = lab.sandbox.whatsAppCloud;
const [number, otherNumber] = WORLD.numbers;
const [customer, otherCustomer] = WORLD.customers;
assert(number && otherNumber && customer && otherCustomer);

/** What reached the customer's phone in answer to `text`. */
async function replyTo(text: string, from = customer, numberId = number?.id) {
	assert(from && numberId);
	const before = ledger.accepted.length;
	const { messageId, delivered } = lab.sandbox.whatsAppCloud.customerSends(from.phoneNumber, text, {
		numberId,
	});
	assert.equal((await delivered).state, 'taken');
	const reply = await eventually(() => ledger.accepted[before], `a reply to ${text}`, 15_000);
	return { messageId, reply };
}

test('STOP on the phone is answered with the opt-out reply, and its statuses come back', async () => {
	const { messageId, reply } = await replyTo('STOP');

	assert.equal(
		reply.text,
		'You are unsubscribed and will get no more messages from us. Reply START to subscribe again.',
	);
	assert.equal(reply.to.replace('+', ''), customer.phoneNumber.replace('+', ''));
	assert.equal(reply.numberId, number.id);

	const run = await lab.runOf(messageId);
	const [event] = itemsOf(run, 'Messaging Trigger');
	assert.equal(event?.kind, 'message');
	assert.equal(event.provider, 'whatsAppCloud');
	assert.equal(event.text, 'STOP');
	assert.equal(event.from, customer.phoneNumber);
	assert.equal(event.to, number.phoneNumber);
	assert.equal(event.channelId, number.id);
	const [sent] = itemsOf(run, 'Messaging Send');
	assert.equal(sent?.outcome, 'accepted');
	assert.equal(sent.messageId, reply.id);

	for (const status of ['sent', 'delivered', 'read']) {
		if (status === 'read') lab.sandbox.openChat({ numberId: number.id, customer: customer.phoneNumber });
		await eventually(
			() =>
				ledger.deliveries.some(
					(one) => one.about === status && one.messageId === reply.id && one.state === 'taken',
				),
			`the status ${status} taken by the trigger`,
			10_000,
		);
	}
});

test('statuses are answered and start no execution when the trigger asks for messages alone', async () => {
	const started = await lab.executionsStartedBy(async () => {
		const { reply } = await replyTo('HELP');
		await eventually(
			() =>
				ledger.deliveries.some(
					(one) => one.messageId === reply.id && one.about === 'delivered' && one.state === 'taken',
				),
			'the delivered status',
			10_000,
		);
	});

	assert.equal(started, 1);
});

for (const { text, reply: expected } of [
	{ text: 'start', reply: /^Welcome!/ },
	{ text: 'Help', reply: /^This is our message service/ },
	{ text: ' stop. ', reply: /^You are unsubscribed/ },
	{ text: 'When do you open?', reply: /^Thank you for your message/ },
]) {
	test(`"${text}" is answered with the reply of its category`, async () => {
		const { reply } = await replyTo(text);

		assert.match(reply.text, expected);
	});
}

test('the reply leaves from the number that was written to, to the person who wrote', async () => {
	const { reply } = await replyTo('STOP', otherCustomer, otherNumber.id);

	assert.equal(reply.numberId, otherNumber.id);
	assert.equal(reply.to.replace('+', ''), otherCustomer.phoneNumber.replace('+', ''));
});
