import type { ConsentAction } from '../events';
import { PREFERENCES } from './person';
import type { KeywordMatch } from './types';

/** Where consent is given or taken back without a word: the provider's own switch or keyword rule, or a preference page. */
export type SignalSource = 'provider' | typeof PREFERENCES;

export interface ConsentSignal {
	action: ConsentAction;
	/** `all`, `marketing`, a topic, or the provider's own scope. */
	scope?: string;
	source: SignalSource;
}

/** What a consent event counts as. It outranks whatever text may come with it. */
export function matchOfSignal({ action, scope = 'all', source }: ConsentSignal): KeywordMatch {
	const done = action === 'optIn' ? 'resumed' : 'stopped';
	const what = `the person ${done} ${scope === 'all' ? 'all' : scope} messages`;
	return {
		category: action,
		tier: 'exact',
		scope,
		confidence: 1,
		explanation:
			source === PREFERENCES ? `On the preference page ${what}.` : `The provider reports that ${what}.`,
	};
}
