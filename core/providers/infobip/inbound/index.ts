import type { Inbound } from '../../../provider';
import { verifyWebhook, type InfobipSecrets } from './signature';
import { parseWebhook } from './webhook';

export const inbound: Inbound<InfobipSecrets> = { parse: parseWebhook, verify: verifyWebhook };
