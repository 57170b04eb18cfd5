import type { DeliveryError } from '../../../events';
import type { Classifier } from '../../../http/ask';
import { operationAdvice, setUpError } from '../../../http/set-up';
import { classifyError, knownError } from './classify';

/** Scopes of an API key (Infobip, OpenAPI 3.210.0). */
export type Scope =
	| 'numbers:manage'
	| 'sms:manage'
	| 'sms:logs:read'
	| 'message:send'
	| 'whatsapp:manage'
	| 'blocklist:manage'
	| 'subscriptions:manage'
	| 'account-management:manage';

const ADVICE = operationAdvice('the Infobip portal', "Infobip's status page");

/** An answer of Infobip that is not a success, for somebody who sets something up with a key that needs the scope. */
export function classifierFor(scope: Scope): Classifier {
	return (httpStatus, body): DeliveryError => {
		const error = classifyError(httpStatus, body);
		if (knownError(error.code)?.isNotAllowed) {
			return {
				...error,
				title: `The API key lacks the scope ${scope}`,
				advice: `In the Infobip portal under Developer Tools → API Keys give the key the scope ${scope}, and check that it may be used from this address.`,
			};
		}
		return setUpError(error, ADVICE);
	};
}
