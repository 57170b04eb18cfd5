/** An alert where the state of a channel changes, and silence while it stays. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORLD } from '../../sandbox/settings.ts';
import { TemplateLab } from './lab.ts';

const lab = await TemplateLab.start('channel-health-check');
const [number] = WORLD.numbers;
assert(number);
const { rules } = lab.sandbox.whatsAppCloud;

/** Runs the check once and gives the alerts that it sent. */
async function alertsOfRun(): Promise<string[]> {
	const before = (await lab.phone(0, 'sinch')).length;
	const { error } = await lab.runManually();
	assert.equal(error, undefined);
	return (await lab.phone(0, 'sinch')).slice(before).map(({ text }) => text);
}

const states = async () =>
	new Map((await lab.table('messaging_health')).map(({ channel, status }) => [channel, status]));

test('numbers in order are noted without an alert', async () => {
	assert.deepEqual(await alertsOfRun(), []);
	assert.deepEqual(
		await states(),
		new Map([['account', 'active'], ...WORLD.numbers.map(({ id }) => [id, 'active'] as const)]),
	);
	assert.deepEqual(await alertsOfRun(), []);
});

test('a change is told once, and so is its end', async () => {
	rules.change({ break: ['qualityLow'] });
	const [alert, ...more] = await alertsOfRun();
	assert.match(alert ?? '', /is failed: Quality\. \S/);
	assert.deepEqual(more, []);
	assert.deepEqual(await alertsOfRun(), []);

	rules.change({ repair: ['qualityLow'], break: ['qualityMedium'] });
	assert.match((await alertsOfRun()).join('\n'), /is degraded: Quality\. \S/);
	rules.change({ repair: ['qualityMedium'] });
	const [end] = await alertsOfRun();
	assert.match(end ?? '', /works again\.$/);
	assert.deepEqual(await alertsOfRun(), []);
	assert.equal(
		(await lab.table('messaging_health')).length,
		WORLD.numbers.length + 1,
		'a row for each channel',
	);
});

test('a token that is revoked is told as well', async () => {
	rules.change({ break: ['tokenRevoked'] });
	const [alert, ...more] = await alertsOfRun();
	assert.match(alert ?? '', /^The WhatsApp account is failed: \S/);
	assert.deepEqual(more, []);
	assert.deepEqual(await alertsOfRun(), []);
	rules.change({ repair: ['tokenRevoked'] });
	assert.deepEqual(await alertsOfRun(), ['The WhatsApp account works again.']);
});

test('an alert that could not be sent is tried again', async () => {
	rules.change({ break: ['qualityLow'] });
	lab.sandbox.sinch.faults.set('billingMissing', 'always');
	const before = (await lab.phone(0, 'sinch')).length;
	assert.match((await lab.runManually()).error?.message ?? '', /\S/);
	assert.equal((await lab.phone(0, 'sinch')).length, before);
	lab.sandbox.sinch.faults.clear();
	assert.match((await alertsOfRun()).join('\n'), /is failed: Quality/);
});
