import { z } from 'zod';
import type { Shown } from '../shared/delivery.ts';
import {
	CallbackData,
	link,
	listOf,
	MessageId,
	NotifyUrl,
	optionalText,
	Platform,
	text,
	UrlOptions,
} from './fields.ts';
import { OrderDetailsAction, OrderStatusAction } from './order-contents.ts';
import type { Template } from './templates.ts';

const Header = z.discriminatedUnion('type', [
	z.object({ type: z.literal('TEXT'), placeholder: text(60) }),
	z.object({ type: z.literal('IMAGE'), mediaUrl: link() }),
	z.object({ type: z.literal('VIDEO'), mediaUrl: link() }),
	z.object({ type: z.literal('GIF'), mediaUrl: link() }),
	z.object({ type: z.literal('DOCUMENT'), mediaUrl: link(), filename: optionalText(240) }),
	z.object({ type: z.literal('LOCATION'), latitude: z.number(), longitude: z.number() }),
]);

const Button = z.union([
	z.object({ type: z.literal('QUICK_REPLY'), parameter: text(128) }),
	z.object({ type: z.literal('URL'), parameter: text(2_000) }),
	z.object({ type: z.literal('COPY_CODE'), parameter: text(15) }),
	z.object({ type: z.literal('ORDER_DETAILS'), action: OrderDetailsAction }),
	z.object({
		type: z.literal('VOICE_CALL'),
		callValidityPeriod: z.number().int().min(1).max(43_200).optional(),
		callContextPayload: text(512).optional(),
	}),
	z.object({
		type: z.enum(['FLOW', 'CATALOG', 'MULTI_PRODUCT']),
	}),
]);

const OrderStatus = OrderStatusAction.extend({ type: z.literal('ORDER_STATUS') });

const Content = z.object({
	templateName: text(512).pipe(z.string().regex(/^[a-z\d_]+$/, 'must be lower case letters, digits and _')),
	language: text(15),
	templateData: z.object(
		{
			// Required even where the template has no blanks.
			body: z.object(
				{ placeholders: z.array(text(1_024), { required_error: 'must not be null' }) },
				{ required_error: 'must not be null' },
			),
			header: Header.optional(),
			buttons: z.array(Button).optional(),
			carousel: z.object({ cards: z.array(z.record(z.unknown())) }).optional(),
			orderStatus: z.object({ orderStatuses: listOf(OrderStatus, 1, 1) }).optional(),
		},
		{ required_error: 'must not be null' },
	),
});

/** `POST /whatsapp/1/message/template`, which takes many (Infobip OpenAPI 3.210.0). */
export const TemplateRequest = z.object({
	messages: listOf(
		z.object({
			from: text(24),
			to: text(150),
			messageId: MessageId,
			content: Content,
			callbackData: CallbackData,
			notifyUrl: NotifyUrl,
			urlOptions: UrlOptions,
			smsFailover: z.object({ from: text(24), text: text(4_096) }).optional(),
			...Platform,
		}),
		1,
		Number.MAX_SAFE_INTEGER,
	),
	bulkId: optionalText(100),
});

export type TemplateMessage = z.output<typeof TemplateRequest>['messages'][number];

const BLANK = /\{\{(\d+)\}\}/g;

function blanksIn(words: string): number {
	return new Set(words.match(BLANK)).size;
}

/** Whether a template's blanks are what a message fills: WhatsApp refuses one too many as well as one too few. */
export function fits(
	{ structure, subCategory }: Template,
	{ templateData }: TemplateMessage['content'],
): boolean {
	const { body, header, buttons = [], orderStatus } = templateData;
	if ((subCategory === 'ORDER_STATUS') !== (orderStatus !== undefined)) return false;
	if (body.placeholders.length !== blanksIn(structure.body.text)) return false;
	const wanted = structure.header;
	const needsHeader = wanted !== undefined && (wanted.format !== 'TEXT' || blanksIn(wanted.text) > 0);
	if (needsHeader ? header?.type !== wanted.format : header !== undefined) return false;
	const given = buttons.map(({ type }) => type);
	const links = structure.buttons?.filter(({ type, ...more }) => type === 'URL' && 'example' in more) ?? [];
	const codes = structure.buttons?.filter(({ type }) => type === 'COPY_CODE') ?? [];
	const orders = structure.buttons?.filter(({ type }) => type === 'ORDER_DETAILS') ?? [];
	const count = (wantedType: string) => given.filter((type) => type === wantedType).length;
	return (
		count('URL') === links.length &&
		count('COPY_CODE') === codes.length &&
		count('ORDER_DETAILS') === orders.length
	);
}

/** What the customer sees. */
export function showTemplate({ structure }: Template, { templateData }: TemplateMessage['content']): Shown {
	const { body, header } = templateData;
	const fill = (words: string, values: readonly string[]) =>
		words.replace(BLANK, (blank, number: string) => values[Number(number) - 1] ?? blank);
	const heading =
		structure.header?.format === 'TEXT'
			? [fill(structure.header.text, header?.type === 'TEXT' ? [header.placeholder] : [])]
			: [];
	const buttons = structure.buttons?.map(({ text: label }) => `[${label}]`) ?? [];
	const footer = structure.footer === undefined ? [] : [structure.footer.text];
	return {
		text: [...heading, fill(structure.body.text, body.placeholders), ...footer, ...buttons].join('\n'),
		...(header && 'mediaUrl' in header && header.type !== 'GIF'
			? {
					content: {
						media: { kind: MEDIA[header.type], url: header.mediaUrl },
					},
				}
			: {}),
	};
}

const MEDIA = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' } as const;
