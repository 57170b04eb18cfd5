/**
 * How many SMS a text takes: 3GPP TS 23.038 (alphabets) and TS 23.040 (concatenation).
 */
export interface SmsSegments {
	encoding: 'GSM-7' | 'UCS-2';
	segments: number;
	/** Length in units of the encoding: septets, of which extension characters take two, or UTF-16 code units. */
	units: number;
	/** Units left in the last segment. */
	remaining: number;
	/** Characters that force UCS-2, each once. */
	unicodeCharacters: string[];
}

const BASIC = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑܧ¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Reached by an escape, so that each counts twice. */
const EXTENSION = new Set('\f^{}\\[~]|€');

const GSM = { single: 160, part: 153 };
const UCS = { single: 70, part: 67 };

export function countSegments(text: string): SmsSegments {
	const characters = [...text];
	const unicodeCharacters = [...new Set(characters.filter((one) => !BASIC.has(one) && !EXTENSION.has(one)))];
	const encoding = unicodeCharacters.length === 0 ? 'GSM-7' : 'UCS-2';
	const limits = encoding === 'GSM-7' ? GSM : UCS;
	const widths = characters.map((one) => (encoding === 'UCS-2' ? one.length : EXTENSION.has(one) ? 2 : 1));
	const units = widths.reduce((sum, width) => sum + width, 0);
	if (units <= limits.single) {
		return {
			encoding,
			segments: units === 0 ? 0 : 1,
			units,
			remaining: limits.single - units,
			unicodeCharacters,
		};
	}
	let segments = 1;
	let used = 0;
	for (const width of widths) {
		// A pair of units is never split between two messages.
		if (used + width > limits.part) {
			segments += 1;
			used = 0;
		}
		used += width;
	}
	return { encoding, segments, units, remaining: limits.part - used, unicodeCharacters };
}
