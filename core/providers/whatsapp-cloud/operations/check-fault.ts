import type { DeliveryError } from '../../../events';
import type { Fault } from '../../../operations/channel-check';

const PERMISSION_CODES: ReadonlySet<string> = new Set(['3', '10', '131005', '368', '131031', '131042']);

/** Codes 200 to 299 are all permissions (Meta, Cloud API error codes). */
function isPermission(code: string): boolean {
	return PERMISSION_CODES.has(code) || /^2\d\d$/.test(code);
}

/** Whose fault an answer of Meta shows. */
export function faultOf({ code, cause }: DeliveryError): Fault {
	if (cause === 'credentialInvalid') return 'credential';
	if (isPermission(code)) return 'entitlement';
	return cause === 'configurationInvalid' ? 'field' : 'provider';
}
