import type { OperationOutcome } from './contract';
import type { DeliveryError, JsonObject, JsonValue } from '../events';
import { isJsonObject } from '../lib/json';
import { hiderOf } from '../lib/secrets';

/** A short word is hidden in errors alone: in an item it would be taken out of names and addresses that merely hold it. */
const SHORTEST_IN_ITEMS = 8;

function isForItems(secret: string): boolean {
	return secret.length >= SHORTEST_IN_ITEMS || /^\d{4,}$/.test(secret);
}

type Hide = (text: string) => string;

function hideIn(value: JsonValue, hide: Hide): JsonValue {
	if (typeof value === 'string') return hide(value);
	if (Array.isArray(value)) return value.map((element) => hideIn(element, hide));
	return isJsonObject(value) ? hideInObject(value, hide) : value;
}

function hideInObject(object: JsonObject, hide: Hide): JsonObject {
	return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, hideIn(value, hide)]));
}

function hideInError(error: DeliveryError, hide: Hide): DeliveryError {
	return { ...error, title: hide(error.title), detail: hide(error.detail), advice: hide(error.advice) };
}

/** An error in which none of the secrets can be read. */
export function errorWithout(secrets: Iterable<string>, error: DeliveryError): DeliveryError {
	return hideInError(error, hiderOf([...secrets].filter((secret) => secret !== '')));
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
