import type { Channel } from '../../provider';
import { classifyError } from './errors';
import { verifyWebhook } from './inbound/signature';
import { parseWebhook } from './inbound/webhook';

/** SMS and MMS over Sinch's SMS API, and all channels of its Conversation API. */
export const sinch: Channel = { provider: 'sinch', parseWebhook, verifyWebhook, classifyError };
