import { z } from 'zod';
import { BAD_FORMAT } from './errors.ts';

const MAX_RECIPIENTS = 1_000;

const format = (of: string) => `${BAD_FORMAT} ${of}`;

const Time = z.string().refine((text) => !Number.isNaN(Date.parse(text)), format('time'));
const Url = z.string().url(format('URL')).max(2_048);

/** A phone number, or the id of a group. */
const Recipient = z.string().regex(/^(\+?\d{3,15}|(?=.*[A-Za-z])[A-Za-z\d]{20,36})$/, format('phone number'));

const Common = z.object({
	from: z.string().optional(),
	to: z.array(Recipient).min(1).max(MAX_RECIPIENTS),
	delivery_report: z
		.enum(['none', 'summary', 'full', 'per_recipient', 'per_recipient_final'])
		.default('none'),
	callback_url: Url.optional(),
	client_reference: z.string().max(2_048).optional(),
	send_at: Time.optional(),
	expire_at: Time.optional(),
	feedback_enabled: z.boolean().optional(),
});

const Parameters = z.record(z.record(z.string())).optional();

const TextBatch = Common.extend({
	type: z.literal('mt_text'),
	body: z.string().min(1).max(2_000),
	parameters: Parameters,
	flash_message: z.boolean().optional(),
	truncate_concat: z.boolean().optional(),
	max_number_of_message_parts: z.number().int().min(1).optional(),
	from_ton: z.number().int().min(0).max(6).optional(),
	from_npi: z.number().int().min(0).max(18).optional(),
});

const BinaryBatch = Common.extend({
	type: z.literal('mt_binary'),
	body: z
		.string()
		.min(1)
		.regex(/^[A-Za-z\d+/]+={0,2}$/, format('Base64 text')),
	udh: z.string().regex(/^([\dA-Fa-f]{2})+$/, format('hexadecimal text')),
});

const MediaBatch = Common.extend({
	type: z.literal('mt_media'),
	body: z.object({
		url: Url,
		message: z.string().max(5_000).optional(),
		subject: z.string().max(80).optional(),
	}),
	parameters: Parameters,
	strict_validation: z.boolean().optional(),
});

/** `POST /xms/v1/{plan}/batches` (Sinch SDK for Node.js, batches API). Whenever a batch is to be sent, it goes out at once. */
export const BatchRequest = z
	.unknown()
	.transform((given) => (typeof given === 'object' && given !== null ? { type: 'mt_text', ...given } : given))
	.pipe(z.discriminatedUnion('type', [TextBatch, BinaryBatch, MediaBatch]));

export type BatchRequest = z.output<typeof BatchRequest>;
export type ReportMode = BatchRequest['delivery_report'];
