import { countsOn, statusOfRows } from '../../../core/consent/person';
import type { KnownConsent } from '../../../core/consent/person';
import type { ConsentState } from '../../../core/consent/types';

const now = new Date('2026-11-21T10:00:00.000Z');
const soon = new Date('2026-11-22T00:00:00.000Z');
const over = new Date('2026-11-21T09:00:00.000Z');

type Told = [state: ConsentState, scope: string, more?: Partial<KnownConsent>];

/** Rows, oldest first. */
const rowsOf = (told: readonly Told[]): KnownConsent[] =>
	told.map(([state, scope, more], index) => ({
		state,
		scope,
		timestamp: `2026-11-20T10:0${index}:00.000Z`,
		...more,
	}));

test.each<[told: Told[], state: ConsentState, scope: string | undefined]>([
	[[], 'none', undefined],
	[[['optedIn', 'all']], 'optedIn', 'all'],
	[
		[
			['optedIn', 'all'],
			['optedOut', 'surveys'],
		],
		'optedOut',
		'surveys',
	],
	[
		[
			['optedOut', 'surveys'],
			['optedOut', 'reminders'],
		],
		'optedOut',
		'surveys,reminders',
	],
	[
		[
			['optedOut', 'surveys'],
			['optedOut', 'marketing'],
		],
		'optedOut',
		'marketing',
	],
	[
		[
			['optedOut', 'all'],
			['optedOut', 'marketing'],
		],
		'optedOut',
		'all',
	],
	[
		[
			['optedOut', 'news'],
			['optedOut', 'surveys'],
		],
		'optedOut',
		'news',
	],
	[
		[
			['optedOut', 'surveys'],
			['optedOut', 'reminders'],
			['optedIn', 'surveys'],
		],
		'optedOut',
		'reminders',
	],
	[
		[
			['optedOut', 'marketing'],
			['optedIn', 'surveys'],
		],
		'optedOut',
		'marketing',
	],
	[
		[
			['optedOut', 'surveys'],
			['optedOut', 'marketing'],
			['optedIn', 'all'],
		],
		'optedIn',
		'all',
	],
	[
		[
			['optedOut', 'all'],
			['optedIn', 'marketing'],
		],
		'optedIn',
		'marketing',
	],
	[
		[
			['optedOut', 'all'],
			['pending', 'all', { expiresAt: soon }],
		],
		'pending',
		'all',
	],
	[
		[
			['optedOut', 'marketing'],
			['none', 'all'],
		],
		'optedOut',
		'marketing',
	],
])('%j say %s of %s', (told, state, scope) => {
	const status = statusOfRows(rowsOf(told), now);
	expect([status.state, status.scope]).toEqual([state, scope]);
	expect(statusOfRows(rowsOf(told).reverse(), now)).toEqual(status);
});

test('who refused a part tells whether there was ever an opt-in to the rest', () => {
	const refused = { state: 'optedOut', scope: 'surveys', timestamp: '2026-02-01T00:00:00.000Z' } as const;
	const joined = { state: 'optedIn', scope: 'all', timestamp: '2026-01-01T00:00:00.000Z' } as const;
	expect(statusOfRows([refused], now).lacksOptIn).toBe(true);
	expect(statusOfRows([joined, refused], now).lacksOptIn).toBeUndefined();
});

test('of two rows of one time the later in the list counts', () => {
	const at = { timestamp: '2026-11-20T10:00:00.000Z' };
	const rows = rowsOf([
		['optedOut', 'all', at],
		['optedIn', 'all', at],
	]);
	expect(statusOfRows(rows, now).state).toBe('optedIn');
	expect(statusOfRows([...rows].reverse(), now).state).toBe('optedOut');
});

test('an open question is that of the newest row', () => {
	const rows = rowsOf([
		['optedIn', 'all', { optOutAsked: over }],
		['optedIn', 'marketing'],
	]);
	expect(statusOfRows(rows, now).optOutAsked).toBeUndefined();
	expect(statusOfRows(rows.slice(0, 1), now)).toMatchObject({ state: 'optedIn', optOutAsked: over });
});

test('an opt-in that lapsed takes no opt-out back', () => {
	const rows = rowsOf([
		['optedOut', 'all'],
		['pending', 'all', { expiresAt: over }],
	]);
	expect(statusOfRows(rows, now)).toMatchObject({ state: 'optedOut', scope: 'all' });
});

describe('what was chosen on a preference page', () => {
	const chosen = (channel: string) => ({ source: 'preferences', channel });
	const said = (channel: string) => ({ source: 'keyword', channel });

	const over = (told: readonly Told[], channel?: string) =>
		statusOfRows(
			rowsOf(told).filter((row) => countsOn(channel, row)),
			now,
		).state;

	test.each<[told: Told[], whatsapp: ConsentState, sms: ConsentState, unknown: ConsentState]>([
		[[['optedOut', 'all', chosen('sms')]], 'none', 'optedOut', 'optedOut'],
		[[['optedIn', 'all', chosen('sms')]], 'none', 'optedIn', 'none'],
		[
			[
				['optedOut', 'all', said('sms')],
				['optedIn', 'all', chosen('sms')],
			],
			'optedOut',
			'optedIn',
			'optedOut',
		],
		[
			[
				['optedIn', 'all', chosen('sms')],
				['optedOut', 'all', said('whatsapp')],
			],
			'optedOut',
			'optedOut',
			'optedOut',
		],
		[
			[
				['optedOut', 'all', chosen('sms')],
				['optedIn', 'all', said('whatsapp')],
			],
			'optedIn',
			'optedOut',
			'optedOut',
		],
		[
			[
				['optedOut', 'all', chosen('sms')],
				['optedIn', 'all', said('sms')],
			],
			'optedIn',
			'optedIn',
			'optedIn',
		],
	])('%j', (told, whatsapp, sms, unknown) => {
		expect([over(told, 'whatsapp'), over(told, 'sms'), over(told, 'mms'), over(told)]).toEqual([
			whatsapp,
			sms,
			sms,
			unknown,
		]);
	});
});
