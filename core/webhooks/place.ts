import type { Receipt, CallbackTarget } from './registration';
import { isSameEndpoint } from './callback-url';

type Target = Pick<CallbackTarget, 'callbackUrl' | 'siblingUrl' | 'purpose' | 'neighbourUrls'>;

/** Whether a URL is one of those whose triggers agreed to get their events by way of this one. */
export function isNeighbours(url: string | undefined, { neighbourUrls = [] }: Target): boolean {
	return neighbourUrls.some((neighbour) => isSameEndpoint(neighbour, url));
}

/**
 * What to do with a place that holds one URL: `keep` it as it is, `take` it, or leave it to somebody else. `borrowedFrom`
 * is set for a test alone: who gets it back.
 */
export type Claim =
	| { decision: 'keep' | 'take'; borrowedFrom?: Receipt['borrowed'][string] }
	| { decision: 'foreign'; url: string };

export function claimPlace(current: string | undefined, target: Target): Claim {
	const { callbackUrl, siblingUrl, purpose } = target;
	const isTest = purpose === 'test';
	if (current === undefined)
		return isTest ? { decision: 'take', borrowedFrom: 'nothing' } : { decision: 'take' };
	if (isNeighbours(current, target)) return { decision: 'take' };
	const isProductions = isSameEndpoint(current, siblingUrl);
	if (!isProductions && !isSameEndpoint(current, callbackUrl)) return { decision: 'foreign', url: current };
	// A test URL that is already there was left by a test that never ended: production may have had the place before.
	return {
		decision: current === callbackUrl ? 'keep' : 'take',
		...(isTest && { borrowedFrom: 'production' as const }),
	};
}

/**
 * Whether a place is ours to empty or give back. Production also clears away a test's URL; a test touches nothing but its
 * own, as production may have taken the place back in the meantime.
 */
export function isOursToClear(current: string | undefined, target: Target): boolean {
	const { callbackUrl, siblingUrl, purpose } = target;
	return (
		isSameEndpoint(current, callbackUrl) || (purpose === 'production' && isSameEndpoint(current, siblingUrl))
	);
}
