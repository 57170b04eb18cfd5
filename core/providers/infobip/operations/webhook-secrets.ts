import { z } from 'zod';
import type { InfobipSecrets } from '../inbound/signature';
import { compact } from '../../../lib/json';

const text = z.string().min(1);

/** How Infobip is to authenticate its calls, as the credential says. */
export const webhookSecrets = z
	.object({
		basic: z.object({ username: text, password: text }).optional(),
		header: z.object({ name: text, value: text }).optional(),
		hmac: z
			.object({ secret: text, header: text, algorithm: text, encoding: z.enum(['hex', 'base64']) })
			.optional(),
		urlToken: text.optional(),
	})
	.default({})
	.transform((secrets): InfobipSecrets => compact(secrets));
