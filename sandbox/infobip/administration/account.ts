import { z } from 'zod';
import { readBody, type Route } from '../../shared/api.ts';
import { smsParts } from '../../shared/sms.ts';
import { badRequest } from '../errors.ts';
import type { Directory } from './directory.ts';

const Preview = z.object({
	text: z.string({ required_error: 'must not be null' }).min(1, 'must not be blank'),
	languageCode: z
		.string()
		.regex(/^(TR|ES|PT|AUTODETECT)$/, 'unsupported language code')
		.optional(),
	transliteration: z.string().optional(),
});

/** What the account has left, and how a text will look as an SMS (Infobip OpenAPI 3.210.0, account management; SMS). */
export function accountRoutes({ funds }: Directory): Route[] {
	return [
		{ method: 'GET', path: '/account/1/balance', run: () => ({ status: 200, body: { ...funds } }) },
		{
			method: 'POST',
			path: '/sms/1/preview',
			run: ({ body }) => {
				const { text: originalText, languageCode } = readBody(Preview, body, badRequest);
				const preview = {
					textPreview: originalText,
					messageCount: smsParts(originalText),
					charactersRemaining: roomOf(originalText),
					configuration: languageCode === undefined ? {} : { language: { languageCode } },
				};
				return { status: 200, body: { originalText, previews: [preview] } };
			},
		},
	];
}

/** Characters that fit before a text takes one message more. */
function roomOf(text: string): number {
	const parts = smsParts(text);
	let room = 0;
	while (smsParts(text.padEnd(text.length + room + 1, 'x')) === parts) room += 1;
	return room;
}
