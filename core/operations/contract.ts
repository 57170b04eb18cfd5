import type { JsonObject } from '../events';
import type { ApiAnswer, ApiFile, ApiRequest } from '../http/api';
import type { Refusal } from '../http/ask';
import type { Result } from '../lib/result';
import type { Account } from '../messages/account';

/** What people set up and look after. */
export type Resource =
	| 'channel'
	| 'account'
	| 'number'
	| 'template'
	| 'message'
	| 'webhook'
	| 'businessProfile'
	| 'media'
	| 'optOutList';

/** What an operation works with. The input holds what the panel says, by the names of the operation's documentation. */
export interface OperationTools {
	/** One call of the provider's API. An answer with an error status is an answer too. */
	call: (request: ApiRequest) => Promise<ApiAnswer>;
	line: Account & { appId?: string };
	/** Milliseconds since 1970. */
	now: number;
	/** Waits, as where a provider works on something for a while. */
	sleep: (ms: number) => Promise<void>;
}

/** Why an operation did nothing, or stopped half-way. */
export interface OperationFailure extends Refusal {
	/** Absent where the provider refused; otherwise the member of the input that is at fault. */
	field?: string;
	/** Steps that were done before, where there were several. */
	done?: string[];
}

export type OperationOutcome = Result<
	{
		/** One item each: flat, camelCase, without anything secret. */
		items: JsonObject[];
		/** Where one page of a list was asked for: what to ask for the next one with. */
		nextPage?: string;
		/** Bytes that came along, for the first item. */
		file?: { content: Uint8Array; mimeType: string; filename?: string };
	},
	OperationFailure
>;

/** One operation of one provider, such as registering a number. Nothing throws. */
export interface Operation {
	/** Nodes run it by themselves, as for a list in the editor; the panel does not offer it. */
	readonly isInternal?: true;
	run(input: unknown, tools: OperationTools): Promise<OperationOutcome>;
}

/**
 * What every provider's room of operations exports, `operations/index.ts`: its operations by resource and name,
 * `number.register`. What a provider's API cannot do is left out.
 */
export type OperationTable = Readonly<Partial<Record<Resource, Readonly<Record<string, Operation>>>>>;

/** A file as an operation takes it. */
export type OperationFile = Omit<ApiFile, 'name'>;
