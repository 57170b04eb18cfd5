import type { Role } from '../phrase/roles';
import type { Language } from './language';

/** The words of a role, and as people type them in Latin letters where the script has others. */
export function wordsOf({ words, latinLetters }: Language, role: Role): readonly string[] {
	const list = words[role] ?? [];
	return latinLetters === undefined ? list : [...list, ...list.map((word) => romanise(word, latinLetters))];
}

/** One common way each: "parakalo", "pozhaluysta". */
function romanise(word: string, letters: Readonly<Record<string, string>>): string {
	const plain = word.toLowerCase().normalize('NFD').replaceAll('\u0301', '').normalize('NFC');
	return Object.entries(letters).reduce((text, [from, to]) => text.replaceAll(from, to), plain);
}
