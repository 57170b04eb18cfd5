import { z } from 'zod';
import type { Component } from '../templates.ts';

const BLANK = /\{\{(\d+)\}\}/g;
const Label = z
	.string()
	.min(1, 'should not be empty')
	.max(25, 'must be shorter than or equal to 25 characters');

function text(most: number) {
	return z
		.string({ required_error: 'must be a string' })
		.min(1, 'should not be empty')
		.max(most, `must be shorter than or equal to ${most} characters`);
}

function isFilled(words: string, examples: readonly string[]): boolean {
	const blanks = [...new Set([...words.matchAll(BLANK)].flatMap(([, number]) => number ?? []))];
	return blanks.length === examples.length && blanks.every((_, index) => blanks.includes(String(index + 1)));
}

const EXAMPLES_MISSING = 'must have one example for each variable, which are numbered from 1';

const Button = z.discriminatedUnion('type', [
	z.object({ type: z.literal('QUICK_REPLY'), text: Label }),
	z.object({ type: z.literal('PHONE_NUMBER'), text: Label, phoneNumber: text(20) }),
	z.object({ type: z.literal('URL'), text: Label, url: text(2_000), example: z.string().optional() }),
	z.object({
		type: z.literal('FLOW'),
		text: Label,
		flowId: z.coerce.string(),
		flowAction: z.enum(['DATA_EXCHANGE', 'NAVIGATE']).optional(),
		navigateScreen: z.string().optional(),
	}),
	z.object({
		type: z.literal('OTP'),
		text: Label.default('Copy code'),
		otpType: z.enum(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']),
		autofillText: Label.optional(),
		packageName: z.string().optional(),
		supportedApps: z.array(z.object({ packageName: z.string(), signatureHash: z.string() })).optional(),
		zeroTapTermsAccepted: z.boolean().optional(),
	}),
]);
const Header = z.discriminatedUnion('format', [
	z.object({
		type: z.literal('HEADER'),
		format: z.literal('TEXT'),
		text: text(60),
		example: z.string().optional(),
	}),
	z.object({
		type: z.literal('HEADER'),
		format: z.enum(['IMAGE', 'VIDEO', 'DOCUMENT']),
		example: z.object({ url: z.string().url().optional(), mimeType: z.string().optional() }),
	}),
	z.object({ type: z.literal('HEADER'), format: z.literal('LOCATION') }),
]);
const Buttons = z.object({ type: z.literal('BUTTONS'), buttons: z.array(Button).min(1).max(10) });
/** WhatsApp writes the text of a template for a code of one's own itself. */
const Body = z.object({
	type: z.literal('BODY'),
	text: text(1_024).optional(),
	examples: z.array(z.string()).optional(),
	addSecurityRecommendation: z.boolean().optional(),
});
const Footer = z.object({
	type: z.literal('FOOTER'),
	text: text(60).optional(),
	codeExpirationMinutes: z.number().int().min(1).max(90).optional(),
});
const Card = z.object({ components: z.array(z.union([Header, Body, Buttons])).min(2) });
const Carousel = z.object({ type: z.literal('CAROUSEL'), cards: z.array(Card).min(2).max(10) });

type Wanted = z.output<typeof Header | typeof Body | typeof Footer | typeof Buttons | typeof Carousel>;

/** The content of a template (Sinch MCP server, WhatsApp API). */
export const Details = z
	.object({
		components: z.array(z.union([Header, Body, Footer, Buttons, Carousel])).min(1),
		messageSendTtlSeconds: z.number().int().optional(),
	})
	.refine(({ components }) => components.filter(({ type }) => type === 'BODY').length === 1, {
		message: 'must have one BODY',
		path: ['components'],
	})
	.refine(({ components }) => components.every(hasExamples), {
		message: EXAMPLES_MISSING,
		path: ['components'],
	})
	.transform(({ components }) => ({ components: components.flatMap(kept) }));

function hasExamples(component: Wanted): boolean {
	if (component.type === 'BODY') return isFilled(component.text ?? '', component.examples ?? []);
	if (component.type !== 'HEADER' || component.format !== 'TEXT') return true;
	return isFilled(component.text, component.example === undefined ? [] : [component.example]);
}

/** As WhatsApp has it afterwards. */
function kept(component: Wanted): Component[] {
	if (component.type === 'BODY') {
		const { text: words, examples, addSecurityRecommendation: isAdvised } = component;
		if (words !== undefined) return [{ type: 'BODY', text: words, ...(examples ? { examples } : {}) }];
		const advice = isAdvised ? ' For your security, do not share this code.' : '';
		return [{ type: 'BODY', text: `{{1}} is your verification code.${advice}`, examples: ['123456'] }];
	}
	if (component.type === 'FOOTER') {
		const { text: words, codeExpirationMinutes: minutes } = component;
		const expires = minutes === undefined ? undefined : `This code expires in ${minutes} minutes.`;
		const footer = words ?? expires;
		return footer === undefined ? [] : [{ type: 'FOOTER', text: footer }];
	}
	if (component.type === 'BUTTONS') return [{ type: 'BUTTONS', buttons: component.buttons.map(keptButton) }];
	return [component];
}

type Buttons = Extract<Component, { type: 'BUTTONS' }>['buttons'];

function keptButton(button: z.output<typeof Button>): Buttons[number] {
	if (button.type !== 'OTP') return button;
	const { text: label, otpType } = button;
	return {
		type: 'URL',
		text: label,
		url: `https://www.whatsapp.com/otp/code/?otp_type=${otpType}&code=otp{{1}}`,
	};
}
