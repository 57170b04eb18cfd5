import type { Channel } from '../../provider';
import { classifyError } from './errors';
import { verifyWebhook } from './inbound/signature';
import { parseWebhook } from './inbound/webhook';

/** SMS, MMS and WhatsApp over Infobip. */
export const infobip: Channel = { provider: 'infobip', parseWebhook, verifyWebhook, classifyError };
