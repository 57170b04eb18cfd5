import type { IExecuteFunctions } from 'n8n-workflow';
import type { Settled } from './results';

/** One line of n8n's log stays readable. */
const REFERENCES_PER_LINE = 50;

function referencesOf(settled: readonly (Settled | undefined)[], outcome: string): string[] {
	return settled.flatMap((one, index) => {
		if (one?.kind !== 'accepted' || one.json.outcome !== outcome) return [];
		const { messageId } = one.json;
		return [typeof messageId === 'string' ? `${index} ${messageId}` : String(index)];
	});
}

function* linesOf(title: string, references: readonly string[]): Generator<string> {
	for (let at = 0; at < references.length; at += REFERENCES_PER_LINE) {
		yield `Messaging Send: ${title}: ${references.slice(at, at + REFERENCES_PER_LINE).join(', ')}`;
	}
}

/**
 * Writes into n8n's log which items went out, with the provider's message ids. An execution that is stopped, or that ends at its
 * first failure, keeps no items, and then this is the only record. No number of a person stands in it.
 */
export function recordInLog(
	{ logger }: IExecuteFunctions,
	why: string,
	settled: readonly (Settled | undefined)[],
): void {
	const accepted = referencesOf(settled, 'accepted');
	const unknown = referencesOf(settled, 'unknown');
	if (accepted.length + unknown.length === 0) return;
	logger.warn(
		`Messaging Send ${why}: ${accepted.length} of ${settled.length} items were accepted, ${unknown.length} may have been. Each follows by its place in the input, from 0, with the provider's message ID.`,
	);
	for (const line of linesOf('accepted', accepted)) logger.warn(line);
	for (const line of linesOf('may have been accepted', unknown)) logger.warn(line);
}
