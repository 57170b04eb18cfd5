import type { DeliveryCause, DeliveryError } from '../../../events';
import type { Classifier } from '../../../http/ask';
import { classifyError } from './classify';

/** Scopes of an API key (Infobip, OpenAPI 3.210.0). */
export type Scope =
	| 'numbers:manage'
	| 'sms:manage'
	| 'whatsapp:manage'
	| 'blocklist:manage'
	| 'subscriptions:manage'
	| 'account-management:manage';

const FORBIDDEN: ReadonlySet<string> = new Set(['E403', 'FORBIDDEN', 'http.403']);

/** The tables for sending speak of messages; these say the same of anything that is set up. */
const ADVICE: Partial<Record<DeliveryCause, string>> = {
	rateLimited: 'Wait a minute, then run the node again.',
	temporarilyUnavailable:
		"Look at what there is now, with Get or Get Many, then run the node again in a few minutes; if it lasts, look at Infobip's status page.",
	contentRejected: 'Correct the field that the detail names, then run the node again.',
	unknown: 'Look in the Infobip portal at what there is now before you run the node again.',
};

/** An answer of Infobip that is not a success, for somebody who sets something up with a key that needs the scope. */
export function classifierFor(scope: Scope): Classifier {
	return (httpStatus, body): DeliveryError => {
		const error = classifyError(httpStatus, body);
		if (FORBIDDEN.has(error.code)) {
			return {
				...error,
				title: `The API key lacks the scope ${scope}`,
				advice: `In the Infobip portal under Developer Tools → API Keys give the key the scope ${scope}, and check that it may be used from this address.`,
			};
		}
		const cause = error.cause === 'contentRejected' ? 'configurationInvalid' : error.cause;
		return { ...error, cause, advice: ADVICE[error.cause] ?? error.advice };
	};
}
