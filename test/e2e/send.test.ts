import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../sandbox/graph-api/faults.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { itemsOf, Lab } from './lab.ts';
import { eventually } from './receiver.ts';

const lab = await Lab.start('send');
const { faults, ledger } = lab.graphApi;
const [customer, patientCustomer] = WORLD.customers;
assert(customer && patientCustomer);

const sends = () =>
	ledger.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

/** A customer writes STOP while Meta has `fault` for the reply; gives the message's id and how many sends were tried. */
async function stopDuring(fault: Fault) {
	const before = sends().length;
	faults.set(fault);
	const { messageId, delivered } = lab.graphApi.customerSends(customer?.phoneNumber ?? '', 'STOP');
	assert.equal((await delivered).state, 'taken');
	const run = await lab.runOf(messageId);
	return { run, tries: sends().length - before };
}

// It takes as long as the node's patience, so that it runs beside the others.
const hanging = (async () => {
	faults.set('hang');
	const { messageId } = lab.graphApi.customerSends(patientCustomer.phoneNumber, 'STOP');
	await eventually(() => ledger.calls.some(({ fault }) => fault === 'hang'), 'the hanging send', 15_000);
	return messageId;
})();
const hangingMessage = await hanging;

for (const { fault, message, advice } of [
	{ fault: 'tooManyRequests', message: /130429/, advice: /throughput|rate|slow|wait|again/i },
	{ fault: 'rateLimited', message: /130429/, advice: /throughput|rate|slow|wait|again/i },
	{ fault: 'serverError', message: /131000/, advice: /again/i },
	{ fault: 'tokenExpired', message: /190/, advice: /token/i },
	{ fault: 'permissionMissing', message: /200/, advice: /permission/i },
] as const) {
	test(`Meta answers "${fault}": the execution fails with Meta's code and advice, and nothing is sent twice`, async () => {
		const { run, tries } = await stopDuring(fault);

		assert.match(run.error?.message ?? '', message);
		assert.match(String(run.error?.description), advice);
		assert.equal(itemsOf(run, 'Messaging Send').length, 0);
		assert.equal(tries, 1);
		assert.ok(!JSON.stringify(run).includes(WORLD.accessToken), 'the token stands in the execution');
	});
}

test('a page of HTML instead of an answer fails with a message that can be read', async () => {
	const { run, tries } = await stopDuring('badGateway');

	assert.ok(run.error);
	assert.ok(!run.error.message.includes('<'), run.error.message);
	assert.equal(tries, 1);
});

test('a connection that breaks after Meta took the message is reported as unknown and not tried again', async () => {
	const { run, tries } = await stopDuring('resetAfterAccepting');

	assert.equal(itemsOf(run, 'Messaging Send')[0]?.outcome, 'unknown');
	assert.equal(tries, 1);
});

test('after a failure the next message is answered as usual', async () => {
	const before = ledger.accepted.length;
	const { messageId } = lab.graphApi.customerSends(customer.phoneNumber, 'STOP');

	const run = await lab.runOf(messageId);

	assert.equal(itemsOf(run, 'Messaging Send')[0]?.outcome, 'accepted');
	assert.equal(ledger.accepted.length, before + 1);
});

test('Meta never answers: the send ends within a minute, reported as unknown and not tried again', async () => {
	const run = await lab.runOf(hangingMessage, 60_000);

	const [sent] = itemsOf(run, 'Messaging Send');
	assert.equal(sent?.outcome, 'unknown');
	assert.match(String(sent.advice), /statuses/);
	assert.equal(ledger.calls.filter(({ fault }) => fault === 'hang').length, 1);
});
