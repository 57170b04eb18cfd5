import type { Inbound } from '../../../provider';
import type { CustomSecrets } from './secrets';
import { verifyWebhook } from './signature';
import { parseWebhook } from './webhook';

export const inbound: Inbound<CustomSecrets> = {
	parse: parseWebhook,
	verify: verifyWebhook,
	deliversByGet: true,
	signsUrl: true,
	needsMapping: true,
};
