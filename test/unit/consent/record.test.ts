import { nextConsent } from '../../../core/consent/double-opt-in';
import type { ConsentStatus, DoubleOptInSettings } from '../../../core/consent/double-opt-in';
import { evaluateKeywords } from '../../../core/consent/keywords/evaluate';
import { auditRow, consentRow } from '../../../core/consent/record';
import type { ConsentRow, ConsentSource } from '../../../core/consent/record';
import type { KeywordMatch, KeywordOptions } from '../../../core/consent/types';

const now = new Date('2026-11-21T10:00:00.000Z');
const options: KeywordOptions = { preset: 'standard', languages: ['en'] };
const event = {
	from: '+491701234567',
	to: '+4930111111',
	channel: 'whatsapp',
	id: 'wamid.1',
	timestamp: '2026-11-21T09:59:58.000Z',
	text: 'Stop!',
};
const matchOf = (text: string): KeywordMatch => evaluateKeywords(text, { ...options, fuzzyOptOut: true });

/** The row of a message from somebody of whom this is recorded. */
function rowOf(
	text: string,
	status: ConsentStatus = { state: 'none' },
	settings: DoubleOptInSettings = { enabled: false },
	from: ConsentSource = event,
): ConsentRow | undefined {
	const match = matchOf(text);
	return consentRow({ ...from, text }, match, nextConsent(status, match, settings, now), now);
}

describe('consentRow', () => {
	test('holds who asked for what, when and in which words', () => {
		expect(rowOf('Stop!')).toEqual({
			key: 'whatsapp|+4930111111|+491701234567|all',
			address: '+491701234567',
			channel: 'whatsapp',
			sender: '+4930111111',
			scope: 'all',
			status: 'optedOut',
			source: 'keyword',
			keyword: 'STOP',
			tier: 'normalised',
			messageId: 'wamid.1',
			timestamp: '2026-11-21T09:59:58.000Z',
			expiry: '',
			evidence: 'Stop!',
		});
	});

	test('is pending with an expiry where a confirmation is asked for', () => {
		expect(rowOf('START', { state: 'none' }, { enabled: true, pendingDays: 3 })).toMatchObject({
			status: 'pending',
			expiry: '2026-11-24T10:00:00.000Z',
		});
		expect(rowOf('START')).toMatchObject({ status: 'optedIn', expiry: '' });
	});

	test('covers what the record covers, not only what the message said', () => {
		const text = 'no more promotions please';
		expect(rowOf(text)).toMatchObject({ scope: 'marketing' });
		expect(rowOf(text, { state: 'optedOut', scope: 'all' })).toMatchObject({
			scope: 'all',
			key: 'whatsapp|+4930111111|+491701234567|all',
		});
	});

	test.each([
		['no more surveys', 'reminders', 'surveys', 'optedOut'],
		['no more surveys', 'surveys,reminders', 'surveys', 'optedOut'],
		['START', 'surveys,reminders', 'all', 'optedIn'],
		['STOP', 'surveys', 'all', 'optedOut'],
	])('after %s by somebody who refused %s there is one for %s: %s', (text, held, scope, status) => {
		expect(rowOf(text, { state: 'optedOut', scope: held })).toMatchObject({ scope, status });
	});

	test.each(['HELP', 'hello'])('is absent after %s, which changes nothing', (text) => {
		expect(rowOf(text)).toBeUndefined();
	});

	test('tells when the person was asked whether an opt-out was meant, and leaves the rest as it is', () => {
		expect(rowOf('stpo', { state: 'optedIn', scope: 'marketing' })).toMatchObject({
			status: 'optedIn',
			scope: 'marketing',
			optOutAsked: now.toISOString(),
		});
		expect(rowOf('stpo')).toMatchObject({ status: 'none', scope: 'all' });
	});

	test('tells that the question was answered, and keeps silent where none was asked', () => {
		const asked: ConsentStatus = { state: 'optedIn', optOutAsked: now };
		expect(rowOf('STOP', asked)).toMatchObject({ status: 'optedOut', optOutAsked: '' });
		expect(rowOf('START', asked)).toMatchObject({ status: 'optedIn', optOutAsked: '' });
		expect(rowOf('STOP')).not.toHaveProperty('optOutAsked');
	});

	test('is absent without anybody to record', () => {
		expect(rowOf('STOP', { state: 'none' }, { enabled: false }, {})).toBeUndefined();
	});

	test.each([
		['+5215512345678', 'whatsapp', '+525512345678'],
		['55 11 8765-4321', undefined, '+5511987654321'],
		['5215512345678', 'messenger', '5215512345678'],
	])('knows %s on %s as %s', (from, channel, address) => {
		const source = { from, to: event.to, ...(channel && { channel }) };
		expect(rowOf('STOP', { state: 'none' }, { enabled: false }, source)).toMatchObject({
			address,
			key: expect.stringContaining(`|${address}|`),
		});
	});

	test('falls back to the user id and to the clock', () => {
		const source = { fromUserId: 'US.123' };
		expect(rowOf('STOP', { state: 'none' }, { enabled: false }, source)).toMatchObject({
			address: 'US.123',
			timestamp: now.toISOString(),
		});
	});
});

describe('auditRow', () => {
	test('is the row, what was before, and why', () => {
		const match = matchOf('Stop!');
		const row = rowOf('Stop!');
		expect(row && auditRow(row, match, 'optedIn', now)).toMatchObject({
			auditKey: 'whatsapp|+4930111111|+491701234567|all|wamid.1|optedOut',
			previousStatus: 'optedIn',
			status: 'optedOut',
			recordedAt: '2026-11-21T10:00:00.000Z',
			explanation: match.explanation,
		});
	});
});
