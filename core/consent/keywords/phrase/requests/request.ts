import type { Part } from '../roles';

export type PhraseCategory = 'optOut' | 'optIn' | 'help';

/** How a request is made: see `Rule` for what its members mean. */
export interface Request {
	name: string;
	category?: PhraseCategory;
	first: Part[];
	second: Part[];
	gap?: number;
	ordered?: boolean;
	needs?: Part[];
	and?: Part[];
	/** Nothing but courtesy may stand beside it in the whole message. */
	whole?: boolean;
	without?: Part[];
	unknown: [before: number, between: number, after: number];
	guarded?: boolean;
	single?: boolean;
	apart?: boolean;
	last?: boolean;
	confidence?: number;
	because: string;
}
