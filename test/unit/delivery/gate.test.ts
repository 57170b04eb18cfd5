import { passGate, type GateQuestion } from '../../../core/delivery/gate';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-21T12:00:00Z');
const NIGHT = Date.parse('2026-11-21T22:00:00Z');
const QUIET = {
	hours: { fromMinute: 20 * 60, untilMinute: 8 * 60, days: new Set<number>() },
	fallbackZone: 'Europe/Berlin',
};
const LATER = { timeIn: () => NOON + HOUR, fallbackZone: 'UTC' };
const MARKETING: GateQuestion = { purpose: 'marketing', state: 'optedIn', template: true, now: NOON };

test.each<[string, Partial<GateQuestion>, string | undefined]>([
	['consent alone', {}, undefined],
	['opted out', { state: 'optedOut' }, 'optedOut'],
	['opted out of marketing', { state: 'optedOut', scope: 'marketing' }, 'optedOutOfMarketing'],
	['no consent looked up', { state: undefined }, 'unknownConsent'],
	['pending', { state: 'pending' }, 'consentPending'],
	['none', { state: 'none' }, 'noConsent'],
	['never wrote, free text', { template: false, lastInboundAt: 'never' }, 'windowClosed'],
	['wrote long ago, free text', { template: false, lastInboundAt: NOON - 25 * HOUR }, 'windowClosed'],
	['wrote long ago, template', { lastInboundAt: NOON - 25 * HOUR }, undefined],
	['wrote today, free text', { template: false, lastInboundAt: NOON - HOUR }, undefined],
	['no window on this channel', { template: false }, undefined],
	['at night', { now: NIGHT, quiet: QUIET }, 'quietHours'],
	['by day', { quiet: QUIET }, undefined],
	['a password at night', { now: NIGHT, quiet: QUIET, purpose: 'authentication' }, undefined],
	['an answer at night', { now: NIGHT, quiet: QUIET, purpose: 'service' }, undefined],
	['order news at night', { now: NIGHT, quiet: QUIET, purpose: 'utility' }, 'quietHours'],
	[
		'the confirmation of an opt-out at night',
		{ now: NIGHT, quiet: QUIET, state: 'optedOut', confirmation: 'optOut' },
		undefined,
	],
	['one too many', { cap: { most: 2, period: 'week', sentSoFar: 2 } }, 'frequencyCap'],
	['one left', { cap: { most: 2, period: 'week', sentSoFar: 1 } }, undefined],
	[
		'a password beyond the cap',
		{ purpose: 'authentication', cap: { most: 0, period: 'day', sentSoFar: 9 } },
		undefined,
	],
	['opt-out goes before all', { state: 'optedOut', now: NIGHT, quiet: QUIET }, 'optedOut'],
	[
		'window goes before quiet hours',
		{ template: false, lastInboundAt: 'never', now: NIGHT, quiet: QUIET },
		'windowClosed',
	],
	[
		'quiet hours go before the cap',
		{ now: NIGHT, quiet: QUIET, cap: { most: 0, period: 'day', sentSoFar: 0 } },
		'quietHours',
	],
	['before its time', { notBefore: LATER }, 'tooEarly'],
	['when its time has come', { now: NOON + HOUR, notBefore: LATER }, undefined],
	['a password before its time', { purpose: 'authentication', notBefore: LATER }, 'tooEarly'],
	[
		'the cap goes before the time',
		{ notBefore: LATER, cap: { most: 1, period: 'day', sentSoFar: 1 } },
		'frequencyCap',
	],
])('%s', (_name, change, rule) => {
	const decision = passGate({ ...MARKETING, ...change });
	expect(decision.allowed ? undefined : decision.rule).toBe(rule);
	if (!decision.allowed) {
		expect(decision.reason).toMatch(/\.$/);
		expect(decision.advice).toMatch(/\.$/);
	}
});

describe('whose clock counts', () => {
	const at = (
		time: string,
		more: Partial<GateQuestion>,
		quiet: Partial<typeof QUIET> & { zone?: string } = {},
	) => passGate({ ...MARKETING, now: Date.parse(time), quiet: { ...QUIET, ...quiet }, ...more });

	test.each<[string, Partial<GateQuestion>, { zone?: string; fallbackZone?: string }, string | undefined]>([
		['the given zone', { to: '+4930901820' }, { zone: 'Asia/Tokyo' }, '2026-11-21T23:00:00.000Z'],
		['the country of the number', { to: '+81312345678' }, {}, '2026-11-21T23:00:00.000Z'],
		['a zone that does not exist', { to: '+81312345678' }, { zone: 'Mars' }, '2026-11-21T23:00:00.000Z'],
		['nothing known: the fallback', {}, { fallbackZone: 'Asia/Tokyo' }, '2026-11-21T23:00:00.000Z'],
		['no country: the fallback', { to: '+881612345678' }, {}, undefined],
		['a fallback that does not exist', {}, { fallbackZone: 'Mars' }, undefined],
	])('%s', (_name, more, quiet, resumeAt) => {
		expect(at('2026-11-21T12:00:00Z', more, quiet)).toEqual(
			resumeAt === undefined
				? { allowed: true }
				: {
						allowed: false,
						rule: 'quietHours',
						reason: 'It is quiet time in Asia/Tokyo.',
						advice: `Send again from ${resumeAt} on.`,
						resumeAt,
					},
		);
	});

	test('a country of several clocks is quiet as long as any part of it is', () => {
		expect(at('2026-11-21T17:00:00Z', { to: '+12125551234' })).toMatchObject({
			reason: "It is quiet time in a part of the recipient's country.",
			resumeAt: '2026-11-21T18:00:00.000Z',
		});
		expect(at('2026-11-21T18:00:00Z', { to: '+12125551234' })).toEqual({ allowed: true });
	});

	test('quiet hours that never end have no time to wait for', () => {
		const hours = { ...QUIET.hours, days: new Set([0, 1, 2, 3, 4, 5, 6]) };
		const decision = at('2026-11-21T12:00:00Z', {}, { hours });
		expect(decision).toMatchObject({ rule: 'quietHours', advice: expect.stringMatching(/change them/) });
		expect(decision).not.toHaveProperty('resumeAt');
	});
});

describe('whose clock a time is read by', () => {
	/** Nine in the morning of November 22, where it is winter time in the north. */
	const TIMES: Record<string, string> = {
		'Asia/Tokyo': '2026-11-22T00:00:00.000Z',
		'Europe/Berlin': '2026-11-22T08:00:00.000Z',
		'America/New_York': '2026-11-22T14:00:00.000Z',
	};
	const timeIn = (zone: string) => Date.parse(TIMES[zone] ?? '2026-11-22T19:00:00.000Z');
	const at = (to: string, zone?: string) => {
		const notBefore = { timeIn, fallbackZone: 'Europe/Berlin', ...(zone !== undefined && { zone }) };
		const decision = passGate({ ...MARKETING, to, notBefore });
		return decision.allowed ? undefined : decision.resumeAt;
	};

	test.each([
		['the country of the number', '+81312345678', undefined, TIMES['Asia/Tokyo']],
		['the given zone', '+81312345678', 'America/New_York', TIMES['America/New_York']],
		['nothing known: the fallback', '+881612345678', undefined, TIMES['Europe/Berlin']],
		['of several clocks the last one', '+12125551234', undefined, '2026-11-22T19:00:00.000Z'],
	])('%s', (_name, to, zone, resumeAt) => {
		expect(at(to, zone)).toBe(resumeAt);
	});
});
