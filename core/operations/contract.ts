import type { DeliveryError, JsonObject } from '../events';
import type { ApiAnswer, ApiFile, ApiRequest } from '../webhooks/registration';
import type { SendingLine } from '../messages/sending';

/** What people set up and look after, in the order in which a channel comes into being. */
export const ADMIN_RESOURCES = [
	'account',
	'number',
	'template',
	'webhook',
	'businessProfile',
	'media',
	'optOutList',
] as const;
export type AdminResource = (typeof ADMIN_RESOURCES)[number];

/** What an operation works with. The input holds what the panel says, by the names of the operation's documentation. */
export interface AdminTools {
	/** One call of the provider's API. An answer with an error status is an answer too. */
	call: (request: ApiRequest) => Promise<ApiAnswer>;
	line: SendingLine & { appId?: string };
	/** Milliseconds since 1970. */
	now: number;
	/** Waits, as where a provider works on something for a while. */
	sleep: (ms: number) => Promise<void>;
}

/** Why an operation did nothing, or stopped half-way. */
export interface AdminFailure {
	ok: false;
	/** Absent where the provider refused; otherwise the member of the input that is at fault. */
	field?: string;
	/** Named secrets and codes never stand in it. */
	error: DeliveryError;
	/** Steps that were done before, where there were several. */
	done?: string[];
}

export type AdminOutcome =
	| {
			ok: true;
			/** One item each: flat, camelCase, without anything secret. */
			items: JsonObject[];
			/** Bytes that came along, for the first item. */
			file?: { content: Uint8Array; mimeType: string; filename?: string };
	  }
	| AdminFailure;

/** One operation of one provider, such as registering a number. Nothing throws. */
export interface AdminOperation {
	run(input: unknown, tools: AdminTools): Promise<AdminOutcome>;
}

/**
 * What every provider's folder exports for administration, `administration/index.ts`: its operations by resource and name,
 * `number.register`. What a provider's API cannot do is left out.
 */
export type AdministrationChannel = Readonly<
	Partial<Record<AdminResource, Readonly<Record<string, AdminOperation>>>>
>;

/** A file as an operation takes it. */
export type AdminFile = Omit<ApiFile, 'name'>;
