/** Digits of other scripts stand in blocks of ten. */
const ANY_DIGIT = /\p{Nd}/gu;

function inAscii(text: string): string {
	return text.replace(ANY_DIGIT, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		let zero = code;
		while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
		return String(code - zero);
	});
}

/** A number as people write it: with a sign, with groups, with a fraction behind a point or a comma. */
const WRITTEN = /[-−+]?\d+(?:[.,'’\u00a0\u202f ٬٫]\d+)*/g;

const GROUPED = /^\d{1,3}(?:([.,'’\u00a0\u202f ٬])\d{3})(?:\1\d{3})*$/;
const FRACTION = /^(.*\d)[.,٫](\d+)$/;

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** What a number may mean: `1.234` is more than a thousand for some, and a little more than one for others. */
function readings(written: string): number[] {
	const sign = /^[-−]/.test(written) ? -1 : 1;
	const unsigned = written.replace(/^[-−+]/, '');
	const found = new Set<number>();
	if (/^\d+$/.test(unsigned) || GROUPED.test(unsigned)) found.add(Number(digitsOf(unsigned)));
	const [, whole = '', fraction = ''] = FRACTION.exec(unsigned) ?? [];
	const isWhole = /^\d+$/.test(whole) || GROUPED.test(whole);
	// The two marks are never the same one.
	const mark = unsigned.at(whole.length);
	if (isWhole && !(GROUPED.test(whole) && whole.includes(mark ?? ''))) {
		found.add(Number(`${digitsOf(whole)}.${fraction}`));
	}
	return [...found].map((value) => sign * value);
}

interface Bounds {
	least?: number | undefined;
	most?: number | undefined;
}

/** The one number of a text. Nothing where there are several, or where one can be read in two ways that are both within the bounds. */
export function numberIn(text: string, { least = -Infinity, most = Infinity }: Bounds): number | undefined {
	const written = inAscii(text).match(WRITTEN) ?? [];
	const [only, ...more] = written;
	if (only === undefined || more.length > 0) return undefined;
	const [value, ...others] = readings(only).filter((one) => one >= least && one <= most);
	return others.length > 0 ? undefined : value;
}
