import type { DeliveryCause, DeliveryError } from '../events';
import { rowOf } from '../lib/json';

/** Whom else a fault will hit: only this message, all of this sender, or all of this credential. */
export type Reach = 'message' | 'sender' | 'account';

/** What a cause reaches where the provider lists no code for it. */
const BY_CAUSE: Readonly<Record<DeliveryCause, Reach>> = {
	rateLimited: 'sender',
	quotaExhausted: 'account',
	temporarilyUnavailable: 'message',
	credentialInvalid: 'account',
	configurationInvalid: 'message',
	recipientUnreachable: 'message',
	optedOut: 'message',
	windowClosed: 'message',
	contentRejected: 'message',
	unknown: 'message',
};

/** Codes without a provider's code, by the HTTP status: no funds, too many calls with this credential. */
const OF_STATUS: readonly string[] = ['http.402', 'http.429'];

export type ReachTable = Readonly<Record<string, Reach>>;

/** Codes that reach further or less far than their cause. What each one means stands in the provider's error rows. */
export function reachTable(codes: Readonly<Partial<Record<Reach, readonly string[]>>>): ReachTable {
	const table: Record<string, Reach> = {};
	for (const reach of ['message', 'sender', 'account'] as const) {
		for (const code of codes[reach] ?? []) table[code] = reach;
	}
	for (const code of OF_STATUS) table[code] = 'account';
	return table;
}

/**
 * Whom else an error will hit. One that can pass (`retryable`) then slows its sender or the account down; any other stops
 * them, because every further message would fail the same way and some of the faults get worse with each.
 */
export function reachIn(table: ReachTable, { code, cause }: DeliveryError): Reach {
	return rowOf(table, code) ?? BY_CAUSE[cause];
}

/**
 * Whether an answer leaves open if the message was taken: an HTTP 5xx whose body names no fault of the provider. A proxy on the
 * way may have given it while the provider went on. 503 says that nobody took the request (RFC 9110, 15.6.4).
 */
export function isInconclusive(httpStatus: number, { code }: DeliveryError): boolean {
	return httpStatus >= 500 && httpStatus !== 503 && code === `http.${httpStatus}`;
}
