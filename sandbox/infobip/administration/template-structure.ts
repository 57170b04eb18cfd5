import { z } from 'zod';
import { link, listOf, optionalText, text } from '../fields.ts';
import type { Structure } from '../templates.ts';

const BLANK = /\{\{(\d+)\}\}/g;
const LABEL = text(25);

function blanksOf(words: string): string[] {
	return [...new Set([...words.matchAll(BLANK)].flatMap(([, number]) => number ?? []))];
}

/** Blanks are counted from 1 without a gap, and each has an example. */
function isFilled(words: string, examples: readonly string[]): boolean {
	const blanks = blanksOf(words);
	return blanks.length === examples.length && blanks.every((_, index) => blanks.includes(String(index + 1)));
}

const EXAMPLES_MISSING = 'variables must be numbered from 1 and have one example each';

const Body = z
	.object({ text: text(1_024), examples: z.array(text(1_024)).optional() })
	.refine(({ text: words, examples = [] }) => isFilled(words, examples), {
		message: EXAMPLES_MISSING,
		path: ['examples'],
	});
const Header = z.discriminatedUnion('format', [
	z.object({ format: z.literal('TEXT'), text: text(60), example: optionalText(60) }),
	z.object({ format: z.enum(['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT']), example: link() }),
	z.object({ format: z.literal('LOCATION') }),
]);
const Button = z.discriminatedUnion('type', [
	z.object({ type: z.literal('QUICK_REPLY'), text: LABEL }),
	z.object({ type: z.literal('PHONE_NUMBER'), text: LABEL, phoneNumber: text(20) }),
	z.object({ type: z.literal('URL'), text: LABEL, url: text(2_000), example: optionalText(2_000) }),
	z.object({ type: z.literal('COPY_CODE'), text: LABEL.default('Copy code'), example: optionalText(15) }),
	z.object({
		type: z.literal('FLOW'),
		text: LABEL,
		flowId: z.number(),
		flowAction: z.enum(['NAVIGATE', 'DATA_EXCHANGE']),
		navigateScreen: optionalText(255),
	}),
	z.object({ type: z.literal('CATALOG'), text: LABEL.default('View catalog') }),
	z.object({ type: z.literal('MULTI_PRODUCT'), text: LABEL.default('View items') }),
	z.object({
		type: z.literal('ORDER_DETAILS'),
		variant: z.enum(['BRAZIL', 'INDIA']),
		text: LABEL.default('Pay'),
	}),
	z.object({ type: z.literal('VOICE_CALL'), text: LABEL }),
	z.object({ type: z.literal('REQUEST_CONTACT_INFO'), text: LABEL.default('Share contact') }),
]);
const Card = z.object({ header: Header, body: Body, buttons: listOf(Button, 1, 2) });

/** Of marketing and utility templates. */
const Plain = z
	.object({
		header: Header.optional(),
		body: Body,
		footer: z.object({ text: text(60) }).optional(),
		buttons: listOf(Button, 1, 10).optional(),
		carousel: z.object({ cards: listOf(Card, 1, 10) }).optional(),
		limitedTimeOffer: z.object({ text: text(16), hasExpiration: z.boolean().optional() }).optional(),
		callPermissionRequest: z.object({}).optional(),
		type: z.enum(['TEXT', 'MEDIA']).default('TEXT'),
	})
	.refine(({ header }) => header?.format !== 'TEXT' || isFilled(header.text, listed(header.example)), {
		message: EXAMPLES_MISSING,
		path: ['header', 'example'],
	})
	.refine(({ buttons = [] }) => buttons.every(hasGoodLink), {
		message: 'a variable of a URL stands at its end and has an example',
		path: ['buttons'],
	});

function listed(example: string | undefined): string[] {
	return example === undefined ? [] : [example];
}

function hasGoodLink(button: z.output<typeof Button>): boolean {
	if (button.type !== 'URL') return true;
	const { url, example } = button;
	return blanksOf(url).length === 0 ? true : url.endsWith('{{1}}') && example !== undefined;
}

/** WhatsApp writes the text of these itself. */
const OneTimePassword = z
	.object({
		body: z.object({ addSecurityRecommendation: z.boolean().default(false) }),
		footer: z.object({ codeExpirationMinutes: z.number().int().min(1).max(90).optional() }).optional(),
		buttons: listOf(
			z.discriminatedUnion('otpType', [
				z.object({ text: LABEL.default('Copy code'), otpType: z.literal('COPY_CODE') }),
				z.object({
					text: LABEL.default('Copy code'),
					otpType: z.literal('ONE_TAP'),
					autofillText: optionalText(25),
					packageName: text(255),
					signatureHash: text(11),
				}),
			]),
			1,
			1,
		),
	})
	.transform(({ body, footer, buttons }): Structure => {
		const minutes = footer?.codeExpirationMinutes;
		const advice = body.addSecurityRecommendation ? ' For your security, do not share this code.' : '';
		const code = '123456';
		return {
			type: 'TEXT',
			body: { text: `{{1}} is your verification code.${advice}`, examples: [code] },
			...(minutes === undefined ? {} : { footer: { text: `This code expires in ${minutes} minutes.` } }),
			buttons: buttons.map(({ text: label, otpType }) => ({
				type: 'URL',
				text: label,
				url: `https://www.whatsapp.com/otp/code/?otp_type=${otpType}&code=otp{{1}}`,
				example: code,
			})),
		};
	});

/** What a template of a category says (Infobip OpenAPI 3.210.0, templates). */
export function structureOf(category: string): z.ZodType<Structure, z.ZodTypeDef, unknown> {
	return category === 'AUTHENTICATION' ? OneTimePassword : Plain;
}
