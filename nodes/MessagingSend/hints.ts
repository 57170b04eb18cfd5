import type { IExecuteFunctions } from 'n8n-workflow';
import { heldBack, type Rule } from './held-back';
import type { Settled } from './results';

const messages = (count: number) => (count === 1 ? '1 message' : `${count} messages`);

/**
 * @param unchecked messages to people of whom nobody looked up what they want
 * @param total of the items
 * @param consentAdvice how the node gets to know it
 */
export function uncheckedHint(unchecked: number, total: number, consentAdvice: string): string {
	const which = unchecked === total ? messages(total) : `${unchecked} of ${messages(total)}`;
	return `No consent was looked at for ${which}, so that people who opted out are not held back. ${consentAdvice}`;
}

/**
 * @param held by which rule each message is held back that is
 * @param total of the items
 */
function heldBackHint(held: readonly Rule[], total: number): string {
	const which = held.length === total ? 'Nothing was sent' : `${held.length} of ${messages(total)} held back`;
	return `${which}: ${heldBack(held).join(', ')}. The output Suppressed has each with its reason.`;
}

/** What a green run would not show. */
export function hintsOf(settled: readonly (Settled | undefined)[], consentAdvice = ''): string[] {
	const held = settled.flatMap((one) => (one?.kind === 'suppressed' ? [one.rule] : []));
	const unchecked = settled.filter((one) => one?.kind === 'accepted' && one.isUnchecked).length;
	return [
		...(held.length > 0 ? [heldBackHint(held, settled.length)] : []),
		...(unchecked > 0 ? [uncheckedHint(unchecked, settled.length, consentAdvice)] : []),
	];
}

/** Shows sentences above the output. */
export function giveHints(context: IExecuteFunctions, ...sentences: readonly string[]): void {
	context.addExecutionHints(...sentences.map((message) => ({ message, location: 'outputPane' as const })));
}
