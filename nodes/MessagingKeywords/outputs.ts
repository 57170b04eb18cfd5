import type { KeywordCategory } from '../../core';

/** The outputs in their fixed order. Saved workflows refer to them by position, so new ones go to the end. */
export const OUTPUTS: readonly { category: KeywordCategory; name: string }[] = [
	{ category: 'optIn', name: 'Opt-In' },
	{ category: 'optOut', name: 'Opt-Out' },
	{ category: 'doubleOptIn', name: 'Double Opt-In' },
	{ category: 'help', name: 'Help' },
	{ category: 'custom', name: 'Custom' },
	{ category: 'fuzzyOptOut', name: 'Fuzzy Opt-Out' },
	{ category: 'default', name: 'Default' },
];
