import { z } from 'zod';
import type { Card, Choice, Content } from '../shared/content.ts';
import type { Shown } from '../shared/delivery.ts';

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

const text = (most = 4_096) => z.string().min(1).max(most);
const Url = z.string().url().max(2_048);
const Text = z.object({ text: text() });
const Coordinates = z.object({
	latitude: z.number().min(-90).max(90),
	longitude: z.number().min(-180).max(180),
});

const Media = z.object({
	url: Url,
	thumbnail_url: Url.optional(),
	filename_override: z.string().optional(),
});

/** The member of a choice that says what a tap does. */
const CHOICES = {
	text_message: Text.transform((given) => ({ label: given.text, does: 'answer' as const })),
	url_message: z
		.object({ title: text(), url: Url })
		.transform(({ title, url }) => ({ label: title, does: 'link' as const, value: url })),
	call_message: z
		.object({ title: text(), phone_number: text() })
		.transform(({ title, phone_number: value }) => ({ label: title, does: 'call' as const, value })),
	location_message: z
		.object({ title: text(), label: z.string().optional(), coordinates: Coordinates })
		.transform(({ title }) => ({ label: title, does: 'link' as const })),
	calendar_message: z
		.object({
			title: text(),
			event_start: text(),
			event_end: text(),
			event_title: text(),
			fallback_url: Url,
		})
		.transform(({ title, fallback_url: value }) => ({ label: title, does: 'link' as const, value })),
	share_location_message: z
		.object({ title: text(), fallback_url: Url })
		.transform(({ title }) => ({ label: title, does: 'answer' as const })),
};

const AnyChoice = z
	.object({ postback_data: z.unknown().optional() })
	.extend({
		text_message: CHOICES.text_message.optional(),
		url_message: CHOICES.url_message.optional(),
		call_message: CHOICES.call_message.optional(),
		location_message: CHOICES.location_message.optional(),
		calendar_message: CHOICES.calendar_message.optional(),
		share_location_message: CHOICES.share_location_message.optional(),
	})
	.transform((choice, context) => {
		const [only, ...others] = [
			choice.text_message,
			choice.url_message,
			choice.call_message,
			choice.location_message,
			choice.calendar_message,
			choice.share_location_message,
		].filter((kind) => kind !== undefined);
		if (only && others.length === 0) return only;
		context.addIssue({ code: 'custom', message: `must have one of ${Object.keys(CHOICES).join(', ')}` });
		return z.NEVER;
	});

const Choices = z.array(AnyChoice).max(10);

function buttons(choices: readonly Omit<Choice, 'id'>[] = []): { buttons?: Choice[] } {
	return choices.length === 0
		? {}
		: { buttons: choices.map((choice, number) => ({ id: String(number), ...choice })) };
}

/** Nothing tells what kind of file is behind a link. */
function picture(media: z.output<typeof Media> | undefined): Card {
	return media ? { media: { kind: 'image', url: media.url } } : {};
}

const CardMessage = z
	.object({
		title: z.string().optional(),
		description: z.string().optional(),
		media_message: Media.optional(),
		choices: Choices.optional(),
		height: z.string().optional(),
		message_properties: z.object({ whatsapp_header: z.string().optional() }).optional(),
	})
	.refine(
		({ title, description, media_message: media }) => title ?? description ?? media,
		'must have a title, a description or media',
	);

function showCard({ title, description, media_message: media, choices }: z.output<typeof CardMessage>): Card {
	return {
		...picture(media),
		...(title === undefined ? {} : { title }),
		...(description === undefined ? {} : { text: description }),
		...buttons(choices),
	};
}

const Item = z
	.object({
		choice: z
			.object({
				title: text(),
				description: z.string().optional(),
				postback_data: z.unknown().optional(),
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
const KINDS: Readonly<Record<string, Kind>> = {
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
			name: z.object({ full_name: text() }),
			phone_numbers: z.array(z.object({ phone_number: text(), type: z.string().optional() })).min(1),
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

/** WhatsApp's own kinds. */
const SpecificMessage = z
	.discriminatedUnion('message_type', [
		z.object({
			message_type: z.literal('FLOWS'),
			message: z.object({
				flow_id: text(),
				flow_cta: text(20),
				flow_mode: z.enum(['draft', 'published']).optional(),
				flow_action: z.enum(['navigate', 'data_exchange']).optional(),
				body: z.object({ text: text(1_024) }).optional(),
			}),
		}),
		z.object({ message_type: z.literal('ORDER_DETAILS'), message: z.object({}).passthrough() }),
		z.object({ message_type: z.literal('ORDER_STATUS'), message: z.object({}).passthrough() }),
	])
	.transform((given): AppContent => {
		const type = `channel_specific_message:${given.message_type}`;
		if (given.message_type !== 'FLOWS') return { type, shown: { text: `(${given.message_type})` } };
		const { body, flow_cta: label } = given.message;
		return { type, shown: { text: body?.text ?? '(flow)', content: buttons([{ label, does: 'answer' }]) } };
	});

type Path = (string | number)[];

/** The one kind of message that is there, `undefined` where there is none. */
function readKind(
	given: Readonly<Record<string, unknown>>,
	path: Path,
	context: z.RefinementCtx,
): AppContent | undefined {
	const complain = (message: string) => {
		context.addIssue({ code: 'custom', path, message });
	};
	const [type, ...others] = Object.keys(KINDS).filter((each) => given[each] !== undefined);
	if (type === undefined) return undefined;
	if (others.length > 0) complain(`must have one kind of message, not ${[type, ...others].join(' and ')}`);
	const result = KINDS[type]?.safeParse(given[type]);
	for (const issue of result?.error?.issues ?? []) {
		context.addIssue({ ...issue, path: [...path, type, ...issue.path] });
	}
	return result?.data && { type, ...result.data };
}

const OWN_FIELDS = new Set([
	...Object.keys(KINDS),
	'explicit_channel_message',
	'explicit_channel_omni_message',
	'channel_specific_message',
	'agent',
]);

/** A message: what it says everywhere, and what it says on some channels instead. */
export const AppMessage = z.record(z.unknown()).transform((given, context) => {
	const unknown = Object.keys(given).find((name) => !OWN_FIELDS.has(name));
	if (unknown !== undefined) {
		context.addIssue({ code: 'custom', path: [unknown], message: 'is not known' });
	}
	const byChannel = new Map<string, AppContent>();
	const own = z
		.object({
			explicit_channel_message: z.record(z.string()).optional(),
			explicit_channel_omni_message: z.record(z.record(z.unknown())).optional(),
			channel_specific_message: z.record(SpecificMessage).optional(),
		})
		.safeParse(given);
	for (const issue of own.error?.issues ?? []) context.addIssue(issue);
	for (const [channel, words] of Object.entries(own.data?.explicit_channel_message ?? {})) {
		byChannel.set(channel, { type: 'explicit_channel_message', shown: { text: words } });
	}
	for (const [channel, message] of Object.entries(own.data?.explicit_channel_omni_message ?? {})) {
		const content = readKind(message, ['explicit_channel_omni_message', channel], context);
		if (content) byChannel.set(channel, content);
	}
	for (const [channel, content] of Object.entries(own.data?.channel_specific_message ?? {})) {
		byChannel.set(channel, content);
	}
	const general = readKind(given, [], context);
	if (!general && byChannel.size === 0) {
		const kinds = Object.keys(KINDS).join(', ');
		context.addIssue({ code: 'custom', message: `must have one of ${kinds}` });
	}
	return { general, byChannel };
});

export type AppMessage = z.output<typeof AppMessage>;

export function contentFor({ general, byChannel }: AppMessage, channel: string): AppContent | undefined {
	return byChannel.get(channel) ?? general;
}
