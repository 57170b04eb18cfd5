import type { Word } from './known';
import type { Lexicon } from './lexicon';
import { hasAny, hasOnly } from './roles';
import type { Part, Parts } from './roles';
import type { Correction } from './spelling';

/** A message as it reads in one language without its slips. */
export interface Corrected {
	language: string;
	words: readonly Word[];
	/** Whether nothing else can have been meant, in this language or in one that knows more of the message. */
	isSure: boolean;
}

/** Shorter words than this are real ones of some kind too often ("half", "rite"). */
const SURE_LENGTH = 5;

/** Parts of words that can be there by a slip. */
const UNMEANT: readonly Part[] = ['fill', 'common', 'courtesy'];
const NEGATING: readonly Part[] = ['fused', 'not', 'deny', 'no'];

/** Corrections by the index of their word, by language. */
type Slips = Map<string, Map<number, string>>;

/** The message as it reads in each language without its slips, where the rest of it is of that language. */
export function correctedBy(words: readonly Word[], lexicon: Lexicon): Corrected[] {
	const slips: Slips = new Map();
	for (const [index, { known, unspaced }] of words.entries()) {
		if (!unspaced && known.isUnknown && !known.listed?.telling.size)
			addSlips(slips, index, known.corrections);
	}
	const readings = Array.from(slips, ([language, ofLanguage]) => {
		const isKnown = ({ known }: Word, index: number) =>
			ofLanguage.has(index) || known.senses.isKnownIn(language);
		return { language, ofLanguage, known: words.filter(isKnown).length };
	});
	const most = Math.max(...readings.map(({ known }) => known));
	return readings.flatMap(({ language, ofLanguage, known }) => {
		if (known * 2 <= words.length) return [];
		if ([...ofLanguage].some(([index, correct]) => isTurned(words[index]?.text ?? '', correct, language)))
			return [];
		const isPlain = known === most && ofLanguage.size * 2 <= words.length;
		const isSure = isPlain && [...ofLanguage].every(isSureSlip);
		return [{ language, words: replaced(words, ofLanguage, lexicon), isSure }];
	});

	/** A verb and its negation may be a letter apart: "napište", "nepište". */
	function isTurned(text: string, correct: string, language: string): boolean {
		const parts = lexicon.words.get(correct)?.senses.in(language) ?? NONE;
		return hasAny(parts, NEGATING) && text.slice(0, 2) !== correct.slice(0, 2);
	}

	function isSureSlip([index, correct]: [number, string]): boolean {
		const text = words[index]?.text ?? '';
		const isSwap =
			text.length === correct.length && [...text].sort().join('') === [...correct].sort().join('');
		return isSwap || (text.length >= SURE_LENGTH && correct.length >= SURE_LENGTH);
	}
}

const NONE: Parts = new Set();

/** The same with one word changed that is a real one: "please shop texting me". */
export function slippedBy(words: readonly Word[], lexicon: Lexicon): Corrected[] {
	const languages = knowingAll(words);
	if (languages.length === 0) return [];
	return words.flatMap(({ known }, index) => {
		const slips: Slips = new Map();
		addSlips(slips, index, known.corrections);
		return languages
			.filter((language) => !known.listed?.telling.has(language))
			.filter((code) =>
				known.senses.all.every(({ language, parts }) => language !== code || hasOnly(parts, UNMEANT)),
			)
			.flatMap((language) => {
				const ofLanguage = slips.get(language);
				return ofLanguage ? [{ language, words: replaced(words, ofLanguage, lexicon), isSure: false }] : [];
			});
	});
}

/** The languages that know every word. */
function knowingAll(words: readonly Word[]): string[] {
	const [first] = words;
	if (first === undefined || !words.every(({ unspaced, known }) => !unspaced && !known.isUnknown)) return [];
	let languages = [...new Set(first.known.senses.all.map(({ language }) => language))];
	for (const { known } of words.slice(1)) {
		if (languages.length === 0) break;
		languages = languages.filter((language) => known.senses.isKnownIn(language));
	}
	return languages;
}

function addSlips(slips: Slips, index: number, corrections: readonly Correction[]): void {
	for (const { text, languages } of corrections) {
		for (const language of languages) {
			const ofLanguage = slips.get(language) ?? new Map<number, string>();
			if (!ofLanguage.has(index)) slips.set(language, ofLanguage.set(index, text));
		}
	}
}

/** The words with some of them changed, by index. */
export function replaced(
	words: readonly Word[],
	corrections: ReadonlyMap<number, string>,
	lexicon: Lexicon,
): Word[] {
	let at = 0;
	return words.map((word, index) => {
		const text = corrections.get(index) ?? word.text;
		const known = text === word.text ? word.known : lexicon.known(text);
		const changed = { ...word, text, known, from: at, to: at + text.length };
		at = changed.to + 1;
		return changed;
	});
}
