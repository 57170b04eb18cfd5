import { z } from 'zod';
import { CallbackData, listOf, MessageId, optionalText, Platform, text } from './fields.ts';

const TRANSLITERATIONS = [
	'NONE',
	'TURKISH',
	'GREEK',
	'CYRILLIC',
	'SERBIAN_CYRILLIC',
	'CENTRAL_EUROPEAN',
	'BALTIC',
	'NON_UNICODE',
	'PORTUGUESE',
	'COLOMBIAN',
	'BULGARIAN_CYRILLIC',
	'ALL',
] as const;

const Time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:?\d\d|Z)$/, 'must be a time');

const TextContent = z.object({
	text: z.string({ required_error: 'must not be null' }).min(1, 'must not be blank'),
	transliteration: z.enum(TRANSLITERATIONS).optional(),
	language: z.object({ languageCode: z.string() }).optional(),
});

/** Bytes in hexadecimal form. */
const BinaryContent = z
	.object({
		hex: z.string().regex(/^([\da-f]{2}[\s]?)+$/i, 'must be hexadecimal'),
		dataCoding: z.number().int().optional(),
		esmClass: z.number().int().optional(),
	})
	.transform(({ hex }) => ({ text: `(bytes) ${hex}` }));

const Content = z.unknown().transform((given, context) => {
	const isBinary = typeof given === 'object' && given !== null && 'hex' in given;
	const result = (isBinary ? BinaryContent : TextContent).safeParse(given ?? {});
	if (result.success) return { text: result.data.text };
	for (const issue of result.error.issues) context.addIssue(issue);
	return z.NEVER;
});

const Regional = z.object({
	indiaDlt: z
		.object({
			principalEntityId: z.string(),
			contentTemplateId: z.string().optional(),
			telemarketerId: z.string().optional(),
		})
		.optional(),
	turkeyIys: z
		.object({ recipientType: z.enum(['BIREYSEL', 'TACIR']), brandCode: z.number().int().optional() })
		.optional(),
	southKorea: z.object({ title: optionalText(66), resellerCode: z.number().int().optional() }).optional(),
});

const Message = z.object({
	sender: z.string().optional(),
	destinations: listOf(
		z.object({ to: text(64), messageId: MessageId, networkId: z.number().int().optional() }),
		1,
		Number.MAX_SAFE_INTEGER,
	),
	content: Content,
	options: z
		.object({
			platform: z.object(Platform).optional(),
			validityPeriod: z
				.object({
					amount: z.number().int().positive('must be greater than 0'),
					timeUnit: z.enum(['SECONDS', 'MINUTES', 'HOURS']).default('MINUTES'),
				})
				.optional(),
			campaignReferenceId: optionalText(255),
			flash: z.boolean().optional(),
			regional: Regional.optional(),
		})
		.optional(),
	webhooks: z
		.object({
			delivery: z
				.object({
					url: z.string().url().optional(),
					intermediateReport: z.boolean().default(false),
					notify: z.boolean().default(true),
				})
				.default({}),
			contentType: z.enum(['application/json', 'application/xml']).optional(),
			callbackData: CallbackData,
		})
		.default({}),
});

/** `POST /sms/3/messages` (Infobip OpenAPI 3.210.0). Whenever a message is to be sent, it goes out at once. */
export const SmsRequest = z.object({
	messages: z.array(Message, { required_error: 'must not be null' }).min(1, 'must not be empty'),
	options: z
		.object({
			schedule: z.object({ bulkId: optionalText(100), sendAt: Time.optional() }).optional(),
			tracking: z
				.object({ shortenUrl: z.boolean().optional(), trackClicks: z.boolean().optional() })
				.optional(),
			includeSmsCountInResponse: z.boolean().optional(),
		})
		.optional(),
});

export type SmsRequest = z.output<typeof SmsRequest>;
