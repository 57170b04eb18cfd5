import type { Caller, Scope } from './tokens.ts';
import type { Parameters } from './parameters.ts';

/** A call of the Graph API after its token was checked. */
export interface GraphCall {
	method: string;
	/** Id of the object. */
	id: string;
	/** Of one of those that the edge lists. */
	item?: string | undefined;
	/** Absent where the operation asks for no token. */
	caller?: Caller | undefined;
	parameters: Parameters;
	/** Bytes of a body that is neither JSON nor a form. */
	bytes?: Buffer | undefined;
	/** Header of an upload. */
	fileOffset?: string | undefined;
	/** Address of this call without its query, for links to other pages of a list. */
	address: string;
	/** Milliseconds since 1970. */
	receivedAt: number;
}

/** One thing that the Graph API can do. Answers with the JSON of a success or a Download, or throws a GraphError. */
export interface Operation {
	/** Kind of the object: `account`, `number`, `app`, `template`, `media`, `upload`, or a path of its own such as `debug_token`. */
	on: string;
	method: 'GET' | 'POST' | 'DELETE';
	/** Last part of the path; absent for the object itself. */
	edge?: string;
	/** Is about one of those that the edge lists, whose id comes last in the path. */
	isOne?: true;
	/** Sends messages: most faults hit these alone. */
	isSend?: true;
	/** Whose token it wants: a system user's unless told otherwise, or the app's own (`APP_ID|APP_SECRET`). */
	takes?: 'app' | 'any' | 'nothing';
	/** Permission of the token; that to send or else that to manage, unless told otherwise. */
	needs?: Scope;
	run: (call: GraphCall) => unknown;
}
