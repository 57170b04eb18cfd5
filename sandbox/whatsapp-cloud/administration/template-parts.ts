import { z } from 'zod';
import { invalidParameter } from '../errors.ts';
import { isObject } from '../parameters.ts';
import type { Button, Component, TemplateDefinition } from '../template-definition.ts';

/** Meta takes words such as `body` in either case. */
const upper = (value: unknown) => (typeof value === 'string' ? value.toUpperCase() : value);
const upperType = (value: unknown) =>
	isObject(value)
		? {
				...value,
				type: upper(value.type),
				...(value.format === undefined ? {} : { format: upper(value.format) }),
			}
		: value;

const text = z.string().min(1);
const label = text.max(25);
const minutes = z.number().int().min(1).max(90);
/** Samples for the review. */
const example = z.record(z.unknown());
/** One sample or a list of them. */
const samples = z.preprocess(
	(value) => (typeof value === 'string' ? [value] : value),
	z.array(z.string().max(2000)).min(1),
);

const ButtonInput: z.ZodType<Button, z.ZodTypeDef, unknown> = z.preprocess(
	upperType,
	z.discriminatedUnion('type', [
		z.object({ type: z.literal('QUICK_REPLY'), text: label }),
		z.object({ type: z.literal('CATALOG'), text: label }),
		z.object({ type: z.literal('MPM'), text: label }),
		z.object({ type: z.literal('SPM'), text: label.default('View') }),
		z.object({ type: z.literal('ORDER_DETAILS'), text: label.default('Review and pay') }),
		z.object({ type: z.literal('VOICE_CALL'), text: label.default('Call now') }),
		z.object({ type: z.literal('REQUEST_CONTACT_INFO'), text: label.default('Share contact info') }),
		z.object({ type: z.literal('URL'), text: label, url: text.max(2000), example: samples.optional() }),
		z.object({ type: z.literal('PHONE_NUMBER'), text: label, phone_number: text.max(20) }),
		z.object({
			type: z.literal('COPY_CODE'),
			text: label.default('Copy offer code'),
			example: samples.refine(([code = '']) => code.length <= 15, 'must be at most 15 characters long'),
		}),
		z.object({
			type: z.literal('OTP'),
			text: label.default('Copy code'),
			otp_type: z.preprocess(upper, z.enum(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'])),
			url: text.default('https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}'),
		}),
		z.object({
			type: z.literal('FLOW'),
			text: label,
			flow_id: z.coerce.string().min(1),
			flow_action: z.enum(['navigate', 'data_exchange']).default('navigate'),
		}),
	]),
);

const Format = z.preprocess(
	upper,
	z.enum(['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT']),
);

const Header = z
	.object({ type: z.literal('HEADER'), format: Format, text: text.optional(), example: example.optional() })
	.transform((header, context): Component => {
		const refuse = (words: string) => {
			context.addIssue({ code: 'custom', message: words });
			return z.NEVER;
		};
		const { type, format, text: words, example: sample } = header;
		if (format === 'LOCATION' || format === 'PRODUCT') return { type, format };
		if (format === 'TEXT') {
			if (words === undefined) return refuse('needs a text');
			return { type, format, text: words, example: sample };
		}
		return sample === undefined ? refuse('needs an example') : { type, format, example: sample };
	});

const SECURITY = ' For your security, do not share this code.';
const Body = z
	.object({
		type: z.literal('BODY'),
		text: text.optional(),
		add_security_recommendation: z.boolean().optional(),
		example: example.optional(),
	})
	.transform(({ text: words, ...body }, context): Component => {
		if (words !== undefined) return { ...body, text: words };
		context.addIssue({ code: 'custom', message: 'needs a text' });
		return z.NEVER;
	});

/** The words of a one-time password are Meta's, and the recommendation is left out unless it is asked for. */
const CodeBody = z
	.object({
		type: z.literal('BODY'),
		text: text.optional(),
		add_security_recommendation: z.boolean().default(false),
	})
	.transform(({ text: words, ...body }): Component => {
		const isSafe = body.add_security_recommendation;
		return { ...body, text: words ?? `*{{1}}* is your verification code.${isSafe ? SECURITY : ''}` };
	});

const Footer = z
	.object({
		type: z.literal('FOOTER'),
		text: text.optional(),
		code_expiration_minutes: minutes.optional(),
	})
	.transform(({ text: words, ...footer }, context): Component => {
		const { code_expiration_minutes: count } = footer;
		const ownWords = count === undefined ? words : `This code expires in ${count} minutes.`;
		if (ownWords !== undefined) return { ...footer, text: ownWords };
		context.addIssue({ code: 'custom', message: 'needs a text' });
		return z.NEVER;
	});

/** All but carousels, which hold components themselves. */
const PARTS: Readonly<Record<string, z.ZodType<Component, z.ZodTypeDef, unknown>>> = {
	HEADER: Header,
	BODY: Body,
	FOOTER: Footer,
	BUTTONS: z.object({ type: z.literal('BUTTONS'), buttons: z.array(ButtonInput).min(1).max(10) }),
	CALL_PERMISSION_REQUEST: z.object({ type: z.literal('CALL_PERMISSION_REQUEST') }),
	LIMITED_TIME_OFFER: z.object({
		type: z.literal('LIMITED_TIME_OFFER'),
		limited_time_offer: z.object({ text: text.max(16), has_expiration: z.boolean().default(false) }),
	}),
};
const Cards = z.object({
	cards: z
		.array(z.object({ components: z.array(z.unknown()).min(1) }))
		.min(2)
		.max(10),
});

/**
 * The components of a new template of a category (Meta, Template components). Throws Meta's error where one has not the shape
 * that it needs.
 */
export function readComponents(
	value: unknown,
	category: TemplateDefinition['category'],
	name = 'components',
): Component[] {
	if (!Array.isArray(value) || value.length === 0) {
		throw invalidParameter(`Param ${name} must be a list of components.`);
	}
	return value.map((part: unknown, index) => readComponent(part, category, `${name}[${index}]`));
}

function readComponent(part: unknown, category: TemplateDefinition['category'], name: string): Component {
	const type = isObject(part) ? String(upper(part.type)) : '';
	const given = isObject(part) ? { ...part, type } : {};
	if (type === 'CAROUSEL') {
		const { cards } = parse(Cards, given, name);
		const read = cards.map(({ components }, index) => ({
			components: readComponents(components, category, `${name}['cards'][${index}]['components']`),
		}));
		return { type, cards: read };
	}
	const schema = category === 'AUTHENTICATION' && type === 'BODY' ? CodeBody : PARTS[type];
	if (!schema) throw invalidParameter(`Param ${name}['type'] is not valid: ${JSON.stringify(type)}`);
	return parse(schema, given, name);
}

function parse<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	value: unknown,
	name: string,
): Output {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const path = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `['${key}']`));
	throw invalidParameter(`Param ${name}${path.join('')}: ${issue?.message ?? 'is not valid'}`);
}
