/** Of a normal distribution, for an interval that holds the truth 95 times out of a hundred. */
const Z = 1.959963984540054;

/**
 * The share of `hits` in `total` with its interval, by Wilson's score: it holds for small numbers too, and never leaves 0 to 1.
 *
 * @param {number} hits
 * @param {number} total at least 1
 * @returns {{ share: number, low: number, high: number }}
 */
export function wilson(hits, total) {
	const share = hits / total;
	const square = Z ** 2;
	const middle = (share + square / (2 * total)) / (1 + square / total);
	const reach =
		(Z * Math.sqrt((share * (1 - share)) / total + square / (4 * total ** 2))) / (1 + square / total);
	return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}

/**
 * By how much the second share is above the first, with the interval of the difference (Newcombe's method 10, of two Wilson intervals).
 *
 * @param {{ hits: number, total: number }} first
 * @param {{ hits: number, total: number }} second
 * @returns {{ difference: number, low: number, high: number } | undefined} undefined where one of them has nothing to go by
 */
export function newcombe(first, second) {
	if (first.total < 1 || second.total < 1) return undefined;
	const a = wilson(first.hits, first.total);
	const b = wilson(second.hits, second.total);
	const difference = b.share - a.share;
	return {
		difference,
		low: difference - Math.hypot(b.share - b.low, a.high - a.share),
		high: difference + Math.hypot(b.high - b.share, a.share - a.low),
	};
}
