import { nextConsent } from '../../../core/consent/double-opt-in';
import { consentRow } from '../../../core/consent/record';
import { matchOfSignal } from '../../../core/consent/signal';

test.each([
	['optOut', 'marketing', 'provider', 'The provider reports that the person stopped marketing messages.'],
	['optIn', undefined, 'provider', 'The provider reports that the person resumed all messages.'],
	['optOut', 'surveys', 'preferences', 'On the preference page the person stopped surveys messages.'],
] as const)('%s of %s by %s', (action, scope, source, explanation) => {
	const match = matchOfSignal({ action, source, ...(scope && { scope }) });
	expect(match).toMatchObject({ category: action, scope: scope ?? 'all', confidence: 1, explanation });
});

test.each(['provider', 'preferences'] as const)('the record says that it came about by %s', (source) => {
	const now = new Date(0);
	const match = matchOfSignal({ action: 'optOut', source });
	const step = nextConsent({ state: 'none' }, match, { enabled: false }, now);
	const row = consentRow({ from: '+15550123001' }, match, step, now, source);
	expect(row).toMatchObject({ source, status: 'optedOut' });
});
