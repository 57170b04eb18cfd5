/** Each keyword leads to its campaign; consent words stay what they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TemplateLab } from './lab.ts';

const lab = await TemplateLab.start('keyword-campaigns');
const [ana] = lab.customers;
assert(ana);

/** The customer's newest message after writing. */
async function answerTo(text: string, customer = 0) {
	const before = (await lab.phone(customer)).length;
	await lab.customerWrites(text, { customer });
	const message = await lab.eventually(
		async () => (await lab.phone(customer))[before],
		`an answer to "${text}"`,
	);
	await lab.idle();
	assert.equal((await lab.phone(customer)).length, before + 1, `one answer to "${text}"`);
	return message;
}

const entries = async () =>
	(await lab.table('messaging_entries')).map(({ campaign, recipient, keyword }) => ({
		campaign,
		recipient,
		keyword,
	}));

const CASES = [
	['SUMMER', 'interactive', /20 percent off.*SUMMER20/, 'Summer sale'],
	['sale!', 'interactive', /SUMMER20/, 'Summer sale'],
	['Store', 'location', /Our new store/, 'Store opening'],
] as const;

for (const [text, type, says, campaign] of CASES) {
	test(`"${text}" leads to ${campaign}`, async () => {
		const { length } = await lab.runs();
		const answer = await answerTo(text);
		assert.equal(answer.type, type);
		assert.match(answer.text, says);
		assert((await entries()).some((entry) => entry.campaign === campaign));
		assert.equal((await lab.runs()).length, length + 1);
	});
}

test('a person is entered once for each campaign, with the last word', async () => {
	assert.deepEqual(await entries(), [
		{ campaign: 'Summer sale', recipient: ana.phoneNumber, keyword: 'SALE' },
		{ campaign: 'Store opening', recipient: ana.phoneNumber, keyword: 'STORE' },
	]);
	assert.deepEqual(await lab.table('messaging_contacts'), [], 'writing a keyword is no opt-in');
});

test('consent words are answered and recorded, and lead to no campaign', async () => {
	const { length } = await entries();
	for (const [text, says, status] of [
		['START', /^Welcome!/, 'optedIn'],
		['stop', /^You are unsubscribed/, 'optedOut'],
	] as const) {
		assert.match((await answerTo(text, 1)).text, says);
		const [row, ...more] = await lab.table('messaging_contacts');
		assert.deepEqual([row?.status, more], [status, []]);
	}
	const audit = await lab.table('messaging_audit');
	assert.deepEqual(
		audit.map(({ status }) => status),
		['optedIn', 'optedOut'],
	);
	assert.equal((await entries()).length, length);
});

test('a likely opt-out is asked about, and STOP confirms it', async () => {
	assert.match((await answerTo('stpo', 2)).text, /Reply STOP to confirm/);
	const recorded = async () =>
		(await lab.table('messaging_contacts'))
			.filter(({ address }) => address === lab.customers[2]?.phoneNumber)
			.map(({ status, optOutAsked }) => [status, optOutAsked !== '']);
	assert.deepEqual(await recorded(), [['none', true]]);
	assert.match((await answerTo('STOP', 2)).text, /^You are unsubscribed/);
	assert.deepEqual(await recorded(), [['optedOut', false]]);
	assert.match((await answerTo('START', 2)).text, /^Welcome!/);
});

test('anything else gets its reply', async () => {
	assert.match((await answerTo('HELP', 2)).text, /^Write SUMMER for the summer sale/);
	assert.match((await answerTo('When do you close?', 2)).text, /^Thank you for your message\./);
});

test('messages that arrive together each reach their campaign', async () => {
	const before = await Promise.all([1, 2].map((customer) => lab.phone(customer)));
	await Promise.all([
		lab.customerWrites('OPENING', { customer: 1 }),
		lab.customerWrites('SUMMER', { customer: 2 }),
	]);
	for (const [index, type] of ['location', 'interactive'].entries()) {
		const seen = before[index]?.length ?? 0;
		const message = await lab.eventually(async () => (await lab.phone(index + 1))[seen], 'an answer');
		assert.equal(message.type, type);
	}
});
