import type { Inbound } from '../../../provider';
import { handshake } from './handshake';
import { verifyWebhook, type WhatsAppCloudSecrets } from './signature';
import { parseWebhook } from './webhook';

export const inbound: Inbound<WhatsAppCloudSecrets> = {
	parse: parseWebhook,
	verify: verifyWebhook,
	handshake,
};
