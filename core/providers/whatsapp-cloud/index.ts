import type { Provider } from '../../provider';
import { errors } from './errors';
import { inbound } from './inbound';
import { operations } from './operations';
import { outbound } from './outbound';
import { registration } from './registration';
import type { WhatsAppCloudTarget } from './registration/target';
import type { WhatsAppCloudSecrets } from './inbound/signature';

/** WhatsApp over Meta's Cloud API. */
export const whatsAppCloud: Provider<WhatsAppCloudSecrets, WhatsAppCloudTarget, typeof operations> = {
	inbound,
	outbound,
	registration,
	operations,
	errors,
};
