import type { Channel } from '../../provider';
import { classifyError } from './errors';
import { verifyWebhook } from './inbound/signature';
import { parseWebhook } from './inbound/webhook';

/** A gateway of one's own, whose payloads a mapping describes. */
export const custom: Channel = { provider: 'custom', parseWebhook, verifyWebhook, classifyError };
