import { withExecutionField } from '../../../core';

const active = { status: 'active', checks: [{ name: 'Number', state: 'ok' }] };
const failed = { status: 'failed', firstFailed: 'Access token', fault: 'credential', checks: [] };

test.each([
	['a phone number', '+16505551234', 'ok', 'a phone number'],
	['a user ID', 'US.13491208655302741918', 'ok', 'an ID'],
	['several values with one that can be written to', ['Ana', '+16505551234'], 'ok', 'a phone number'],
	['no address', 'Ana', 'failed', expect.stringContaining('Ana')],
	['nothing', '', 'failed', expect.any(String)],
	['no such field', undefined, 'unknown', expect.any(String)],
])('an item with %s', (_name, value, state, found) => {
	const report = withExecutionField(active, { name: 'phone', value });
	expect(report.checks).toEqual([
		...active.checks,
		expect.objectContaining({ name: 'Execution field', state, found }),
	]);
	expect(report.status).toBe(state === 'failed' ? 'failed' : 'active');
});

test('a fault says what to do', () => {
	expect(withExecutionField(active, { name: 'phone', value: 'Ana' })).toMatchObject({
		firstFailed: 'Execution field',
		fault: 'field',
		nextStep: expect.stringContaining('phone number'),
	});
});

test('a fault that was found before stays the first', () => {
	expect(withExecutionField(failed, { name: 'phone', value: 'Ana' })).toMatchObject({
		firstFailed: 'Access token',
		fault: 'credential',
	});
});
