import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { CREDENTIALS, OWNER } from '../../n8n/set-up.ts';

const page = await readFile(join(import.meta.dirname, '../../../docs/first-run.md'), 'utf8');

/** What no person has to know: the address, which is told apart, and names of choices. */
const UNTOLD = ['baseUrl', 'apiVersion', 'authentication', 'webhookAuthentication'];

test('the page names the sign-in of the demo', () => {
	assert(page.includes(`\`${OWNER.email}\` and \`${OWNER.password}\``));
});

for (const { name, data } of Object.values(CREDENTIALS)) {
	test(`the page has the values of ${name}`, () => {
		const row = page.split('\n').find((line) => line.startsWith(`| **${name}**`)) ?? '';
		const told = [...row.matchAll(/`([^`]+)`/g)].map(([, value]) => value);
		const values = Object.entries(data('')).filter(([field]) => !UNTOLD.includes(field));
		// Of two secrets the second one is for receipts of single messages.
		assert.deepEqual(told.sort(), values.map(([, value]) => value.split(', ')[0]).sort());
	});
}
