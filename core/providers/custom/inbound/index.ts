import type { Inbound } from '../../../provider';
import type { CustomSecrets } from './secrets';
import { verifyWebhook } from './signature';
import { parseWebhook } from './webhook';

/** A gateway may put a file into its call, in Base64. */
const MOST_BYTES = 8 * 2 ** 20;

export const inbound: Inbound<CustomSecrets> = {
	parse: parseWebhook,
	verify: verifyWebhook,
	deliversByGet: true,
	signsUrl: true,
	needsMapping: true,
	mostBytes: MOST_BYTES,
};
