import { evaluateKeywords } from '../../../core/consent/keywords/evaluate';
import { auditRow, consentRow } from '../../../core/consent/record';
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
const matchOf = (text: string): KeywordMatch => evaluateKeywords(text, options);

describe('consentRow', () => {
	test('holds who asked for what, when and in which words', () => {
		expect(consentRow(event, matchOf('Stop!'), now)).toEqual({
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
		expect(consentRow(event, matchOf('START'), now, { doubleOptIn: true, pendingDays: 3 })).toMatchObject({
			status: 'pending',
			expiry: '2026-11-24T10:00:00.000Z',
		});
		expect(consentRow(event, matchOf('START'), now)).toMatchObject({ status: 'optedIn', expiry: '' });
	});

	test('covers what the record covers, not only what the message said', () => {
		const match = matchOf('no more promotions please');
		expect(consentRow(event, match, now)).toMatchObject({ scope: 'marketing' });
		expect(consentRow(event, match, now, { scope: 'all' })).toMatchObject({
			scope: 'all',
			key: 'whatsapp|+4930111111|+491701234567|all',
		});
	});

	test.each(['HELP', 'hello'])('is absent after %s, which changes nothing', (text) => {
		expect(consentRow(event, matchOf(text), now)).toBeUndefined();
	});

	test('is absent without anybody to record', () => {
		expect(consentRow({ text: 'STOP' }, matchOf('STOP'), now)).toBeUndefined();
	});

	test.each([
		['+5215512345678', 'whatsapp', '+525512345678'],
		['55 11 8765-4321', undefined, '+5511987654321'],
		['5215512345678', 'messenger', '5215512345678'],
	])('knows %s on %s as %s', (from, channel, address) => {
		const { text, ...source } = { ...event, from, channel };
		const row = consentRow({ ...source, text, ...(channel && { channel }) }, matchOf('STOP'), now);
		expect(row).toMatchObject({ address, key: expect.stringContaining(`|${address}|`) });
	});

	test('falls back to the user id and to the clock', () => {
		expect(consentRow({ fromUserId: 'US.123' }, matchOf('STOP'), now)).toMatchObject({
			address: 'US.123',
			timestamp: now.toISOString(),
		});
	});
});

describe('auditRow', () => {
	test('is the row, what was before, and why', () => {
		const match = matchOf('Stop!');
		const row = consentRow(event, match, now);
		expect(row && auditRow(row, match, 'optedIn', now)).toMatchObject({
			auditKey: 'whatsapp|+4930111111|+491701234567|all|wamid.1|optedOut',
			previousStatus: 'optedIn',
			status: 'optedOut',
			recordedAt: '2026-11-21T10:00:00.000Z',
			explanation: match.explanation,
		});
	});
});
