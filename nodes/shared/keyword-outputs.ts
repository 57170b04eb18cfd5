import type { KeywordCategory } from '../../core';

/** The outputs of Messaging Keywords in their fixed order. Workflows refer to them by position, so new ones go to the end. */
export const KEYWORD_OUTPUTS: Readonly<Record<KeywordCategory, string>> = {
	optIn: 'Opt-In',
	optOut: 'Opt-Out',
	doubleOptIn: 'Double Opt-In',
	help: 'Help',
	custom: 'Custom',
	fuzzyOptOut: 'Fuzzy Opt-Out',
	default: 'Default',
};

/** The label of the output that an item of Messaging Keywords left on; nothing for other items. */
export function outputOf(keywords: Readonly<Record<string, unknown>>): string | undefined {
	return Object.entries(KEYWORD_OUTPUTS).find(([category]) => category === keywords.category)?.[1];
}
