import { z } from 'zod';
import type { Choice, Content, Media } from '../shared/content.ts';
import type { Shown } from '../shared/delivery.ts';
import { link, listOf, optionalText, text } from './fields.ts';
import { OrderDetailsAction, OrderStatusAction } from './order-contents.ts';

/** Reads the content of one kind of message; gives what the customer sees of it. */
type Kind = z.ZodType<Shown, z.ZodTypeDef, unknown>;

const Caption = optionalText(3_000);
const Body = z.object({ text: text(1_024) }, { required_error: 'must not be null' });
const Footer = z.object({ text: text(60) }).optional();
const Label = text(20);
const TextHeader = z.object({ type: z.literal('TEXT'), text: text(60) });
const Header = z
	.discriminatedUnion('type', [
		TextHeader,
		z.object({ type: z.literal('IMAGE'), mediaUrl: link() }),
		z.object({ type: z.literal('VIDEO'), mediaUrl: link() }),
		z.object({ type: z.literal('DOCUMENT'), mediaUrl: link(), filename: optionalText(240) }),
	])
	.optional();

function media(kind: Media['kind'], url: string, name?: string): { media: Media } {
	return { media: { kind, url, ...(name === undefined ? {} : { name }) } };
}

const KIND_OF_HEADER = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' } as const;

function around(header: z.output<typeof Header>, footer: z.output<typeof Footer>): Content {
	const above: Content =
		header === undefined
			? {}
			: header.type === 'TEXT'
				? { title: header.text }
				: media(
						KIND_OF_HEADER[header.type],
						header.mediaUrl,
						'filename' in header ? header.filename : undefined,
					);
	return { ...above, ...(footer === undefined ? {} : { footer: footer.text }) };
}

function choice(id: string, label: string, more: Partial<Choice> = {}): Choice {
	return { id, label, does: 'answer', ...more };
}

function attached(kind: Exclude<Media['kind'], 'document'>): Kind {
	return z
		.object({ mediaUrl: link(), caption: Caption, voice: z.boolean().optional() })
		.transform(({ mediaUrl, caption }) => ({ text: caption ?? `(${kind})`, content: media(kind, mediaUrl) }));
}

const Button = z.object({ type: z.literal('REPLY'), id: text(256), title: Label });

const Row = z.object({ id: text(200), title: text(24), description: optionalText(72) });

const Sections = listOf(z.object({ title: optionalText(24), rows: listOf(Row, 1, 10) }), 1, 10)
	.refine((sections) => sections.flatMap(({ rows }) => rows).length <= 10, 'must have at most 10 rows')
	.refine(
		(sections) => sections.length === 1 || sections.every(({ title }) => title !== undefined),
		'must have titles where there are several',
	);

const Card = z.object({
	header: z.object({ type: z.enum(['IMAGE', 'VIDEO']), url: link() }),
	body: z.object({ text: text(160) }),
});
const Cards = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('QUICK_REPLY'),
		cards: listOf(Card.extend({ buttons: listOf(z.object({ id: text(20), title: Label }), 1, 2) }), 2, 10),
	}),
	z.object({
		type: z.literal('URL'),
		cards: listOf(Card.extend({ button: z.object({ displayText: Label, url: link() }) }), 2, 10),
	}),
]);

const words = z.string().optional();
const Place = z.enum(['HOME', 'WORK']).optional();
const Contact = z.object({
	name: z.object({
		firstName: text(1_000),
		formattedName: text(1_000),
		lastName: words,
		middleName: words,
		namePrefix: words,
		nameSuffix: words,
	}),
	org: z.object({ company: words, department: words, title: words }).optional(),
	birthday: words,
	addresses: z
		.array(
			z.object({
				street: words,
				city: words,
				state: words,
				zip: words,
				country: words,
				countryCode: words,
				type: Place,
			}),
		)
		.optional(),
	phones: z
		.array(
			z.object({
				phone: text(100),
				type: z.enum(['CELL', 'MAIN', 'IPHONE', 'HOME', 'WORK']).optional(),
				waId: words,
			}),
		)
		.optional(),
	emails: z.array(z.object({ email: text(320), type: Place })).optional(),
	urls: z.array(z.object({ url: words, type: Place })).optional(),
});

/** Kinds of which no more is checked than the text. */
const TEXT_ONLY = z.object({ body: Body }).transform(({ body }) => ({ text: body.text }));

/** Ends of `/whatsapp/1/message/…` and what their `content` takes (Infobip OpenAPI 3.210.0). */
export const CONTENTS: Readonly<Record<string, Kind>> = {
	text: z
		.object({ text: text(4_096), previewUrl: z.boolean().optional() })
		.transform((content) => ({ text: content.text })),
	image: attached('image'),
	video: attached('video'),
	audio: attached('audio'),
	sticker: attached('sticker'),
	document: z
		.object({ mediaUrl: link(), caption: Caption, filename: optionalText(240) })
		.transform(({ mediaUrl, caption, filename }) => ({
			text: caption ?? filename ?? '(document)',
			content: media('document', mediaUrl, filename),
		})),
	location: z
		.object({
			latitude: z.number({ required_error: 'must not be null' }).min(-90).max(90),
			longitude: z.number({ required_error: 'must not be null' }).min(-180).max(180),
			name: optionalText(1_000),
			address: optionalText(1_000),
		})
		.transform(({ latitude, longitude, name, address }) => ({
			text: [name, address, `${latitude}, ${longitude}`].filter((part) => part !== undefined).join('\n'),
			content: {
				place: {
					latitude,
					longitude,
					...(name === undefined ? {} : { name }),
					...(address === undefined ? {} : { address }),
				},
			},
		})),
	contact: z.object({ contacts: listOf(Contact, 1, 257) }).transform(({ contacts }) => {
		const shown = contacts.map(({ name, phones = [], emails = [] }) => ({
			name: name.formattedName,
			lines: [...phones.map(({ phone }) => phone), ...emails.map(({ email }) => email)],
		}));
		return { text: shown.map(({ name }) => name).join('\n'), content: { contacts: shown } };
	}),
	'interactive/buttons': z
		.object({
			body: Body,
			action: z.object({ buttons: listOf(Button, 1, 3) }),
			header: Header,
			footer: Footer,
		})
		.transform(({ body, action, header, footer }) => ({
			text: body.text,
			content: {
				...around(header, footer),
				buttons: action.buttons.map(({ id, title }) => choice(id, title)),
			},
		})),
	'interactive/list': z
		.object({
			body: Body,
			action: z.object({ title: Label, sections: Sections }),
			header: TextHeader.optional(),
			footer: Footer,
		})
		.transform(({ body, action, header, footer }) => ({
			text: body.text,
			content: {
				...around(header, footer),
				list: {
					label: action.title,
					sections: action.sections.map(({ title, rows }) => ({
						...(title === undefined ? {} : { title }),
						rows: rows.map(({ id, title: label, description }) =>
							choice(id, label, description === undefined ? {} : { description }),
						),
					})),
				},
			},
		})),
	'interactive/url-button': z
		.object({
			body: Body,
			action: z.object({ displayText: Label, url: link() }),
			header: Header,
			footer: Footer,
		})
		.transform(({ body, action, header, footer }) => ({
			text: body.text,
			content: {
				...around(header, footer),
				buttons: [choice('0', action.displayText, { does: 'link', value: action.url })],
			},
		})),
	'interactive/flow': z
		.object({
			body: Body,
			action: z.object({
				mode: z.enum(['DRAFT', 'PUBLISHED']).optional(),
				flowMessageVersion: z.literal(3),
				flowToken: text(200),
				flowId: text(200),
				callToActionButton: Label,
				flowAction: z.enum(['NAVIGATE', 'DATA_EXCHANGE']).optional(),
				flowActionPayload: z.object({ screen: text(200), data: z.record(z.unknown()).optional() }).optional(),
			}),
			header: TextHeader.optional(),
			footer: Footer,
		})
		.transform(({ body, action, header, footer }) => ({
			text: body.text,
			content: { ...around(header, footer), buttons: [choice('0', action.callToActionButton)] },
		})),
	'interactive/location-request': TEXT_ONLY,
	'interactive/product': z
		.object({
			action: z.object({ catalogId: text(200), productRetailerId: text(200) }),
			body: Body.optional(),
			footer: Footer,
		})
		.transform(({ action, body }) => ({ text: body?.text ?? `(product ${action.productRetailerId})` })),
	'interactive/multi-product': z
		.object({
			header: TextHeader,
			body: Body,
			action: z.object({
				catalogId: text(200),
				sections: listOf(
					z.object({ title: optionalText(24), productRetailerIds: listOf(text(200), 1, 30) }),
					1,
					10,
				),
			}),
			footer: Footer,
		})
		.transform(({ header, body, footer }) => ({ text: body.text, content: around(header, footer) })),
	'interactive/media-carousel': z.object({ body: Body, action: Cards }).transform(({ body, action }) => ({
		text: body.text,
		content: {
			cards: action.cards.map((card, number) => ({
				...media(KIND_OF_HEADER[card.header.type], card.header.url),
				text: card.body.text,
				buttons:
					'buttons' in card
						? card.buttons.map(({ id, title }) => choice(`${number}.${id}`, title))
						: [choice(`${number}`, card.button.displayText, { does: 'link', value: card.button.url })],
			})),
		},
	})),
	'interactive/order-details': z
		.object({
			body: Body,
			action: OrderDetailsAction,
			header: z.object({ type: z.literal('IMAGE'), mediaUrl: link() }).optional(),
			footer: Footer,
		})
		.transform(({ body, header, footer }) => ({
			text: body.text,
			content: { ...around(header, footer), buttons: [choice('0', 'Review and pay', { does: 'products' })] },
		})),
	'interactive/order-status': z
		.object({ body: Body.optional(), action: OrderStatusAction, footer: Footer })
		.transform(({ body, action, footer }) => ({
			text: body?.text ?? `(order ${action.status})`,
			content: around(undefined, footer),
		})),
	'interactive/voice-button': z
		.object({
			body: Body,
			action: z
				.object({
					buttonDisplayText: optionalText(20),
					callValidityPeriod: z.number().int().min(1).max(43_200).optional(),
					callContextPayload: text(512).optional(),
				})
				.optional(),
		})
		.transform(({ body, action }) => ({
			text: body.text,
			content: { buttons: [choice('0', action?.buttonDisplayText ?? 'Call now', { does: 'call' })] },
		})),
	'interactive/request-contact-info': TEXT_ONLY,
};

const QUESTION = 'Can this business call you?';

/** Kinds whose words WhatsApp writes, and which take no content. */
export const WITHOUT_CONTENT: Readonly<Record<string, Shown>> = {
	'interactive/call-permission-request': {
		text: QUESTION,
		content: { buttons: [choice('0', 'Choose preference', { does: 'call' })] },
	},
	'interactive/in-thread-authentication-request': { text: '(authentication)' },
};
