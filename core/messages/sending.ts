import type { DeliveryError, JsonObject } from '../events';
import type { ApiRequest } from '../http/api';
import type { Result } from '../lib/result';

export type BuildResult = Result<{ request: ApiRequest }>;

/** The provider's answer for one message of a call. `accepted` is not yet sent: the statuses tell of that. */
export type SendAnswer =
	| {
			outcome: 'accepted';
			messageId: string;
			/** What else the provider says of the message, under names of ours: `waId`, `userId`, `bulkId`, `parts`, … */
			details: JsonObject;
	  }
	| { outcome: 'rejected'; error: DeliveryError };
