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

/** Look-alikes of Latin letters in Cyrillic, Greek and Armenian (Unicode TR 39, excerpt). */
export const LOOKALIKES: Record<string, string> = pairs(
	'асеорхуіјѕԁһӏԛԝвкмнтгαοριτυνκεησβѵոսօ',
	'aceopxyijsdhlqwbkmhtroopituvkensbvnuo',
);

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

function pairs(from: string, to: string): Record<string, string> {
	const targets = [...to];
	return Object.fromEntries([...from].map((letter, index) => [letter, targets[index] ?? letter]));
}

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

/** Decimal digits of any script come in runs from zero to nine (Unicode Standard, 4.6). */
function digitOf(codePoint: number): string {
	let zero = codePoint;
	while (codePoint - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
	return String(codePoint - zero);
}

function classify(character: string, codePoint: number): FoldedCharacter {
	const of = (kind: CharacterKind, text: string = character): FoldedCharacter => ({
		kind,
		text,
		unspaced: UNSPACED_SCRIPT.test(text),
	});
	const enclosed = enclosedLetter(codePoint);
	if (enclosed !== undefined) return of('letter', enclosed);
	if (SENTENCE_END.test(character)) return of('sentence');
	if (WHITE_SPACE.test(character)) return of('separator');
	if (STRIPPED_MARK.test(character)) return of('ignored');
	if (IGNORED.test(character)) return of('ignored');
	if (character === "'" || character === '’' || character === '‘' || character === '`' || character === '´') {
		return of('apostrophe');
	}
	const plain = PLAIN_LETTERS[character];
	if (plain !== undefined) return of('letter', plain);
	if (DIGIT.test(character)) return of('letter', digitOf(codePoint));
	if (MARK.test(character)) return of('letter');
	if (WORD.test(character)) {
		const base = MARKED_SCRIPT.test(character)
			? character.normalize('NFD').replace(/\p{M}/gu, '')
			: character;
		return of('letter', [...base].map((letter) => PLAIN_LETTERS[letter] ?? letter).join(''));
	}
	return of(EMOJI.test(character) ? 'emoji' : 'separator');
}

/** More distinct characters beyond the basic plane than any real traffic has; the rest is not remembered. */
const REMEMBERED = 5_000;
const folded = new Map<number, FoldedCharacter>();

/**
 * @param codePoint of text that is lower-cased and in normal form KC
 */
export function foldCharacter(codePoint: number): FoldedCharacter {
	const known = folded.get(codePoint);
	if (known !== undefined) return known;
	const result = classify(String.fromCodePoint(codePoint), codePoint);
	if (folded.size < REMEMBERED) folded.set(codePoint, result);
	return result;
}

const KINDS = ['letter', 'separator', 'sentence', 'apostrophe', 'emoji', 'ignored'] as const;
const kindNumber = (kind: CharacterKind): number => KINDS.indexOf(kind) + 1;

/** What a code unit is, in one number: a kind, and bits beside it. */
export const CLASS = {
	kind: 0x07,
	letter: kindNumber('letter'),
	sentence: kindNumber('sentence'),
	apostrophe: kindNumber('apostrophe'),
	emoji: kindNumber('emoji'),
	ignored: kindNumber('ignored'),
	unspaced: 0x08,
	/** Folds to itself. */
	plain: 0x10,
	latin: 0x20,
	cyrillic: 0x40,
	/** Half of a character beyond the basic plane. */
	half: 0x80,
} as const;

const CYRILLIC = /[\u0430-\u045f\u0491]/;
const LATIN = /[a-z]/;
const PLANE = 0x10000;
const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Filled as characters come up; 0 is one that has not. */
const classes = new Uint8Array(PLANE);

/** @param unit of text that is lower-cased and in normal form KC */
export function classOf(unit: number): number {
	const known = classes[unit] ?? 0;
	return known === 0 ? (classes[unit] = describe(unit)) : known;
}

function describe(unit: number): number {
	if (isHalf(unit)) return CLASS.half;
	return classOfFolded(foldCharacter(unit), String.fromCharCode(unit));
}

export function classOfFolded({ kind, text, unspaced }: FoldedCharacter, character: string): number {
	return (
		kindNumber(kind) |
		(unspaced ? CLASS.unspaced : 0) |
		(text === character ? CLASS.plain : 0) |
		(LATIN.test(text) ? CLASS.latin : 0) |
		(CYRILLIC.test(text) ? CLASS.cyrillic : 0)
	);
}

/** Marks, invisible characters and conjoining letters, which depend on their neighbours. */
const DEPENDENT = /^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]$/u;
const STANDS_ALONE = 1;
const COMPOSES = 2;
const composing = new Uint8Array(PLANE);

/** Whether text with this code unit has to be cleaned and brought to normal form KC before it is read. */
export function composes(unit: number): boolean {
	let known = composing[unit] ?? 0;
	if (known === 0) {
		const character = String.fromCharCode(unit);
		const alone = !isHalf(unit) && character.normalize('NFKC') === character && !DEPENDENT.test(character);
		known = alone ? STANDS_ALONE : COMPOSES;
		composing[unit] = known;
	}
	return known === COMPOSES;
}
