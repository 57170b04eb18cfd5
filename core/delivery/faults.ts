import type { DeliveryCause, DeliveryError, Provider } from '../events';
import { rowOf } from '../lib/json';

/** Whom else a fault will hit: only this message, all of this sender, or all of this credential. */
export type Reach = 'message' | 'sender' | 'account';

/** What a cause reaches where the code is not listed below. */
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
const HTTP = { account: ['http.402', 'http.429'] };

/** Codes that reach further or less far than their cause. What each one means stands in the providers' error rows. */
const BY_CODE: Readonly<Record<Provider, Partial<Record<Reach, readonly string[]>>>> = {
	whatsAppCloud: {
		// A person's share of marketing, the pair of sender and person, one flow.
		message: ['131049', '131056', '132069'],
		// Quality, throughput, registration, name and maintenance belong to the number.
		sender: [
			...['131048', '130429', '131057'],
			...['33', '100.33', '133010', '131045', '131037', '133000', '133006', '133015'],
		],
		// Calls of the app and the account, permissions, locks and payment.
		account: [
			'4',
			'80007',
			'80008',
			'3',
			'10',
			'131005',
			'368',
			'131031',
			'131042',
			'131064',
			...HTTP.account,
		],
	},
	infobip: {
		// A person's share of marketing, of equal texts and of questions for permission.
		message: ['7032', '7035', '4103', '4104', '5:20'],
		// Scopes of the key go by channel, access and Meta's limits by sender.
		sender: ['E403', 'FORBIDDEN', 'http.403', '433', '7004', '7281', '7034', '7016', '7026', '541', '7017'],
		account: ['E429', 'TOO_MANY_REQUESTS', ...HTTP.account],
	},
	sinch: {
		// SMS and Conversation are apart, and the channels of an app have credentials of their own.
		sender: ['PERMISSION_DENIED', 'forbidden', 'http.403', '64', 'INACTIVE_CREDENTIAL'],
		// 800 requests a second are counted for the whole project.
		account: ['RESOURCE_EXHAUSTED', 'blocked_account', '413', ...HTTP.account],
	},
	custom: { account: HTTP.account },
};

/** Meta, Error codes: 200 to 299 are permissions of the token. */
const WHATSAPP_PERMISSION = /^2\d\d$/;

const REACHES = ['message', 'sender', 'account'] as const;

function reachTable(provider: Provider): Readonly<Record<string, Reach>> {
	const codes = BY_CODE[provider];
	return Object.fromEntries(REACHES.flatMap((reach) => (codes[reach] ?? []).map((code) => [code, reach])));
}

export const REACH_TABLES: Readonly<Record<Provider, Readonly<Record<string, Reach>>>> = {
	whatsAppCloud: reachTable('whatsAppCloud'),
	infobip: reachTable('infobip'),
	sinch: reachTable('sinch'),
	custom: reachTable('custom'),
};

/**
 * Whom else an error will hit. One that can pass (`retryable`) then slows its sender or the account down; any other stops
 * them, because every further message would fail the same way and some of the faults get worse with each.
 */
export function reachOf(provider: Provider, { code, cause }: DeliveryError): Reach {
	if (provider === 'whatsAppCloud' && WHATSAPP_PERMISSION.test(code)) return 'account';
	return rowOf(REACH_TABLES[provider], code) ?? BY_CAUSE[cause];
}

/**
 * Whether an answer leaves open if the message was taken: an HTTP 5xx whose body names no fault of the provider. A proxy on the
 * way may have given it while the provider went on. 503 says that nobody took the request (RFC 9110, 15.6.4).
 */
export function isInconclusive(httpStatus: number, { code }: DeliveryError): boolean {
	return httpStatus >= 500 && httpStatus !== 503 && code === `http.${httpStatus}`;
}
