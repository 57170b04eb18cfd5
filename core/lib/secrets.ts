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

/** Takes what must not be read out of a text. */
export type Hide = (text: string) => string;

/** A PIN is hidden where it stands alone: as part of a longer id it is none. */
function hiderOfOne(secret: string): Hide {
	const forms = spellings(secret);
	if (secret.length >= UNMISTAKABLE) {
		return (text) => forms.reduce((left, form) => left.replaceAll(form, HIDDEN), text);
	}
	const alone = `(?<![\\p{L}\\p{N}])(?:${forms.map(escaped).join('|')})(?![\\p{L}\\p{N}])`;
	const pattern = new RegExp(alone, 'gu');
	return (text) => text.replace(pattern, HIDDEN);
}

/** Takes the secrets out of texts, the longest first, since one may be part of another. */
export function hiderOf(secrets: readonly string[]): Hide {
	const hiders = [...secrets].sort((one, other) => other.length - one.length).map(hiderOfOne);
	return (text) => hiders.reduce((left, hide) => hide(left), text);
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
