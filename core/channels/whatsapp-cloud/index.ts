import type { Channel } from '../contract';
import { classifyError } from './errors';
import { verifyWebhook } from './signature';
import { parseWebhook } from './webhook';

/** WhatsApp over Meta's Cloud API. */
export const whatsAppCloud: Channel = {
	provider: 'whatsAppCloud',
	parseWebhook,
	verifyWebhook,
	classifyError,
};
