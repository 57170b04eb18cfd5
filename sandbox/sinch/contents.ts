import { z } from 'zod';
import type { Choice, Content } from '../shared/content.ts';
import type { Shown } from '../shared/delivery.ts';
import {
	buttons,
	CardMessage,
	Choices,
	Coordinates,
	Media,
	picture,
	showCard,
	Text,
	text,
	Url,
} from './content-parts.ts';

/** A template that a message names. Sinch looks for it after the acceptance. */
export interface ChosenTemplate {
	name: string;
	language: string;
	parameters: Readonly<Record<string, string>>;
}

/** What one kind of message says. */
export interface AppContent {
	/** `text_message`, … */
	type: string;
	shown: Shown;
	/** By channel. */
	templates?: Readonly<Record<string, ChosenTemplate>>;
}

type Kind = z.ZodType<Omit<AppContent, 'type'>, z.ZodTypeDef, unknown>;

const words = z.string().optional();

const Item = z
	.object({
		choice: z
			.object({
				title: text(),
				description: z.string().optional(),
				postback_data: z.string().optional(),
				media: Media.optional(),
			})
			.optional(),
		product: z.object({ id: text(), marketplace: text() }).optional(),
	})
	.refine(({ choice, product }) => choice ?? product, 'must have a choice or a product');

const ChannelTemplate = z
	.object({
		template_id: text(),
		language_code: z.string().default('en'),
		version: z.string().optional(),
		parameters: z.record(z.string()).default({}),
	})
	.transform(({ template_id: name, language_code: language, parameters }): ChosenTemplate => ({
		name,
		language,
		parameters,
	}));

/** Kinds of message and what they must have (Sinch SDK for Node.js, app message). */
export const KINDS: Readonly<Record<string, Kind>> = {
	text_message: Text.transform((given) => ({ shown: { text: given.text } })),
	media_message: Media.transform((media) => ({
		shown: { text: media.filename_override ?? `(${media.url})`, content: picture(media) },
	})),
	card_message: CardMessage.transform((card) => ({
		shown: { text: card.description ?? card.title ?? '(card)', content: showCard(card) },
	})),
	carousel_message: z
		.object({ cards: z.array(CardMessage).min(1).max(10), choices: Choices.max(3).optional() })
		.transform(({ cards, choices }) => ({
			shown: {
				text: cards.map(({ title, description }) => title ?? description ?? '(card)').join('\n'),
				content: { cards: cards.map(showCard), ...buttons(choices) },
			},
		})),
	choice_message: z
		.object({
			text_message: Text,
			choices: Choices.min(1),
			message_properties: z.object({ whatsapp_footer: z.string().max(60).optional() }).optional(),
		})
		.transform(({ text_message: words, choices }) => ({
			shown: { text: words.text, content: buttons(choices) },
		})),
	list_message: z
		.object({
			title: text(),
			description: z.string().optional(),
			sections: z
				.array(z.object({ title: z.string().optional(), items: z.array(Item).min(1) }))
				.min(1)
				.max(10),
			message_properties: z
				.object({
					menu: z.string().optional(),
					catalog_id: z.string().optional(),
					whatsapp_header: z.string().optional(),
				})
				.optional(),
		})
		.transform(({ title, sections, message_properties: properties }) => {
			const rows = sections.map((section, number) => ({
				...(section.title === undefined ? {} : { title: section.title }),
				rows: section.items.map(({ choice, product }, at): Choice => ({
					id: `${number}.${at}`,
					label: choice?.title ?? product?.id ?? '',
					does: 'answer',
					...(choice?.description === undefined ? {} : { description: choice.description }),
				})),
			}));
			const content: Content = { list: { label: properties?.menu ?? 'Menu', sections: rows } };
			return { shown: { text: title, content } };
		}),
	location_message: z
		.object({ title: text(), label: z.string().optional(), coordinates: Coordinates })
		.transform(({ title, label, coordinates }) => ({
			shown: {
				text: label === undefined ? title : `${title}\n${label}`,
				content: {
					place: { ...coordinates, name: title, ...(label === undefined ? {} : { address: label }) },
				},
			},
		})),
	contact_info_message: z
		.object({
			name: z.object({
				full_name: text(),
				first_name: words,
				last_name: words,
				middle_name: words,
				prefix: words,
				suffix: words,
			}),
			phone_numbers: z.array(z.object({ phone_number: text(), type: words })).min(1),
			addresses: z
				.array(
					z.object({
						city: words,
						country: words,
						country_code: words,
						state: words,
						zip: words,
						type: words,
					}),
				)
				.optional(),
			email_addresses: z.array(z.object({ email_address: text(), type: words })).optional(),
			organization: z.object({ company: words, department: words, title: words }).optional(),
			urls: z.array(z.object({ url: text(), type: words })).optional(),
			birthday: words,
		})
		.transform(({ name, phone_numbers: numbers }) => ({
			shown: {
				text: name.full_name,
				content: {
					contacts: [{ name: name.full_name, lines: numbers.map(({ phone_number: number }) => number) }],
				},
			},
		})),
	template_message: z
		.object({
			omni_template: z.object({ template_id: text(), version: text() }).passthrough().optional(),
			channel_template: z.record(ChannelTemplate).optional(),
		})
		.refine(
			({ omni_template: omni, channel_template: channel }) => omni ?? channel,
			'must have an omni_template or a channel_template',
		)
		.transform(({ channel_template: templates = {} }) => ({
			shown: { text: `(${Object.values(templates)[0]?.name ?? 'template'})` },
			templates,
		})),
};

const File = z.object({ link: Url });
const FlowHeader = z.discriminatedUnion('type', [
	z.object({ type: z.literal('text'), text: text(60) }),
	z.object({ type: z.literal('image'), image: File }),
	z.object({ type: z.literal('video'), video: File }),
	z.object({ type: z.literal('document'), document: File.extend({ filename: words }) }),
]);

const around = {
	header: FlowHeader.optional(),
	body: z.object({ text: text(1_024) }).optional(),
	footer: z.object({ text: text(60) }).optional(),
};

const whole = () => z.number().int();

/** Sinch SDK for Node.js, whatsapp-payment-order-details. */
const Order = z.object({
	type: text(),
	reference_id: text(35),
	type_of_goods: z.enum(['digital-goods', 'physical-goods']),
	payment_buttons: z
		.array(
			z.discriminatedUnion('type', [
				z.object({
					type: z.literal('pix_dynamic_code'),
					code: text(),
					merchant_name: text(),
					key: text(),
					key_type: z.enum(['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP']),
				}),
				z.object({ type: z.literal('payment_link'), uri: text() }),
				z.object({ type: z.literal('boleto'), digitable_line: text() }),
			]),
		)
		.min(1)
		.max(2),
	total_amount_value: whole(),
	order: z.object({
		catalog_id: words,
		expiration_time: words,
		expiration_description: words,
		subtotal_value: whole(),
		tax_value: whole(),
		tax_description: words,
		shipping_value: whole().optional(),
		shipping_description: words,
		discount_value: whole().optional(),
		discount_description: words,
		discount_program_name: words,
		items: z
			.array(
				z.object({
					retailer_id: text(),
					name: text(60),
					amount_value: whole(),
					quantity: whole().min(1),
					sale_amount_value: whole().optional(),
				}),
			)
			.min(1),
	}),
});

/** Sinch SDK for Node.js, whatsapp-payment-order-status. */
const Status = z.object({
	reference_id: text(35),
	order: z.object({
		status: z.enum(['pending', 'processing', 'partially-shipped', 'shipped', 'completed', 'canceled']),
		description: words,
	}),
});

/** WhatsApp's own kinds. */
export const SpecificMessage = z
	.discriminatedUnion('message_type', [
		z.object({
			message_type: z.literal('FLOWS'),
			message: z.object({
				flow_id: text(),
				flow_cta: text(20),
				flow_mode: z.enum(['draft', 'published']).optional(),
				flow_action: z.enum(['navigate', 'data_exchange']).optional(),
				flow_token: words,
				flow_action_payload: z.object({ screen: words, data: z.record(z.unknown()).optional() }).optional(),
				header: FlowHeader.optional(),
				body: z.object({ text: text(1_024) }).optional(),
				footer: z.object({ text: text(60) }).optional(),
			}),
		}),
		z.object({ message_type: z.literal('ORDER_DETAILS'), message: z.object({ ...around, payment: Order }) }),
		z.object({ message_type: z.literal('ORDER_STATUS'), message: z.object({ ...around, payment: Status }) }),
	])
	.transform((given): AppContent => {
		const type = `channel_specific_message:${given.message_type}`;
		if (given.message_type !== 'FLOWS') {
			const words = given.message.body?.text ?? `(${given.message_type})`;
			return { type, shown: { text: words } };
		}
		const { body, flow_cta: label } = given.message;
		return { type, shown: { text: body?.text ?? '(flow)', content: buttons([{ label, does: 'answer' }]) } };
	});
