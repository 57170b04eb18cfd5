import type { DeliveryError } from '../../../events';
import { reachIn, reachTable, type Reach } from '../../../http/reach';

export const REACH = reachTable({
	// A person's share of marketing, the pair of sender and person, one flow.
	message: ['131049', '131056', '132069'],
	// Quality, throughput, registration, name and maintenance belong to the number.
	sender: [
		...['131048', '130429', '131057'],
		...['33', '100.33', '133010', '131045', '131037', '133000', '133006', '133015'],
	],
	// Calls of the app and the account, permissions, locks and payment.
	account: ['4', '80007', '80008', '3', '10', '131005', '368', '131031', '131042', '131064'],
});

/** Meta, Error codes: 200 to 299 are permissions of the token. */
const PERMISSION = /^2\d\d$/;

export function reach(error: DeliveryError): Reach {
	return PERMISSION.test(error.code) ? 'account' : reachIn(REACH, error);
}
