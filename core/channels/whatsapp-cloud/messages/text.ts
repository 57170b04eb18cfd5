import { z } from 'zod';
import { envelopeFields } from './envelope';
import { messageType } from './message-type';

/** Characters in a text message (Meta, Service messages). */
export const MAX_TEXT = 4096;

export const textSchema = z.object({
	...envelopeFields,
	type: z.literal('text'),
	text: z
		.string({ required_error: 'The text is missing', invalid_type_error: 'The text has to be text' })
		.max(MAX_TEXT, `The text is longer than ${MAX_TEXT} characters`)
		.refine((text) => text.trim() !== '', 'The text is empty'),
	previewUrl: z.boolean({ invalid_type_error: 'The link preview is either on or off' }).optional(),
});

export const textMessage = messageType(textSchema, ({ text, previewUrl }) => ({
	type: 'text',
	text: { body: text, ...(previewUrl !== undefined && { preview_url: previewUrl }) },
}));
