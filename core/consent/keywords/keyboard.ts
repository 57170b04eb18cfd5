/** Keys of a keyboard with Latin letters, each row half a key to the right of the one above. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
const VOWELS = 'aeiouy';

const KEYS = new Map(
	ROWS.flatMap((keys, row) => Array.from(keys, (key, at) => [key, { row, at: at + row / 2 }] as const)),
);

/** Whether a finger or an ear takes one letter for the other; letters of other keyboards may be anywhere. */
function isMistaken(a: string, b: string): boolean {
	if (VOWELS.includes(a) && VOWELS.includes(b)) return true;
	const [first, second] = [KEYS.get(a), KEYS.get(b)];
	if (first === undefined || second === undefined) return first === second;
	return Math.abs(first.row - second.row) <= 1 && Math.abs(first.at - second.at) <= 1;
}

/**
 * Whether somebody who meant one of two words that are nearly the same typed the other. "kings" is no "pings", whose
 * first letter is elsewhere on the keyboard, and "coupon" is a word beside "coupons".
 */
export function isSlip(typed: string, meant: string): boolean {
	if (typed === meant || `${typed}s` === meant || typed === `${meant}s`) return false;
	if (typed.length !== meant.length) return true;
	const places = Array.from(typed, (_, at) => at).filter((at) => typed[at] !== meant[at]);
	const [at = 0] = places;
	return places.length > 1 || isMistaken(typed[at] ?? '', meant[at] ?? '');
}
