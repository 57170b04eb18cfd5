import type { OperationOutcome } from './contract';
import type { DeliveryError } from '../events';
import { hideInObject, hiderOf, type Hide } from '../lib/secrets';

/** A short word is hidden in errors alone: in an item it would be taken out of names and addresses that merely hold it. */
const SHORTEST_IN_ITEMS = 8;

function isForItems(secret: string): boolean {
	return secret.length >= SHORTEST_IN_ITEMS || /^\d{4,}$/.test(secret);
}

function hideInError(error: DeliveryError, hide: Hide): DeliveryError {
	const { code, title, detail, advice } = error;
	return { ...error, code: hide(code), title: hide(title), detail: hide(detail), advice: hide(advice) };
}

/**
 * An outcome in which none of the secrets can be read, whatever the provider repeats of them.
 *
 * @param secrets PINs, codes and tokens that the operation was given or got
 */
export function withoutSecretsIn(outcome: OperationOutcome, secrets: Iterable<string>): OperationOutcome {
	const hidden = [...secrets].filter((secret) => secret !== '');
	if (outcome.ok) {
		const hideInItem = hiderOf(hidden.filter(isForItems));
		return { ...outcome, items: outcome.items.map((item) => hideInObject(item, hideInItem)) };
	}
	const hide = hiderOf(hidden);
	return {
		...outcome,
		error: hideInError(outcome.error, hide),
		...(outcome.done && { done: outcome.done.map(hide) }),
	};
}
