import { coveredScope, coversScope, decideSend } from '../../../core/consent/policy';
import type { SendQuestion } from '../../../core/consent/policy';

describe('decideSend', () => {
	test.each<[question: SendQuestion, verdict: string]>([
		[{ purpose: 'marketing', state: 'optedIn' }, 'allowed'],
		[{ purpose: 'marketing', state: 'pending' }, 'consentPending'],
		[{ purpose: 'marketing', state: 'none' }, 'noConsent'],
		[{ purpose: 'marketing' }, 'unknownConsent'],
		[{ purpose: 'marketing', state: 'optedOut' }, 'optedOut'],
		[{ purpose: 'marketing', state: 'optedOut', scope: 'marketing' }, 'optedOutOfMarketing'],
		[{ purpose: 'utility', state: 'optedOut', scope: 'marketing' }, 'allowed'],
		[{ purpose: 'authentication', state: 'optedOut', scope: 'marketing' }, 'allowed'],
		[{ purpose: 'utility', state: 'optedOut', scope: 'all' }, 'optedOut'],
		[{ purpose: 'service', state: 'optedOut' }, 'optedOut'],
		[{ purpose: 'service', state: 'optedOut', scope: 'marketing' }, 'allowed'],
		[{ purpose: 'utility', state: 'optedOut', scope: 'news' }, 'optedOut'],
		[{ purpose: 'utility', state: 'none' }, 'allowed'],
		[{ purpose: 'utility' }, 'allowed'],
		[{ purpose: 'service', state: 'optedOut', confirmation: 'optOut' }, 'allowed'],
		[{ purpose: 'service', state: 'optedOut', confirmation: 'help' }, 'allowed'],
		[{ purpose: 'service', state: 'optedIn', windowOpen: false }, 'windowClosed'],
		[{ purpose: 'service', state: 'optedIn', windowOpen: true }, 'allowed'],
		[{ purpose: 'marketing', state: 'optedIn', windowOpen: false, template: true }, 'allowed'],
		[{ purpose: 'marketing', state: 'optedOut', windowOpen: false }, 'optedOut'],
		[{ purpose: 'marketing', state: 'optedOut', scope: 'surveys' }, 'optedOutOfMarketing'],
		[{ purpose: 'marketing', state: 'optedOut', scope: 'surveys', topic: 'reminders' }, 'allowed'],
		[
			{ purpose: 'marketing', state: 'optedOut', scope: 'surveys', topic: 'reminders', lacksOptIn: true },
			'noConsent',
		],
		[
			{ purpose: 'utility', state: 'optedOut', scope: 'surveys', topic: 'reminders', lacksOptIn: true },
			'allowed',
		],
		[{ purpose: 'utility', state: 'optedOut', scope: 'surveys', topic: 'surveys' }, 'optedOutOfMarketing'],
		[
			{ purpose: 'utility', state: 'optedOut', scope: 'surveys,reminders', topic: 'reminders' },
			'optedOutOfMarketing',
		],
		[{ purpose: 'utility', state: 'optedOut', scope: 'surveys,reminders' }, 'allowed'],
		[{ purpose: 'utility', state: 'optedOut', scope: 'all', topic: 'surveys' }, 'optedOut'],
		[{ purpose: 'marketing', state: 'optedIn', awaitsOptOutAnswer: true }, 'optOutAsked'],
		[{ purpose: 'utility', state: 'optedIn', awaitsOptOutAnswer: true }, 'allowed'],
		[{ purpose: 'service', state: 'optedIn', awaitsOptOutAnswer: true }, 'allowed'],
	])('%j is %s', (question, verdict) => {
		const decision = decideSend(question);
		expect(decision.allowed ? 'allowed' : decision.reason).toBe(verdict);
	});
});

test.each([
	[undefined, 'all'],
	['', 'all'],
	['all', 'all'],
	['marketing', 'marketing'],
	['news', 'all'],
	['surveys', 'marketing'],
	['surveys, reminders', 'marketing'],
	['surveys,news', 'all'],
])('a recorded scope of %p covers %s', (scope, covered) => {
	expect(coveredScope(scope)).toBe(covered);
});

test.each([
	[undefined, 'surveys', true],
	['news', 'all', true],
	['marketing', 'surveys', true],
	['marketing', 'all', false],
	['marketing', undefined, false],
	['surveys,reminders', 'reminders', true],
	['surveys', 'surveys,reminders', false],
	['surveys', 'marketing', false],
])('an opt-out of %p is one of %p, too: %p', (held, asked, covers) => {
	expect(coversScope(held, asked)).toBe(covers);
});
