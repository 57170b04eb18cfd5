import type { SenderRates } from '../messages/rates';
import { SenderPace } from './sender-pace';

/** Paces from one run to the next, by whom they hold for: what one run has sent counts against what the others may. */
export type PaceBook = Map<string, SenderPace>;

/**
 * The pace of a sender, as the runs before left it; a new one where there was none for ten minutes.
 *
 * @param names of whom the rates hold for, such as provider, account and sender
 * @param now by the clock of the runs
 */
export function paceIn(
	book: PaceBook,
	names: readonly string[],
	rates: SenderRates,
	now: number,
): SenderPace {
	for (const [key, pace] of book) if (pace.isOver(now)) book.delete(key);
	const key = JSON.stringify([names, rates]);
	const pace = book.get(key) ?? new SenderPace(rates);
	book.set(key, pace);
	pace.use(now);
	return pace;
}
