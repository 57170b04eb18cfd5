import type { ConsentAction } from '../events';
import type { KeywordMatch } from './types';

/** A consent event of a provider: the person used the provider's own switch, or its own keyword rule fired. */
export interface ProviderSignal {
	action: ConsentAction;
	/** `all`, `marketing`, or the provider's own scope. */
	scope?: string;
}

/** What a provider's consent event counts as. It outranks whatever text may come with it. */
export function matchOfSignal({ action, scope = 'all' }: ProviderSignal): KeywordMatch {
	const done = action === 'optIn' ? 'resumed' : 'stopped';
	return {
		category: action,
		tier: 'exact',
		scope,
		confidence: 1,
		explanation: `The provider reports that the person ${done} ${scope === 'all' ? 'all' : scope} messages.`,
	};
}
