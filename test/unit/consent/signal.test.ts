import { nextConsent } from '../../../core/consent/double-opt-in';
import { consentRow } from '../../../core/consent/record';
import { matchOfSignal } from '../../../core/consent/signal';

test.each([
	['optOut', 'marketing', /stopped marketing messages/],
	['optIn', undefined, /resumed all messages/],
] as const)('%s of %s', (action, scope, explanation) => {
	const match = matchOfSignal({ action, ...(scope && { scope }) });
	expect(match).toMatchObject({ category: action, scope: scope ?? 'all', confidence: 1 });
	expect(match.explanation).toMatch(explanation);
});

test('the record says that the provider reported it', () => {
	const now = new Date(0);
	const match = matchOfSignal({ action: 'optOut' });
	const step = nextConsent({ state: 'none' }, match, { enabled: false }, now);
	const row = consentRow({ from: '+15550123001' }, match, step, now, true);
	expect(row).toMatchObject({ source: 'provider', status: 'optedOut' });
});
