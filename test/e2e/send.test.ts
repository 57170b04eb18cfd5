import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '../../sandbox/whatsapp-cloud/faults.ts';
import { PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { itemsOf, Lab } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

/** As often as the panel's *Attempts* says is a message tried that was surely not accepted. */
const ATTEMPTS = 2;

function withAttempts(workflow: Workflow): Workflow {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.type === `${PACKAGE}.messagingSend`
				? { ...node, parameters: { ...node.parameters, delivery: { attempts: ATTEMPTS } } }
				: node,
		),
	};
}

const lab = await Lab.start('send', withAttempts);
const { faults, ledger } = lab.sandbox.whatsAppCloud;
const [customer, patientCustomer] = WORLD.customers;
assert(customer && patientCustomer);

const sends = () =>
	ledger.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

/** A customer writes STOP while Meta has `fault` for so many replies; gives what happened and how many sends were tried. */
async function stopDuring(fault: Fault, times = 1) {
	const before = sends().length;
	faults.set(fault, times);
	const { messageId, delivered } = lab.sandbox.whatsAppCloud.customerSends(
		customer?.phoneNumber ?? '',
		'STOP',
	);
	assert.equal((await delivered).state, 'taken');
	const run = await lab.runOf(messageId, 30_000);
	faults.set(fault, 0);
	return { run, tries: sends().length - before };
}

// It takes as long as the node's patience, so that it runs beside the others.
const hanging = (async () => {
	faults.set('hang');
	const { messageId } = lab.sandbox.whatsAppCloud.customerSends(patientCustomer.phoneNumber, 'STOP');
	await eventually(() => ledger.calls.some(({ fault }) => fault === 'hang'), 'the hanging send', 15_000);
	return messageId;
})();
const hangingMessage = await hanging;

for (const fault of ['tooManyRequests', 'rateLimited', 'pairLimited', 'serverError'] as const) {
	test(`Meta answers "${fault}" once: the message goes out with the second try`, async () => {
		const before = ledger.accepted.length;

		const { run, tries } = await stopDuring(fault);

		const [sent] = itemsOf(run, 'Messaging Send');
		assert.deepEqual(
			{ outcome: sent?.outcome, attempts: sent?.attempts },
			{ outcome: 'accepted', attempts: 2 },
		);
		assert.equal(tries, 2);
		assert.equal(ledger.accepted.length, before + 1);
	});
}

for (const { fault, tries: expected, message, advice } of [
	{ fault: 'serverError', tries: ATTEMPTS, message: /131000/, advice: /again/i },
	{ fault: 'pairLimited', tries: ATTEMPTS, message: /131056/, advice: /wait|again/i },
	{ fault: 'tokenExpired', tries: 1, message: /190/, advice: /token/i },
	{ fault: 'permissionMissing', tries: 1, message: /200/, advice: /permission/i },
] as const) {
	test(`Meta keeps answering "${fault}": the execution fails with Meta's code and advice`, async () => {
		const before = ledger.accepted.length;

		const { run, tries } = await stopDuring(fault, ATTEMPTS + 1);

		assert.match(run.error?.message ?? '', message);
		assert.match(String(run.error?.description), advice);
		assert.ok(!(run.error?.message ?? '').includes('<'), run.error?.message);
		assert.equal(itemsOf(run, 'Messaging Send').length, 0);
		assert.equal(tries, expected);
		assert.equal(ledger.accepted.length, before);
		assert.ok(!JSON.stringify(run).includes(WORLD.accessToken), 'the token stands in the execution');
	});
}

for (const { fault, what } of [
	{ fault: 'resetAfterAccepting', what: 'a connection that breaks after Meta took the message' },
	{ fault: 'badGateway', what: "a proxy's answer in Meta's place" },
] as const) {
	test(`${what} is reported as unknown, and the message not tried again`, async () => {
		const { run, tries } = await stopDuring(fault);

		assert.equal(itemsOf(run, 'Messaging Send')[0]?.outcome, 'unknown');
		assert.equal(tries, 1);
	});
}

test('after a failure the next message is answered as usual', async () => {
	const before = ledger.accepted.length;
	const { messageId } = lab.sandbox.whatsAppCloud.customerSends(customer.phoneNumber, 'STOP');

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
