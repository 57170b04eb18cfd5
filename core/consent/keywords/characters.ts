import { pairs, replaceLetters } from './lookalikes';
import { remembered } from './memory';

/**
 * Folding of single characters: how one code point of a message looks to the matcher.
 *
 * Accents go after Latin, Greek and Cyrillic letters only. Vowel signs of Devanagari or Thai are part of the word and
 * stay (Unicode Standard, chapter 12 and 16).
 */

/** Letters that no decomposition turns into the plain ones people type instead. */
const PLAIN_LETTERS: Record<string, string> = {
	ß: 'ss',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ł: 'l',
	ı: 'i',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
	ħ: 'h',
	ŧ: 't',
	ς: 'σ',
	// Arabic and Persian spell one word with several letters of the same look.
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ٱ: 'ا',
	ة: 'ه',
	ى: 'ي',
	ی: 'ي',
	ې: 'ي',
	ئ: 'ي',
	ؤ: 'و',
	ک: 'ك',
	ۀ: 'ه',
	// Small capitals, which chat apps offer as a font.
	...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
};

/** Digits and signs that stand for a letter of similar shape. */
export const LEET: Record<string, string> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	$: 's',
	'@': 'a',
	'!': 'i',
	'|': 'i',
	'€': 'e',
};

/** Negative circled and squared capitals: letters to the eye, symbols to Unicode. */
const LETTER_BLOCKS = [0x1f150, 0x1f170] as const;

function enclosedLetter(codePoint: number): string | undefined {
	const start = LETTER_BLOCKS.find((block) => codePoint >= block && codePoint < block + 26);
	return start === undefined ? undefined : String.fromCharCode(97 + codePoint - start);
}

export type CharacterKind = 'letter' | 'separator' | 'sentence' | 'apostrophe' | 'emoji' | 'ignored';

export interface FoldedCharacter {
	kind: CharacterKind;
	/** The plain form of a letter or digit; the sign itself for anything else. */
	text: string;
	/** Whether the script writes words without spaces, so that words are found inside runs. */
	unspaced: boolean;
}

const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u02bb-\u02bd]$/u;
const SENTENCE_END =
	/^[.!?;:,\n\r\u2028\u2029\u0085\u061f\u060c\u061b\u0964\u3002\uff0c\u3001\u2014\u2026…()[\]{}¿¡"«»|/]$/u;
const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u;
const WORD = /^[\p{L}\p{N}]$/u;
const MARK = /^\p{M}$/u;
const STRIPPED_MARK =
	/^[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u0640\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]$/u;
const MARKED_SCRIPT = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const UNSPACED_SCRIPT =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{Script=Thai}\p{Script=Hangul}]/u;
const DIGIT = /^\p{Nd}$/u;
const WHITE_SPACE = /^\s$/u;
const APOSTROPHES = ["'", '’', '‘', '`', '´'];

/** Decimal digits of any script come in runs from zero to nine (Unicode Standard, 4.6). */
function digitOf(codePoint: number): string {
	let zero = codePoint;
	while (codePoint - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
	return String(codePoint - zero);
}

function classify(character: string): FoldedCharacter {
	const codePoint = character.codePointAt(0) ?? 0;
	const of = (kind: CharacterKind, text = character): FoldedCharacter => ({
		kind,
		text,
		unspaced: UNSPACED_SCRIPT.test(text),
	});
	const enclosed = enclosedLetter(codePoint);
	if (enclosed !== undefined) return of('letter', enclosed);
	if (SENTENCE_END.test(character)) return of('sentence');
	if (WHITE_SPACE.test(character)) return of('separator');
	if (STRIPPED_MARK.test(character) || IGNORED.test(character)) return of('ignored');
	if (APOSTROPHES.includes(character)) return of('apostrophe');
	const plain = PLAIN_LETTERS[character];
	if (plain !== undefined) return of('letter', plain);
	if (DIGIT.test(character)) return of('letter', digitOf(codePoint));
	if (MARK.test(character)) return of('letter');
	if (!WORD.test(character)) return of(EMOJI.test(character) ? 'emoji' : 'separator');
	if (!MARKED_SCRIPT.test(character)) return of('letter');
	return of('letter', replaceLetters(character.normalize('NFD').replace(/\p{M}/gu, ''), PLAIN_LETTERS));
}

const FIRST_SUPPLEMENTARY = 0x10000;
/** Supplementary characters: emoji, lettering. */
const rare = remembered(5_000, classify);
/** Those of the Basic Multilingual Plane by code point, each worked out when it is first met. */
const classified = new Array<FoldedCharacter | undefined>(FIRST_SUPPLEMENTARY);

/** The characters of a text that is lower-cased and in normal form KC. */
export function foldCharacters(text: string): FoldedCharacter[] {
	const folded: FoldedCharacter[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const codePoint = text.codePointAt(at) ?? 0;
		if (codePoint < FIRST_SUPPLEMENTARY) {
			folded.push((classified[codePoint] ??= classify(String.fromCodePoint(codePoint))));
		} else {
			folded.push(rare(String.fromCodePoint(codePoint)));
			at += 1;
		}
	}
	return folded;
}
