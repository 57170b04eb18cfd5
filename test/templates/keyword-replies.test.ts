import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { itemsOf, TemplateLab } from './lab.ts';

const lab = await TemplateLab.start('keyword-replies');
const [ana, ben, chloe] = [0, 1, 2];
const GONE = /^You are unsubscribed/;
const WELCOME = /^Welcome!/;
const QUESTION = /Reply STOP to confirm/;
const THANKS = /^Thank you for your message/;

const Shown = z.object({ keywords: z.object({ category: z.string() }) });

const rowsOf = async (customer: number) =>
	(await lab.table('messaging_contacts')).filter(
		({ address }) => address === lab.customers[customer]?.phoneNumber,
	);

/** The output that the message left on, and what comes back; `undefined` where nothing does. */
async function answerTo(text: string, customer: number) {
	const before = (await lab.phone(customer)).length;
	const runs = (await lab.runs()).length;
	await lab.customerWrites(text, { customer });
	await lab.eventually(async () => (await lab.runs()).length > runs, `the execution for ${text}`);
	await lab.idle();
	const [newest] = await lab.runs();
	assert(newest);
	const [item] = itemsOf(await lab.api.runData(newest.id), 'Messaging Keywords');
	const answers = (await lab.phone(customer)).slice(before);
	assert.ok(answers.length <= 1);
	return { category: Shown.parse(item).keywords.category, reply: answers[0]?.text };
}

const NAMES = ['Ana', 'Ben', 'Chloé'];

for (const [text, customer, category, answer, recorded] of [
	['Do you open on Sundays?', ana, 'default', THANKS, []],
	['START', ana, 'optIn', WELCOME, ['optedIn']],
	['START', ana, 'optIn', WELCOME, ['optedIn']],
	['STOP', ana, 'optOut', GONE, ['optedOut']],
	['help', ana, 'help', /^This is our message service/, ['optedOut']],
	['What is this and why do I get it?', ana, 'help', /^This is our message service/, ['optedOut']],
	['please stop texting me', ben, 'optOut', GONE, ['optedOut']],
	['YES', ben, 'default', undefined, ['optedOut']],
	['START', ben, 'optIn', WELCOME, ['optedIn']],
	['stop promotions', ben, 'optOut', GONE, ['optedIn', 'optedOut']],
	['STOP', ben, 'optOut', GONE, ['optedOut', 'optedOut']],
	['stop promotions', ben, 'optOut', undefined, ['optedOut', 'optedOut']],
	['START', ben, 'optIn', WELCOME, ['optedIn', 'optedOut']],
] as const) {
	test(`"${text}" of ${NAMES[customer]} is ${answer ? 'answered' : 'not answered'}`, async () => {
		const left = await answerTo(text, customer);
		assert.equal(left.category, category);
		if (answer === undefined) assert.equal(left.reply, undefined);
		else assert.match(left.reply ?? '', answer);
		assert.deepEqual(
			(await rowsOf(customer)).map(({ status }) => status),
			recorded,
		);
	});
}

for (const [text, category, answer, status, isOpen] of [
	['stpo', 'fuzzyOptOut', QUESTION, 'none', true],
	['Do you open on Sundays?', 'default', THANKS, 'none', true],
	['No', 'fuzzyOptOut', undefined, 'none', false],
	['START', 'optIn', WELCOME, 'optedIn', false],
	['I thought I unsubscribed', 'fuzzyOptOut', QUESTION, 'optedIn', true],
	['Sí', 'optOut', GONE, 'optedOut', false],
	['START', 'optIn', WELCOME, 'optedIn', false],
	['stpo', 'fuzzyOptOut', QUESTION, 'optedIn', true],
	['I thought I unsubscribed', 'optOut', GONE, 'optedOut', false],
] as const) {
	test(`"${text}" of Chloé, who ${isOpen ? 'is asked' : 'has answered'}`, async () => {
		const left = await answerTo(text, chloe);
		assert.equal(left.category, category);
		if (answer === undefined) assert.equal(left.reply, undefined);
		else assert.match(left.reply ?? '', answer);
		const [row, ...others] = await rowsOf(chloe);
		assert.deepEqual([row?.status, Boolean(row?.optOutAsked), others], [status, isOpen, []]);
	});
}

const Quoted = z.array(z.object({ text: z.string(), source: z.string() }));
const fixture = join(import.meta.dirname, '../fixtures/consent/quoted.json');

for (const { text, source } of Quoted.parse(JSON.parse(await readFile(fixture, 'utf8')))) {
	test(`${source}: "${text}" opts out, and is confirmed`, async () => {
		await answerTo('START', ana);
		const { category, reply } = await answerTo(text, ana);
		assert.equal(category, 'optOut');
		assert.match(reply ?? '', GONE);
		const [row] = await rowsOf(ana);
		assert.deepEqual([row?.status, row?.scope, row?.evidence], ['optedOut', 'all', text]);
	});
}
