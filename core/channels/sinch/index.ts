import type { Channel } from '../contract';
import { classifyError } from './errors';
import { verifyWebhook } from './signature';
import { parseWebhook } from './webhook';

/** SMS and MMS over Sinch's SMS API, and all channels of its Conversation API. */
export const sinch: Channel = { provider: 'sinch', parseWebhook, verifyWebhook, classifyError };
