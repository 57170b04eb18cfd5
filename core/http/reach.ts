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
const BY_STATUS: Readonly<Record<string, Reach>> = { 'http.402': 'account', 'http.429': 'account' };

/**
 * Whom else an error will hit. One that can pass (`retryable`) then slows its sender or the account down; any other stops
 * them, because every further message would fail the same way and some of the faults get worse with each.
 *
 * @param known what the provider's rows say of the code
 */
export function reachBy({ code, cause }: DeliveryError, known?: { readonly reach?: Reach }): Reach {
	return known?.reach ?? rowOf(BY_STATUS, code) ?? BY_CAUSE[cause];
}

/**
 * Whether an answer leaves open if the message was taken: a success that cannot be read, or an HTTP 5xx whose body names no fault of
 * the provider. A proxy on the way may have given it while the provider went on. 503 says that nobody took the request
 * (RFC 9110, 15.6.4).
 */
export function isInconclusive(httpStatus: number, { code }: DeliveryError): boolean {
	const isDoubtful = (httpStatus >= 200 && httpStatus < 300) || (httpStatus >= 500 && httpStatus !== 503);
	return isDoubtful && code === `http.${httpStatus}`;
}
