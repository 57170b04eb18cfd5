import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TemplateLab } from './lab.ts';

const lab = await TemplateLab.start('keyword-replies');

for (const [text, answer] of [
	['STOP', /^You are unsubscribed/],
	['help', /^This is our message service/],
	['Do you open on Sundays?', /^Thank you for your message/],
] as const) {
	test(`"${text}" is answered`, async () => {
		const before = (await lab.phone()).length;
		await lab.customerWrites(text);
		const reply = await lab.eventually(async () => (await lab.phone())[before], `an answer to ${text}`);
		assert.match(reply.text, answer);
	});
}
