/** Small faults of typing, the same ones for the same seed. */

export type Random = () => number;

/** Mulberry32 (T. Ettinger, 2017): numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): Random {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbourOf(letter: string, random: Random): string {
	const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? '';
	const at = row.indexOf(letter.toLowerCase());
	const keys = at < 0 ? [letter] : [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
	return keys[Math.floor(random() * keys.length)] ?? letter;
}

const FAULTS: ((letters: string[], at: number, random: Random) => void)[] = [
	(letters, at, random) => letters.splice(at, 0, neighbourOf(letters[at] ?? '', random)),
	(letters, at) => letters.splice(at, 1),
	(letters, at) => letters.splice(at, 2, ...letters.slice(at, at + 2).reverse()),
	(letters, at, random) => letters.splice(at, 1, neighbourOf(letters[at] ?? '', random)),
];

/** One letter inserted, left out, swapped with the next or hit beside its key; letters are chosen evenly. */
export function withTypo(text: string, random: Random): string {
	const letters = [...text];
	const places = [...letters.keys()].filter((at) => /\p{L}/u.test(letters[at] ?? ''));
	const at = places[Math.floor(random() * places.length)];
	if (at !== undefined) FAULTS[Math.floor(random() * FAULTS.length)]?.(letters, at, random);
	return letters.join('');
}

/** One accent left out, where there is one. */
export function withoutAccent(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/u, '').normalize('NFC');
}

/** One emoji between two words or at the end. */
export function withEmoji(text: string, random: Random): string {
	const words = text.split(' ');
	words.splice(1 + Math.floor(random() * words.length), 0, '🙏');
	return words.join(' ');
}
