import type { Channel } from '../../provider';
import { classifyError } from './errors';
import { verifyWebhook } from './inbound/signature';
import { parseWebhook } from './inbound/webhook';

/** WhatsApp over Meta's Cloud API. */
export const whatsAppCloud: Channel = {
	provider: 'whatsAppCloud',
	parseWebhook,
	verifyWebhook,
	classifyError,
};
