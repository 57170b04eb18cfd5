import type { JsonObject } from '../../../events';
import type { ContentOf, OutgoingHeader } from '../../../messages';
import { compact, objectOf } from '../../../lib/json';
import { mediaOf, written, type Written } from './content';
import { problem } from '../../../lib/result';

interface Frame {
	body?: string;
	header?: OutgoingHeader;
	headerText?: string;
	footer?: string;
}

function headerOf(header: OutgoingHeader): JsonObject {
	switch (header.type) {
		case 'text':
			return { type: 'text', text: header.text };
		case 'document':
			return {
				type: 'document',
				document: compact({ ...mediaOf(header.media), filename: header.filename }),
			};
		default:
			return { type: header.type, [header.type]: mediaOf(header.media) };
	}
}

/** An interactive message: a frame of header, text and footer around what can be tapped. */
export function interactive(type: string, frame: Frame, action: JsonObject): Written {
	const { body, headerText, footer } = frame;
	const header = headerText === undefined ? frame.header : { type: 'text' as const, text: headerText };
	return written(
		'interactive',
		compact({
			type,
			header: header && headerOf(header),
			body: body === undefined ? undefined : { text: body },
			footer: footer === undefined ? undefined : { text: footer },
			action,
		}),
	);
}

export function buttonsContent(message: ContentOf<'buttons'>): Written {
	const buttons = message.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } }));
	return interactive('button', message, { buttons });
}

export function listContent(message: ContentOf<'list'>): Written {
	const { buttonText, sections } = message;
	const untitled = sections.findIndex(({ title }) => title === undefined);
	if (sections.length > 1 && untitled !== -1) {
		return problem(
			`sections.${untitled}.title`,
			'Of several sections each needs a title, and this one has none',
		);
	}
	return interactive('list', message, {
		button: buttonText,
		sections: sections.map(({ title, rows }) =>
			compact({
				title,
				rows: rows.map(({ id, title: rowTitle, description }) =>
					compact({ id, title: rowTitle, description }),
				),
			}),
		),
	});
}

export function urlButtonContent(message: ContentOf<'urlButton'>): Written {
	const { buttonText, url } = message;
	return interactive('cta_url', message, {
		name: 'cta_url',
		parameters: { display_text: buttonText, url },
	});
}

export function locationRequestContent({ body }: ContentOf<'locationRequest'>): Written {
	return interactive('location_request_message', { body }, { name: 'send_location' });
}

/** Where WhatsApp has the address form (Meta, Address messages). */
const ADDRESS_COUNTRIES = ['IN', 'SG'];

export function addressRequestContent(message: ContentOf<'addressRequest'>): Written {
	const country = message.country.toUpperCase();
	if (!ADDRESS_COUNTRIES.includes(country)) {
		return problem(
			'country',
			`WhatsApp asks for addresses in India (IN) and Singapore (SG) only, not in "${message.country}". Ask with a text message or a flow instead`,
		);
	}
	return interactive('address_message', message, {
		name: 'address_message',
		parameters: compact({ country, values: objectOf(message.values) }),
	});
}
