import type { Rules } from '../rules.ts';
import { adminError } from './errors.ts';
import type { NumberRecord } from './number-record.ts';

/** Two wrong guesses within this time are too fast. The sandbox's own: Meta publishes no figure. */
const BETWEEN_GUESSES_MS = 2_000;

interface Guesses {
	wrong: number;
	lastAt: number;
	lockedUntil: number;
}

/** Guessing the PIN of two-step verification, and being locked out for it. */
export class Pins {
	readonly #rules: Rules;
	readonly #guesses = new Map<string, Guesses>();

	constructor(rules: Rules) {
		this.#rules = rules;
	}

	clear(): void {
		this.#guesses.clear();
	}

	/** The number's PIN, or where it has none the one that becomes it (Meta, Register a number). Throws where it is another one. */
	check(record: NumberRecord, pin: string, at: number): void {
		const { id } = record.line;
		const guesses = this.#guesses.get(id) ?? { wrong: 0, lastAt: -Infinity, lockedUntil: -Infinity };
		if (at < guesses.lockedUntil) throw locked(guesses.lockedUntil - at);
		record.pin ??= pin;
		if (record.pin === pin) {
			this.#guesses.delete(id);
			return;
		}
		const isTooFast = at - guesses.lastAt < BETWEEN_GUESSES_MS;
		const { pinGuesses, pinLockMs } = this.#rules.values;
		const wrong = guesses.wrong + 1;
		const isOver = wrong >= pinGuesses;
		this.#guesses.set(id, {
			wrong: isOver ? 0 : wrong,
			lastAt: at,
			lockedUntil: isOver ? at + pinLockMs : -Infinity,
		});
		if (isOver) throw locked(pinLockMs);
		throw isTooFast
			? adminError('pinTooFast', `Wait ${BETWEEN_GUESSES_MS / 1_000} seconds before the next guess.`)
			: adminError('pinWrong');
	}
}

function locked(forMs: number) {
	return adminError('pinLocked', `Try again in ${Math.ceil(forMs / 1_000)} seconds.`);
}
