import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf, TemplateLab } from './lab.ts';

const lab = await TemplateLab.start('double-opt-in');
const [ana, ben, chloe] = [0, 1, 2];
const DAY_MS = 86_400_000;
const QUESTION = /^Please reply YES/;

const rowsOf = async (table: string, customer: number) =>
	(await lab.table(table)).filter(({ address }) => address === lab.customers[customer]?.phoneNumber);
const contactOf = async (customer: number) => (await rowsOf('messaging_contacts', customer)).at(-1);
const auditOf = async (customer: number) =>
	(await rowsOf('messaging_audit', customer)).map(({ previousStatus, status }) => [previousStatus, status]);

/** The customer writes; gives what came back, which is undefined where nothing did. */
async function answerTo(text: string, customer: number): Promise<string | undefined> {
	const before = (await lab.phone(customer)).length;
	const messageId = await lab.customerWrites(text, { customer });
	await lab.eventually(async () => {
		const [newest] = await lab.runs();
		if (newest?.status !== 'success') return false;
		return itemsOf(await lab.api.runData(newest.id), 'Messaging Trigger').some(({ id }) => id === messageId);
	}, `the end of the execution for ${text}`);
	const answers = (await lab.phone(customer)).slice(before);
	assert.ok(answers.length <= 1);
	return answers[0]?.text;
}

test('START asks, YES confirms', async () => {
	assert.match((await answerTo('START', ana)) ?? '', QUESTION);
	const pending = await contactOf(ana);
	assert.equal(pending?.status, 'pending');
	const waits = Date.parse(String(pending.expiry)) - Date.now();
	assert.ok(waits > 6.9 * DAY_MS && waits < 7 * DAY_MS, `${waits} ms`);

	assert.match((await answerTo('Yes!', ana)) ?? '', /^Thank you, you are subscribed/);
	assert.deepEqual(
		(await rowsOf('messaging_contacts', ana)).map(({ status, expiry }) => ({ status, expiry })),
		[{ status: 'optedIn', expiry: '' }],
	);
	assert.deepEqual(await auditOf(ana), [
		['none', 'pending'],
		['pending', 'optedIn'],
	]);
});

test('a second START asks nothing of who is subscribed', async () => {
	assert.match((await answerTo('START', ana)) ?? '', /^Thank you, you are subscribed/);
	assert.equal((await contactOf(ana))?.status, 'optedIn');
});

test('NO refuses, and a later YES takes nobody back', async () => {
	assert.match((await answerTo('START', ben)) ?? '', QUESTION);
	assert.match((await answerTo('No', ben)) ?? '', /^You are unsubscribed/);
	assert.equal((await contactOf(ben))?.status, 'optedOut');
	assert.equal(await answerTo('YES', ben), undefined);
	assert.equal((await contactOf(ben))?.status, 'optedOut');
});

/** An opt-in that waits since a time ago, as the template would have stored it. */
async function waitsSince(address: string, days: number): Promise<void> {
	const at = (ms: number) => new Date(Date.now() + ms).toISOString();
	await lab.addRows('messaging_contacts', [
		{
			key: `whatsapp|+15550100001|${address}|all`,
			address,
			channel: 'whatsapp',
			sender: '+15550100001',
			scope: 'all',
			status: 'pending',
			source: 'keyword',
			keyword: 'start',
			tier: 'exact',
			messageId: `wamid.${address}`,
			timestamp: at(-days * DAY_MS),
			expiry: at((7 - days) * DAY_MS),
			evidence: 'START',
		},
	]);
}

test('a YES after its time asks again', async () => {
	await waitsSince(lab.customers[chloe]?.phoneNumber ?? '', 8);
	assert.match((await answerTo('YES', chloe)) ?? '', QUESTION);
	assert.equal((await contactOf(chloe))?.status, 'pending');
	assert.match((await answerTo('YES', chloe)) ?? '', /^Thank you/);
});

test('the sweep removes what was not confirmed in time, and nothing else', async () => {
	const late = '+15550123098';
	const waiting = '+15550123099';
	await waitsSince(late, 7.01);
	await waitsSince(waiting, 6.99);
	const before = (await lab.table('messaging_contacts')).map(({ address }) => address);

	const run = await lab.runManually();
	assert.equal(run.error, undefined);
	const after = (await lab.table('messaging_contacts')).map(({ address }) => address);
	assert.deepEqual(
		after,
		before.filter((address) => address !== late),
	);
	const [line, ...more] = (await lab.table('messaging_audit')).filter(({ address }) => address === late);
	assert.deepEqual(
		[line?.previousStatus, line?.status, line?.source, line?.evidence],
		['pending', 'none', 'expiry', 'START'],
	);
	assert.deepEqual(more, []);

	await lab.runManually();
	assert.deepEqual((await lab.table('messaging_contacts')).length, after.length);
});
