import type { Inbound } from '../../../provider';
import { verifyWebhook, type SinchSecrets } from './signature';
import { parseWebhook } from './webhook';

export const inbound: Inbound<SinchSecrets> = { parse: parseWebhook, verify: verifyWebhook };
