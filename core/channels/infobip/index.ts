import type { Channel } from '../contract';
import { classifyError } from './errors';
import { verifyWebhook } from './signature';
import { parseWebhook } from './webhook';

/** SMS, MMS and WhatsApp over Infobip. */
export const infobip: Channel = { provider: 'infobip', parseWebhook, verifyWebhook, classifyError };
