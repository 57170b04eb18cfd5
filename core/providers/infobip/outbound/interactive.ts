import type { ContentOf, OutgoingHeader } from '../../../messages';
import { compact } from '../../../lib/json';
import { carousel } from './carousel';
import { written, type ContentResult, type Contents } from './content';
import { MAX_BODY, MAX_ROWS } from './limits';
import { type FieldProblem, problem } from '../../../lib/result';

/** The version of the message around a flow, not of the flow itself. */
const FLOW_MESSAGE_VERSION = 3;

const textOf = (text: string | undefined) => (text === undefined ? undefined : { text });

const textHeader = (text: string | undefined) => (text === undefined ? undefined : { type: 'TEXT', text });

function headerOf(header: OutgoingHeader | undefined): object | undefined {
	if (header === undefined) return undefined;
	if (header.type === 'text') return textHeader(header.text);
	const filename = header.type === 'document' ? header.filename : undefined;
	return compact({ type: header.type.toUpperCase(), mediaUrl: header.media.link, filename });
}

/** The index of the first element whose key an earlier one has. */
function repeatedAt(keys: readonly string[]): number {
	return keys.findIndex((key, index) => keys.indexOf(key) !== index);
}

interface Button {
	id: string;
	title: string;
}

function buttonsProblem(buttons: readonly Button[]): FieldProblem | undefined {
	const id = repeatedAt(buttons.map((button) => button.id));
	if (id >= 0) return problem(`buttons.${id}.id`, 'Every button needs an ID of its own');
	const title = repeatedAt(buttons.map((button) => button.title));
	return title >= 0 ? problem(`buttons.${title}.title`, 'Every button needs a title of its own') : undefined;
}

function replyButtons(buttons: readonly Button[], around: object): ContentResult {
	const complaint = buttonsProblem(buttons);
	if (complaint !== undefined) return complaint;
	const action = { buttons: buttons.map(({ id, title }) => ({ type: 'REPLY', id, title })) };
	return written(compact({ ...around, action }));
}

/** WhatsApp's card is a message with a picture and buttons, whose text begins with the title in bold. */
function card({ title, description, media, buttons }: ContentOf<'card'>): ContentResult {
	if (buttons.length === 0) {
		return problem(
			'buttons',
			'A card on WhatsApp needs at least one button: add one, or send an image with a caption',
		);
	}
	const text = description === undefined ? `*${title}*` : `*${title}*\n${description}`;
	if (text.length > MAX_BODY) {
		return problem(
			description === undefined ? 'title' : 'description',
			`Title and description together are longer than ${MAX_BODY} characters: they have ${text.length}`,
		);
	}
	return replyButtons(buttons, { body: { text }, header: media && { type: 'IMAGE', mediaUrl: media.link } });
}

function list(message: ContentOf<'list'>): ContentResult {
	const { sections } = message;
	const rows = sections.flatMap((section, number) =>
		section.rows.map((row, index) => ({ id: row.id, field: `sections.${number}.rows.${index}.id` })),
	);
	if (rows.length > MAX_ROWS) {
		return problem(
			'sections',
			`The rows are too many: ${rows.length} are given, ${MAX_ROWS} are possible in all sections together`,
		);
	}
	const repeated = rows[repeatedAt(rows.map(({ id }) => id))];
	if (repeated !== undefined) return problem(repeated.field, 'Every row needs an ID of its own');
	return titled(sections, {
		header: textHeader(message.headerText),
		body: { text: message.body },
		action: {
			title: message.buttonText,
			sections: sections.map(({ title, rows }) =>
				compact({
					title,
					rows: rows.map(({ id, title, description }) => compact({ id, title, description })),
				}),
			),
		},
		footer: textOf(message.footer),
	});
}

function titled(sections: readonly { title?: string | undefined }[], content: object): ContentResult {
	const untitled = sections.findIndex(({ title }) => title === undefined);
	return sections.length > 1 && untitled >= 0
		? problem(`sections.${untitled}.title`, 'Where there are several sections each needs a title')
		: written(compact(content));
}

function flow(message: ContentOf<'flow'>): ContentResult {
	const { header, flowId, flowToken, screen, data } = message;
	if (header !== undefined && header.type !== 'text') {
		return problem('header', "Above a flow Infobip takes text only: choose a header of the kind 'text'");
	}
	if (flowId === undefined) {
		return problem('flowId', 'Infobip finds a flow by its ID, not by its name: fill in the flow ID');
	}
	if (flowToken === undefined) {
		return problem('flowToken', 'The flow token is missing: Infobip asks for one, any text of your own');
	}
	if (data !== undefined && screen === undefined) {
		return problem('screen', 'The first screen is missing: the data of the flow belong to it');
	}
	const hasData = data !== undefined && Object.keys(data).length > 0;
	return written(
		compact({
			header: textHeader(header?.text),
			body: { text: message.body },
			action: compact({
				mode: message.draft === true ? 'DRAFT' : 'PUBLISHED',
				flowMessageVersion: FLOW_MESSAGE_VERSION,
				flowToken,
				flowId,
				callToActionButton: message.buttonText,
				flowAction: screen === undefined ? 'DATA_EXCHANGE' : 'NAVIGATE',
				flowActionPayload: screen === undefined ? undefined : { screen, ...(hasData && { data }) },
			}),
			footer: textOf(message.footer),
		}),
	);
}

type InteractiveType =
	| 'buttons'
	| 'card'
	| 'carousel'
	| 'list'
	| 'urlButton'
	| 'flow'
	| 'locationRequest'
	| 'product'
	| 'productList';

/** Contents that a person answers with a tap. Media are links; the check for them has been made. */
export const INTERACTIVE: Contents<InteractiveType> = {
	buttons: {
		path: 'interactive/buttons',
		write: ({ body, header, footer, buttons }) =>
			replyButtons(buttons, { header: headerOf(header), body: { text: body }, footer: textOf(footer) }),
	},
	card: { path: 'interactive/buttons', write: card },
	carousel: { path: 'interactive/media-carousel', write: carousel },
	list: { path: 'interactive/list', write: list },
	urlButton: {
		path: 'interactive/url-button',
		write: ({ body, header, footer, buttonText, url }) =>
			written(
				compact({
					header: headerOf(header),
					body: { text: body },
					action: { displayText: buttonText, url },
					footer: textOf(footer),
				}),
			),
	},
	flow: { path: 'interactive/flow', write: flow },
	locationRequest: {
		path: 'interactive/location-request',
		write: ({ body }) => written({ body: { text: body } }),
	},
	product: {
		path: 'interactive/product',
		write: ({ body, footer, catalogId, productId }) =>
			written(
				compact({
					body: textOf(body),
					action: { catalogId, productRetailerId: productId },
					footer: textOf(footer),
				}),
			),
	},
	productList: {
		path: 'interactive/multi-product',
		write: ({ body, headerText, footer, catalogId, sections }) =>
			written(
				compact({
					header: textHeader(headerText),
					body: { text: body },
					action: {
						catalogId,
						sections: sections.map(({ title, productIds }) => ({ title, productRetailerIds: productIds })),
					},
					footer: textOf(footer),
				}),
			),
	},
};
