import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TemplateLab } from './lab.ts';

const lab = await TemplateLab.start('keyword-replies');
const [ana, ben] = [0, 1];
const GONE = /^You are unsubscribed/;
const WELCOME = /^Welcome!/;

const statusOf = async (customer: number) =>
	(await lab.table('messaging_contacts'))
		.filter(({ address }) => address === lab.customers[customer]?.phoneNumber)
		.map(({ status }) => status);

/** What comes back; `undefined` where nothing does. */
async function answerTo(text: string, customer: number): Promise<string | undefined> {
	const before = (await lab.phone(customer)).length;
	const runs = (await lab.runs()).length;
	await lab.customerWrites(text, { customer });
	await lab.eventually(async () => (await lab.runs()).length > runs, `the execution for ${text}`);
	await lab.idle();
	const answers = (await lab.phone(customer)).slice(before);
	assert.ok(answers.length <= 1);
	return answers[0]?.text;
}

for (const [text, customer, answer, recorded] of [
	['Do you open on Sundays?', ana, /^Thank you for your message/, []],
	['stpo', ana, /^Did you want to unsubscribe/, []],
	['START', ana, WELCOME, ['optedIn']],
	['START', ana, WELCOME, ['optedIn']],
	['STOP', ana, GONE, ['optedOut']],
	['help', ana, /^This is our message service/, ['optedOut']],
	['please stop texting me', ben, GONE, ['optedOut']],
	['YES', ben, undefined, ['optedOut']],
	['START', ben, WELCOME, ['optedIn']],
] as const) {
	test(`"${text}" of ${customer === ana ? 'Ana' : 'Ben'} is ${answer ? 'answered' : 'not taken for consent'}`, async () => {
		const reply = await answerTo(text, customer);
		if (answer === undefined) assert.equal(reply, undefined);
		else assert.match(reply ?? '', answer);
		assert.deepEqual(await statusOf(customer), recorded);
	});
}
