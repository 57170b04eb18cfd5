import type { Channel } from '../contract';
import { classifyError } from './errors';
import { verifyWebhook } from './signature';
import { parseWebhook } from './webhook';

/** A gateway of one's own, whose payloads a mapping describes. */
export const custom: Channel = { provider: 'custom', parseWebhook, verifyWebhook, classifyError };
