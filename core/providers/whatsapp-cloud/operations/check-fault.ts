import type { DeliveryError } from '../../../events';
import { judgeBy, type Fault } from '../../../operations/channel-check';
import { knownError } from '../errors/classify';

/** Whose fault an answer of Meta shows. */
export function faultOf({ code, cause }: DeliveryError): Fault {
	if (cause === 'credentialInvalid') return 'credential';
	if (knownError(code)?.isNotAllowed) return 'entitlement';
	return cause === 'configurationInvalid' ? 'field' : 'provider';
}

export const judgedReply = judgeBy(faultOf);
