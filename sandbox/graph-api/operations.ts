import type { Parameters } from './parameters.ts';

/** A call of the Graph API after its token was checked. */
export interface GraphCall {
	method: string;
	/** Id of the object. */
	id: string;
	parameters: Parameters;
	/** Address of this call without its query, for links to other pages of a list. */
	address: string;
}

/** One thing that the Graph API can do. Answers with the JSON of a success, or throws a GraphError. */
export interface Operation {
	/** Kind of the object: `account`, `number`, `app`, or a path of its own such as `debug_token`. */
	on: string;
	method: 'GET' | 'POST' | 'DELETE';
	/** Last part of the path; absent for the object itself. */
	edge?: string;
	/** Sends messages: most faults hit these alone. */
	isSend?: true;
	/** An app access token (`APP_ID|APP_SECRET`) will do. */
	takesAppToken?: true;
	run: (call: GraphCall) => unknown;
}
