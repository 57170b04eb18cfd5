import type { QueueMode } from '../../sandbox/queue/queue-mode.ts';

/** What can happen to n8n in queue mode while messages come in. */
export interface Fault {
	name: string;
	/** Whether the short form has it. */
	isInShortForm?: boolean;
	/** Before any message: settings that it needs. */
	prepare?: (queue: QueueMode) => Promise<void>;
	/** Strikes in the middle of the load, and brings back what it ended. */
	strike: (queue: QueueMode) => Promise<void>;
	/** Afterwards: undoes what `prepare` set. */
	undo?: (queue: QueueMode) => Promise<void>;
}

/** The member of a group that a fault hits. */
export function first<T>(group: readonly T[]): T {
	const [one] = group;
	if (one === undefined) throw new Error('There is none to strike');
	return one;
}
