import type { DeliveryError } from '../../../events';
import { reachIn, reachTable, type Reach } from '../../../http/reach';

export const REACH = reachTable({
	// SMS and Conversation are apart, and the channels of an app have credentials of their own.
	sender: ['PERMISSION_DENIED', 'forbidden', 'http.403', '64', 'INACTIVE_CREDENTIAL'],
	// 800 requests a second are counted for the whole project.
	account: ['RESOURCE_EXHAUSTED', 'blocked_account', '413'],
});

export const reach = (error: DeliveryError): Reach => reachIn(REACH, error);
