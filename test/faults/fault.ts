import type { QueueMode } from '../../sandbox/queue/queue-mode.ts';
import type { Disk } from './disk.ts';
import type { Link } from './link.ts';

/** What a fault can get at. */
export interface Scene extends QueueMode {
	links: {
		/** By which the provider calls n8n's webhooks. */
		toN8n: Link;
		/** By which n8n calls the provider's API. */
		toProvider: Link;
	};
	/** On which n8n's data folders are; in words why there is none of their own. */
	disk: Disk | string;
	/** Is printed beside the outcome. */
	note: (what: string) => void;
}

/** What can happen to n8n in queue mode while messages come in or go out. */
export interface Fault {
	name: string;
	/** Whether the short form has it. */
	isInShortForm?: boolean;
	/** Whether n8n's data folders have to be on a disk of their own. */
	needsDisk?: boolean;
	/** In words, why this machine cannot have it; undefined where it can. */
	whyNot?: (scene: Scene) => Promise<string | undefined>;
	/** Before any message: settings that it needs. */
	prepare?: (scene: Scene) => Promise<void>;
	/** Strikes in the middle of the load, and brings back what it ended. */
	strike: (scene: Scene) => Promise<void>;
	/** Afterwards: undoes what `prepare` set. */
	undo?: (scene: Scene) => Promise<void>;
}

/** The member of a group that a fault hits. */
export function first<T>(group: readonly T[]): T {
	const [one] = group;
	if (one === undefined) throw new Error('There is none to strike');
	return one;
}
