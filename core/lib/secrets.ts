import type { JsonObject, JsonValue } from '../events';
import { isJsonObject } from './json';

const HIDDEN = '…';

/** From here on a secret is too long to stand in an id by chance. */
const UNMISTAKABLE = 16;

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A secret as it is and as an address or a JSON document spells it. */
function spellings(secret: string): string[] {
	const forms = [secret, encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1)];
	return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/** A PIN is hidden where it stands alone: as part of a longer id it is none. */
function patternOf(secret: string): string {
	const forms = spellings(secret).map(escaped).join('|');
	return secret.length < UNMISTAKABLE ? `(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])` : forms;
}

/** Takes what must not be read out of a text. */
export type Hide = (text: string) => string;

/** Takes the secrets out of texts. */
export function hiderOf(secrets: readonly string[]): Hide {
	if (secrets.length === 0) return (text) => text;
	const longestFirst = [...secrets].sort((one, other) => other.length - one.length);
	const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
	return (text) => text.replace(pattern, HIDDEN);
}

/** The same value with every text in it as `hide` leaves it. The names of members stay. */
export function hideIn(value: JsonValue, hide: Hide): JsonValue {
	if (typeof value === 'string') return hide(value);
	if (Array.isArray(value)) return value.map((element) => hideIn(element, hide));
	return isJsonObject(value) ? hideInObject(value, hide) : value;
}

export function hideInObject(object: JsonObject, hide: Hide): JsonObject {
	return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, hideIn(value, hide)]));
}
