import { hitsOf } from './finds';
import type { Find } from './finds';
import { explainedBy } from './interpretation';
import type { Interpretation } from './interpretation';
import type { Word } from './known';
import { ENGLISH, lengthOf } from './passage';

/** Of a message in two languages each one knows some words; the one that it is in knows most. */
const LEAST_KNOWN = 0.4;

export function isKnownEnough({ words, whole }: Interpretation): boolean {
	const known = whole.units.reduce((sum, { parts, from, to }) => sum + (parts.size > 0 ? to - from : 0), 0);
	return known >= LEAST_KNOWN * lengthOf(words);
}

/** Words by which another language must explain more of a message to be the one that it is in. */
const CLEARLY_MORE = 2;

/** Unaccented words of one language are often those of another; who explains more of the message has it. */
export function readsAsAnother(
	{ words: message, explained, language: { code } }: Interpretation,
	finds: readonly Find[],
): boolean {
	const explainedIn = (other: string) => explainedBy(message, hitsOf(other, finds));
	if (code !== ENGLISH && explainedIn(ENGLISH) >= explained) return true;
	const most = explained + CLEARLY_MORE;
	if (most > mostExplained(message)) return false;
	const counts = new Map<string, number>();
	for (const { senses, words } of finds) {
		for (const { language } of senses.all) counts.set(language, (counts.get(language) ?? 0) + words);
	}
	return [...counts].some(([other, count]) => other !== code && count >= most && explainedIn(other) >= most);
}

/** More words than these nobody can explain; where no spaces tell, each character may be one. */
function mostExplained(words: readonly Word[]): number {
	return words.reduce((sum, { text, unspaced }) => sum + (unspaced ? text.length : 1), 0);
}
