/**
 * Letters of other scripts that look like Latin ones, from Unicode's confusables.txt (UTS 39, version 14): single letters
 * that are confusable with one Latin letter, in lower case, be it their small form or their capital that looks so. Eta and
 * sigma, which the table has for other looks, stand for what people write them for.
 */
export const LOOKALIKES: Readonly<Record<string, string>> = {
	/** Cyrillic. */
	...pairs('асԁеҽһіꙇӏјорԛгѕѵѡԝхуүьвԍнкмт', 'acdeehiiljopqrsvwwxyybbghkmt'),
	/** Greek. */
	...pairs('αιϳορυνγβεκμτχζησ', 'aijopuvybekmtxzns'),
	/** Coptic. */
	...pairs('ⲥⲟⲣⲅⲏⲕⲓⳑⲙⲛⲧⲭⲩ', 'coprhkilmntxy'),
	/** Armenian. */
	...pairs('քցհոռօգզսատ', 'fghnnoqquws'),
	/** Cherokee. */
	...pairs('ꭺꮟᏼꮯꮷꭰꭼꮐᏻꮒꮋꭵꭻꮶꮮꮇꮲꮁꭱꮢꮪꮥꭲꮩꮃꮤꭹꮍꮓ', 'abbcddegghhijklmprrrsstvwwyyz'),
	/** Lisu. */
	...pairs('ꓮꓐꓚꓒꓓꓰꓝꓖꓧꓙꓗꓲꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ', 'abcddefghjkilmnoprstuvwxyz'),
};

/** Scripts of languages that are read, with their letters for Latin ones that were mixed in. */
const SCRIPTS = [
	{ letter: /[\u0430-\u045f\u0491]/u, ofLatin: pairs('acehikmoptxyb', 'асенікмортхув') },
	{ letter: /[\u03b1-\u03c9]/u, ofLatin: pairs('abehikmnoptxyzuv', 'αβεηικμνορτχυζυν') },
] as const;

const LATIN = /^[a-z\d]+$/;
/** Nothing of these alphabets, Cyrillic alone or Greek alone. */
const ONE_SCRIPT =
	/^(?:[^\u0370-\u058f\u13a0-\u13ff\u2c80-\u2cff\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf]+|[\u0400-\u052f]+|[\u0370-\u03ff]+)$/u;

/** A word in more than one alphabet is a word of the one that most of its letters are of, with look-alikes in it. */
export function oneScript(word: string): string {
	if (ONE_SCRIPT.test(word)) return word;
	const letters = [...word];
	const most = SCRIPTS.find(
		({ letter }) => letters.filter((one) => letter.test(one)).length * 2 > letters.length,
	);
	const latin = replaceLetters(word, LOOKALIKES);
	const isLatin = LATIN.test(latin);
	const script = most ?? (isLatin ? undefined : SCRIPTS.find(({ letter }) => letter.test(latin)));
	if (script === undefined) return isLatin ? latin : word;
	const folded = replaceLetters(word, script.ofLatin);
	return isLatin && !Array.from(folded).every((one) => script.letter.test(one)) ? latin : folded;
}

/** A letter of the second text for each of the first. */
export function pairs(from: string, to: string): Record<string, string> {
	const targets = [...to];
	return Object.fromEntries([...from].map((letter, index) => [letter, targets[index] ?? letter]));
}

export function replaceLetters(word: string, letters: Readonly<Record<string, string>>): string {
	return Array.from(word, (letter) => letters[letter] ?? letter).join('');
}
