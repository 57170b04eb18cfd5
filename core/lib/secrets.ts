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

/** Takes the secrets out of texts. */
export function hiderOf(secrets: readonly string[]): (text: string) => string {
	if (secrets.length === 0) return (text) => text;
	const longestFirst = [...secrets].sort((one, other) => other.length - one.length);
	const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
	return (text) => text.replace(pattern, HIDDEN);
}
