import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Settled } from './results';
import { runName } from './run';

/** n8n waits five seconds at most before it tries again. */
const KEEP_MS = 60_000;

interface Kept {
	sent: readonly (Settled | undefined)[];
	at: number;
}

/** By run of the node, what went out in its earlier tries. */
const kept = new Map<string, Kept>();

/** With *Retry On Fail*, n8n runs the node again over all of its items. */
const isTriedAgain = (context: IExecuteFunctions) => context.getNode().retryOnFail === true;

function forgetOld(): void {
	const oldest = performance.now() - KEEP_MS;
	for (const [name, { at }] of kept) if (at < oldest) kept.delete(name);
}

/** What an earlier try of this run sent, by place in the input: those messages went out, or may have, and must not go out again. */
export function sentBefore(context: IExecuteFunctions): Kept['sent'] {
	forgetOld();
	return (isTriedAgain(context) ? kept.get(runName(context))?.sent : undefined) ?? [];
}

/** Remembers what went out, for the next try. */
export function keepForNextTry(context: IExecuteFunctions, settled: Kept['sent']): void {
	if (!isTriedAgain(context)) return;
	const sent = settled.map((one) => (one?.kind === 'accepted' ? one : undefined));
	kept.set(runName(context), { sent, at: performance.now() });
}

/** How n8n recognises a node that went on after a failure: by what the first item of its first output carries. */
export function looksFailed([accepted]: readonly INodeExecutionData[][]): boolean {
	const error = accepted?.[0]?.json.error ?? false;
	return error !== false;
}
