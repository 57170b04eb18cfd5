import { currentState, isOptOutAsked, nextConsent } from '../../../core/consent/double-opt-in';
import { evaluateKeywords } from '../../../core/consent/keywords/evaluate';
import type { ConsentStatus } from '../../../core/consent/double-opt-in';
import type { ConsentState, KeywordOptions } from '../../../core/consent/types';

const now = new Date('2026-11-21T10:00:00.000Z');
const later = new Date('2026-12-01T00:00:00.000Z');
const earlier = new Date('2026-11-20T00:00:00.000Z');

function step(text: string, status: ConsentStatus, enabled = true) {
	const options: KeywordOptions = {
		preset: 'standard',
		languages: ['de'],
		fuzzyOptOut: true,
		consentState: currentState(status, now),
	};
	return nextConsent(status, evaluateKeywords(text, options), { enabled, pendingDays: 2 }, now);
}

describe('nextConsent', () => {
	test.each<[text: string, from: ConsentState, to: ConsentState, reply: string]>([
		['START', 'none', 'pending', 'confirmOptIn'],
		['START', 'optedOut', 'pending', 'confirmOptIn'],
		['START', 'optedIn', 'optedIn', 'none'],
		['JA', 'pending', 'optedIn', 'optedIn'],
		['yes', 'pending', 'optedIn', 'optedIn'],
		['1', 'pending', 'optedIn', 'optedIn'],
		['NEIN', 'pending', 'optedOut', 'optedOut'],
		['STOP', 'pending', 'optedOut', 'optedOut'],
		['STOP', 'optedIn', 'optedOut', 'optedOut'],
		['STOP', 'none', 'optedOut', 'optedOut'],
		['STOP', 'optedOut', 'optedOut', 'none'],
		['stpo', 'optedIn', 'optedIn', 'confirmOptOut'],
		['stpo', 'optedOut', 'optedOut', 'none'],
		['YES', 'optedOut', 'optedOut', 'none'],
		['HELP', 'optedOut', 'optedOut', 'help'],
		['HELP', 'pending', 'pending', 'help'],
		['guten Tag', 'optedIn', 'optedIn', 'none'],
	])('%s while %s leads to %s and the reply %s', (text, from, to, reply) => {
		const status: ConsentStatus = from === 'pending' ? { state: from, expiresAt: later } : { state: from };
		expect(step(text, status)).toMatchObject({ state: to, reply, changed: from !== to });
	});

	test.each<[text: string, held: string | undefined, scope: string, changed: boolean, reply: string]>([
		['STOP', 'marketing', 'all', true, 'optedOut'],
		['STOP', 'all', 'all', false, 'none'],
		['STOP', undefined, 'all', false, 'none'],
		['STOP', 'news', 'all', false, 'none'],
		['no more promotions please', 'marketing', 'marketing', false, 'none'],
		['no more promotions please', 'all', 'all', false, 'none'],
		['no more promotions please', undefined, 'all', false, 'none'],
		['stpo', 'marketing', 'marketing', false, 'confirmOptOut'],
		['HELP', 'marketing', 'marketing', false, 'help'],
	])('%s after an opt-out of %s leaves one of %s', (text, held, scope, changed, reply) => {
		const status: ConsentStatus = { state: 'optedOut', ...(held !== undefined && { scope: held }) };
		expect(step(text, status)).toMatchObject({ state: 'optedOut', scope, changed, reply });
	});

	test('keeps what a pending opt-in was asked for', () => {
		const pending: ConsentStatus = { state: 'pending', scope: 'marketing', expiresAt: later };
		expect(step('JA', pending)).toMatchObject({ state: 'optedIn', scope: 'marketing' });
		expect(step('STOP', pending)).toMatchObject({ state: 'optedOut', scope: 'all' });
	});

	test('an opt-out of marketing alone covers marketing alone', () => {
		expect(step('no more promotions please', { state: 'optedIn' })).toMatchObject({
			state: 'optedOut',
			scope: 'marketing',
			reply: 'optedOut',
		});
	});

	test('subscribes at once where no confirmation is asked for', () => {
		expect(step('START', { state: 'none' }, false)).toMatchObject({ state: 'optedIn', reply: 'optedIn' });
	});

	test('lets a pending opt-in lapse', () => {
		expect(step('JA', { state: 'pending', expiresAt: earlier })).toMatchObject({
			state: 'none',
			changed: true,
		});
		expect(step('START', { state: 'pending', expiresAt: earlier })).toMatchObject({
			state: 'pending',
			expiresAt: new Date('2026-11-23T10:00:00.000Z'),
		});
	});
});

describe('the question whether an opt-out was meant', () => {
	const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);
	const settings = { enabled: true, pendingDays: 2 };
	const answer = (text: string, status: ConsentStatus) => {
		const options: KeywordOptions = {
			preset: 'standard',
			languages: 'all',
			fuzzyOptOut: true,
			consentState: currentState(status, now),
			optOutAsked: isOptOutAsked(status, settings, now),
		};
		return nextConsent(status, evaluateKeywords(text, options), settings, now);
	};

	test('is recorded with its time and changes nothing else', () => {
		expect(answer('stpo', { state: 'optedIn' })).toMatchObject({
			state: 'optedIn',
			changed: false,
			questionChanged: true,
			optOutAsked: now,
			reply: 'confirmOptOut',
		});
	});

	test.each(['STOP', 'yes', 'Ja bitte', 'sí', 'はい', 'stpo', 'Unsubscirbe!'])(
		'%s confirms it for a day',
		(text) => {
			const step = answer(text, { state: 'optedIn', optOutAsked: hours(23) });
			expect(step).toMatchObject({ state: 'optedOut', scope: 'all', reply: 'optedOut' });
			expect(step.optOutAsked).toBeUndefined();
		},
	);

	test('is over after a day: a yes means what it means without it', () => {
		const status: ConsentStatus = { state: 'optedIn', optOutAsked: hours(25) };
		expect(answer('yes', status)).toMatchObject({ state: 'optedIn', reply: 'none' });
		expect(answer('stpo', status)).toMatchObject({ reply: 'confirmOptOut', optOutAsked: now });
	});

	test.each(['no', 'nein danke', 'START'])('%s denies it', (text) => {
		const step = answer(text, { state: 'optedIn', optOutAsked: hours(1) });
		expect(step).toMatchObject({ state: 'optedIn', questionChanged: true, reply: 'none' });
		expect(step.optOutAsked).toBeUndefined();
	});

	test('stays open while people talk about other things', () => {
		const status: ConsentStatus = { state: 'optedIn', optOutAsked: hours(1) };
		const campaign = { category: 'custom', tier: 'exact', confidence: 1, explanation: '' } as const;
		expect(nextConsent(status, campaign, settings, now)).toMatchObject({ optOutAsked: hours(1) });
		expect(answer('when do you open tomorrow?', status)).toMatchObject({
			questionChanged: false,
			optOutAsked: hours(1),
		});
	});

	test('a bare yes answers the later of two questions', () => {
		const optInAskedAt = (at: Date) => new Date(at.getTime() + 2 * 86_400_000);
		const asked = (optOut: number, optIn: number): ConsentStatus => ({
			state: 'pending',
			expiresAt: optInAskedAt(hours(optIn)),
			optOutAsked: hours(optOut),
		});
		expect(answer('yes', asked(1, 5))).toMatchObject({ state: 'optedOut' });
		expect(answer('yes', asked(5, 1))).toMatchObject({ state: 'optedIn' });
	});
});

describe('scopes', () => {
	test.each<[text: string, held: string, scope: string, changed: boolean, reply: string]>([
		['no more surveys', 'surveys', 'surveys', false, 'none'],
		['no more surveys', 'marketing', 'marketing', false, 'none'],
		['stop promotions', 'surveys', 'marketing', true, 'optedOut'],
		['STOP', 'surveys', 'all', true, 'optedOut'],
	])('%s after an opt-out of %s leaves one of %s', (text, held, scope, changed, reply) => {
		expect(step(text, { state: 'optedOut', scope: held })).toMatchObject({
			state: 'optedOut',
			scope,
			changed,
			reply,
		});
	});

	test('no more reminders, after no more surveys, is a fact of its own', () => {
		expect(step('no more reminders', { state: 'optedOut', scope: 'surveys' })).toMatchObject({
			state: 'optedOut',
			scope: 'reminders',
			changed: true,
			reply: 'optedOut',
		});
	});

	test.each([
		['surveys', 'optedIn', 'surveys', true],
		['surveys,reminders', 'optedIn', 'surveys', true],
		['marketing', 'optedOut', 'marketing', false],
		['all', 'optedOut', 'all', false],
	] as const)(
		'wanting surveys again after an opt-out of %s leads to %s of %s',
		(held, state, scope, changed) => {
			const wantsSurveys = {
				category: 'optIn',
				tier: 'phrase',
				scope: 'surveys',
				confidence: 1,
				explanation: '',
			} as const;
			const settings = { enabled: false };
			expect(nextConsent({ state: 'optedOut', scope: held }, wantsSurveys, settings, now)).toMatchObject({
				state,
				scope,
				changed,
				reply: 'optedIn',
			});
		},
	);

	test('START takes back every opt-out', () => {
		expect(step('START', { state: 'optedOut', scope: 'surveys' }, false)).toMatchObject({
			state: 'optedIn',
			scope: 'all',
		});
	});
});
