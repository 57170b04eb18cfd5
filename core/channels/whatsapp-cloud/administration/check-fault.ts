import type { DeliveryError } from '../../../events';
import type { Check } from '../../diagnosis';
import { checked, resultOf, type Result } from '../../shared/checks';
import type { Reply } from '../../shared/provider-call';

/** Whose fault it is: what the account may do, a value of ours, the credential, or the provider itself. */
export type Fault = 'entitlement' | 'field' | 'credential' | 'provider';

export interface ChannelCheck extends Check {
	/** Absent where nothing is wrong. */
	fault?: Fault;
}

const PERMISSION_CODES: ReadonlySet<string> = new Set(['3', '10', '131005', '368', '131031', '131042']);

/** Codes 200 to 299 are all permissions (Meta, Cloud API error codes). */
function isPermission(code: string): boolean {
	return PERMISSION_CODES.has(code) || /^2\d\d$/.test(code);
}

export function faultOf({ code, cause }: DeliveryError): Fault {
	if (cause === 'credentialInvalid') return 'credential';
	if (isPermission(code)) return 'entitlement';
	return cause === 'configurationInvalid' ? 'field' : 'provider';
}

export function withFault(check: Check, fault: Fault): ChannelCheck {
	return check.state === 'ok' ? check : { ...check, fault };
}

/** One thing that was found without asking. */
export function judged(name: string, expected: string, fault: Fault, result: Result): ChannelCheck {
	return withFault(checked(name, expected, result), fault);
}

/** What an answer shows; an answer that failed says itself whose fault it is. */
export function judgedReply(
	name: string,
	expected: string,
	fault: Fault,
	reply: Reply,
	read: (body: unknown) => Result,
): ChannelCheck {
	return reply.ok
		? judged(name, expected, fault, read(reply.body))
		: judged(name, expected, faultOf(reply.error), resultOf(reply.error));
}
