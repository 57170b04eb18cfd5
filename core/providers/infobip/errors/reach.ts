import type { DeliveryError } from '../../../events';
import { reachIn, reachTable, type Reach } from '../../../http/reach';

export const REACH = reachTable({
	// A person's share of marketing, of equal texts and of questions for permission.
	message: ['7032', '7035', '4103', '4104', '5:20'],
	// Scopes of the key go by channel, access and Meta's limits by sender.
	sender: ['E403', 'FORBIDDEN', 'http.403', '433', '7004', '7281', '7034', '7016', '7026', '541', '7017'],
	account: ['E429', 'TOO_MANY_REQUESTS'],
});

export const reach = (error: DeliveryError): Reach => reachIn(REACH, error);
