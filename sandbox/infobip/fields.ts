import { z } from 'zod';

const MISSING = { required_error: 'must not be null', invalid_type_error: 'must be a string' };

/** A text of at most `most` characters that may be left out. */
export function optionalText(most: number) {
	return z.string().max(most, `size must be between 0 and ${most}`).optional();
}

/** A text of at most `most` characters that must not be blank. */
export function text(most: number) {
	return z
		.string(MISSING)
		.max(most, `size must be between 1 and ${most}`)
		.refine((given) => given.trim() !== '', 'must not be blank');
}

export function listOf<Item extends z.ZodTypeAny>(item: Item, least: number, most: number) {
	const words = `size must be between ${least} and ${most}`;
	return z.array(item, { required_error: 'must not be null' }).min(least, words).max(most, words);
}

const LINK = z
	.string(MISSING)
	.url('must be a valid URL')
	.regex(/^https?:/i, 'must be a valid URL')
	.max(2_048, 'size must be between 1 and 2048');

export const link = () => LINK;

/** What all messages have around their content (Infobip OpenAPI 3.210.0). */
export const MessageId = optionalText(200);
export const CallbackData = optionalText(4_000);
export const NotifyUrl = LINK.optional();
export const UrlOptions = z
	.object({
		shortenUrl: z.boolean().optional(),
		trackClicks: z.boolean().optional(),
		trackingUrl: z.string().optional(),
		removeProtocol: z.boolean().optional(),
		customDomain: z.string().optional(),
	})
	.optional();
export const Platform = { entityId: optionalText(255), applicationId: optionalText(255) };
